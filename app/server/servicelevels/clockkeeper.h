// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/clocktables.h"

#include <QObject>
#include <QTimer>

namespace akwaba::store {
class Store;
} // namespace akwaba::store

namespace akwaba::servicelevels {

/// What a look at all tickets found: kept clocks are a cache of what the facts say (sla.md rule 1).
struct RebuildReport {
    qint64 tickets = 0;
    qint64 clocks = 0;
    qint64 different = 0; // tickets whose kept clocks were others
};

/// The tickets whose kept clocks may be others in a moment, since something happened to them. Nothing where those of
/// all may: other rules count, or nobody has kept them for a while.
[[nodiscard]] Result<std::optional<QSet<QString>>> ticketsBehind(const store::Reader &reader, const sla::Rules &rules,
                                                                 qint64 now);

/// Keeps the clocks of all tickets as the facts and the rules change and as time passes. It follows the change log, so
/// that nothing is forgotten when a server dies, and works in slices, each a job of some milliseconds in the commit
/// lane. Of several server processes one does it. Lives on the store's thread; the store must outlive it.
class ClockKeeper : public QObject {
    Q_OBJECT

public:
    explicit ClockKeeper(store::Store &store, QObject *parent = nullptr);

    void start();
    void pause();

    /// One slice, now: what happened, then what other rules made of the rest, then what became late. True while there
    /// is more to do. What the timer does; public so that a test needs no timer.
    [[nodiscard]] Result<bool> keepSome();
    /// For how long, then, nothing happens by itself: no clock becomes late, and no other rules begin to count.
    [[nodiscard]] std::chrono::milliseconds untilNext();
    /// Whether all tickets have still to be looked at, since the rules became others.
    [[nodiscard]] bool isRecomputing() const { return m_recomputing; }

    /// All clocks anew from the facts, whatever is kept. Brings them up to date first, so that a difference is one.
    [[nodiscard]] Result<RebuildReport> rebuild();

private:
    void work();
    void workSoon(std::chrono::milliseconds wait);
    [[nodiscard]] Result<bool> slice(store::Writer &writer);
    [[nodiscard]] Result<void> resume(store::Writer &writer);
    [[nodiscard]] Result<bool> followLog(store::Writer &writer);
    [[nodiscard]] Result<bool> followEditions(store::Writer &writer);
    [[nodiscard]] Result<void> beginRecompute(store::Writer &writer, bool everyTicket);
    [[nodiscard]] Result<bool> recomputeSome(store::Writer &writer);
    [[nodiscard]] Result<QString> moveSome(store::Writer &writer);
    [[nodiscard]] Result<QString> moveStretch(store::Writer &writer);
    [[nodiscard]] Result<bool> judgeWhatIsDue(store::Writer &writer);
    /// The clocks of these tickets as of now; how many of them had others that were not about to change.
    [[nodiscard]] Result<qint64> judge(store::Writer &writer, const QStringList &tickets);
    [[nodiscard]] Result<void> readRules(const store::Reader &reader);

    store::Store &m_store;
    QTimer m_timer;
    bool m_working = false;
    std::shared_ptr<const sla::Rules> m_rules; // null: to be read
    bool m_resumed = false; // what follows is as the settings say
    qint64 m_through = 0; // of the log
    std::optional<qint64> m_edition; // since when the rules count by which they were judged
    bool m_recomputing = false;
    bool m_everyTicket = false; // not only those with open clocks whose dates move
    QString m_recomputed; // the last ticket that was looked at
    qint64 m_judged = 0; // clocks, by judge()
};

} // namespace akwaba::servicelevels
