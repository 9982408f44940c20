// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cache/cachereader.h"
#include "core/sync/client.h"

#include <QObject>

class QWidget;

namespace akwaba {

class NotSentTray;
class OutboxPopup;

/// What waits and what was refused: fills the popup and the tray, and does there what the agent asks for. UI thread.
class OutboxDesk : public QObject {
    Q_OBJECT

public:
    OutboxDesk(Client &client, CacheReader &reader, QWidget *window);

    void setReader(CacheReader &reader) { m_reader = &reader; }
    void showPopup(const QWidget *anchor);
    void showTray();

Q_SIGNALS:
    /// The words of an intent are to be written on: in the composer of its ticket.
    void editRequested(const akwaba::Intent &intent, const akwaba::TicketId &ticket);
    void failed(akwaba::Code code);

private:
    void refresh();
    [[nodiscard]] Result<Command> basedOnNow(const Intent &intent);
    void takeBack(const QString &iid);

    Client &m_client;
    CacheReader *m_reader;
    OutboxPopup *m_popup;
    NotSentTray *m_tray;
};

} // namespace akwaba
