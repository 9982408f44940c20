// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/bulkbar.h"
#include "ui/inbox/inboxpane.h"
#include "ui/inbox/ticketselection.h"
#include "ui/shell/bulkdesk.h"
#include "ui/shell/bulkwords.h"
#include "ui/shell/desk.h"
#include "ui/text/quantities.h"
#include "ui/text/translate.h"

#include <algorithm>

// The work of BulkDesk: reading, writing and looking, each a slice at a time, so that no frame waits for it.

namespace akwaba {

using namespace std::chrono_literals;

namespace {

constexpr qsizetype slice = 50; // tickets read, or commands written in one transaction
constexpr qsizetype glance = 100; // outcomes looked at
constexpr auto patience = 250ms; // between two looks: answers come in batches

} // namespace

void BulkDesk::plan(const BulkChange &change, bool wasShown)
{
    m_next = {.change = change, .items = {}};
    m_wasShown = wasShown;
    m_isStopped = false;
    m_keys = m_parts.inbox.selectedKeys();
    m_at = 0;
    if (m_keys.size() > bulkLimit) {
        m_phase = Phase::Asking;
        m_bar->ask(titleOf(m_next),
                   translate("Bulk", "At most %1 tickets can be changed at once.").arg(number(bulkLimit)), {});
        return;
    }
    m_phase = Phase::Planning;
    planSome();
}

void BulkDesk::planSome()
{
    if (m_phase != Phase::Planning) return;
    if (m_isStopped) return follow(Phase::Idle);
    const qsizetype count = qMin(slice, qsizetype(m_keys.size()) - m_at);
    const auto tickets = m_parts.desk.reader().ticketsNow({m_keys.data() + m_at, std::size_t(count)});
    if (!tickets) {
        follow(Phase::Idle);
        return Q_EMIT failed(tickets.error().code);
    }
    m_next.items += itemsOf(*tickets, count, m_next.change);
    m_at += count;
    if (m_at == qsizetype(m_keys.size())) return decide();
    showBar();
    QTimer::singleShot(0, this, &BulkDesk::planSome);
}

/// Many are asked about; and so is what the agent could not know, that some of them stay as they are.
void BulkDesk::decide()
{
    const int steps = m_next.steps();
    const bool isPlain = steps == m_next.items.size() || m_wasShown;
    if (steps > 0 && steps <= bulkAsksAbove && isPlain) return start();
    m_phase = Phase::Asking;
    m_bar->ask(titleOf(m_next), bulkEffect(m_next),
               steps > 0 ? translate("Bulk", "Change %n ticket(s)", nullptr, steps) : QString());
}

void BulkDesk::start()
{
    m_run = std::exchange(m_next, {});
    m_isStopped = false;
    m_isDismissed = false;
    m_at = 0;
    m_seen = 0;
    m_phase = Phase::Running;
    if (!m_run.isUndo) m_parts.inbox.selection().clear();
    follow(Phase::Running);
    writeSome();
}

void BulkDesk::writeSome()
{
    if (m_isStopped) return giveUp();
    QList<Deed> deeds;
    QList<qsizetype> places;
    for (; m_at < m_run.items.size() && deeds.size() < slice; ++m_at) {
        const BulkItem &item = m_run.items.at(m_at);
        if (item.state() != BulkItem::State::Planned) continue;
        QList<CustomerId> subjects;
        if (!item.step.customer.isEmpty()) subjects.append(item.step.customer);
        deeds.append({item.step.command, subjects, item.after});
        places.append(m_at);
    }
    if (deeds.isEmpty()) return finish();
    onResult(m_parts.client.performAll(deeds), this, [this, places](const Result<QStringList> &iids) {
        if (!iids) {
            giveUp();
            return Q_EMIT failed(iids.error().code);
        }
        for (qsizetype i = 0; i < places.size(); ++i)
            m_run.items[places.at(i)].iid = iids->at(i);
        showBar();
        writeSome();
    });
}

void BulkDesk::giveUp()
{
    for (BulkItem &item : m_run.items)
        if (item.state() == BulkItem::State::Planned) item.skip = BulkSkip::NotReached;
    finish();
}

void BulkDesk::finish()
{
    m_phase = Phase::Idle;
    m_run.endedAt = m_parts.clock.now();
    tell();
    lookSoon();
}

void BulkDesk::undo()
{
    if (!canUndo()) return;
    m_next = {.change = m_run.change, .items = {}, .isUndo = true};
    m_isStopped = false;
    m_at = 0;
    m_phase = Phase::Planning;
    showBar();
    QStringList unsure;
    for (const BulkItem &item : std::as_const(m_run.items))
        if (item.state() == BulkItem::State::Waiting) unsure += item.iid;
    // What has not left yet never does.
    onResult(m_parts.client.cancelAll(unsure), this, [this](const Result<QStringList> &cancelled) {
        if (!cancelled) {
            follow(Phase::Idle);
            return Q_EMIT failed(cancelled.error().code);
        }
        m_cancelled = QSet<QString>(cancelled->begin(), cancelled->end());
        planUndoSome();
    });
}

void BulkDesk::planUndoSome()
{
    if (m_isStopped) return follow(Phase::Idle);
    const qsizetype end = qMin(m_at + slice, m_run.items.size());
    QStringList iids;
    QList<TicketId> ids;
    for (qsizetype i = m_at; i < end; ++i) {
        iids += m_run.items.at(i).iid;
        ids += m_run.items.at(i).ticket.id;
    }
    const auto outcomes = m_parts.desk.reader().outcomesOf(iids);
    const auto tickets = m_parts.desk.reader().ticketsNow(ids);
    if (!outcomes || !tickets) {
        follow(Phase::Idle);
        return Q_EMIT failed(outcomes ? tickets.error().code : outcomes.error().code);
    }
    for (; m_at < end; ++m_at) {
        BulkItem &item = m_run.items[m_at];
        if (const auto known = outcomes->constFind(item.iid); known != outcomes->cend()) item.outcome = *known;
        const bool isCancelled = m_cancelled.contains(item.iid);
        item.takenBack = item.takenBack || isCancelled;
        const auto now =
            std::ranges::find(*tickets, item.ticket.id, [](const TicketNow &each) { return each.ticket.id; });
        if (isCancelled)
            m_next.items.append(BulkItem{.ticket = item.ticket, .takenBack = true});
        else if (auto inverse = inverseOf(item, now == tickets->end() ? nullptr : &now->ticket))
            m_next.items.append(std::move(*inverse));
    }
    if (m_at >= m_run.items.size()) return start();
    showBar();
    QTimer::singleShot(0, this, &BulkDesk::planUndoSome);
}

void BulkDesk::lookSoon()
{
    const bool isOver = m_run.count(BulkItem::State::Waiting) == 0;
    if (m_phase == Phase::Idle && !isOver && !m_looking.isActive()) m_looking.start(patience);
}

void BulkDesk::lookSome()
{
    if (m_phase != Phase::Idle) return;
    const int refusedBefore = m_run.count(BulkItem::State::Refused);
    QStringList iids;
    const qsizetype from = m_seen;
    for (; m_seen < m_run.items.size() && iids.size() < glance; ++m_seen) {
        const BulkItem &item = m_run.items.at(m_seen);
        if (item.state() == BulkItem::State::Waiting) iids += item.iid;
    }
    const auto outcomes = m_parts.desk.reader().outcomesOf(iids);
    for (qsizetype i = from; outcomes && i < m_seen; ++i) {
        BulkItem &item = m_run.items[i];
        if (item.state() != BulkItem::State::Waiting) continue;
        const auto known = outcomes->constFind(item.iid);
        if (known == outcomes->cend())
            item.takenBack = true; // by hand, elsewhere
        else
            item.outcome = *known;
    }
    if (m_run.count(BulkItem::State::Refused) > refusedBefore) m_isDismissed = false;
    if (m_seen < m_run.items.size()) return m_looking.start(0);
    m_seen = 0;
    tell();
}

} // namespace akwaba
