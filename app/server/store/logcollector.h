// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QObject>
#include <QTimer>

#include <chrono>

namespace akwaba::store {

class Store;
class Writer;

/// How old a change may be before something of it is taken out of the log. Whoever was away for longer than `keep`
/// starts over; it is more than any lease of a console that works offline.
struct LogAges {
    std::chrono::seconds compactAfter = std::chrono::days(7);
    std::chrono::seconds keep = std::chrono::days(90);
};

/// Keeps the change log as short as those who come back after a long time allow (sync.md 2.2). Of what is older than
/// `compactAfter`, an update that is not the newest of its object says nothing any more, unless it changed who may see
/// the object: such a row stays, since with it would go the word for those who have to forget the object. What is
/// older than `keep` goes with the floor of the log, in one transaction. Works in slices, a second apart, and looks
/// through the whole log once a day. Of several server processes one does it. Lives on the store's thread; the store
/// must outlive it.
class LogCollector : public QObject {
    Q_OBJECT

public:
    explicit LogCollector(Store &store, LogAges ages = {}, QObject *parent = nullptr);

    void start();
    void pause() { m_timer.stop(); }

    /// One slice, now. True while there is more to look at before the end of the log. What the timer does; public so
    /// that a test needs no timer.
    [[nodiscard]] Result<bool> collectSome();

private:
    void work();
    [[nodiscard]] Result<bool> dropOld(Writer &writer) const;
    [[nodiscard]] Result<bool> compact(Writer &writer);

    Store &m_store;
    const LogAges m_ages;
    QTimer m_timer;
    qint64 m_seen = 0; // of the log, in this round
};

} // namespace akwaba::store
