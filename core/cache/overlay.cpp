// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/overlay.h"

#include "core/database/database.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

QVariant packed(const QJsonObject &record)
{
    if (record.isEmpty()) return {};
    return QString::fromUtf8(QJsonDocument(record).toJson(QJsonDocument::Compact));
}

QJsonObject unpacked(const QString &text) { return QJsonDocument::fromJson(text.toUtf8()).object(); }

RowKey keyOf(const TypeInfo &type, const QString &id) { return {type.number, id}; }

/// Of a row without a shadow.
BaseRow baseOf(const std::optional<StoredRow> &shown)
{
    return shown ? BaseRow{shown->record, shown->generation} : BaseRow{};
}

} // namespace

Overlay::Overlay(Database &database, RowStore &rows, QList<Intent> pending, ApplyContext context)
    : m_database(database), m_rows(rows), m_pending(std::move(pending)), m_context(std::move(context))
{
    for (qsizetype i = 0; i < m_pending.size(); ++i) {
        for (const RowRef &row : rowsTouched(m_pending.at(i)))
            m_pendingOf[keyOf(*row.type, row.id)].append(i);
    }
}

Result<void> Overlay::load()
{
    Statement all(m_database, u"SELECT type, id FROM shadow"_s);
    return all.forEach(
        [this](const Statement &row) { m_shadowed.insert({static_cast<int>(row.integer(0)), row.text(1)}); });
}

Result<BaseRow> Overlay::base(const TypeInfo &type, const QString &id)
{
    if (isShadowed(keyOf(type, id))) return shadow(type, id);
    return m_rows.find(type, id).map(&baseOf);
}

Result<BaseRow> Overlay::shadow(const TypeInfo &type, const QString &id)
{
    Statement shadow(m_database, u"SELECT base, gen FROM shadow WHERE type = ? AND id = ?"_s);
    const auto found = shadow.bind(0, type.number).bind(1, id).first([](const Statement &row) {
        return BaseRow{row.isNull(0) ? QJsonObject() : unpacked(row.text(0)), row.integer(1)};
    });
    if (!found) return tl::unexpected(found.error());
    return found->value_or(BaseRow{});
}

Result<void> Overlay::setBase(const TypeInfo &type, const QString &id, const BaseRow &base)
{
    Statement upsert(m_database,
                     u"INSERT INTO shadow(type, id, base, gen) VALUES(?, ?, ?, ?) "
                     "ON CONFLICT(type, id) DO UPDATE SET base = excluded.base, gen = excluded.gen"_s);
    m_shadowed.insert(keyOf(type, id));
    return upsert.bind(0, type.number).bind(1, id).bind(2, packed(base.record)).bind(3, base.generation).run();
}

Result<void> Overlay::ensureShadow(const TypeInfo &type, const QString &id, const std::optional<StoredRow> &shown)
{
    return isShadowed(keyOf(type, id)) ? Result<void>{} : setBase(type, id, baseOf(shown));
}

Result<void> Overlay::refold(const RowKey &key)
{
    const TypeInfo *type = typeByNumber(key.first);
    if (type == nullptr) return fail(Code::Corrupt, u"a shadow of no type"_s);
    const auto shown = m_rows.find(*type, key.second);
    if (!shown) return tl::unexpected(shown.error());
    const auto word = isShadowed(key) ? shadow(*type, key.second) : Result<BaseRow>(baseOf(*shown));
    if (!word) return tl::unexpected(word.error());
    const QList<qsizetype> mine = m_pendingOf.value(key);
    if (!mine.isEmpty()) {
        if (const auto done = ensureShadow(*type, key.second, *shown); !done) return done;
    }
    QJsonObject visible = word->record;
    for (const qsizetype i : mine) {
        visible = applied({type, key.second}, std::move(visible), m_pending.at(i), m_context);
        if (const auto done = markDirty(m_pending.at(i).iid, key); !done) return done;
    }
    if (const auto done = show(*type, *shown, visible, word->generation); !done) return done;
    return mine.isEmpty() ? drop(key) : Result<void>{};
}

Result<void> Overlay::add(const Intent &intent)
{
    for (const RowRef &row : rowsTouched(intent)) {
        const auto shown = m_rows.find(*row.type, row.id);
        if (!shown) return tl::unexpected(shown.error());
        const BaseRow before = baseOf(*shown);
        const auto done = ensureShadow(*row.type, row.id, *shown)
                              .and_then([&] {
                                  const QJsonObject after = applied(row, before.record, intent, m_context);
                                  return show(*row.type, *shown, after, before.generation);
                              })
                              .and_then([&] { return markDirty(intent.iid, keyOf(*row.type, row.id)); });
        if (!done) return done;
    }
    return {};
}

/// In the place of what is shown.
Result<void> Overlay::show(const TypeInfo &type, const std::optional<StoredRow> &shown, const QJsonObject &record,
                           qint64 gen)
{
    if (record.isEmpty()) return shown ? m_rows.removeAlone(type, *shown) : Result<void>{};
    if (shown && shown->record == record && shown->generation == gen) return {};
    return m_rows.put(type, record, gen, shown);
}

Result<void> Overlay::drop(const RowKey &key)
{
    if (!m_shadowed.remove(key)) return {};
    Statement shadow(m_database, u"DELETE FROM shadow WHERE type = ? AND id = ?"_s);
    Statement dirty(m_database, u"DELETE FROM dirty WHERE type = ? AND id = ?"_s);
    return shadow.bind(0, key.first).bind(1, key.second).run().and_then([&] {
        return dirty.bind(0, key.first).bind(1, key.second).run();
    });
}

Result<void> Overlay::markDirty(const QString &iid, const RowKey &key)
{
    Statement insert(m_database, u"INSERT OR IGNORE INTO dirty(iid, type, id) VALUES(?, ?, ?)"_s);
    return insert.bind(0, iid).bind(1, key.first).bind(2, key.second).run();
}

Result<QList<RowKey>> Overlay::takeDirty(const QString &iid)
{
    Statement rows(m_database, u"SELECT type, id FROM dirty WHERE iid = ?"_s);
    const auto keys = rows.bind(0, iid).rows(
        [](const Statement &row) { return RowKey{static_cast<int>(row.integer(0)), row.text(1)}; });
    if (!keys) return keys;
    Statement remove(m_database, u"DELETE FROM dirty WHERE iid = ?"_s);
    return remove.bind(0, iid).run().map([&] { return *keys; });
}

} // namespace akwaba
