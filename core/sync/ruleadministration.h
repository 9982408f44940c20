// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/servicelevelchange.h"
#include "core/sync/administration.h"

namespace akwaba {

/// Calendars and policies, changed at the server by a supervisor or an administrator who is online; what they are comes
/// with the sync. Each call may end with Code::Denied, Unauthenticated, Unreachable or what else a request ends with,
/// with Code::Conflict where somebody else was faster, and with Code::BadInput and the name of a RuleFlaw. On the
/// thread that made it.
class RuleAdministration {
public:
    RuleAdministration(const ServerAddress &server, const QByteArray &token);

    /// What the clocks that run would make of it. Code::Throttled where several ask at a time.
    [[nodiscard]] QFuture<Result<RuleEffect>> tryOut(const CalendarEdit &edit);
    [[nodiscard]] QFuture<Result<Calendar>> set(const CalendarEdit &edit);
    /// Decided together; of policies also what each of them takes.
    [[nodiscard]] QFuture<Result<PolicyTrial>> tryOut(const QList<PolicyEdit> &edits);
    [[nodiscard]] QFuture<Result<QList<SlaPolicy>>> set(const QList<PolicyEdit> &edits);

private:
    Administration m_administration;
};

} // namespace akwaba
