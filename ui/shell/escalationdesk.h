// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/actions/actions.h"
#include "core/domain/agent.h"
#include "core/domain/escalation.h"
#include "core/protocol/commands.h"

#include <QObject>

class QMenu;

namespace akwaba {

class Clock;
class ContextPane;
class Desk;
class Random;
class WordsDialog;

/// The escalations of the open ticket: their card, the dialogs in which they are written, and the menu of what can be
/// made of them. Gives its commands to the desk. UI thread.
class EscalationDesk : public QObject {
    Q_OBJECT

public:
    struct Parts {
        Desk &desk;
        ContextPane &context;
        AgentId me;
        const Clock &clock;
        Random &random;
    };

    EscalationDesk(const Parts &parts, QWidget *window);

    /// As of now.
    void showCard();
    /// Adds what it knows of the open ticket.
    void describe(ActionContext &context) const;
    /// With the words of one that was not sent, or was begun, if any. False where the ticket can't be escalated.
    bool escalate(const Escalate *written = nullptr);
    /// What can be made of the open ones; greyed, with the reason, where it is not this agent's turn.
    void showMoves();
    /// Asks for words where the move needs some; begun ones are there again. False where the ticket has no such
    /// escalation any more.
    bool move(const MoveEscalation &command);

Q_SIGNALS:
    /// An answer that was handed back is to be sent.
    void replyWanted(const QString &answer);

private:
    void open(WordsDialog *dialog);
    [[nodiscard]] QList<Command> begun() const;
    void addMoves(QMenu &menu, const Escalation &escalation);
    [[nodiscard]] const Escalation *find(const EscalationId &id) const;
    [[nodiscard]] Agent me() const;
    [[nodiscard]] QList<EscalationPath> paths() const;
    [[nodiscard]] QStringList facts() const;
    [[nodiscard]] QDateTime customerDueAt() const;

    Parts m_parts;
    QWidget *m_window;
};

} // namespace akwaba
