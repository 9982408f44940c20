// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/servicelevels/dryrun.h"

#include "app/server/store/store.h"
#include "core/base/clock.h"

using namespace std::chrono_literals;

namespace akwaba::servicelevels {

DryRun::DryRun(store::Store &store, std::shared_ptr<const sla::Rules> rules, Reach reach, Done done, QObject *parent)
    : QObject(parent), m_store(store), m_rules(std::move(rules)), m_reach(reach), m_done(std::move(done)),
      m_now(store.clock().now().toMSecsSinceEpoch()), m_count(m_rules->inForceAt(m_now))
{
    m_timer.setInterval(1ms); // others get their turn
    connect(&m_timer, &QTimer::timeout, this, &DryRun::work);
    m_timer.start();
}

void DryRun::work()
{
    const auto more = m_store.read().and_then([this](const store::Snapshot &snapshot) { return lookAtSome(snapshot); });
    if (more && *more) return;
    m_timer.stop();
    m_done(more.map([this](bool) { return m_trial; }));
    deleteLater();
}

Result<bool> DryRun::lookAtSome(const store::Snapshot &snapshot)
{
    return m_reach == Reach::Dates ? lookAtClocks(snapshot) : lookAtTickets(snapshot);
}

Result<bool> DryRun::lookAtClocks(const store::Snapshot &snapshot)
{
    auto clocks = store::openClocksAfter(snapshot.database(), m_last, clocksInSlice);
    if (!clocks) return tl::unexpected(clocks.error());
    if (clocks->isEmpty()) return false;
    const Moves moves = movesOf(*clocks, m_rules->inForceAt(m_now), m_now);
    const auto judged = clocksByFacts(snapshot, *m_rules, moves.needFacts, m_now);
    if (!judged) return tl::unexpected(judged.error());
    clocks->resize(moves.looked);
    QList<store::KeptClock> after = moves.moved;
    for (const QList<store::KeptClock> &each : *judged)
        after += each; // says more than a clock that was moved alone
    addEffect(m_trial.effect, *clocks, after, m_now);
    m_last = moves.last;
    return true;
}

Result<bool> DryRun::lookAtTickets(const store::Snapshot &snapshot)
{
    const auto stretch = store::openTicketsAfter(snapshot.database(), m_last, ticketsToPass, ticketsInSlice);
    if (!stretch) return tl::unexpected(stretch.error());
    if (stretch->last.isEmpty()) return nameTickets(snapshot).map([] { return false; });
    const auto facts = store::factsOf(snapshot, stretch->open);
    if (!facts) return tl::unexpected(facts.error());
    const auto before = store::keptClocks(snapshot.database(), stretch->open);
    if (!before) return tl::unexpected(before.error());
    QList<store::KeptClock> after;
    for (const QList<store::KeptClock> &each : clocksByFacts(*facts, *m_rules, m_now))
        after += each;
    addEffect(m_trial.effect, *before, after, m_now);
    for (const QString &ticket : stretch->open) {
        if (const auto attributes = openNow(facts->value(ticket))) m_count.add({ticket}, *attributes);
    }
    m_last = stretch->last;
    return true;
}

Result<void> DryRun::nameTickets(const store::Snapshot &snapshot)
{
    m_trial.tickets = m_count.tickets();
    m_trial.matches = m_count.matches();
    m_trial.warnings = m_count.warnings();
    for (qsizetype place = 0; place < m_trial.matches.size(); ++place) {
        for (const TicketId &id : m_count.firstOf(std::size_t(place))) {
            const auto ticket = snapshot.find<Ticket>(id);
            if (!ticket) return tl::unexpected(ticket.error());
            if (*ticket) m_trial.matches[place].numbers.append((*ticket)->number);
        }
    }
    return {};
}

} // namespace akwaba::servicelevels
