// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/ticketlistmodel.h"

#include "core/base/async.h"
#include "ui/inbox/ticketselection.h"

#include <algorithm>

namespace akwaba {

namespace {

/// Above so many separate changes one reset is cheaper than telling each.
constexpr int fewRuns = 256;
/// Above so many changed rows all are drawn anew.
constexpr qsizetype fewRows = 16;

template <class Test> int runsWhere(const std::vector<qint64> &keys, Test test)
{
    int runs = 0;
    bool inside = false;
    for (const qint64 key : keys) {
        const bool now = test(key);
        if (now && !inside) ++runs;
        inside = now;
    }
    return runs;
}

QHash<qint64, int> positionsOf(const std::vector<qint64> &keys)
{
    QHash<qint64, int> positions;
    positions.reserve(static_cast<qsizetype>(keys.size()));
    for (std::size_t i = 0; i < keys.size(); ++i)
        positions.insert(keys[i], static_cast<int>(i));
    return positions;
}

} // namespace

TicketListModel::TicketListModel(TicketSource &source, const Clock &clock, const TimesLeft &times, QObject *parent)
    : QAbstractListModel(parent), m_source(source), m_clock(clock), m_times(times),
      m_selection(new TicketSelection(this)), m_rows(8 * pageSize)
{
}

void TicketListModel::show(const ViewSpec &spec)
{
    m_changing = true;
    beginResetModel();
    m_spec = spec;
    m_pending.reset();
    m_error.reset();
    m_rows.clear();
    m_stale.clear();
    m_keys.clear();
    m_groups.clear();
    m_complete = false;
    Result<QList<TicketRow>> first = m_source.firstPage(spec, pageSize);
    if (first) {
        for (const TicketRow &row : *first) {
            m_keys.push_back(row.key);
            m_rows.insert(row.key, new TicketRow(row));
        }
    } else {
        m_error = first.error();
    }
    endResetModel();
    m_changing = false;
    setAnnounced(0);
    Q_EMIT contentChanged();
    ask();
}

void TicketListModel::refresh()
{
    // One reading at a time: a thousand changes in a row are two readings, not a thousand.
    if (m_asking)
        m_askAgain = true;
    else
        ask();
}

void TicketListModel::ask()
{
    m_asking = true;
    m_askAgain = false;
    const int generation = ++m_generation;
    onResult(m_source.keys(m_spec), this,
             [this, generation](const Result<TicketKeys> &answer) { receive(answer, generation); });
}

void TicketListModel::receive(const Result<TicketKeys> &answer, int generation)
{
    if (generation != m_generation) return;
    m_asking = false;
    if (!answer) {
        m_error = answer.error();
        Q_EMIT contentChanged();
        return;
    }
    m_error.reset();
    if (!m_held || !m_complete) { // the rest of a first reading is no news
        apply(*answer);
    } else {
        const QHash<qint64, int> known = positionsOf(m_keys);
        const auto news = std::ranges::count_if(answer->keys, [&](qint64 key) { return !known.contains(key); });
        m_pending = *answer;
        setAnnounced(static_cast<int>(news));
    }
    if (m_askAgain) ask();
}

void TicketListModel::setHeld(bool held)
{
    m_held = held;
    if (!held) showPending();
}

void TicketListModel::showPending()
{
    if (m_pending) apply(*std::exchange(m_pending, std::nullopt));
}

void TicketListModel::apply(TicketKeys next)
{
    m_changing = true;
    m_pending.reset();
    const QHash<qint64, int> positions = positionsOf(next.keys);
    const QHash<qint64, int> known = positionsOf(m_keys);
    const int runs = runsWhere(m_keys, [&](qint64 key) { return !positions.contains(key); })
        + runsWhere(next.keys, [&](qint64 key) { return !known.contains(key); });
    if (runs > fewRuns) {
        beginResetModel();
        m_keys = std::move(next.keys);
        endResetModel();
    } else {
        removeGone(positions);
        permute(next.keys, positions);
        insertNew(next.keys);
    }
    m_groups = std::move(next.groups);
    m_complete = true;
    m_changing = false;
    setAnnounced(0);
    Q_EMIT contentChanged();
}

void TicketListModel::removeGone(const QHash<qint64, int> &next)
{
    const auto isGone = [&](qint64 key) { return !next.contains(key); };
    for (auto end = m_keys.end(); end != m_keys.begin();) {
        const auto last = std::find_if(std::make_reverse_iterator(end), m_keys.rend(), isGone).base();
        if (last == m_keys.begin()) return;
        const auto first = std::find_if_not(std::make_reverse_iterator(last), m_keys.rend(), isGone).base();
        beginRemoveRows({}, static_cast<int>(first - m_keys.begin()), static_cast<int>(last - m_keys.begin()) - 1);
        end = m_keys.erase(first, last);
        endRemoveRows();
    }
}

void TicketListModel::permute(const std::vector<qint64> &next, const QHash<qint64, int> &positions)
{
    const auto inNewOrder = [&](qint64 a, qint64 b) { return positions.value(a) < positions.value(b); };
    if (std::ranges::is_sorted(m_keys, inNewOrder)) return;
    Q_EMIT layoutAboutToBeChanged();
    const std::vector<qint64> before = m_keys;
    const QHash<qint64, int> kept = positionsOf(before);
    m_keys.clear();
    std::ranges::copy_if(next, std::back_inserter(m_keys), [&](qint64 key) { return kept.contains(key); });
    const QHash<qint64, int> after = positionsOf(m_keys);
    const QModelIndexList persistent = persistentIndexList();
    for (const QModelIndex &old : persistent)
        changePersistentIndex(old, index(after.value(before.at(static_cast<std::size_t>(old.row())))));
    Q_EMIT layoutChanged();
}

void TicketListModel::insertNew(const std::vector<qint64> &next)
{
    for (std::size_t at = 0; at < next.size(); ++at) {
        if (at < m_keys.size() && m_keys[at] == next[at]) continue;
        const auto until =
            at < m_keys.size() ? std::find(next.begin() + qint64(at), next.end(), m_keys[at]) : next.end();
        const auto count = until - (next.begin() + qint64(at));
        beginInsertRows({}, static_cast<int>(at), static_cast<int>(qint64(at) + count) - 1);
        m_keys.insert(m_keys.begin() + qint64(at), next.begin() + qint64(at), until);
        endInsertRows();
        at += static_cast<std::size_t>(count);
    }
}

/// They are read again when somebody looks at them: of a change of many tickets most are out of sight.
void TicketListModel::redraw(const QSet<TicketId> &tickets)
{
    std::vector<qint64> stale; // what was never read has nothing old to show
    const QList<qint64> read = m_rows.keys();
    for (const qint64 key : read)
        if (tickets.contains(m_rows.object(key)->id)) stale.push_back(key);
    m_stale.insert(stale.begin(), stale.end());
    if (qsizetype(stale.size()) > fewRows) { // told apart they cost more than they are worth
        if (!m_keys.empty()) Q_EMIT dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    for (const qint64 key : stale) {
        const int row = rowOfKey(key);
        if (row >= 0) Q_EMIT dataChanged(index(row), index(row));
    }
}

void TicketListModel::setAnnounced(int count)
{
    if (std::exchange(m_announced, count) != count) Q_EMIT announcedChanged();
}

void TicketListModel::loadPageOf(int row) const
{
    const auto first = static_cast<std::size_t>(row / pageSize * pageSize);
    const auto last = std::min(first + pageSize, m_keys.size());
    std::vector<qint64> missing;
    for (std::size_t i = first; i < last; ++i)
        if (!isFresh(m_keys[i])) missing.push_back(m_keys[i]);
    const QList<TicketRow> rows = m_source.rows(missing, m_spec.search).value_or(QList<TicketRow>{});
    for (const TicketRow &loaded : rows) {
        m_stale.erase(loaded.key);
        const TicketRow *known = m_rows.object(loaded.key);
        auto *kept = new TicketRow(loaded.gone && known ? *known : loaded); // what it said stays readable
        kept->gone = loaded.gone;
        m_rows.insert(loaded.key, kept);
    }
}

bool TicketListModel::isFresh(qint64 key) const { return m_rows.contains(key) && !m_stale.contains(key); }

const TicketRow *TicketListModel::row(int row) const
{
    if (row < 0 || row >= rowCount()) return nullptr;
    const qint64 key = m_keys[static_cast<std::size_t>(row)];
    if (!isFresh(key)) loadPageOf(row);
    return m_rows.object(key);
}

int TicketListModel::rowOfKey(qint64 key) const
{
    const auto found = std::ranges::find(m_keys, key);
    return found == m_keys.end() ? -1 : static_cast<int>(found - m_keys.begin());
}

int TicketListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_keys.size());
}

} // namespace akwaba
