// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/presencedesk.h"

#include "core/sync/client.h"
#include "ui/inbox/inboxpane.h"
#include "ui/text/presencewords.h"
#include "ui/ticket/conversationpane.h"

namespace akwaba {

PresenceDesk::PresenceDesk(Client &client, const AgentId &me, const Panes &panes, QObject *parent)
    : QObject(parent), m_client(client), m_me(me), m_panes(panes)
{
    connect(&client, &Client::presenceTold, this, &PresenceDesk::take);
    connect(&client, &Client::statusChanged, this, [this] {
        const SyncPhase phase = m_client.status().phase;
        if (phase == SyncPhase::Offline || phase == SyncPhase::Paused) forgetAll();
    });
    connect(&panes.conversation, &ConversationPane::contextChanged, this, &PresenceDesk::tell);
}

void PresenceDesk::setNames(NameOf nameOf)
{
    m_nameOf = std::move(nameOf);
    showOnTicket();
}

void PresenceDesk::tell()
{
    const bool replies = m_panes.conversation.isReplying();
    const OwnPresence own{m_panes.conversation.ticket(), replies ? PresenceMode::Replying : PresenceMode::Viewing};
    if (m_told == own) return;
    m_told = own;
    m_client.setPresence(own);
    showOnTicket();
}

void PresenceDesk::take(const TicketPresence &now)
{
    const TicketPresence others = withoutMe(now, m_me);
    if (others.present.isEmpty())
        m_others.remove(now.ticket);
    else
        m_others.insert(now.ticket, others);
    m_panes.inbox.setPresence(others);
    showOnTicket();
}

void PresenceDesk::forgetAll()
{
    const auto before = std::exchange(m_others, {});
    for (const TicketPresence &gone : before)
        m_panes.inbox.setPresence({gone.ticket, {}});
    showOnTicket();
}

void PresenceDesk::showOnTicket()
{
    const TicketPresence here = m_others.value(m_panes.conversation.ticket());
    m_panes.conversation.setPresence(here, presenceSentence(here, m_nameOf));
}

} // namespace akwaba
