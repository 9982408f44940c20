// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/escalationdesk.h"

#include "core/actions/escalating.h"
#include "core/base/clock.h"
#include "core/cache/cachereader.h"
#include "core/protocol/intent.h"
#include "core/sla/clocks.h"
#include "ui/customers/contextpane.h"
#include "ui/shell/desk.h"
#include "ui/text/enumwords.h"
#include "ui/text/escalationwords.h"
#include "ui/text/translate.h"
#include "ui/ticket/escalationdialog.h"
#include "ui/ticket/escalationmovedialog.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba {

EscalationDesk::EscalationDesk(const Parts &parts, QWidget *window) : QObject(window), m_parts(parts), m_window(window)
{
    connect(&parts.desk, &Desk::ticketChanged, this, &EscalationDesk::showCard);
    connect(&parts.desk, &Desk::directoriesChanged, this, &EscalationDesk::showCard);
    // Later, since the card is made anew when it is pressed.
    connect(
        &parts.context, &ContextPane::moveWanted, this,
        [this](const EscalationId &id, EscalationState to) {
            if (const Escalation *escalation = find(id)) move(moved(*escalation, to));
        },
        Qt::QueuedConnection);
    connect(&parts.context, &ContextPane::replyWanted, this, &EscalationDesk::replyWanted, Qt::QueuedConnection);
}

Agent EscalationDesk::me() const
{
    const QList<Agent> &agents = m_parts.desk.directories().agents;
    const auto found = std::ranges::find(agents, m_parts.me, &Agent::id);
    if (found != agents.end()) return *found;
    Agent unknown;
    unknown.id = m_parts.me;
    return unknown;
}

const Escalation *EscalationDesk::find(const EscalationId &id) const
{
    const Conversation *conversation = m_parts.desk.conversation();
    if (conversation == nullptr) return nullptr;
    const auto found = std::ranges::find(conversation->escalations, id, &Escalation::id);
    return found == conversation->escalations.end() ? nullptr : &*found;
}

void EscalationDesk::showCard()
{
    const Conversation *conversation = m_parts.desk.conversation();
    if (conversation == nullptr) return m_parts.context.showEscalations({});
    m_parts.context.showEscalations({conversation->escalations, conversation->unsentEscalations,
                                     m_parts.desk.directories().names(), me(), m_parts.clock.now()});
}

QList<EscalationPath> EscalationDesk::paths() const
{
    const Conversation *conversation = m_parts.desk.conversation();
    if (conversation == nullptr) return {};
    return pathsLeft(m_parts.desk.directories().paths, conversation->escalations);
}

void EscalationDesk::describe(ActionContext &context) const
{
    const Conversation *conversation = m_parts.desk.conversation();
    if (conversation == nullptr) return;
    const QList<Escalation> &all = conversation->escalations;
    context.hasPaths = !pathsLeft(m_parts.desk.directories().paths, {}).isEmpty();
    context.hasPathLeft = !paths().isEmpty();
    context.isEscalated = std::ranges::any_of(all, [](const Escalation &each) { return isOpen(each.state); });
    context.hasEscalationMoves = hasMoves(all, me());
}

QStringList EscalationDesk::facts() const
{
    const Conversation &open = *m_parts.desk.conversation();
    const Ticket &ticket = open.ticket;
    const Result<CustomerCard> card = m_parts.desk.reader().customerCard(ticket.customer);
    const QList<Order> orders = card ? card->orders : QList<Order>();
    const auto order = std::ranges::find(orders, ticket.order, &Order::id);
    const QList<Product> products = m_parts.desk.reader().products().value_or(QList<Product>());
    const auto product = std::ranges::find(products, ticket.product, &Product::id);
    return knownFacts(ticket, order == orders.end() ? nullptr : &*order,
                      product == products.end() ? QString() : product->name, open.messages, m_parts.clock.now());
}

/// Until when the request is to be solved: an answer to the escalation has to come before.
QDateTime EscalationDesk::customerDueAt() const
{
    if (!m_parts.desk.rules()) return {};
    const auto clocks = m_parts.desk.reader().clocks(*m_parts.desk.rules(), m_parts.desk.conversation()->ticket.id,
                                                     m_parts.clock.now());
    if (!clocks) return {};
    const auto found = std::ranges::find_if(*clocks, [](const sla::SlaClock &clock) {
        return clock.isOpen() && clock.target == Target::Resolution && clock.dueAt;
    });
    return found == clocks->end() ? QDateTime() : QDateTime::fromMSecsSinceEpoch(*found->dueAt, Qt::UTC);
}

bool EscalationDesk::escalate(const Escalate *written)
{
    const QList<EscalationPath> left = paths();
    if (left.isEmpty() || !isActive(m_parts.desk.conversation()->ticket.status)) return false;
    auto *dialog =
        new EscalationDialog({*m_parts.desk.conversation(), left, facts(), m_parts.desk.rules(), customerDueAt()},
                             m_parts.clock, m_parts.random, m_parts.desk.formKeeper(), m_window);
    const QList<Command> kept = begun();
    const auto last =
        std::ranges::find_if(kept, [](const Command &each) { return std::holds_alternative<Escalate>(each); });
    if (written == nullptr && last != kept.end()) written = &std::get<Escalate>(*last);
    if (written != nullptr) dialog->take(*written);
    connect(dialog, &EscalationDialog::commanded, &m_parts.desk, &Desk::command);
    open(dialog);
    return true;
}

/// On the open ticket.
QList<Command> EscalationDesk::begun() const
{
    return m_parts.desk.reader().begunOn(m_parts.desk.conversation()->ticket.id).value_or(QList<Command>());
}

/// Until it is finished, or the ticket is gone from this device: what was written about it goes with it.
void EscalationDesk::open(WordsDialog *dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(&m_parts.desk, &Desk::ticketChanged, dialog,
            [this, dialog, ticket = m_parts.desk.conversation()->ticket.id] {
                if (!m_parts.desk.reader().row(ticket)) dialog->abandon();
            });
    dialog->open();
}

bool EscalationDesk::move(const MoveEscalation &command)
{
    const Escalation *escalation = find(command.escalation);
    if (escalation == nullptr || escalationMove(escalation->state, command.to) == nullptr) return false;
    MoveEscalation now = command;
    const QList<Command> kept = begun();
    const auto same = std::ranges::find(kept, formKey(command), formKey);
    if (now.note.isEmpty() && now.answer.isEmpty() && same != kept.end()) now = std::get<MoveEscalation>(*same);
    now.from = escalation->state;
    if (!needsWords(command.to)) {
        m_parts.desk.command(now);
        return true;
    }
    auto *dialog = new EscalationMoveDialog(now, escalation->asked, m_parts.desk.formKeeper(), m_window);
    connect(dialog, &EscalationMoveDialog::commanded, &m_parts.desk, &Desk::command);
    open(dialog);
    return true;
}

void EscalationDesk::addMoves(QMenu &menu, const Escalation &escalation)
{
    const Theme &theme = themeOf(m_window);
    for (const PossibleMove &one : movesOf(escalation, me())) {
        const QString label = moveLabel(one.to);
        // Where others show their keys.
        QAction *action =
            menu.addAction(icon(theme, iconOf(one.to)), one.isAllowed ? label : label + u'\t' + whyNotMine(one.by));
        action->setObjectName(wireName(one.to));
        action->setEnabled(one.isAllowed);
        connect(action, &QAction::triggered, this, [this, command = moved(escalation, one.to)] { move(command); });
        if (one.isAllowed && menu.activeAction() == nullptr) menu.setActiveAction(action);
    }
}

void EscalationDesk::showMoves()
{
    const Conversation *conversation = m_parts.desk.conversation();
    if (conversation == nullptr) return;
    auto *menu = new QMenu(m_window);
    menu->setObjectName(u"escalationMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const NameOf nameOf = m_parts.desk.directories().names();
    for (const Escalation &each : conversation->escalations) {
        if (!isOpen(each.state)) continue;
        if (!menu->isEmpty()) menu->addSeparator();
        QAction *which = menu->addAction(nameOf(each.path.value) + u" · "_s + word(each.state));
        which->setEnabled(false);
        addMoves(*menu, each);
    }
    const QWidget &context = m_parts.context;
    const QWidget &anchor = context.isVisible() ? context : *m_window;
    menu->popup(anchor.mapToGlobal(QPoint(themeOf(m_window).px(14), themeOf(m_window).px(40))));
}

} // namespace akwaba
