// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/changewindow.h"

namespace akwaba::store {

namespace {

constexpr qsizetype largestTransaction = 2000;

} // namespace

Result<ChangeWindow> ChangeWindow::collect(Database &database, const QStringList &scopes, int type, qint64 since,
                                           int maxObjects, bool wholeTransactions)
{
    ChangeWindow window;
    window.m_lastSeq = since;
    const auto done = forEachChange(database, scopes, type, since, [&](const ScopeRow &row) {
        if (row.seq != window.m_change.seq && window.isFull(row, maxObjects, wholeTransactions)) {
            window.m_hasMore = true;
            return false;
        }
        window.add(row);
        return true;
    });
    if (!done) return tl::unexpected(done.error());
    window.endChange();
    return window;
}

bool ChangeWindow::isFull(const ScopeRow &next, int maxObjects, bool wholeTransactions) const
{
    // The change that is being read is one object more, unless the window knows it already.
    const bool isNew = m_change.seq != 0 && !m_place.contains(m_change.id);
    const qsizetype objects = m_objects.size() + (isNew ? 1 : 0);
    if (objects < maxObjects) return false;
    if (!wholeTransactions) return true;
    return next.txn != m_txn || objects - m_objectsBeforeTxn >= largestTransaction;
}

void ChangeWindow::add(const ScopeRow &row)
{
    if (row.seq == m_change.seq) {
        m_change.was |= row.was;
        m_change.is |= row.is;
        return;
    }
    endChange();
    if (row.txn != m_txn) {
        m_txn = row.txn;
        m_objectsBeforeTxn = m_objects.size();
    }
    m_change = row;
    m_lastSeq = row.seq;
}

void ChangeWindow::endChange()
{
    if (m_change.seq == 0) return;
    auto place = m_place.constFind(m_change.id);
    if (place == m_place.cend()) {
        place = m_place.insert(m_change.id, m_objects.size());
        m_objects.append({m_change.type, m_change.id, m_change.kind, false, m_change.was, false, false});
    }
    ObjectHistory &object = m_objects[*place];
    object.kind = m_change.kind;
    object.made |= m_change.kind == 'c';
    object.everVisible |= m_change.was;
    object.left |= m_change.was && !m_change.is;
    m_change = {};
}

} // namespace akwaba::store
