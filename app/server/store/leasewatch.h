// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QTimer>

namespace akwaba::store {

class Store;

/// Destroys the keys of devices that did not come back (sync.md 3.5): looks once an hour. Of several server processes
/// one does it. Lives on the store's thread; the store must outlive it.
class LeaseWatch : public QObject {
    Q_OBJECT

public:
    explicit LeaseWatch(Store &store, QObject *parent = nullptr);

    void start();
    void pause() { m_timer.stop(); }
    /// Now. What the timer does; public so that a test needs no timer.
    [[nodiscard]] Result<void> look();

private:
    Store &m_store;
    QTimer m_timer;
};

} // namespace akwaba::store
