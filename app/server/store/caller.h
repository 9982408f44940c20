// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/membership.h"
#include "core/domain/enums.h"
#include "core/domain/ids.h"

#include <QList>
#include <QString>

namespace akwaba::store {

/// Who asks, as a request found out from its token.
struct Caller {
    AgentId agent;
    DeviceId device;
    QList<Role> roles;
    QList<TeamId> teams;
    QString email; // personal: said to himself only
    Membership member; // what he may see
    qint64 asOf = -1; // where the log stood when this was read: as long as it stands there, nothing of it has changed

    [[nodiscard]] bool has(Role role) const { return roles.contains(role); }
    /// Sees and does what every team may.
    [[nodiscard]] bool isOverTeams() const { return has(Role::Supervisor) || has(Role::Administrator); }
};

/// Who has the token. One statement, so that it is one moment without a transaction too. Code::Unauthenticated for one
/// that is unknown or revoked, or of an agent who was disabled.
[[nodiscard]] Result<Caller> callerWith(Database &database, const QString &token);
/// Whose the token was, though it was revoked or its agent disabled since: for erasing what he holds, and nothing else.
/// Without roles, with the scopes that the agent has today. Code::Unauthenticated for one that never was.
[[nodiscard]] Result<Caller> formerCallerWith(Database &database, const QString &token);
/// As callerWith(), without a token.
[[nodiscard]] Result<Caller> callerOf(Database &database, const AgentId &agent, const DeviceId &device);

} // namespace akwaba::store
