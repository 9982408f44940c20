// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/outboxdesk.h"

#include "ui/shell/notsenttray.h"
#include "ui/shell/outboxpopup.h"

#include <QClipboard>
#include <QGuiApplication>

#include <algorithm>

namespace akwaba {

OutboxDesk::OutboxDesk(Client &client, CacheReader &reader, QWidget *window)
    : QObject(window), m_client(client), m_reader(&reader), m_popup(new OutboxPopup(window)),
      m_tray(new NotSentTray(window))
{
    connect(&client, &Client::statusChanged, this, &OutboxDesk::refresh);
    connect(m_popup, &OutboxPopup::retryRequested, &client, &Client::syncNow);
    connect(m_popup, &OutboxPopup::notSentRequested, this, &OutboxDesk::showTray);
    connect(m_popup, &OutboxPopup::cancelRequested, this, &OutboxDesk::takeBack);
    connect(m_popup, &OutboxPopup::editRequested, this, [this](const OutboxItem &item) {
        // Taken back first, so that it can't be sent while it is being written on.
        onResult(m_client.cancel(item.intent.iid), this, [this, item](const Result<void> &done) {
            if (done)
                Q_EMIT editRequested(item.intent, item.ticket);
            else
                Q_EMIT failed(done.error().code);
        });
    });
    connect(m_tray, &NotSentTray::editRequested, this, [this](const OutboxItem &item) {
        m_tray->hide();
        Q_EMIT editRequested(item.intent, item.ticket);
    });
    connect(m_tray, &NotSentTray::resendRequested, this, [this](const OutboxItem &item) {
        const Result<Command> command = basedOnNow(item.intent);
        if (!command) {
            Q_EMIT failed(command.error().code);
            return;
        }
        onResult(m_client.resend(item.intent.iid, *command), this, [this](const Result<QString> &done) {
            if (!done) Q_EMIT failed(done.error().code);
        });
    });
    connect(m_tray, &NotSentTray::discardRequested, this, [this](const QString &iid) {
        onResult(m_client.discard(iid), this, [this](const Result<void> &done) {
            if (!done) Q_EMIT failed(done.error().code);
            refresh();
        });
    });
    connect(m_tray, &NotSentTray::copyRequested, this,
            [](const QString &text) { QGuiApplication::clipboard()->setText(text); });
}

namespace {

/// The newest that the server has.
MessageId lastPublic(const Conversation &conversation)
{
    MessageId last;
    for (const Message &message : conversation.messages) {
        if (message.kind == MessageKind::Public && message.at.isValid()) last = message.id;
    }
    return last;
}

/// What is sent is made of no draft any more.
void forgetDraft(Command &command)
{
    std::visit(
        [](auto &meant) {
            if constexpr (requires { meant.draft, meant.draftRev, meant.text; }) {
                meant.draft = {};
                meant.draftRev = 0;
            }
        },
        command);
}

} // namespace

/// The same words, written in the knowledge of what was said meanwhile: the agent has just been told of it.
Result<Command> OutboxDesk::basedOnNow(const Intent &intent)
{
    Result<Command> command = commandOf(intent);
    if (!command) return command;
    if (auto *escalate = std::get_if<Escalate>(&*command)) {
        const Result<Conversation> conversation = m_reader->conversation(escalate->escalation.ticket);
        if (!conversation) return tl::unexpected(conversation.error());
        escalate->basedOn = lastPublic(*conversation);
    }
    if (auto *reply = std::get_if<Reply>(&*command)) {
        const Result<Conversation> conversation = m_reader->conversation(reply->ticket);
        if (!conversation) return tl::unexpected(conversation.error());
        reply->basedOn = lastPublic(*conversation);
        reply->fromStatus = conversation->ticket.status;
    }
    // A draft in which he has written on since is more than what is sent of it.
    if (const auto written = writtenIn(*command)) {
        const QList<DraftItem> drafts = m_reader->draftsFor(written->ticket).value_or(QList<DraftItem>());
        const bool isSame = std::ranges::any_of(drafts, [&written](const DraftItem &item) {
            return item.draft.id == written->id && item.draft.text == written->text;
        });
        if (!isSame) forgetDraft(*command);
    }
    return command;
}

void OutboxDesk::takeBack(const QString &iid)
{
    onResult(m_client.cancel(iid), this, [this](const Result<void> &done) {
        if (!done) Q_EMIT failed(done.error().code);
        refresh();
    });
}

void OutboxDesk::refresh()
{
    if (!m_popup->isVisible() && !m_tray->isVisible()) return;
    const QList<OutboxItem> waiting = m_reader->notYetSent().value_or(QList<OutboxItem>());
    const QList<OutboxItem> refused = m_reader->notSent().value_or(QList<OutboxItem>());
    m_popup->setItems(waiting, int(refused.size()), m_client.status().phase == SyncPhase::Live);
    m_tray->setItems(refused);
}

void OutboxDesk::showPopup(const QWidget *anchor)
{
    const QList<OutboxItem> refused = m_reader->notSent().value_or(QList<OutboxItem>());
    m_popup->setItems(m_reader->notYetSent().value_or(QList<OutboxItem>()), int(refused.size()),
                      m_client.status().phase == SyncPhase::Live);
    m_popup->openBelow(anchor, PopupFrame::Align::End);
}

void OutboxDesk::showTray()
{
    m_tray->setItems(m_reader->notSent().value_or(QList<OutboxItem>()));
    m_tray->show();
    m_tray->raise();
    m_tray->activateWindow();
}

} // namespace akwaba
