// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/enums.h"
#include "core/domain/ids.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace akwaba::store {

/// Who asks, as a request found out from its token. `scopes` are the scope keys that he may see now, `scopeState` their
/// version (sync.md 2.3).
struct Caller {
    AgentId agent;
    DeviceId device;
    QList<Role> roles;
    QList<TeamId> teams;
    QStringList scopes;
    QString scopeState;

    [[nodiscard]] bool has(Role role) const { return roles.contains(role); }
    /// Sees and does what every team may.
    [[nodiscard]] bool isOverTeams() const { return has(Role::Supervisor) || has(Role::Administrator); }
};

} // namespace akwaba::store
