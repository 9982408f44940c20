// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/servicelevels/clockmoves.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace akwaba::store {
class Store;
} // namespace akwaba::store

namespace akwaba::servicelevels {

/// Counts what other rules would make of all open clocks, without writing anything (sla.md rule 17). Works in slices of
/// some milliseconds, each in a snapshot of its own and none in the commit lane, so that nobody waits for it; judges
/// all of them as of the moment in which it began. Ends itself after its one answer. Lives on the store's thread; the
/// store must outlive it.
class DryRun : public QObject {
    Q_OBJECT

public:
    using Done = std::function<void(const Result<RuleEffect> &)>;

    /// `rules` are the other ones.
    DryRun(store::Store &store, std::shared_ptr<const sla::Rules> rules, Done done, QObject *parent = nullptr);

private:
    void work();
    /// True while there is more.
    [[nodiscard]] Result<bool> lookAtSome();

    store::Store &m_store;
    const std::shared_ptr<const sla::Rules> m_rules;
    const Done m_done;
    const qint64 m_now;
    RuleEffect m_effect;
    QString m_last; // the last ticket that was looked at
    QTimer m_timer;
};

} // namespace akwaba::servicelevels
