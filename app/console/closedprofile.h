// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/session.h"
#include "core/sync/serverlist.h"
#include "ui/shell/closedpage.h"

#include <QTimer>

namespace akwaba {

/// A profile whose cache may not be opened until the server was met: asks it, at once and every half minute, and shows
/// meanwhile what is in the outbox. UI thread.
class ClosedProfile : public QObject {
    Q_OBJECT

public:
    /// `page` outlives this.
    ClosedProfile(Session::Setup setup, const Clock &clock, ClosedPage &page);

    void contact();
    /// With the lease that the contact gave.
    [[nodiscard]] Session::Setup take() { return std::move(m_setup); }

Q_SIGNALS:
    void reopened();
    void logInNeeded();

private:
    void showUnsent();
    void answered(const Result<LeaseGrant> &grant);

    Session::Setup m_setup;
    const Clock &m_clock;
    ClosedPage &m_page;
    ServerList m_servers;
    QTimer m_timer;
    bool m_asking = false;
};

} // namespace akwaba
