// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/desk.h"

#include "core/actions/commandmaking.h"
#include "core/actions/macros.h"
#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/protocol/intent.h"
#include "ui/customers/clockcard.h"
#include "ui/customers/contextpane.h"
#include "ui/inbox/inboxpane.h"
#include "ui/text/translate.h"
#include "ui/ticket/conversationpane.h"
#include "ui/ticket/whydialog.h"
#include "ui/widgets/toast.h"

namespace akwaba {

using namespace std::chrono_literals;

Desk::Desk(const Parts &parts, const Panes &panes, QObject *parent)
    : QObject(parent), m_client(parts.client), m_reader(&parts.reader), m_me(parts.me), m_clock(parts.clock),
      m_random(parts.random), m_panes(panes)
{
    connect(&m_client, &Client::changed, this, &Desk::applyChange);
    connect(&panes.inbox, &InboxPane::chosen, this, &Desk::openTicket);
    connect(&panes.context, &ContextPane::ticketChosen, this, &Desk::openTicket);
    connect(&panes.conversation, &ConversationPane::commanded, this, &Desk::command);
    connect(&panes.conversation, &ConversationPane::commandedTogether, this, &Desk::commandTogether);
    connect(&panes.conversation, &ConversationPane::nextRequested, &panes.inbox, &InboxPane::goNext);
    connect(&panes.toast, &Toast::undone, this, &Desk::undo);
    connect(&panes.toast, &Toast::expired, this, [this] { m_undoable.clear(); });
    connect(&panes.inbox, &InboxPane::minutePassed, this, &Desk::showClocks);
    connect(&panes.context, &ContextPane::whyRequested, this, &Desk::explainClocks);
    readDirectories();
    readRules();
}

void Desk::setReader(CacheReader &reader)
{
    m_reader = &reader;
    readDirectories();
    readRules();
    reread();
}

void Desk::readDirectories()
{
    m_directories = {m_reader->agents().value_or(QList<Agent>()),
                     m_reader->teams().value_or(QList<Team>()),
                     m_reader->categories().value_or(QList<Category>()),
                     m_reader->tags().value_or(QList<Tag>()),
                     m_reader->escalationPaths().value_or(QList<EscalationPath>()),
                     m_reader->textModules().value_or(QList<TextModule>()),
                     m_reader->macros().value_or(QList<Macro>())};
    m_panes.inbox.setNames(m_directories.names());
    m_panes.inbox.setDirectories(m_directories);
    m_panes.conversation.setDirectories(m_directories);
    Q_EMIT directoriesChanged();
}

void Desk::readRules()
{
    Result<std::shared_ptr<const sla::Rules>> rules = m_reader->rules();
    if (!rules) return; // those of before are better than none
    m_rules = *rules;
    m_panes.inbox.setRules(m_rules);
    showClocks();
    Q_EMIT rulesChanged();
}

/// As they stand now.
void Desk::showClocks()
{
    m_hasClocks = false;
    if (!m_conversation || !m_rules) return;
    const QDateTime now = m_clock.now();
    const auto clocks = m_reader->clocks(*m_rules, m_conversation->ticket.id, now);
    if (!clocks) return;
    m_hasClocks = !clocks->empty();
    const TimesLeft &times = m_panes.inbox.timesLeft();
    m_panes.context.showClocks(*clocks, times);
    const sla::SlaClock *next = sla::nextOf(*clocks);
    const std::optional<Pill> left = next != nullptr ? std::optional(times.pillOf(*next, now)) : std::nullopt;
    m_panes.conversation.setClock(left, left ? word(next->target) + u", " + left->text : QString());
}

void Desk::explainClocks()
{
    if (!m_conversation || !m_rules) return;
    const QDateTime now = m_clock.now();
    const auto clocks = m_reader->clocks(*m_rules, m_conversation->ticket.id, now);
    if (!clocks) return Q_EMIT failed(clocks.error().code);
    if (clocks->empty()) return;
    auto *dialog = new WhyDialog({m_rules, shownClocks(*clocks), m_panes.inbox.timesLeft(), m_directories.names(), now},
                                 m_panes.context.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void Desk::openTicket(const TicketId &ticket)
{
    if (ticket.isEmpty()) return;
    if (m_conversation && m_conversation->ticket.id == ticket) return;
    Result<Conversation> conversation = m_reader->conversation(ticket);
    if (!conversation) {
        Q_EMIT failed(conversation.error().code);
        return;
    }
    m_conversation = std::move(*conversation);
    m_panes.inbox.setOpenTicket(ticket);
    m_panes.conversation.open(*m_conversation, drafts());
    showContext();
    markSeen();
    Q_EMIT ticketChanged();
}

/// The agent's on the open ticket, the newest first.
QList<Draft> Desk::drafts()
{
    QList<Draft> mine;
    for (const DraftItem &item : m_reader->draftsFor(m_conversation->ticket.id).value_or(QList<DraftItem>())) {
        if (item.local || item.draft.agent == m_me) mine.append(item.draft);
    }
    return mine;
}

void Desk::reread()
{
    if (!m_conversation) return;
    Result<Conversation> conversation = m_reader->conversation(m_conversation->ticket.id);
    if (conversation) {
        m_conversation = std::move(*conversation);
        m_panes.conversation.update(*m_conversation);
        m_panes.conversation.setDrafts(drafts());
        showContext();
        markSeen();
    } else {
        m_conversation.reset();
        m_panes.conversation.clear();
        m_panes.context.clear();
    }
    Q_EMIT ticketChanged();
}

void Desk::showContext()
{
    const CustomerId customer = m_conversation->ticket.customer;
    const Result<CustomerCard> card = m_reader->customerCard(customer);
    if (card)
        m_panes.context.show(*card, m_conversation->ticket.order);
    else
        m_panes.context.clear();
    showClocks();
}

void Desk::markSeen()
{
    QDateTime newest;
    for (const Message &message : m_conversation->messages)
        newest = std::max(newest, message.at);
    if (newest.isValid() && newest != m_conversation->seenAt)
        onResult(m_client.markSeen(m_conversation->ticket.id, newest), this, [](const Result<void> &) { });
}

void Desk::applyChange(const Changed &changed)
{
    static const QSet<QString> small{QStringLiteral("Agent"),          QStringLiteral("Team"),
                                     QStringLiteral("Category"),       QStringLiteral("Tag"),
                                     QStringLiteral("EscalationPath"), QStringLiteral("TextModule"),
                                     QStringLiteral("Macro")};
    static const QSet<QString> rules{QStringLiteral("Calendar"), QStringLiteral("Holiday"),
                                     QStringLiteral("SlaPolicy")};
    if (changed.types.intersects(small)) readDirectories();
    if (changed.types.intersects(rules)) readRules();
    m_panes.inbox.applyChange(changed.tickets, changed.lists);
    if (changed.tickets.contains(m_awaited)) openTicket(std::exchange(m_awaited, {}));
    const bool cardChanged = changed.types.contains(QStringLiteral("Order"));
    if (m_conversation && (cardChanged || changed.tickets.contains(m_conversation->ticket.id))) reread();
}

/// Whom it says something about, for erasure.
QList<CustomerId> Desk::subjectsOf(const Command &command) const
{
    if (!m_conversation || ticketOf(command) != m_conversation->ticket.id || m_conversation->ticket.customer.isEmpty())
        return {};
    return {m_conversation->ticket.customer};
}

/// What makes a ticket is about its customer, with all that is said on it.
QList<CustomerId> Desk::subjectsOf(const QList<Command> &commands) const
{
    QList<CustomerId> subjects;
    for (const Command &command : commands) {
        const auto *creation = std::get_if<CreateTicket>(&command);
        if (creation != nullptr && !creation->ticket.customer.isEmpty()) subjects += creation->ticket.customer;
        subjects += subjectsOf(command);
    }
    return subjects;
}

FormKeeper Desk::formKeeper()
{
    return {[this](const Command &begun) { return m_client.journalForm(begun, subjectsOf(begun)); },
            [this](const Command &begun) { return m_client.forgetForm(begun); }};
}

void Desk::command(const Command &command)
{
    if (std::holds_alternative<Reply>(command)) return commandTogether({command}, {});
    onResult(m_client.perform(command, subjectsOf(command)), this, [this, command](const Result<QString> &iid) {
        if (!iid) Q_EMIT notKept(command, iid.error().code);
    });
}

void Desk::commandTogether(const QList<Command> &commands, const QString &macro)
{
    const auto all = std::make_shared<QList<Done>>();
    const Ticket before = m_conversation ? m_conversation->ticket : Ticket();
    for (const Command &command : commands) {
        const bool isLast = &command == &commands.constLast();
        onResult(m_client.perform(command, subjectsOf(command)), this, [=, this](const Result<QString> &iid) {
            if (iid)
                all->append({*iid, command, takenBack(command, before)});
            else
                Q_EMIT notKept(command, iid.error().code);
            if (isLast) offerUndo(*all, macro);
        });
    }
}

void Desk::commandAll(const QList<Command> &commands)
{
    const QList<CustomerId> subjects = subjectsOf(commands);
    QList<Deed> deeds;
    for (const Command &one : commands) {
        if (const auto *creation = std::get_if<CreateTicket>(&one)) m_awaited = creation->ticket.id;
        deeds.append({one, subjects, {}});
    }
    onResult(m_client.performAll(deeds), this, [this, commands](const Result<QStringList> &iids) {
        if (!iids) Q_EMIT notKept(commands.constLast(), iids.error().code); // it has the words
    });
}

void Desk::offerUndo(const QList<Done> &done, const QString &macro)
{
    const bool isReply = !done.isEmpty() && std::holds_alternative<Reply>(done.constFirst().command);
    if (!isReply && macro.isEmpty()) return; // a note stays, and so does what was done with it
    QList<Done> undoable = done;
    undoable.removeIf([](const Done &one) { return !std::holds_alternative<Reply>(one.command) && !one.back; });
    if (undoable.isEmpty()) return;
    const bool online = m_client.status().phase == SyncPhase::Live;
    QString what =
        online ? translate("Desk", "Reply on its way") : translate("Desk", "Reply kept, waiting for the network");
    if (!isReply) what = translate("Desk", "“%1” applied", "a macro").arg(macro);
    m_panes.toast.start(what, [](int seconds) { return translate("Desk", "Undo, %n s", nullptr, seconds); }, 10s);
    m_undoable = undoable; // not before: with what it takes the place of, that can't be undone any more
    Q_EMIT ticketChanged();
}

void Desk::undo()
{
    const QList<Done> done = std::exchange(m_undoable, {});
    if (done.isEmpty()) return;
    m_panes.toast.dismiss();
    // The last one first: each finds the ticket as it left it.
    for (auto one = done.crbegin(); one != done.crend(); ++one)
        takeBack(*one);
    Q_EMIT ticketChanged();
}

/// Here while it is unsent; at the server, which holds a reply a little longer than the toast, once it is there.
void Desk::takeBack(const Done &done)
{
    onResult(m_client.cancel(done.iid), this, [this, done](const Result<void> &cancelled) {
        const auto *reply = std::get_if<Reply>(&done.command);
        if (cancelled) return reply != nullptr ? writeOn(reply->ticket) : void();
        if (cancelled.error().code != Code::Conflict) return Q_EMIT failed(cancelled.error().code);
        if (reply == nullptr) return command(*done.back);
        command(CancelSend{reply->id, reply->ticket});
        giveBack(*reply);
    });
}

/// The draft that a reply was written in is gone at the server: its words are a new one.
void Desk::giveBack(const Reply &reply)
{
    std::optional<Draft> draft = writtenIn(reply);
    if (!draft) return;
    draft->id = newId<DraftId>(m_clock, m_random);
    draft->rev = 0;
    draft->agent = m_me;
    draft->writtenAt = m_clock.now();
    onResult(m_client.journalDraft(*draft), this, [this, ticket = reply.ticket](const Result<void> &kept) {
        if (!kept) return Q_EMIT failed(kept.error().code);
        writeOn(ticket);
    });
}

/// Where the agent is still there, with the words that he took back.
void Desk::writeOn(const TicketId &ticket)
{
    if (!m_conversation || m_conversation->ticket.id != ticket) return;
    reread();
    m_panes.conversation.perform(ActionId::Reply);
}

QString Desk::ticketNumber() const { return m_conversation ? m_conversation->ticket.number : QString(); }

} // namespace akwaba
