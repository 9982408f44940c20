// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/servicelevelchange.h"
#include "core/sync/administration.h"

namespace akwaba {

/// The company's holidays, changed at the server by a supervisor or an administrator who is online; what they are comes
/// with the sync. Each call may end with Code::Denied, Unauthenticated, Unreachable or what else a request ends with.
/// On the thread that made it.
class HolidayAdministration {
public:
    HolidayAdministration(const ServerAddress &server, const QByteArray &token);

    /// What the clocks that run would make of it. Code::Throttled where several ask at a time.
    [[nodiscard]] QFuture<Result<RuleEffect>> tryOut(const Holiday &holiday);
    /// A new one where it has no id. Code::Conflict where somebody else changed it meanwhile.
    [[nodiscard]] QFuture<Result<Holiday>> set(const Holiday &holiday);
    /// Of an iCalendar file. Code::BadInput where it is none, or too large; Code::NotFound where nothing is in it.
    [[nodiscard]] QFuture<Result<HolidayImport>> import(const QByteArray &ics);

private:
    Administration m_administration;
};

} // namespace akwaba
