// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/agent.h"
#include "core/domain/schema.h"

#include "core/base/result.h"

#include <QStringList>

namespace akwaba {
class Database;
}

namespace akwaba::store {

class Reader;

/// What an agent may see, and the version of it: a number that moves with every change of his teams or roles.
struct Membership {
    QStringList scopes;
    qint64 version = 0;
    qint64 changedSeq = 0; // where the log stood at the last change

    [[nodiscard]] QString state() const { return QStringLiteral("g%1").arg(version); }
    /// The first change that was made under these permissions: one of those that gave them. 0 where there never were
    /// any.
    [[nodiscard]] qint64 firstSeq() const { return version > 0 ? changedSeq + 1 : 0; }
};

/// An agent sees his teams, what is his, and what is everybody's; supervisors and administrators see every team; who
/// was disabled sees nothing. Pure.
[[nodiscard]] QStringList scopesFor(const Agent &agent, const QList<Team> &teams);

/// A change of such an object may change what agents see.
[[nodiscard]] bool decidesMembership(const TypeInfo &type);

[[nodiscard]] Result<Membership> membershipOf(Database &database, const AgentId &agent);

/// Brings the memberships of all agents up to their rows; within the transaction that changed an agent or a team.
/// Returns those who may see less than before.
[[nodiscard]] Result<QList<AgentId>> refreshMemberships(const Reader &reader);

} // namespace akwaba::store
