// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/actions/actions.h"
#include "core/cache/cachereader.h"
#include "core/sync/client.h"
#include "ui/settings/holidayways.h"
#include "ui/settings/macroways.h"
#include "ui/settings/mailboxways.h"
#include "ui/settings/ruleways.h"
#include "ui/shell/attachmentsaver.h"
#include "ui/shell/linkopener.h"
#include "ui/supervision/supervisionways.h"
#include "ui/ticket/newticketdialog.h"

#include <QMainWindow>
#include <QTimer>

#include <memory>

class QSplitter;

namespace akwaba {

class ActionSet;
class BulkDesk;
class CacheSource;
class ContextPane;
class ConversationPane;
class Desk;
class EscalationBoard;
class EscalationDesk;
class InboxPane;
class Language;
class LivePage;
class MessagePictures;
class NoticeDesk;
class OutboxDesk;
class PaletteDesk;
struct PaletteEntry;
class PresenceDesk;
class SideBar;
class StatusStrip;
class SupervisionDesk;
class Theme;
class Toast;
class TopBar;
class TrayIcon;

/// The inbox: views, list, conversation and context side by side, with the bars above and beneath. Its title never
/// shows more than a ticket's number. UI thread.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    struct Parts {
        Client &client;
        CacheReader &reader;
        CacheReaderOptions readerOptions;
        Theme &theme;
        Language &language;
        const Clock &clock;
        Random &random;
        AgentId me;
        DeviceId device;
        FileChooser chooseFile = {}; // instead of the system's dialog
        LinkOpener::Open openLink = {}; // instead of the system's programs
        MailboxWays mailboxes = {};
        HolidayWays holidays = {};
        SupervisionWays supervision = {};
        RuleWays rules = {};
        MacroWays macros = {};
        std::function<void(const QString &)> tell = {}; // instead of the system's tray
        int keepDays = 0; // for so long a closed ticket stays on this machine; 0: for ever
    };

    explicit MainWindow(const Parts &parts);
    ~MainWindow() override;

    /// The cache was made anew.
    void setReader(CacheReader &reader);
    [[nodiscard]] ActionSet &actions() { return *m_actions; }

Q_SIGNALS:
    void logOutRequested();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void build();
    void connectParts();
    void connectViews();
    void connectConversation();
    void connectClient();
    void connectNotices();
    void connectPalette();
    void showTicket(const TicketId &ticket);
    void showTickets(const QString &title, const ViewSpec &view);
    [[nodiscard]] QList<PaletteEntry> macroEntries() const;
    void placePanes();
    void placeToasts();
    void perform(ActionId id);
    bool performForMany(ActionId id);
    void performForView(ActionId id);
    void performForPane(ActionId id);
    void refreshCounters();
    void showView(const QString &id);
    /// Instead of the list with its panes; null: these again.
    void showRoom(QWidget *room);
    void showBoard();
    void leaveFor(const QString &view);
    void showSearch(const QString &text);
    void updateActions();
    void updateWords();
    void movePane(int step);
    /// `words` can be copied from the box.
    void say(const QString &sentence, const QString &words = {});
    void giveBack(const Command &command, Code code);
    void record(NewTicketDialog::Kind kind);
    void showMailboxes();
    void showPreferences(const QString &page = {});
    void useKeys();
    void speak(const QString &language);
    void showHolidays();
    void showCalendars();
    void showPolicies();
    template <class D, class F> void openOverRules(D *dialog, F show);
    template <class D> void openOverDirectories();
    void editAgain(const Intent &intent, const TicketId &ticket);
    void writeOn(ActionId form, const QString &words);
    void restore();

    Parts m_parts;
    CacheReader *m_reader;
    std::unique_ptr<CacheSource> m_tickets;
    ActionSet *m_actions;
    TopBar *m_top;
    QSplitter *m_panes;
    SideBar *m_sideBar;
    InboxPane *m_inbox;
    ConversationPane *m_conversation;
    ContextPane *m_context;
    StatusStrip *m_status;
    Toast *m_toast;
    Toast *m_saved;
    Desk *m_desk;
    BulkDesk *m_bulk;
    EscalationDesk *m_escalations;
    OutboxDesk *m_outbox;
    TrayIcon *m_tray;
    NoticeDesk *m_notices;
    PresenceDesk *m_presence;
    PaletteDesk *m_palette;
    LivePage *m_live;
    EscalationBoard *m_board;
    QWidget *m_room = nullptr; // of these two the one that is shown
    SupervisionDesk *m_supervision;
    AttachmentSaver *m_saver;
    MessagePictures *m_pictures;
    LinkOpener *m_links;
    QTimer m_countersSoon;
    QTimer m_searchSoon;
    bool m_contextWanted = true;
};

} // namespace akwaba
