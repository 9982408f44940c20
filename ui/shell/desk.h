// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/actions/actions.h"
#include "core/cache/cachereader.h"
#include "core/protocol/commands.h"
#include "core/sync/client.h"
#include "ui/text/directories.h"
#include "ui/ticket/wordsdialog.h"

#include <QObject>

namespace akwaba {

class ContextPane;
class ConversationPane;
class InboxPane;
class Toast;

/// What the panes of the main window say to each other and to the cache: which ticket is open, what changed, what was
/// commanded, what can be undone. No layout. UI thread.
class Desk : public QObject {
    Q_OBJECT

public:
    struct Panes {
        InboxPane &inbox;
        ConversationPane &conversation;
        ContextPane &context;
        Toast &toast;
    };

    struct Parts {
        Client &client;
        CacheReader &reader;
        AgentId me;
        const Clock &clock;
        Random &random;
    };

    Desk(const Parts &parts, const Panes &panes, QObject *parent = nullptr);

    void setReader(CacheReader &reader);
    void openTicket(const TicketId &ticket);
    void command(const Command &command);
    /// In this order, and taken back together; those of a macro that was applied by itself are called by its name.
    void commandTogether(const QList<Command> &commands, const QString &macro);
    /// Where what stands in forms is kept, on this device.
    [[nodiscard]] FormKeeper formKeeper();
    /// All or none of them, in this order; a ticket that they create is opened as soon as it is in the cache.
    void commandAll(const QList<Command> &commands);
    /// Takes back what the toast offers, wherever it is by now.
    void undo();
    /// "Why this due date?", of every target of the open ticket.
    void explainClocks();
    [[nodiscard]] bool hasClocks() const { return m_hasClocks; }
    [[nodiscard]] bool canUndo() const { return !m_undoable.isEmpty(); }

    [[nodiscard]] const Directories &directories() const { return m_directories; }
    /// Null until they were read.
    [[nodiscard]] const std::shared_ptr<const sla::Rules> &rules() const { return m_rules; }
    /// What is open; null without a ticket.
    [[nodiscard]] const Conversation *conversation() const { return m_conversation ? &*m_conversation : nullptr; }
    [[nodiscard]] CacheReader &reader() const { return *m_reader; }
    [[nodiscard]] const Ticket *ticket() const { return m_conversation ? &m_conversation->ticket : nullptr; }
    /// What stands in the status strip of the open ticket.
    [[nodiscard]] QString ticketNumber() const;

Q_SIGNALS:
    void directoriesChanged();
    void ticketChanged();
    void rulesChanged();
    /// Something that the agent asked for could not be done here.
    void failed(akwaba::Code code);
    /// A command that could not be written down, so that its words are nowhere else.
    void notKept(const akwaba::Command &command, akwaba::Code code);

private:
    /// What was done, and what takes it back once the server has it; a reply is held by the server for that.
    struct Done {
        QString iid;
        Command command;
        std::optional<Command> back;
    };
    void applyChange(const Changed &changed);
    void readDirectories();
    void readRules();
    void showClocks();
    void reread();
    void showContext();
    void markSeen();
    void offerUndo(const QList<Done> &done, const QString &macro);
    void takeBack(const Done &done);
    void giveBack(const Reply &reply);
    void writeOn(const TicketId &ticket);
    [[nodiscard]] QList<Draft> drafts();
    [[nodiscard]] QList<CustomerId> subjectsOf(const Command &command) const;
    [[nodiscard]] QList<CustomerId> subjectsOf(const QList<Command> &commands) const;

    Client &m_client;
    CacheReader *m_reader;
    AgentId m_me;
    const Clock &m_clock;
    Random &m_random;
    Panes m_panes;
    Directories m_directories;
    std::shared_ptr<const sla::Rules> m_rules; // null until they were read
    std::optional<Conversation> m_conversation;
    bool m_hasClocks = false; // of the open ticket
    TicketId m_awaited; // to be opened when it is there
    QList<Done> m_undoable; // together
};

} // namespace akwaba
