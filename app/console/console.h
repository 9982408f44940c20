// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/closedprofile.h"
#include "app/console/options.h"
#include "app/console/session.h"
#include "core/base/clock.h"
#include "core/base/workers.h"
#include "core/sync/keyring.h"
#include "core/sync/login.h"
#include "ui/shell/loginpage.h"

#include <QMainWindow>

namespace akwaba {

class Language;
class MainWindow;
class Settings;

/// The program: log-in, then the main window, then log-in again. Knows which profile, which keyring and which server;
/// the windows don't. UI thread.
class Console : public QObject {
    Q_OBJECT

public:
    struct Parts {
        Theme &theme;
        Language &language;
        const Clock &clock;
        Random &random;
        Keyring &keyring;
    };

    Console(Options options, const Parts &parts);
    ~Console() override;

    void start();

Q_SIGNALS:
    /// A window is on the screen and can be used: the log-in page or the inbox.
    void shown(QWidget *window);

private:
    void showFrame(QWidget *page);
    void showLogIn();
    void resume(const ProfileInfo &info);
    void logIn(const LogInForm &form);
    void confirmed(const QString &fingerprint);
    void answered(const Result<LogInAnswer> &answer);
    void keep(const LogInAnswer &answer);
    void keepUnder(const QString &passphrase);
    void keepNothing(const LogInAnswer &answer);
    void askForLease(std::unique_ptr<Profile> profile, const Secrets &secrets);
    void store(std::unique_ptr<Profile> profile, const Secrets &secrets);
    void prepare(const std::shared_ptr<Session::Setup> &setup);
    void begin(Session::Setup setup);
    void showClosed(Session::Setup setup);
    void reopen();
    void granted(const LeaseGrant &grant);
    void watchLease();
    /// Of the session under way: changes what the keyring holds with its keys.
    void keepLease(const std::function<Lease(const Lease &)> &change);
    void endSession();
    void leaveSession();
    void opened(const Result<void> &result);
    void showMainWindow();
    void logOut();
    void failed(Code code);

    [[nodiscard]] ProfileInfo infoOf(const LogInAnswer &answer) const;

    Options m_options;
    Parts m_parts;
    Keyring *m_keyring; // the system's, or the one that a passphrase opened
    std::unique_ptr<Keyring> m_ownKeyring;
    std::unique_ptr<QMainWindow> m_logInWindow;
    LogInPage *m_page = nullptr;
    std::unique_ptr<Session> m_session;
    ShiftedClock m_serverClock{m_parts.clock}; // what the window counts by
    std::unique_ptr<MainWindow> m_window;
    LogInForm m_form;
    ServerAddress m_server;
    std::unique_ptr<ClosedProfile> m_closed;
    Lease m_lease; // of the session under way
    QTimer m_leaseTimer;
    Workers m_workers;
    QDateTime m_dataAsOf; // of the session that was logged out
    std::optional<LogInAnswer> m_unkept; // waits for a passphrase
    std::optional<ProfileInfo> m_unopened;
};

} // namespace akwaba
