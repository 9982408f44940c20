// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/macros/macrodecision.h"

#include "app/server/store/writer.h"
#include "core/domain/macrofields.h"
#include "core/domain/macroflaw.h"
#include "core/sla/ruleedits.h"

using namespace Qt::StringLiterals;

namespace akwaba::macros {

namespace {

template <class T, class I> Result<void> collectIds(const store::Reader &reader, QSet<I> &ids)
{
    return reader.all<T>().map([&ids](const QList<T> &rows) {
        for (const T &row : rows)
            ids.insert(row.id);
    });
}

Result<MacroSurroundings> surroundingsIn(const store::Reader &reader)
{
    MacroSurroundings known;
    known.conditionFields = sla::conditionFields();
    return reader.all<TextModule>()
        .and_then([&](const QList<TextModule> &modules) {
            known.modules = modules;
            return collectIds<Team>(reader, known.teams);
        })
        .and_then([&] { return collectIds<Tag>(reader, known.tags); })
        .and_then([&] { return collectIds<Category>(reader, known.categories); })
        .and_then([&] { return collectIds<Agent>(reader, known.agents); })
        .map([&] { return known; });
}

TextModule tidied(TextModule module)
{
    module.name = module.name.trimmed();
    return module;
}

Macro tidied(Macro macro)
{
    macro.nameFr = macro.nameFr.trimmed();
    macro.nameEn = macro.nameEn.trimmed();
    for (MacroStep &step : macro.steps) {
        if (isText(step.act))
            step.value.clear();
        else
            step = {step.act, step.value, {}, {}};
    }
    return macro;
}

template <class T, class I> Result<T> setOne(store::Writer &writer, T value, qint64 ifRev)
{
    qint64 rev = 0;
    if (!value.id.isEmpty()) {
        const auto known = writer.find<T>(value.id);
        if (!known) return tl::unexpected(known.error());
        if (!*known) return fail(Code::NotFound, u"macro"_s);
        rev = (*known)->rev;
    }
    if (ifRev != rev) return fail(Code::Conflict, u"macro"_s);
    value = tidied(std::move(value));
    const auto surroundings = surroundingsIn(writer);
    if (!surroundings) return tl::unexpected(surroundings.error());
    if (const auto flaw = flawOf(value, *surroundings)) return fail(Code::BadInput, wireName(*flaw));
    if (value.id.isEmpty()) value.id = newId<I>(writer.clock(), writer.random());
    return writer.put(value);
}

} // namespace

Result<TextModule> set(store::Writer &writer, const TextModule &wanted, qint64 ifRev)
{
    return setOne<TextModule, TextModuleId>(writer, wanted, ifRev);
}

Result<Macro> set(store::Writer &writer, const Macro &wanted, qint64 ifRev)
{
    return setOne<Macro, MacroId>(writer, wanted, ifRev);
}

} // namespace akwaba::macros
