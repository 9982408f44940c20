// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/bulkdesk.h"

#include "core/actions/moments.h"
#include "core/base/clock.h"
#include "ui/inbox/bulkbar.h"
#include "ui/inbox/inboxpane.h"
#include "ui/inbox/ticketselection.h"
#include "ui/shell/bulkdialog.h"
#include "ui/shell/bulkmenu.h"
#include "ui/shell/bulkwords.h"
#include "ui/shell/desk.h"
#include "ui/text/quantities.h"
#include "ui/text/translate.h"
#include "ui/ticket/momentdialog.h"

namespace akwaba {

using namespace Qt::StringLiterals;

namespace {

constexpr auto undoable = std::chrono::minutes(10);

} // namespace

BulkDesk::BulkDesk(const Parts &parts, QWidget *window)
    : QObject(window), m_parts(parts), m_window(window), m_bar(parts.inbox.bulkBar())
{
    m_looking.setSingleShot(true);
    connectParts();
}

void BulkDesk::connectParts()
{
    connect(&m_parts.inbox.selection(), &TicketSelection::changed, this, [this] {
        if (m_phase == Phase::Asking) m_phase = Phase::Idle; // what was asked is no longer what is selected
        tell();
    });
    connect(m_bar, &BulkBar::actionWanted, this, &BulkDesk::perform);
    connect(m_bar, &BulkBar::closed, this, [this] {
        if (m_parts.inbox.selection().isEmpty()) m_isDismissed = true;
        m_parts.inbox.selection().clear();
        follow(Phase::Idle);
    });
    connect(m_bar, &BulkBar::accepted, this, &BulkDesk::start);
    connect(m_bar, &BulkBar::refused, this, [this] { follow(Phase::Idle); });
    connect(m_bar, &BulkBar::stopped, this, [this] { m_isStopped = true; });
    connect(m_bar, &BulkBar::detailsWanted, this, &BulkDesk::showResults);
    connect(m_bar, &BulkBar::undoWanted, this, &BulkDesk::undo);
    connect(&m_parts.inbox, &InboxPane::minutePassed, this, &BulkDesk::tell);
    connect(&m_looking, &QTimer::timeout, this, &BulkDesk::lookSome);
    connect(&m_parts.client, &Client::statusChanged, this, &BulkDesk::lookSoon);
    connect(&m_parts.client, &Client::changed, this, &BulkDesk::lookSoon);
}

/// What the agent pressed in the bar may go with it: the keyboard is in the list then, from where it was begun.
void BulkDesk::follow(Phase phase)
{
    m_phase = phase;
    if (m_bar->isAncestorOf(m_window->focusWidget())) m_parts.inbox.takeFocus();
    tell();
}

bool BulkDesk::isOnline() const { return m_parts.client.status().phase == SyncPhase::Live; }

bool BulkDesk::perform(ActionId id)
{
    if (!isForMany(id) || m_parts.inbox.selection().isEmpty()) return false;
    if (m_phase == Phase::Planning || m_phase == Phase::Running) return true; // one after the other
    m_phase = Phase::Idle;
    switch (id) {
    case ActionId::Take: plan(BulkTake{m_parts.me}, false); break;
    case ActionId::Resolve: plan(BulkStatus{TicketStatus::Resolved}, false); break;
    case ActionId::Snooze: chooseMoment(); break;
    default: choose(id);
    }
    return true;
}

/// Of a few tickets each choice says at once what it would do.
void BulkDesk::choose(ActionId id)
{
    tell(); // the bar is there, with its buttons
    const std::vector<qint64> keys = m_parts.inbox.selectedKeys();
    const bool isFew = keys.size() <= bulkAsksAbove;
    const auto tickets = isFew ? m_parts.desk.reader().ticketsNow(keys) : QList<TicketNow>();
    if (!tickets) return Q_EMIT failed(tickets.error().code);
    const auto effectOf = [tickets = *tickets, all = int(keys.size())](const BulkChange &change) -> BulkMenu::Effect {
        const int steps = BulkRun{.change = change, .items = itemsOf(tickets, all, change)}.steps();
        if (steps == all) return {translate("Bulk", "%n ticket(s)", nullptr, steps), true};
        return {translate("Bulk", "%1 of %2", "tickets that change").arg(steps).arg(all), steps > 0};
    };
    auto *menu = new BulkMenu(bulkChoices(id, m_parts.desk.directories(), m_parts.me),
                              isFew ? BulkMenu::EffectOf(effectOf) : BulkMenu::EffectOf(), m_window);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu, &BulkMenu::chosen, this, [this, isFew](const BulkChange &change) { plan(change, isFew); });
    const QWidget *button = m_bar->buttonOf(id);
    menu->popup(button->mapToGlobal(QPoint(0, -menu->sizeHint().height() - 2)));
}

void BulkDesk::chooseMoment()
{
    const QDateTime now = m_parts.clock.now();
    MomentQuestion question;
    const int count = int(m_parts.inbox.selection().count());
    question.title = translate("Bulk", "Snooze %n ticket(s)", nullptr, count);
    question.hint = translate("Conversation", "Its clocks go on: what was promised stays promised.");
    question.accept = translate("Conversation", "Snooze");
    question.offered = snoozeMoments(now.toLocalTime());
    question.now = now;
    auto *dialog = new MomentDialog(question, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &MomentDialog::chosen, this,
            [this](const QDateTime &moment) { plan(BulkSnooze{moment.toUTC()}, false); });
    dialog->open();
}

void BulkDesk::escape()
{
    if (m_phase == Phase::Asking) return follow(Phase::Idle);
    m_parts.inbox.selection().clear();
}

bool BulkDesk::canUndo() const
{
    if (m_phase != Phase::Idle || m_run.isUndo || !m_run.endedAt.isValid()) return false;
    if (m_parts.clock.now() >= m_run.endedAt + undoable) return false;
    return m_run.count(BulkItem::State::Done) + m_run.count(BulkItem::State::Waiting) > 0;
}

QString BulkDesk::undoWords() const
{
    if (!canUndo()) return {};
    const qint64 left = m_parts.clock.now().msecsTo(m_run.endedAt + undoable);
    const int minutes = int((left + 59'999) / 60'000);
    return translate("Bulk", "Undo (%n min)", nullptr, minutes);
}

QString BulkDesk::titleOf(const BulkRun &run) const
{
    return bulkTitle(run, m_parts.desk.directories().names(), m_parts.clock.now());
}

void BulkDesk::showBar()
{
    const auto progress = [this](const BulkRun &run, qsizetype all) {
        m_bar->showProgress(titleOf(run), translate("Bulk", "%1 of %2").arg(number(m_at), number(all)),
                            all > 0 ? double(m_at) / double(all) : 0);
    };
    switch (m_phase) {
    case Phase::Planning: return progress(m_next, m_next.isUndo ? m_run.items.size() : qsizetype(m_keys.size()));
    case Phase::Running: return progress(m_run, m_run.items.size());
    case Phase::Asking: return;
    case Phase::Idle: break;
    }
    if (const qsizetype count = m_parts.inbox.selection().count(); count > 0)
        m_bar->showChoices(int(count));
    else if (!m_run.items.isEmpty() && !m_isDismissed)
        m_bar->showOutcome(titleOf(m_run), bulkSummary(m_run, isOnline()), undoWords());
    else
        m_bar->dismiss();
}

void BulkDesk::tell()
{
    showBar();
    if (m_dialog) m_dialog->setRun(m_run, titleOf(m_run), isOnline(), undoWords());
    Q_EMIT changed();
}

void BulkDesk::showResults()
{
    if (m_run.items.isEmpty()) return;
    if (!m_dialog) {
        m_dialog = new BulkDialog(m_window);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_dialog, &BulkDialog::undoWanted, this, &BulkDesk::undo);
        connect(m_dialog, &BulkDialog::ticketChosen, &m_parts.desk, &Desk::openTicket);
    }
    tell();
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

void BulkDesk::describe(ActionContext &context) const
{
    context.selected = int(m_parts.inbox.selection().count());
    context.hasList = m_parts.inbox.hasTickets();
    context.hasBulk = !m_run.items.isEmpty();
    context.canUndoSend = context.canUndoSend || canUndo();
}

QString BulkDesk::words() const
{
    const int count = int(m_parts.inbox.selection().count());
    return count > 0 ? translate("Bulk", "%n ticket(s) selected. Esc selects nothing.", nullptr, count) : QString();
}

} // namespace akwaba
