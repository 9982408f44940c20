// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/presence.h"
#include "ui/text/eventwords.h"

#include <QHash>
#include <QObject>

namespace akwaba {

class Client;
class ConversationPane;
class InboxPane;

/// Shows who else is on which ticket, in the list and above the conversation, and says where our agent is (sync.md
/// 2.17). What is known ends with the connection. UI thread.
class PresenceDesk : public QObject {
    Q_OBJECT

public:
    struct Panes {
        InboxPane &inbox;
        ConversationPane &conversation;
    };

    PresenceDesk(Client &client, const AgentId &me, const Panes &panes, QObject *parent = nullptr);

    void setNames(NameOf nameOf);
    /// Another ticket is open, or the agent began or ended a reply.
    void tell();

private:
    void take(const TicketPresence &now);
    void forgetAll();
    void showOnTicket();

    Client &m_client;
    const AgentId m_me;
    const Panes m_panes;
    NameOf m_nameOf = [](const QString &) { return QString(); };
    QHash<TicketId, TicketPresence> m_others;
    OwnPresence m_told;
};

} // namespace akwaba
