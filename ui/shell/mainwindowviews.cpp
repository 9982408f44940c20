// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"

#include "core/actions/commandmaking.h"
#include "ui/customers/contextpane.h"
#include "ui/escalations/escalationboard.h"
#include "ui/inbox/inboxpane.h"
#include "ui/inbox/sidebar.h"
#include "ui/inbox/standardviews.h"
#include "ui/inbox/ticketlistview.h"
#include "ui/inbox/ticketselection.h"
#include "ui/shell/desk.h"
#include "ui/shell/palettedesk.h"
#include "ui/shell/supervisiondesk.h"
#include "ui/shell/topbar.h"
#include "ui/supervision/livepage.h"
#include "ui/text/translate.h"
#include "ui/ticket/answers.h"
#include "ui/ticket/composer.h"
#include "ui/ticket/conversationpane.h"
#include "ui/ticket/timeline.h"
#include "ui/widgets/searchfield.h"

#include <QSplitter>

namespace akwaba {

using namespace Qt::StringLiterals;

// Which view or room the window shows, and how wide each pane is.

namespace {

/// Widths of the panes by the width of the window, all at scale 1. Large text makes a window narrow.
struct PaneWidths {
    int sideBar;
    int list;
    int context; // 0: there is no room for it
};

PaneWidths widthsFor(int window)
{
    if (window >= 1500) return {220, 400, 312};
    if (window >= 1100) return {196, 346, 264};
    if (window >= 900) return {196, 346, 0};
    return {48, 280, 0}; // the side bar's icons
}

} // namespace

void MainWindow::connectViews()
{
    connect(m_sideBar, &SideBar::viewChosen, this, &MainWindow::showView);
    connect(m_sideBar, &SideBar::left, this, [this] {
        if (m_room == m_live) return m_live->takeFocus();
        if (m_room == m_board) return m_board->takeFocus();
        m_inbox->takeFocus();
    });
    connect(m_live, &LivePage::viewWanted, this, &MainWindow::leaveFor);
    connect(m_live, &LivePage::agentWanted, this, [this](const AgentId &id) { leaveFor(agentViewId(id)); });
    connect(m_board, &EscalationBoard::ticketChosen, this, [this](const TicketId &ticket) {
        leaveFor(u"escalations"_s);
        m_desk->openTicket(ticket);
    });
    m_searchSoon.setSingleShot(true);
    m_searchSoon.setInterval(120);
    connect(m_top->search(), &QLineEdit::textChanged, &m_searchSoon, qOverload<>(&QTimer::start));
    connect(&m_searchSoon, &QTimer::timeout, this, [this] { showSearch(m_top->search()->text()); });
    connect(m_inbox->head(), &ListHead::searchChanged, m_top->search(), &QLineEdit::setText);
    connect(m_top->search(), &QLineEdit::returnPressed, m_inbox->view(), [this] { m_inbox->takeFocus(); });
}

void MainWindow::refreshCounters()
{
    const Counters counters = m_reader->counters(m_parts.clock.now()).value_or(Counters());
    m_top->setUnreadNotices(int(counters.unreadNotices));
    bool isOverTeams = false;
    for (const Agent &agent : m_desk->directories().agents) {
        if (agent.id != m_parts.me) continue;
        m_top->setAgent(agent);
        isOverTeams = supervises(agent.roles);
    }
    const QList<SideBarEntry> entries = standardEntries(counters, m_desk->directories(), isOverTeams);
    m_sideBar->setEntries(entries);
    m_palette->setViews(entries);
    if (m_room == m_board) showBoard();
}

void MainWindow::showView(const QString &id)
{
    showRoom(id == supervisionRoom() ? m_live : id == escalationRoom() ? static_cast<QWidget *>(m_board) : nullptr);
    const std::optional<ShownView> view = standardView(id, m_desk->directories());
    if (!view) return;
    const QSignalBlocker quiet(m_top->search());
    m_top->search()->clear();
    m_sideBar->setCurrentView(id);
    m_inbox->showView(view->title, view->spec, view->showsOwner);
}

void MainWindow::showRoom(QWidget *room)
{
    if (room == m_room) return;
    m_room = room;
    if (room != nullptr) m_inbox->selection().clear(); // what is not seen is not changed
    m_inbox->setVisible(room == nullptr);
    m_conversation->setVisible(room == nullptr);
    const bool isLive = room != nullptr && room == m_live;
    const bool isBoard = room != nullptr && room == m_board;
    m_live->setVisible(isLive);
    m_board->setVisible(isBoard);
    m_supervision->setShown(isLive);
    if (isBoard) showBoard();
    placePanes();
    updateWords();
}

void MainWindow::showBoard()
{
    const QList<OpenEscalation> open = m_reader->openEscalations().value_or(QList<OpenEscalation>());
    m_board->setTiers(boardOf(open, m_desk->directories(), m_parts.clock.now()));
}

void MainWindow::leaveFor(const QString &view)
{
    showView(view);
    m_inbox->takeFocus();
}

void MainWindow::showTicket(const TicketId &ticket)
{
    if (m_room != nullptr) showView(firstView());
    m_desk->openTicket(ticket);
    m_conversation->timeline()->setFocus();
}

void MainWindow::showTickets(const QString &title, const ViewSpec &view)
{
    if (m_room != nullptr) showView(firstView());
    m_inbox->showView(title, view);
    m_inbox->takeFocus();
}

/// What fits the open ticket, and how often it was of use.
QList<PaletteEntry> MainWindow::macroEntries() const
{
    QList<PaletteEntry> entries;
    const bool isWriting = m_conversation->composer()->isVisible();
    for (const AnswerPopup::Entry &macro : m_conversation->answers()->fittingMacros(isWriting))
        entries += {macro.id, u"bolt"_s, macro.title, {}, macro.mark, {}};
    return entries;
}

void MainWindow::showSearch(const QString &text)
{
    if (text.trimmed().isEmpty()) return showView(m_sideBar->currentView());
    showRoom(nullptr);
    m_inbox->showSearch(translate("MainWindow", "Search"),
                        readSearch(text, m_desk->directories(), m_parts.clock.now()));
}

void MainWindow::placePanes()
{
    const Theme &theme = themeOf(this);
    const PaneWidths widths = widthsFor(qRound(width() / theme.scale()));
    m_context->setVisible(m_contextWanted && widths.context > 0 && m_room == nullptr);
    // Where the text is so large that not even these fit, each gives way.
    m_inbox->setMinimumWidth(qMin(theme.px(280), width() / 3));
    m_conversation->setMinimumWidth(qMin(theme.px(480), width() / 2));
    const int sideBar = theme.px(widths.sideBar);
    const int list = qMin(theme.px(widths.list), width() / 3);
    const int context = theme.px(widths.context);
    const int rest = width() - sideBar;
    m_sideBar->setMaximumWidth(widths.sideBar < 100 ? sideBar : QWIDGETSIZE_MAX);
    if (m_room != nullptr) return m_panes->setSizes({sideBar, 0, 0, 0, rest, rest});
    m_panes->setSizes({sideBar, list, rest - list - context, context, 0, 0});
}

} // namespace akwaba
