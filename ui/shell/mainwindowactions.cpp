// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"

#include "core/protocol/intent.h"
#include "ui/customers/contextpane.h"
#include "ui/escalations/escalationboard.h"
#include "ui/inbox/inboxpane.h"
#include "ui/inbox/sidebar.h"
#include "ui/inbox/ticketlistview.h"
#include "ui/preferences/keptpreferences.h"
#include "ui/preferences/preferencesdialog.h"
#include "ui/settings/calendarsdialog.h"
#include "ui/settings/holidaysdialog.h"
#include "ui/settings/macrosdialog.h"
#include "ui/settings/mailboxesdialog.h"
#include "ui/settings/policiesdialog.h"
#include "ui/settings/textmodulesdialog.h"
#include "ui/shell/actionset.h"
#include "ui/shell/bulkdesk.h"
#include "ui/shell/desk.h"
#include "ui/shell/escalationdesk.h"
#include "ui/shell/intentwords.h"
#include "ui/shell/language.h"
#include "ui/shell/noticedesk.h"
#include "ui/shell/outboxdesk.h"
#include "ui/shell/palettedesk.h"
#include "ui/shell/savedialog.h"
#include "ui/shell/shortcutsheet.h"
#include "ui/shell/syncbadge.h"
#include "ui/shell/topbar.h"
#include "ui/supervision/livepage.h"
#include "ui/text/errorwords.h"
#include "ui/text/translate.h"
#include "ui/ticket/composer.h"
#include "ui/ticket/conversationpane.h"
#include "ui/ticket/newticketdialog.h"
#include "ui/ticket/timeline.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QMessageBox>
#include <QSettings>
#include <QTextEdit>

namespace akwaba {

using namespace Qt::StringLiterals;

// What each action of the table does in this window. An action that the window does not know is the conversation's.

void MainWindow::perform(ActionId id)
{
    if (performForMany(id)) return;
    switch (id) {
    case ActionId::NewCall: return record(NewTicketDialog::Kind::Call);
    case ActionId::CaptureMessage: return record(NewTicketDialog::Kind::Social);
    case ActionId::SyncNow: return m_parts.client.syncNow();
    case ActionId::WorkOffline: m_parts.client.goOffline(m_actions->action(id)->isChecked()); return updateActions();
    case ActionId::LogOut:
        m_conversation->composer()->flush();
        Q_EMIT logOutRequested();
        return;
    case ActionId::Quit: close(); return;
    case ActionId::Palette: return m_palette->open();
    case ActionId::SearchTickets: m_top->search()->setFocus(); return m_top->search()->selectAll();
    case ActionId::CopyNumber: return QGuiApplication::clipboard()->setText(m_desk->ticketNumber());
    case ActionId::CancelSend: return m_desk->undo();
    case ActionId::WhyDue: return m_desk->explainClocks();
    case ActionId::Escalate: m_escalations->escalate(); return;
    case ActionId::MoveEscalation: return m_escalations->showMoves();
    case ActionId::ShowOutbox: return m_outbox->showPopup(m_top->outbox());
    case ActionId::ShowNotSent: return m_outbox->showTray();
    case ActionId::ShowNotices: return m_notices->showPopup(m_top->bell());
    case ActionId::Preferences: return showPreferences();
    case ActionId::About: return showPreferences(u"about"_s);
    case ActionId::Mailboxes: return showMailboxes();
    case ActionId::Holidays: return showHolidays();
    case ActionId::Calendars: return showCalendars();
    case ActionId::Policies: return showPolicies();
    case ActionId::TextModules: return openOverDirectories<TextModulesDialog>();
    case ActionId::Macros: return openOverDirectories<MacrosDialog>();
    case ActionId::Shortcuts: {
        auto *sheet = new ShortcutSheet(*m_actions, this);
        sheet->setAttribute(Qt::WA_DeleteOnClose);
        return sheet->open();
    }
    default: return performForView(id);
    }
}

/// True for what has to do with the selected tickets, and was done. Who reads a ticket means that one.
bool MainWindow::performForMany(ActionId id)
{
    switch (id) {
    case ActionId::SelectTicket: m_inbox->toggleCurrent(); return true;
    case ActionId::SelectAll: m_inbox->selectAll(); return true;
    case ActionId::ClearSelection: m_bulk->escape(); return true;
    case ActionId::ShowBulk: m_bulk->showResults(); return true;
    case ActionId::CancelSend:
        if (m_desk->canUndo() || !m_bulk->canUndo()) return false;
        m_bulk->undo();
        return true;
    default: return !m_conversation->isAncestorOf(focusWidget()) && m_bulk->perform(id);
    }
}

void MainWindow::performForView(ActionId id)
{
    const auto look = [this](auto Appearance::*member, auto value) {
        Appearance wanted = appearanceOf(m_parts.theme);
        wanted.*member = value;
        changeAppearance(m_parts.theme, wanted);
    };
    switch (id) {
    case ActionId::SchemeSystem: return look(&Appearance::scheme, Theme::Scheme::System);
    case ActionId::SchemeLight: return look(&Appearance::scheme, Theme::Scheme::Light);
    case ActionId::SchemeDark: return look(&Appearance::scheme, Theme::Scheme::Dark);
    case ActionId::DensityCompact: return look(&Appearance::density, Density::Compact);
    case ActionId::DensityNormal: return look(&Appearance::density, Density::Normal);
    case ActionId::DensityComfortable: return look(&Appearance::density, Density::Comfortable);
    case ActionId::LanguageFrench: return speak(u"fr"_s);
    case ActionId::LanguageEnglish: return speak(u"en"_s);
    default: return performForPane(id);
    }
}

void MainWindow::speak(const QString &language)
{
    QSettings().setValue(u"language"_s, language);
    m_parts.language.use(language);
}

void MainWindow::performForPane(ActionId id)
{
    switch (id) {
    case ActionId::RefreshList: return m_inbox->refresh();
    case ActionId::ToggleSideBar: m_sideBar->setVisible(m_actions->action(id)->isChecked()); return;
    case ActionId::ToggleContext:
        m_contextWanted = m_actions->action(id)->isChecked();
        m_context->setVisible(m_contextWanted);
        return;
    case ActionId::NextPane: return movePane(1);
    case ActionId::PreviousPane: return movePane(-1);
    case ActionId::NextTicket: return m_inbox->goNext();
    case ActionId::PreviousTicket: return m_inbox->goPrevious();
    case ActionId::OpenTicket: return m_conversation->timeline()->setFocus();
    default: m_conversation->perform(id);
    }
}

void MainWindow::movePane(int step)
{
    const QList<QWidget *> panes{
        m_sideBar, m_inbox->view(), m_conversation->timeline(), m_conversation->composer()->editor(), m_context,
        m_live,    m_board};
    QList<QWidget *> reachable;
    for (QWidget *pane : panes) {
        if (pane->isVisible()) reachable.append(pane);
    }
    qsizetype at = 0;
    for (qsizetype i = 0; i < reachable.size(); ++i) {
        if (reachable[i]->hasFocus() || reachable[i]->isAncestorOf(focusWidget())) at = i;
    }
    reachable[(at + step + reachable.size()) % reachable.size()]->setFocus(Qt::ShortcutFocusReason);
}

/// What could not be written down goes back to where it was written; into the message where there is no such place.
void MainWindow::giveBack(const Command &command, Code code)
{
    const Intent intent = makeIntent(command, m_parts.clock, m_parts.random);
    const QString words = intentText(intent);
    const TicketId ticket = akwaba::ticketOf(command);
    const bool hasPlace = !words.isEmpty() && m_reader->conversation(ticket).has_value();
    if (hasPlace) editAgain(intent, ticket);
    say(sentence(code), hasPlace ? QString() : words);
}

void MainWindow::say(const QString &sentence, const QString &words)
{
    auto *box = new QMessageBox(QMessageBox::Warning, u"Akwaba"_s, sentence, QMessageBox::Ok, this);
    box->setObjectName(u"errorBox"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    if (!words.isEmpty()) box->setDetailedText(words);
    box->open();
}

void MainWindow::record(NewTicketDialog::Kind kind)
{
    const auto find = [this](const QString &text) {
        return m_reader->search(text, 8).value_or(SearchResult()).customers;
    };
    auto *dialog = new NewTicketDialog(kind, m_parts.clock, m_parts.random, find, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAuthor(m_parts.me, m_desk->directories());
    connect(dialog, &NewTicketDialog::commanded, m_desk, &Desk::commandAll);
    dialog->open();
}

void MainWindow::showPreferences(const QString &page)
{
    const SyncStatus &status = m_parts.client.status();
    const SyncWords connection = syncWords(status);
    PreferencesDialog::Parts parts{m_parts.theme};
    for (const Agent &agent : m_desk->directories().agents)
        if (agent.id == m_parts.me) parts.agent = agent;
    for (const Team &team : m_desk->directories().teams)
        if (parts.agent.teams.contains(team.id)) parts.teams += team.name;
    parts.connection = connection.text;
    parts.dataAsOf = status.dataAsOf;
    parts.keepDays = m_parts.keepDays;
    parts.now = m_parts.clock.now();
    parts.language = [this] { return m_parts.language.tag(); };
    parts.speak = [this](const QString &language) { speak(language); };
    parts.keymap = [this] { return m_actions->keymap(); };
    parts.setKeymap = [this](const Keymap &keymap) {
        keepKeymap(keymap, m_parts.me);
        m_actions->setKeymap(keymap);
    };
    auto *dialog = new PreferencesDialog(parts, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (!page.isEmpty()) dialog->showPage(page);
    dialog->open();
}

void MainWindow::showMailboxes()
{
    auto *dialog = new MailboxesDialog(m_parts.mailboxes, m_desk->directories().teams, m_parts.clock, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::showHolidays()
{
    HolidayWays ways = m_parts.holidays;
    if (!ways.chooseFile)
        ways.chooseFile = openDialogOver(this, translate("Holidays", "Import holidays"),
                                         translate("Holidays", "iCalendar files (*.ics)"));
    auto *dialog = new HolidaysDialog({ways, m_parts.clock}, this);
    openOverRules(dialog,
                  [dialog](const sla::Rules &rules) { dialog->setHolidays(rules.holidays(), rules.calendars()); });
}

void MainWindow::showCalendars()
{
    auto *dialog = new CalendarsDialog(m_parts.rules, {m_parts.clock}, this);
    openOverRules(dialog,
                  [dialog](const sla::Rules &rules) { dialog->setCalendars(rules.calendars(), rules.policies()); });
}

void MainWindow::showPolicies()
{
    auto *dialog = new PoliciesDialog(m_parts.rules, m_desk->directories(), {m_parts.clock}, this);
    openOverRules(dialog,
                  [dialog](const sla::Rules &rules) { dialog->setPolicies(rules.policies(), rules.calendars()); });
}

/// With what counts, now and whenever it is another, and whether the server can be asked.
template <class D, class F> void MainWindow::openOverRules(D *dialog, F show)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const auto refresh = [this, show] {
        if (m_desk->rules()) show(*m_desk->rules());
    };
    connect(m_desk, &Desk::rulesChanged, dialog, refresh);
    connect(&m_parts.client, &Client::statusChanged, dialog,
            [this, dialog] { dialog->setOnline(!isOffline(m_parts.client.status())); });
    refresh();
    dialog->open();
}

/// With what there is, now and whenever it is another, and whether the server can be asked.
template <class D> void MainWindow::openOverDirectories()
{
    auto *dialog = new D(m_parts.macros, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const auto refresh = [this, dialog] { dialog->setDirectories(m_desk->directories()); };
    connect(m_desk, &Desk::directoriesChanged, dialog, refresh);
    connect(&m_parts.client, &Client::statusChanged, dialog,
            [this, dialog] { dialog->setOnline(!isOffline(m_parts.client.status())); });
    refresh();
    dialog->open();
}

void MainWindow::editAgain(const Intent &intent, const TicketId &ticket)
{
    m_desk->openTicket(ticket);
    const Result<Command> command = commandOf(intent);
    const auto *escalate = command ? std::get_if<Escalate>(&*command) : nullptr;
    const auto *moved = command ? std::get_if<MoveEscalation>(&*command) : nullptr;
    if (escalate != nullptr && m_escalations->escalate(escalate)) return;
    if (moved != nullptr && m_escalations->move(*moved)) return;
    static const QHash<QString, ActionId> forms{{u"message.note"_s, ActionId::Note},
                                                {u"message.call"_s, ActionId::LogCall},
                                                {u"escalation.request"_s, ActionId::Note},
                                                {u"escalation.move"_s, ActionId::Note}};
    writeOn(forms.value(intent.op, ActionId::Reply), intentText(intent));
}

/// What the agent wrote meanwhile stays: the words come beneath, unless they are back as the draft they were.
void MainWindow::writeOn(ActionId form, const QString &words)
{
    m_conversation->perform(form);
    QTextEdit *editor = m_conversation->composer()->editor();
    if (!editor->toPlainText().contains(words)) {
        if (!editor->toPlainText().isEmpty()) editor->append(QString());
        editor->append(words);
    }
    editor->setFocus();
}

} // namespace akwaba
