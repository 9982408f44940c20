// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/intents/handle.h"

#include "app/server/intents/handling.h"
#include "app/server/store/ledger.h"

using namespace Qt::StringLiterals;

namespace akwaba::intents {

namespace {

Outcome outcome(const Intent &intent, OutcomeKind kind, Reason reason)
{
    return outcomeOf(intent, kind, reason, intent.entity);
}

/// True when something that the intent needs was not done. One that the ledger has forgotten was acknowledged long ago.
Result<bool> lacksDependency(store::Writer &writer, const store::Caller &caller, const Intent &intent)
{
    for (const QString &iid : intent.deps) {
        const auto needed = store::decided(writer, caller.device, iid);
        if (!needed) return tl::unexpected(needed.error());
        if (*needed && (*needed)->kind != OutcomeKind::Accepted && (*needed)->kind != OutcomeKind::Merged) return true;
    }
    return false;
}

} // namespace

Result<Outcome> handle(store::Writer &writer, const store::Caller &caller, const Intent &intent, SentBefore sentBefore)
{
    const auto command = commandOf(intent);
    if (!command) {
        const bool newer = command.error().code == Code::Unsupported;
        return newer ? outcome(intent, OutcomeKind::Blocked, Reason::NeedsServerUpgrade)
                     : outcome(intent, OutcomeKind::Rejected, Reason::Invalid);
    }
    const auto lacking = lacksDependency(writer, caller, intent);
    if (!lacking) return tl::unexpected(lacking.error());
    if (*lacking) return outcome(intent, OutcomeKind::Rejected, Reason::Dependency);
    const auto handling = Handling::begin(writer, caller, intent, sentBefore);
    if (!handling) return tl::unexpected(handling.error());
    return std::visit([&](const auto &meant) { return decide(*handling, meant); }, *command);
}

} // namespace akwaba::intents
