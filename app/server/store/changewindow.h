// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/scopesql.h"

#include <QHash>

namespace akwaba::store {

/// What a stretch of the log says about one object, to somebody with certain scopes.
struct ObjectHistory {
    int type = 0;
    QString id;
    char kind = 'u'; // of the last change
    bool made = false; // created within the stretch
    bool visibleBefore = false;
    bool everVisible = false; // could have been seen before one of the changes
    bool left = false; // went out of sight at one of the changes
};

/// A page of the log under a set of scopes (sync.md 2.4): whole transactions until there are enough objects, but never
/// more than 2,000 of one transaction. Holds histories in the order of their first change.
class ChangeWindow {
public:
    [[nodiscard]] static Result<ChangeWindow> collect(Database &database, const QStringList &scopes, int type,
                                                      qint64 since, int maxObjects, bool wholeTransactions);

    [[nodiscard]] const QList<ObjectHistory> &objects() const { return m_objects; }
    [[nodiscard]] bool hasMore() const { return m_hasMore; }
    /// The last change that is part of the window; `since` when there is none.
    [[nodiscard]] qint64 lastSeq() const { return m_lastSeq; }

private:
    [[nodiscard]] bool isFull(const ScopeRow &next, int maxObjects, bool wholeTransactions) const;
    void add(const ScopeRow &row);
    void endChange();

    QList<ObjectHistory> m_objects;
    QHash<QString, qsizetype> m_place;
    qint64 m_lastSeq = 0;
    qint64 m_txn = 0;
    qsizetype m_objectsBeforeTxn = 0;
    bool m_hasMore = false;
    ScopeRow m_change; // rows of one change, united
};

} // namespace akwaba::store
