// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/actions/actions.h"
#include "core/cache/readmodel.h"
#include "core/protocol/commands.h"
#include "core/protocol/presence.h"
#include "ui/text/directories.h"
#include "ui/ticket/composer.h"

#include <QWidget>

#include <functional>

class QPushButton;
class QStackedLayout;

namespace akwaba {

struct Pill;
class Answers;
class Banner;
class EmptyState;
struct MomentQuestion;
class TicketHeader;
class Timeline;

/// One ticket: header, time line, and beneath it either what can be written or the composer. Turns what the agent does
/// into commands and hands them on; shows only what it is given.
class ConversationPane : public QWidget {
    Q_OBJECT

public:
    ConversationPane(const Clock &clock, Random &random, DraftKeeper keeper, QWidget *parent = nullptr);

    void setAuthor(const AgentId &agent, const DeviceId &device);
    void setDirectories(const Directories &directories);
    /// How people read the key of an action, for tool tips and hints; asked at once, and again in another language.
    void setKeyNames(std::function<QString(ActionId)> keyName);

    /// Another ticket, with the agent's drafts on it; a draft opens the composer.
    void open(const Conversation &conversation, const QList<Draft> &drafts);
    /// The same ticket, changed. What the agent writes is left alone; a newer message of the customer is announced.
    void update(const Conversation &conversation);
    /// The agent's drafts on the same ticket, changed.
    void setDrafts(const QList<Draft> &drafts);
    void clear();
    /// Who else is on this ticket, and in words.
    void setPresence(const TicketPresence &others, const QString &words);
    /// What is left of the ticket's next clock (TicketHeader).
    void setClock(const std::optional<Pill> &left, const QString &spoken);
    /// The composer is open for a reply.
    [[nodiscard]] bool isReplying() const;
    [[nodiscard]] TicketId ticket() const { return m_conversation.ticket.id; }

    /// Does what an action of the list, the time line or the composer means here; false when it means nothing here.
    bool perform(ActionId id);
    /// Adds what this pane knows.
    void describe(ActionContext &context) const;

    /// Where the time line ends, and what is below belongs to writing; the whole height without a ticket.
    [[nodiscard]] int timelineFoot() const;
    [[nodiscard]] Timeline *timeline() const { return m_timeline; }
    [[nodiscard]] Composer *composer() const { return m_composer; }
    [[nodiscard]] Answers *answers() const { return m_answers; }

Q_SIGNALS:
    void commanded(const akwaba::Command &command);
    /// In this order, and taken back together; of a macro that was applied by itself the name.
    void commandedTogether(const QList<akwaba::Command> &commands, const QString &macro);
    /// After a reply that was sent with "and go to the next".
    void nextRequested();
    void attachmentActivated(const akwaba::Attachment &attachment);
    void linkActivated(const QString &link, const QString &text);
    void textRequested(const akwaba::Message &message);
    void originalRequested(const akwaba::Message &message);
    /// Esc in the time line.
    void left();
    /// What describe() says may have changed.
    void contextChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QString tip(ActionId id) const;
    void take(const Conversation &conversation);
    void connectParts();
    void connectHeader();
    void applyTheme();
    void retranslate();
    void showWriting(bool writing);
    void write(DraftForm form);
    void send(const Outgoing &outgoing);
    void goBack();
    void promiseDate();
    void snooze();
    void ask(const MomentQuestion &question, const std::function<Command(const QDateTime &)> &commandFor);
    [[nodiscard]] QList<EmailAddress> recipients() const;
    [[nodiscard]] bool customerHasWrittenSince() const;

    const Clock &m_clock;
    Random &m_random;
    AgentId m_me;
    Directories m_directories;
    Conversation m_conversation;
    bool m_saidNoReplyNeeded = false;
    QStackedLayout *m_stack;
    EmptyState *m_empty;
    QWidget *m_page;
    TicketHeader *m_header;
    Timeline *m_timeline;
    Banner *m_news;
    std::function<QString(ActionId)> m_keyName;
    Composer *m_composer;
    Answers *m_answers;
    QWidget *m_buttons;
    QPushButton *m_reply;
    QPushButton *m_note;
    QPushButton *m_call;
};

} // namespace akwaba
