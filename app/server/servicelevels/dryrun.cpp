// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/servicelevels/dryrun.h"

#include "app/server/store/store.h"
#include "core/base/clock.h"

using namespace std::chrono_literals;

namespace akwaba::servicelevels {

DryRun::DryRun(store::Store &store, std::shared_ptr<const sla::Rules> rules, Done done, QObject *parent)
    : QObject(parent), m_store(store), m_rules(std::move(rules)), m_done(std::move(done)),
      m_now(store.clock().now().toMSecsSinceEpoch())
{
    m_timer.setInterval(1ms); // others get their turn
    connect(&m_timer, &QTimer::timeout, this, &DryRun::work);
    m_timer.start();
}

void DryRun::work()
{
    const auto more = lookAtSome();
    if (more && *more) return;
    m_timer.stop();
    m_done(more.map([this](bool) { return m_effect; }));
    deleteLater();
}

Result<bool> DryRun::lookAtSome()
{
    return m_store.read().and_then([this](const store::Snapshot &snapshot) -> Result<bool> {
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
        addEffect(m_effect, *clocks, after, m_now);
        m_last = moves.last;
        return true;
    });
}

} // namespace akwaba::servicelevels
