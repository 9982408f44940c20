// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/supervision/supervisionways.h"

#include <QDateTime>
#include <QObject>
#include <QTimer>

namespace akwaba {

class LivePage;

/// Keeps the live page up to date while it is shown: figures are asked for when something changed in sight of the
/// supervisor, once a second at most, and every half minute, since time alone makes tickets late. UI thread.
class SupervisionDesk : public QObject {
    Q_OBJECT

public:
    SupervisionDesk(SupervisionWays ways, LivePage &page, QObject *parent);

    /// The page is on the screen, or no more.
    void setShown(bool shown);
    void setOnline(bool online);
    /// Something came from the server.
    void noteChange();

private:
    void ask();
    void take(const Result<LiveFigures> &figures);
    void show(const LiveFigures &figures);
    void keep(const LiveFigures &figures);
    void showTrouble(Code code);

    const SupervisionWays m_ways;
    LivePage &m_page;
    QTimer m_soon;
    QTimer m_regularly;
    QDateTime m_asOf; // of what is shown
    QDateTime m_keptOf; // of what was kept last
    bool m_shown = false;
    bool m_online = true;
    bool m_asking = false;
    bool m_askAgain = false;
};

} // namespace akwaba
