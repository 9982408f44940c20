// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/writer.h"

#include <span>

namespace akwaba::store {

/// The row of sync_clock: where the log stands.
struct ClockRow {
    qint64 seq = 0;
    qint64 floor = 0;
    QString lineage;
    int schemaGen = 0;
};

[[nodiscard]] Result<ClockRow> clockRow(Database &database);

/// The changes of one job, with their numbers to be.
struct LoggedJob {
    const QList<RowChange> *changes = nullptr;
    Why why;
    bool hasOutcome = false; // of an intent: in the ledger
    qint64 lastSeq = 0; // filled in
};

/// Takes the numbers for all changes of a transaction from the one counter row, in the order of the jobs, and writes
/// what is left of the jobs' rows and outcomes, with their numbers, change_log and change_scope. The last thing that a
/// transaction does, so that whoever sees a number sees every smaller one (sync.md 2.2). Returns the last number, which
/// is the old one when nothing changed.
[[nodiscard]] Result<qint64> numberChanges(Database &database, const QDateTime &at, std::span<LoggedJob> jobs,
                                           Unwritten &left);

} // namespace akwaba::store
