// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/commitlane.h"

#include <QObject>
#include <QTimer>

#include <vector>

namespace akwaba::store {
class Store;
}

namespace akwaba::jmap {

class StateWatch;

/// Lets all watches know of a commit: from one look at the database, and those that have to wait a little as far as
/// possible together. Outlives them. The server's thread.
class Herald : public QObject {
    Q_OBJECT
public:
    explicit Herald(store::Store &store);

    void add(StateWatch *watch) { m_watches.push_back(watch); }
    void remove(StateWatch *watch) { std::erase(m_watches, watch); }
    void notice(const store::CommitNotice &notice);
    /// A watch has something to tell that may not be told before.
    void comeBackIn(std::chrono::milliseconds pause);

private:
    void tellDue();

    store::Store &m_store;
    std::vector<StateWatch *> m_watches;
    QTimer m_timer;
};

} // namespace akwaba::jmap
