// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cache/cachereader.h"
#include "core/protocol/commands.h"

#include <QObject>

namespace akwaba {

class Clock;
class NoticePopup;
struct Changed;

/// What this agent is told: fills the popup under the bell, marks as read what he opened, and tells of what is new
/// where he sees it while he works with something else. UI thread.
class NoticeDesk : public QObject {
    Q_OBJECT

public:
    /// A sentence for the agent, outside the window.
    using Tell = std::function<void(const QString &sentence)>;

    NoticeDesk(CacheReader &reader, const Clock &clock, Tell tell, QWidget *window);

    void setReader(CacheReader &reader);
    void applyChange(const Changed &changed);
    void showPopup(const QWidget *anchor);

Q_SIGNALS:
    void commanded(const akwaba::Command &command);
    void ticketWanted(const akwaba::TicketId &ticket);
    void ticketsWanted(const QString &title, const akwaba::ViewSpec &view);
    /// By its id.
    void viewWanted(const QString &view);

private:
    [[nodiscard]] QList<NoticeItem> items();
    void open(const NoticeItem &item);
    void markAllRead();
    void tellNew();

    CacheReader *m_reader;
    const Clock &m_clock;
    const Tell m_tell;
    NoticePopup *m_popup;
    QDateTime m_newest; // of what was there when we last looked
};

} // namespace akwaba
