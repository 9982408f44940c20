// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of TicketListModel that says what its rows are: their words, who is there, which are marked.
#include "core/base/clock.h"
#include "ui/inbox/ticketlistmodel.h"
#include "ui/inbox/ticketselection.h"
#include "ui/inbox/ticketwords.h"
#include "ui/text/presencewords.h"
#include "ui/text/translate.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba {

void TicketListModel::setNames(NameOf nameOf) { m_nameOf = std::move(nameOf); }

void TicketListModel::setPresence(const TicketPresence &others)
{
    if (others.present.isEmpty())
        m_presence.remove(others.ticket);
    else
        m_presence.insert(others.ticket, others);
    const QList<qint64> read = m_rows.keys(); // the others are drawn when they are read
    for (const qint64 key : read) {
        const TicketRow *known = m_rows.object(key);
        const int row = known && known->id == others.ticket ? rowOfKey(key) : -1;
        if (row >= 0) Q_EMIT dataChanged(index(row), index(row));
    }
}

std::optional<PresenceMode> TicketListModel::presenceOn(const TicketId &ticket) const
{
    const auto there = m_presence.constFind(ticket);
    if (there == m_presence.constEnd()) return std::nullopt;
    return there->present.constFirst().mode;
}

QString TicketListModel::withPresence(const QString &words, const TicketId &ticket, const QString &separator) const
{
    const auto there = m_presence.constFind(ticket);
    return there == m_presence.constEnd() ? words : words + separator + presenceSentence(*there, m_nameOf);
}

QString TicketListModel::groupTitle(int group) const
{
    return akwaba::groupTitle(m_spec.grouping, m_groups.at(group).key, m_nameOf);
}

bool TicketListModel::isAlarming(int group) const
{
    return m_spec.grouping == TicketGrouping::Due && m_groups.at(group).key == u"late";
}

QString TicketListModel::spokenGroupOf(int row) const
{
    qint64 end = 0;
    for (int i = 0; i < m_groups.size(); ++i) {
        end += m_groups.at(i).count;
        if (row < end) return spokenGroup(groupTitle(i), m_groups.at(i).count);
    }
    return {};
}

QString TicketListModel::spoken(const TicketRow &ticket) const
{
    const QString words = spokenRow(ticket, m_clock.now(), m_times);
    return m_selection->contains(ticket.key) ? translate("TicketRow", "selected, %1").arg(words) : words;
}

Qt::ItemFlags TicketListModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractListModel::flags(index);
    return m_selection->isEmpty() ? flags : flags | Qt::ItemIsUserCheckable;
}

std::vector<qint64> TicketListModel::selectedKeys() const
{
    std::vector<qint64> selected;
    selected.reserve(std::size_t(m_selection->count()));
    std::ranges::copy_if(m_keys, std::back_inserter(selected),
                         [this](qint64 key) { return m_selection->contains(key); });
    if (qsizetype(selected.size()) == m_selection->count()) return selected;
    const QSet<qint64> here(m_keys.begin(), m_keys.end());
    const auto inList = std::ptrdiff_t(selected.size());
    std::ranges::copy_if(m_selection->keys(), std::back_inserter(selected),
                         [&here](qint64 key) { return !here.contains(key); });
    std::sort(selected.begin() + inList, selected.end());
    return selected;
}

QVariant TicketListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    if (role == KeyRole) return m_keys[static_cast<std::size_t>(index.row())];
    if (role == Qt::AccessibleDescriptionRole) return spokenGroupOf(index.row());
    if (role == Qt::CheckStateRole && !m_selection->isEmpty())
        return m_selection->contains(keyAt(index.row())) ? Qt::Checked : Qt::Unchecked;
    const TicketRow *ticket = row(index.row());
    if (!ticket) return {};
    switch (role) {
    case Qt::DisplayRole: return ticket->subject;
    case Qt::AccessibleTextRole: return withPresence(spoken(*ticket), ticket->id, u", "_s);
    case Qt::ToolTipRole: return withPresence(rowTip(*ticket, m_clock.now(), m_times), ticket->id, u"\n"_s);
    case TicketIdRole: return QVariant::fromValue(ticket->id);
    default: return {};
    }
}

} // namespace akwaba
