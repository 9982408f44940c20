// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/macro.h"
#include "core/sync/administration.h"

namespace akwaba {

/// Text modules and macros, changed at the server by a supervisor or an administrator who is online; what they are
/// comes with the sync. What has no id is new, else `rev` is that of the one which was edited. Ends as a call of
/// RuleAdministration does, of bad input with the name of a MacroFlaw. On the thread that made it.
class MacroAdministration {
public:
    MacroAdministration(const ServerAddress &server, const QByteArray &token);

    [[nodiscard]] QFuture<Result<TextModule>> set(const TextModule &module);
    [[nodiscard]] QFuture<Result<Macro>> set(const Macro &macro);

private:
    Administration m_administration;
};

} // namespace akwaba
