// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The commands of a conversation that need more than the ticket: what was written, and moments that are asked for.
#include "core/actions/commandmaking.h"
#include "core/actions/macros.h"
#include "core/actions/moments.h"
#include "core/base/clock.h"
#include "core/base/random.h"
#include "ui/text/translate.h"
#include "ui/ticket/conversationpane.h"
#include "ui/ticket/momentdialog.h"
#include "ui/ticket/timeline.h"

namespace akwaba {

void ConversationPane::send(const Outgoing &outgoing)
{
    const MessageId id = newId<MessageId>(m_clock, m_random);
    const Ticket &ticket = m_conversation.ticket;
    QList<MacroStep> steps = outgoing.draft.steps;
    QList<Command> commands;
    switch (outgoing.draft.form) {
    case DraftForm::Reply:
        commands.append(replyOf(outgoing.draft, ticket, outgoing.then, id));
        steps.removeIf([](const MacroStep &step) { return step.act == MacroAct::Status; }); // goes with the reply
        break;
    case DraftForm::Note: commands.append(noteOf(outgoing.draft, id)); break;
    case DraftForm::Call:
        commands.append(callOf(outgoing.draft, outgoing.direction, outgoing.callSeconds, outgoing.callOutcome, id));
        break;
    }
    commands += commandsOf(steps, ticket, {m_me, outgoing.draft.basedOn, m_clock.now()});
    if (commands.size() == 1)
        Q_EMIT commanded(commands.constFirst());
    else
        Q_EMIT commandedTogether(commands, {});
    m_composer->sent();
    showWriting(false);
    m_timeline->setFocus();
    if (outgoing.goToNext) Q_EMIT nextRequested();
}

void ConversationPane::ask(const MomentQuestion &question, const std::function<Command(const QDateTime &)> &commandFor)
{
    auto *dialog = new MomentDialog(question, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &MomentDialog::chosen, this,
            [this, commandFor](const QDateTime &moment) { Q_EMIT commanded(commandFor(moment)); });
    dialog->open();
}

void ConversationPane::promiseDate()
{
    const QDateTime now = m_clock.now();
    MomentQuestion question;
    question.title = translate("Conversation", "Promise a date");
    question.hint = translate(
        "Conversation", "The customer hears from us by then at the latest. Tell him so: this alone sends nothing.");
    question.accept = translate("Conversation", "Promise");
    question.withdraw = translate("Conversation", "Take the promise back");
    question.offered = promiseMoments(now.toLocalTime());
    question.standing = promisedDate(m_conversation.ticket, m_conversation.messages);
    question.now = now;
    ask(question, [ticket = ticket()](const QDateTime &moment) { return Promise{ticket, moment}; });
}

void ConversationPane::snooze()
{
    const QDateTime now = m_clock.now();
    MomentQuestion question;
    question.title = translate("Conversation", "Snooze the ticket");
    question.hint = translate("Conversation", "Its clocks go on: what was promised stays promised.");
    question.accept = translate("Conversation", "Snooze");
    question.withdraw = translate("Conversation", "Wake it up");
    question.offered = snoozeMoments(now.toLocalTime());
    question.standing = m_conversation.ticket.snoozedUntil;
    question.now = now;
    ask(question, [ticket = m_conversation.ticket](const QDateTime &moment) { return snoozed(ticket, moment); });
}

} // namespace akwaba
