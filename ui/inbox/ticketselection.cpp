// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/ticketselection.h"

namespace akwaba {

void TicketSelection::toggle(qint64 key)
{
    if (!m_keys.remove(key)) m_keys.insert(key);
    setAnchor(key);
    Q_EMIT changed();
}

void TicketSelection::setAnchor(qint64 key)
{
    m_anchor = key;
    m_before = m_keys;
}

void TicketSelection::extendTo(std::span<const qint64> range)
{
    m_keys = m_before;
    for (const qint64 key : range)
        m_keys.insert(key);
    Q_EMIT changed();
}

void TicketSelection::selectAll(const std::vector<qint64> &keys)
{
    m_keys.reserve(m_keys.size() + qsizetype(keys.size()));
    for (const qint64 key : keys)
        m_keys.insert(key);
    m_before.clear();
    m_anchor = 0;
    Q_EMIT changed();
}

void TicketSelection::clear()
{
    m_before.clear();
    m_anchor = 0;
    if (m_keys.isEmpty()) return;
    m_keys.clear();
    Q_EMIT changed();
}

} // namespace akwaba
