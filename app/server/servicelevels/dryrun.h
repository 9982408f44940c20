// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/servicelevels/clockmoves.h"
#include "app/server/servicelevels/policycount.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace akwaba::store {
class Snapshot;
class Store;
} // namespace akwaba::store

namespace akwaba::servicelevels {

/// How far other rules reach.
enum class Reach {
    Dates, ///< of open clocks: another calendar, or a holiday
    Tickets, ///< each open ticket may have another policy
};

/// Counts what other rules would make of all that is open, without writing anything (sla.md rule 17). Works in slices
/// of some milliseconds, each in a snapshot of its own and none in the commit lane, so that nobody waits for it; judges
/// all of it as of the moment in which it began. Ends itself after its one answer. Lives on the store's thread; the
/// store must outlive it.
class DryRun : public QObject {
    Q_OBJECT

public:
    /// Where only dates can move, it has but an effect.
    using Done = std::function<void(const Result<PolicyTrial> &)>;

    /// `rules` are the other ones.
    DryRun(store::Store &store, std::shared_ptr<const sla::Rules> rules, Reach reach, Done done,
           QObject *parent = nullptr);

private:
    void work();
    /// True while there is more.
    [[nodiscard]] Result<bool> lookAtSome(const store::Snapshot &snapshot);
    [[nodiscard]] Result<bool> lookAtClocks(const store::Snapshot &snapshot);
    [[nodiscard]] Result<bool> lookAtTickets(const store::Snapshot &snapshot);
    [[nodiscard]] Result<void> nameTickets(const store::Snapshot &snapshot);

    store::Store &m_store;
    const std::shared_ptr<const sla::Rules> m_rules;
    const Reach m_reach;
    const Done m_done;
    const qint64 m_now;
    PolicyTrial m_trial;
    PolicyCount m_count;
    QString m_last; // the last ticket that was looked at
    QTimer m_timer;
};

} // namespace akwaba::servicelevels
