// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/ledger.h"
#include "app/server/store/reader.h"

namespace akwaba::store {

/// A row as it was put. Its mod_seq is the one before, until the numbers are taken.
struct PutRow {
    const TypeInfo *type = nullptr;
    StoredRow row;
};

/// What jobs of a batch have changed and no table holds yet.
struct Unwritten {
    QMap<QString, PutRow> rows; // by id
    QMap<QString, QStringList> moved; // by ticket: the scope keys of its messages and attachments
    LedgerChanges ledger;

    [[nodiscard]] bool isEmpty() const { return rows.isEmpty() && moved.isEmpty() && ledger.isEmpty(); }
    void add(const Unwritten &later);
    /// The row with the keys of its ticket where it goes with one that has moved.
    void follow(const TypeInfo &type, StoredRow &row) const;
};

/// Has a unique column beside the id, so that a row of it may be in conflict with another one.
[[nodiscard]] bool hasUniqueColumn(const TypeInfo &type);

/// A few statements, whatever the number of rows.
[[nodiscard]] Result<void> write(Database &database, const Unwritten &unwritten);

} // namespace akwaba::store
