// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of ClientWorker that writes down what the agent does.
#include "core/sync/clientworker.h"
#include "core/sync/localwrite.h"

using namespace Qt::StringLiterals;

namespace akwaba {

Result<QString> ClientWorker::perform(const Intent &intent)
{
    return performAll({intent}).map([](const QStringList &iids) { return iids.constFirst(); });
}

Result<QStringList> ClientWorker::performAll(const QList<Intent> &intents)
{
    if (!m_driver) return fail(Code::Internal, u"not open"_s);
    if (intents.isEmpty()) return QStringList();
    const Result<Changed> shown = writeDown(*m_outbox, *m_cache, intents, m_config.me);
    if (!shown) return tl::unexpected(shown.error());
    tellChanged(*shown);
    sendSoon();
    QStringList iids;
    for (const Intent &intent : intents)
        iids += intent.iid;
    return iids;
}

Result<void> ClientWorker::cancel(const QString &iid)
{
    if (!m_driver) return fail(Code::Internal, u"not open"_s);
    const Result<Changed> shown = cancelUnsent(*m_outbox, *m_cache, iid, m_config.me);
    if (!shown) return tl::unexpected(shown.error());
    tellChanged(*shown);
    tellStatus();
    return {};
}

Result<QStringList> ClientWorker::cancelAll(const QStringList &iids)
{
    if (!m_driver) return fail(Code::Internal, u"not open"_s);
    if (iids.isEmpty()) return QStringList();
    QStringList cancelled;
    const Result<Changed> shown = cancelUnsent(*m_outbox, *m_cache, iids, cancelled, m_config.me);
    if (!shown) return tl::unexpected(shown.error());
    tellChanged(*shown);
    tellStatus();
    return cancelled;
}

Result<QString> ClientWorker::resend(const QString &iid, const Intent &again)
{
    if (!m_driver) return fail(Code::Internal, u"not open"_s);
    if (Result<void> replaced = m_outbox->replace(iid, again); !replaced) return tl::unexpected(replaced.error());
    tellChanged(m_cache->showPending(again, m_config.me).value_or(Changed{}));
    sendSoon();
    return again.iid;
}

Result<void> ClientWorker::discard(const QString &iid)
{
    if (!m_driver) return fail(Code::Internal, u"not open"_s);
    const Result<Intent> intent = m_outbox->find(iid);
    if (Result<void> discarded = m_outbox->discard(iid); !discarded) return discarded;
    if (const auto command = intent.and_then(commandOf)) tellTicket(ticketOf(*command));
    tellStatus();
    return {};
}

Result<void> ClientWorker::journalDraft(const Draft &draft)
{
    if (!m_outbox) return fail(Code::Internal, u"not open"_s);
    if (Result<void> kept = m_outbox->journalDraft(draft); !kept) return kept;
    tellTicket(draft.ticket);
    if (!m_draftTimer.isActive()) m_draftTimer.start();
    return {};
}

Result<void> ClientWorker::keep(const std::function<Result<void>(Outbox &)> &work)
{
    return m_outbox ? work(*m_outbox) : fail(Code::Internal, u"not open"_s);
}

void ClientWorker::saveDrafts()
{
    if (!m_driver) return;
    const auto shown = akwaba::saveDrafts(*m_outbox, *m_cache, m_clock, m_random, m_config.me);
    if (!shown) return m_draftTimer.start(); // the disk is full: they stay where they are
    if (shown->isEmpty()) return;
    tellChanged(*shown);
    sendSoon();
}

Result<void> ClientWorker::markSeen(const TicketId &ticket, const QDateTime &messageAt)
{
    if (!m_outbox) return fail(Code::Internal, u"not open"_s);
    if (Result<void> kept = m_outbox->markSeen(ticket, messageAt); !kept) return kept;
    tellTicket(ticket);
    return {};
}

Result<void> ClientWorker::keepFigures(const LiveFigures &figures)
{
    if (!m_cache) return fail(Code::Internal, u"not open"_s);
    return m_cache->keepFigures(figures);
}

void ClientWorker::sendSoon()
{
    // Not before the agent has his answer: composing a request waits for the disk once more.
    QMetaObject::invokeMethod(this, [this] { happened(event::Written{}); }, Qt::QueuedConnection);
}

} // namespace akwaba
