// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"

#include "core/actions/commandmaking.h"
#include "ui/customers/contextpane.h"
#include "ui/escalations/escalationboard.h"
#include "ui/inbox/cachesource.h"
#include "ui/inbox/inboxpane.h"
#include "ui/inbox/sidebar.h"
#include "ui/inbox/standardviews.h"
#include "ui/inbox/ticketlistview.h"
#include "ui/inbox/ticketselection.h"
#include "ui/preferences/keptpreferences.h"
#include "ui/shell/actionset.h"
#include "ui/shell/bulkdesk.h"
#include "ui/shell/desk.h"
#include "ui/shell/escalationdesk.h"
#include "ui/shell/language.h"
#include "ui/shell/noticedesk.h"
#include "ui/shell/outboxdesk.h"
#include "ui/shell/palettedesk.h"
#include "ui/shell/presencedesk.h"
#include "ui/shell/savedialog.h"
#include "ui/shell/statusstrip.h"
#include "ui/shell/supervisiondesk.h"
#include "ui/shell/syncbadge.h"
#include "ui/shell/topbar.h"
#include "ui/shell/trayicon.h"
#include "ui/supervision/livepage.h"
#include "ui/text/errorwords.h"
#include "ui/text/quantities.h"
#include "ui/text/translate.h"
#include "ui/ticket/answers.h"
#include "ui/ticket/conversationpane.h"
#include "ui/ticket/messagepictures.h"
#include "ui/ticket/textdialog.h"
#include "ui/ticket/timeline.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/toast.h"

#include <QBoxLayout>
#include <QEvent>
#include <QMenuBar>
#include <QResizeEvent>
#include <QSettings>
#include <QSplitter>
#include <QTextEdit>

namespace akwaba {

using namespace Qt::StringLiterals;

namespace {

DraftKeeper keeperOf(Client &client)
{
    return {[&client](const Draft &draft) { return client.journalDraft(draft); },
            [&client](const Draft &draft) { return client.discardDraft(draft); }};
}

AttachmentSaver::Ways waysOf(const MainWindow::Parts &parts, QWidget *window)
{
    return {[&client = parts.client](const Attachment &attachment) { return client.download(attachment); },
            parts.chooseFile ? parts.chooseFile : saveDialogOver(window), showFolder,
            [&client = parts.client](const MessageId &message) { return client.original(message); }};
}

MessagePictures::Ways picturesFrom(Client &client)
{
    return {[&client](const Attachment &attachment) { return client.download(attachment); },
            [&client](const MessageId &message, const QString &key) { return client.remotePicture(message, key); }};
}

} // namespace

MainWindow::MainWindow(const Parts &parts)
    : m_parts(parts), m_reader(&parts.reader),
      m_tickets(std::make_unique<CacheSource>(parts.reader, parts.readerOptions, parts.clock)),
      m_actions(new ActionSet(this)), m_top(new TopBar(*m_actions)), m_panes(new QSplitter), m_sideBar(new SideBar),
      m_inbox(new InboxPane(*m_tickets, parts.clock)),
      m_conversation(new ConversationPane(parts.clock, parts.random, keeperOf(parts.client))),
      m_context(new ContextPane(parts.clock)), m_status(new StatusStrip(*m_actions)),
      m_toast(new Toast(m_conversation)), m_saved(new Toast(m_conversation)),
      m_desk(new Desk({parts.client, parts.reader, parts.me, parts.clock, parts.random},
                      {*m_inbox, *m_conversation, *m_context, *m_toast}, this)),
      m_bulk(new BulkDesk({*m_desk, parts.client, *m_inbox, parts.me, parts.clock}, this)),
      m_escalations(new EscalationDesk({*m_desk, *m_context, parts.me, parts.clock, parts.random}, this)),
      m_outbox(new OutboxDesk(parts.client, parts.reader, this)), m_tray(new TrayIcon(this)),
      m_notices(new NoticeDesk(
          parts.reader, parts.clock,
          parts.tell ? parts.tell : [tray = m_tray](const QString &sentence) { tray->tell(sentence); }, this)),
      m_presence(new PresenceDesk(parts.client, parts.me, {*m_inbox, *m_conversation}, this)),
      m_palette(new PaletteDesk({*m_actions, parts.readerOptions, parts.clock}, this)), m_live(new LivePage),
      m_board(new EscalationBoard), m_supervision(new SupervisionDesk(parts.supervision, *m_live, this)),
      m_saver(new AttachmentSaver(waysOf(parts, this), *m_saved, this)),
      m_pictures(new MessagePictures(picturesFrom(parts.client), this)),
      m_links(new LinkOpener(parts.openLink ? parts.openLink : LinkOpener::Open(openOutside), this))
{
    setObjectName(u"mainWindow"_s);
    setMinimumSize(1024, 640);
    m_conversation->setAuthor(parts.me, parts.device);
    m_presence->setNames(m_desk->directories().names());
    m_live->setDirectories(m_desk->directories());
    build();
    connectParts();
    connectViews();
    connectConversation();
    connectClient();
    connectNotices();
    connectPalette();
    restore();
    refreshCounters();
    showView(firstView());
    updateWords();
    m_inbox->takeFocus();
}

MainWindow::~MainWindow() = default;

void MainWindow::build()
{
    m_actions->fillMenuBar(menuBar());
    m_actions->attach(Place::List, m_inbox->view());
    m_actions->attach(Place::Timeline, m_conversation->timeline());
    m_actions->attach(Place::Composer, m_conversation->composer());
    for (const ActionId id : {ActionId::WorkOffline, ActionId::ToggleSideBar, ActionId::ToggleContext})
        m_actions->action(id)->setCheckable(true);
    m_actions->action(ActionId::ToggleSideBar)->setChecked(true);
    m_actions->action(ActionId::ToggleContext)->setChecked(true);
    m_panes->setObjectName(u"panes"_s);
    m_panes->setChildrenCollapsible(false);
    for (QWidget *pane :
         std::initializer_list<QWidget *>{m_sideBar, m_inbox, m_conversation, m_context, m_live, m_board})
        m_panes->addWidget(pane);
    m_live->hide();
    m_board->hide();
    m_panes->setStretchFactor(2, 1);

    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    const Theme &theme = themeOf(this);
    m_top->setFixedHeight(theme.px(44));
    m_status->setFixedHeight(theme.px(24));
    column->addWidget(m_top);
    column->addWidget(m_panes, 1);
    column->addWidget(m_status);
    setCentralWidget(page);
    m_toast->setObjectName(u"undoToast"_s);
    m_saved->setObjectName(u"savedToast"_s);
    m_toast->hide();
    m_saved->hide();
}

void MainWindow::connectParts()
{
    connect(m_actions, &ActionSet::triggered, this, &MainWindow::perform);
    connect(m_actions, &ActionSet::keysChanged, this, &MainWindow::useKeys);
    m_actions->setKeymap(keptKeymap(m_parts.me));
    useKeys();
    // What can be done depends on where the open ticket stands in the list, which fills in the background.
    connect(m_inbox, &InboxPane::contextChanged, this, &MainWindow::updateActions);
    connect(m_inbox, &InboxPane::opened, this, [this] { m_conversation->timeline()->setFocus(); });
    connect(m_conversation, &ConversationPane::left, this, [this] { m_inbox->takeFocus(); });
    connect(m_conversation, &ConversationPane::contextChanged, this, [this] {
        placeToasts();
        updateActions();
    });
    connect(m_desk, &Desk::ticketChanged, this, [this] {
        placeToasts();
        updateActions();
        updateWords();
    });
    connect(m_desk, &Desk::directoriesChanged, this, [this] {
        m_presence->setNames(m_desk->directories().names());
        m_live->setDirectories(m_desk->directories());
        refreshCounters();
        updateActions();
    });
    connect(m_bulk, &BulkDesk::changed, this, [this] {
        updateActions();
        updateWords();
    });
    connect(m_bulk, &BulkDesk::failed, this, [this](Code code) { say(sentence(code)); });
    connect(m_inbox, &InboxPane::minutePassed, m_escalations, &EscalationDesk::showCard);
    connect(m_escalations, &EscalationDesk::replyWanted, this,
            [this](const QString &answer) { writeOn(ActionId::Reply, answer); });
    connect(m_desk, &Desk::failed, this, [this](Code code) { say(sentence(code)); });
    connect(m_desk, &Desk::notKept, this, &MainWindow::giveBack);
    connect(m_outbox, &OutboxDesk::failed, this, [this](Code code) { say(sentence(code)); });
    connect(m_outbox, &OutboxDesk::editRequested, this, &MainWindow::editAgain);
    connect(m_top->outbox(), &QAbstractButton::clicked, this, [this] { perform(ActionId::ShowOutbox); });
}

/// Where a key is named elsewhere than in menus.
void MainWindow::useKeys()
{
    m_conversation->setKeyNames([actions = m_actions](ActionId id) { return actions->keyName(id); });
}

void MainWindow::connectConversation()
{
    connect(m_conversation, &ConversationPane::attachmentActivated, m_saver, &AttachmentSaver::save);
    m_conversation->timeline()->setPictures(m_pictures);
    connect(m_conversation, &ConversationPane::originalRequested, m_saver, &AttachmentSaver::saveOriginal);
    connect(m_conversation, &ConversationPane::linkActivated, m_links, &LinkOpener::open);
    connect(m_conversation, &ConversationPane::textRequested, this, [this](const Message &message) {
        auto *dialog = new TextDialog(message, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    connect(m_saver, &AttachmentSaver::failed, this, [this](const QString &sentence) { say(sentence); });
    connect(m_saver, &AttachmentSaver::told, this, &MainWindow::placeToasts);
}

void MainWindow::connectClient()
{
    connect(&m_parts.client, &Client::statusChanged, this, [this] {
        m_top->setStatus(m_parts.client.status());
        m_inbox->setOffline(m_parts.client.status().phase == SyncPhase::Offline);
        m_supervision->setOnline(!isOffline(m_parts.client.status()));
        updateActions();
        updateWords();
    });
    connect(&m_parts.client, &Client::changed, this, [this](const Changed &changed) {
        if (changed.lists || !changed.types.isEmpty()) m_countersSoon.start();
        m_supervision->noteChange();
    });
    connect(m_inbox, &InboxPane::minutePassed, &m_countersSoon, qOverload<>(&QTimer::start));
    m_countersSoon.setSingleShot(true);
    m_countersSoon.setInterval(50);
    connect(&m_countersSoon, &QTimer::timeout, this, &MainWindow::refreshCounters);
}

void MainWindow::connectNotices()
{
    connect(&m_parts.client, &Client::changed, m_notices, &NoticeDesk::applyChange);
    connect(m_notices, &NoticeDesk::commanded, m_desk, &Desk::command);
    connect(m_notices, &NoticeDesk::viewWanted, this, &MainWindow::leaveFor);
    connect(m_notices, &NoticeDesk::ticketWanted, this, &MainWindow::showTicket);
    connect(m_notices, &NoticeDesk::ticketsWanted, this, &MainWindow::showTickets);
    connect(m_tray, &TrayIcon::pressed, this, [this] {
        raise();
        activateWindow();
        perform(ActionId::ShowNotices);
    });
}

void MainWindow::connectPalette()
{
    m_palette->setMacros([this] { return macroEntries(); });
    connect(m_palette, &PaletteDesk::macroWanted, m_conversation->answers(), &Answers::applyMacro);
    connect(m_palette, &PaletteDesk::viewWanted, this, &MainWindow::leaveFor);
    connect(m_palette, &PaletteDesk::ticketWanted, this, &MainWindow::showTicket);
    connect(m_palette, &PaletteDesk::ticketsWanted, this, &MainWindow::showTickets);
    connect(m_palette, &PaletteDesk::openChanged, this, &MainWindow::updateWords);
}

void MainWindow::restore()
{
    const QSettings settings;
    if (!restoreGeometry(settings.value(u"window/geometry"_s).toByteArray())) resize(1366, 768);
    m_top->setStatus(m_parts.client.status());
    m_supervision->setOnline(!isOffline(m_parts.client.status()));
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_conversation->composer()->flush();
    QSettings settings;
    settings.setValue(u"window/geometry"_s, saveGeometry());
    QMainWindow::closeEvent(event);
}

void MainWindow::setReader(CacheReader &reader)
{
    m_reader = &reader;
    m_tickets->setReader(reader);
    m_outbox->setReader(reader);
    m_notices->setReader(reader);
    m_desk->setReader(reader);
    m_palette->cacheReplaced();
    refreshCounters();
    m_inbox->selection().clear(); // its keys are those of the old one
    m_inbox->refresh();
}

void MainWindow::updateActions()
{
    ActionContext context;
    context.me = m_parts.me;
    if (const Ticket *ticket = m_desk->ticket()) context.ticket = *ticket;
    context.hasNext = m_inbox->hasNext();
    context.hasPrevious = m_inbox->hasPrevious();
    context.canUndoSend = m_desk->canUndo();
    context.hasClocks = m_desk->hasClocks();
    context.workingOffline = m_actions->action(ActionId::WorkOffline)->isChecked();
    context.isConnected = !isOffline(m_parts.client.status());
    for (const Agent &agent : m_desk->directories().agents) {
        if (agent.id == m_parts.me)
            context.isAdministrator = agent.roles.contains(Role::Administrator) && bool(m_parts.mailboxes.list);
    }
    m_conversation->describe(context);
    m_escalations->describe(context);
    m_bulk->describe(context);
    m_actions->update(context);
}

void MainWindow::updateWords()
{
    const QString number = m_desk->ticketNumber();
    const QString ticket = number.isEmpty() ? QString() : translate("MainWindow", "No. %1").arg(number);
    const QString what = m_room != nullptr ? m_room->accessibleName() : ticket;
    setWindowTitle(what.isEmpty() ? u"Akwaba"_s : what + u" — Akwaba"_s);
    const SyncStatus &status = m_parts.client.status();
    if (m_palette->isOpen())
        m_status->setText(translate("Palette", "Palette: ↑ ↓ choose, Enter does it, Esc closes"));
    else if (!m_bulk->words().isEmpty())
        m_status->setText(m_bulk->words());
    else if (isOffline(status) && status.dataAsOf.isValid())
        m_status->setText(translate("MainWindow", "Offline, data of %1. Reading, searching and writing work.")
                              .arg(clockTime(status.dataAsOf)));
    else
        m_status->setText(m_room == m_live ? translate("Supervision", "Each figure opens its list.") : ticket);
}

void MainWindow::placeToasts()
{
    int bottom = m_conversation->timelineFoot() - 12; // never over what one writes with
    for (Toast *toast : {m_toast, m_saved}) {
        toast->adjustSize();
        toast->move(12, bottom - toast->height());
        toast->raise();
        if (toast->isVisibleTo(m_conversation)) bottom -= toast->height() + 8;
    }
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    if (event->oldSize().width() != event->size().width()) placePanes();
    placeToasts();
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::StyleChange) placePanes();
    if (event->type() == QEvent::LanguageChange) {
        m_actions->retranslate();
        refreshCounters();
        if (m_top->search()->text().isEmpty()) showView(m_sideBar->currentView());
        m_bulk->retranslate();
        updateWords();
    }
    QMainWindow::changeEvent(event);
}

} // namespace akwaba
