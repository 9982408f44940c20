// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/reader.h"

#include <QSet>

#include <functional>

namespace akwaba {
class Statement;
}

/// SQL over scope keys: the one place that says how a set of scopes selects rows.
namespace akwaba::store {

/// The condition that one of the scopes may see a row; its question marks are bound by bindScopes(), which gives the
/// position after them.
[[nodiscard]] QString anyScope(const QStringList &scopes);
int bindScopes(Statement &statement, const QStringList &scopes);

/// Rows that one of the scopes may see, newest id first, below an id.
[[nodiscard]] Result<QList<StoredRow>> rowsBelow(Database &database, const TypeInfo &type, const QStringList &scopes,
                                                 const QString &belowId, int limit);
[[nodiscard]] Result<qint64> countVisible(Database &database, const TypeInfo &type, const QStringList &scopes);

/// One row of change_scope with what the log says of it.
struct ScopeRow {
    qint64 seq = 0;
    qint64 txn = 0;
    int type = 0;
    QString id;
    char kind = 'u';
    bool was = false;
    bool is = false;
};

/// Calls visit(row) for the changes after `since` that concern one of the scopes, in the order of the log, until it
/// answers false. `type` 0 is every type.
[[nodiscard]] Result<void> forEachChange(Database &database, const QStringList &scopes, int type, qint64 since,
                                         const std::function<bool(const ScopeRow &)> &visit);

/// The types of which one of the scopes could see a change after `since`, by number.
[[nodiscard]] Result<QSet<int>> typesChanged(Database &database, const QStringList &scopes, qint64 since);
/// The same for every scope: for a short while only.
[[nodiscard]] Result<QHash<QString, QSet<int>>> typesChangedByScope(Database &database, qint64 since);

} // namespace akwaba::store
