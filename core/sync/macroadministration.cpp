// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/macroadministration.h"

#include "core/domain/macrofields.h"

using namespace Qt::StringLiterals;

namespace akwaba {

MacroAdministration::MacroAdministration(const ServerAddress &server, const QByteArray &token)
    : m_administration(server, token, u"/admin"_s)
{
}

QFuture<Result<TextModule>> MacroAdministration::set(const TextModule &module)
{
    return m_administration.ask<TextModule>(
        "POST", u"/textmodules/set"_s, {{u"textModule"_s, toJson(module)}, {u"ifRev"_s, module.rev}},
        [](const QJsonObject &answer) { return understood<TextModule>(answer.value(u"textModule"_s).toObject()); });
}

QFuture<Result<Macro>> MacroAdministration::set(const Macro &macro)
{
    return m_administration.ask<Macro>(
        "POST", u"/macros/set"_s, {{u"macro"_s, toJson(macro)}, {u"ifRev"_s, macro.rev}},
        [](const QJsonObject &answer) { return understood<Macro>(answer.value(u"macro"_s).toObject()); });
}

} // namespace akwaba
