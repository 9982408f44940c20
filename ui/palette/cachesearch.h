// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cache/cachereader.h"

#include <QThread>

#include <atomic>
#include <memory>

namespace akwaba {

/// Tickets and customers by words, read on a thread of its own, so that no key waits. Only the newest question counts:
/// those that it overtakes are not looked up, and no answer comes to them.
class CacheSearch : public QObject {
    Q_OBJECT

public:
    explicit CacheSearch(CacheReaderOptions options, QObject *parent = nullptr);
    ~CacheSearch() override;

    void ask(const QString &text, int count);
    /// What was asked before is no longer of interest.
    void forget() { ++m_newest; }
    /// The cache was made anew.
    void reopen();

Q_SIGNALS:
    void found(const akwaba::SearchResult &result);

private:
    class Worker;

    QThread m_thread;
    std::unique_ptr<Worker> m_worker; ///< lives in m_thread
    std::atomic<int> m_newest = 0;
};

} // namespace akwaba
