// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/prefetch.h"

namespace akwaba {

namespace {

constexpr int ticketsAtOnce = 50; // some milliseconds: an agent's own write waits no longer than that

/// Others may still come.
bool isOfThisOne(Code code)
{
    return code == Code::NotFound || code == Code::Denied || code == Code::Corrupt || code == Code::Protocol;
}

} // namespace

Prefetch::Prefetch(Downloads &downloads, std::chrono::milliseconds stillness)
    : m_downloads(downloads), m_stillness(stillness), m_pause(this)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &Prefetch::next);
}

void Prefetch::useStore(BlobStore *store)
{
    stop();
    m_store = store;
    m_isListed = false;
}

void Prefetch::look(const QSet<TicketId> &tickets)
{
    if (m_isListed) m_tickets = m_store->activeTickets(tickets).value_or(QList<qint64>()) + m_tickets;
    goOn();
}

void Prefetch::setIdle(bool isIdle)
{
    m_isIdle = isIdle;
    if (isIdle) return goOn();
    m_isHindered = false;
    stop();
}

void Prefetch::giveWay()
{
    stop();
    goOn();
}

void Prefetch::goOn()
{
    if (m_isIdle && !m_isHindered && !m_running && !m_pause.isActive()) m_pause.start(m_stillness);
}

void Prefetch::stop()
{
    m_pause.stop();
    if (m_running) m_downloads.stopAhead();
    m_running.reset();
}

void Prefetch::next()
{
    if (m_store == nullptr) return;
    if (!m_isListed) {
        const auto all = m_store->activeTickets();
        if (!all) return;
        m_tickets = *all;
        m_isListed = true;
    }
    for (int looked = 0; !m_tickets.isEmpty(); ++looked) {
        if (looked == ticketsAtOnce) return m_pause.start(0);
        const auto missing = m_store->missingOf(m_tickets.constFirst(), m_failed);
        if (missing && *missing) return fetch(**missing);
        m_tickets.removeFirst();
    }
}

void Prefetch::fetch(const Attachment &attachment)
{
    m_running = attachment.blob;
    m_downloads.fetchAhead(attachment, [this, blob = attachment.blob](const Result<QByteArray> &content) {
        if (m_running == blob) ended(content); // else it had gone on for somebody else
    });
}

void Prefetch::ended(const Result<QByteArray> &content)
{
    if (!content) {
        const Code code = content.error().code;
        if (code != Code::DiskFull && code != Code::Offline) m_failed.insert(*m_running);
        m_isHindered = !isOfThisOne(code);
    }
    m_running.reset();
    if (!m_isHindered) m_pause.start(0); // not from within: a thousand that fail at once would be a thousand calls deep
}

} // namespace akwaba
