// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/servicelevels/alarmsteps.h"
#include "app/server/store/alarmtables.h"

#include <QObject>
#include <QTimer>

namespace akwaba::store {
class Store;
} // namespace akwaba::store

namespace akwaba::servicelevels {

/// Tells agents that clocks come to their end, by notices: each step of a clock once, when people work, and in rounds,
/// so that what comes together is one notice. It goes by the kept clocks, and waits where they are about to change.
/// Of several server processes one does it. Lives on the store's thread; the store must outlive it.
class AlarmKeeper : public QObject {
    Q_OBJECT

public:
    explicit AlarmKeeper(store::Store &store, QObject *parent = nullptr);

    void start();
    void pause();
    /// Tells what is to be told now. Says for how long then nothing else is. What the timer does; public so that a
    /// test needs none.
    [[nodiscard]] Result<std::chrono::milliseconds> keep();

private:
    /// A clock of which somebody has to be told, and of which steps.
    struct Due {
        store::KeptClock clock;
        std::vector<Alarm> alarms;
        NoticeKind kind = NoticeKind::SlaAtRisk; // as it stands by now, whatever was told before
        std::optional<qint64> nextAt; // after that
    };
    struct Findings {
        QList<Due> due;
        QList<store::NextAlarm> next; // of the clocks of which nobody has to be told now
    };

    struct Plan {
        QList<store::NextAlarm> clocks; // of which something is to be written
        std::chrono::milliseconds rest{0}; // until the next look
    };

    void work();
    void workSoon(std::chrono::milliseconds wait);
    [[nodiscard]] Result<void> readRules(const store::Reader &reader);
    [[nodiscard]] Result<Plan> planFrom(const store::Reader &reader);
    /// At these clocks, but for those of tickets that are about to change. Nothing where all may be.
    [[nodiscard]] Result<std::optional<Findings>> look(const store::Reader &reader,
                                                       const QList<store::NextAlarm> &clocks);
    void lookAt(const store::KeptClock &clock, const QList<store::ToldStep> &told, Findings &findings) const;
    /// Looks again, in the lane, and writes what comes of it.
    [[nodiscard]] Result<void> settle(const QList<store::NextAlarm> &clocks);
    /// One notice for each agent and kind.
    [[nodiscard]] static Result<void> tell(store::Writer &writer, QList<Due> due);
    /// What stands in it of the clocks, of which there is one at least.
    [[nodiscard]] static Notice noticeOf(const QList<const Due *> &due);
    [[nodiscard]] Result<void> sweep();
    /// When the next round may be.
    [[nodiscard]] static Result<qint64> nextRound(const store::Reader &reader);

    store::Store &m_store;
    QTimer m_timer;
    bool m_working = false;
    std::shared_ptr<const sla::Rules> m_rules; // as they were read last
};

} // namespace akwaba::servicelevels
