// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/place.h"
#include "tests/server/e2e/desktop.h"
#include "tests/server/freeport.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QUrl>

#include <functional>
#include <memory>

namespace akwaba::store {
class Writer;
}

// The real programs, started and ended by a test.

/// The path of one of our programs.
[[nodiscard]] QString programPath(const QString &name);
/// What a process writes first, without the end of the line; empty when it does not within `ms`.
[[nodiscard]] QByteArray firstLine(QProcess &process, int ms);
/// Whatever becomes of the test, by ctest's hand too, this process does not outlive it. Before start().
void endWithTest(QProcess &process);
/// SIGTERM, and SIGKILL for one that stays. True when it ended by itself, without an error.
bool end(QProcess &process);

/// akwaba-server with a data directory that survives it, and its tables where testPlace() says: ended and started again
/// it is the same server, at the same address.
class ServerProgram {
public:
    /// The mail doors: where it takes mail by LMTP and where it sends by SMTP.
    struct Mail {
        quint16 lmtpPort;
        quint16 smtpPort;
    };

    ServerProgram(QString folder, const Mail &mail);
    ~ServerProgram();
    Q_DISABLE_COPY_MOVE(ServerProgram)

    [[nodiscard]] bool start();
    /// By SIGTERM. True when it ended without an error.
    [[nodiscard]] bool stop() { return end(m_process); }
    /// A colleague with the password `password`.
    [[nodiscard]] bool addAgent(const QString &email, const QString &team, const QString &passwordFile) const;
    /// In the tables of a server that is stopped, by the machine's clock.
    [[nodiscard]] bool change(const std::function<akwaba::Result<void>(akwaba::store::Writer &)> &work) const;
    /// The address that a team's mail comes to and leaves from.
    [[nodiscard]] bool setTeamAddress(const QString &team, const QString &address) const;

    [[nodiscard]] QString url() const { return m_url.toString(); }
    [[nodiscard]] QString user() const { return m_login.value(QStringLiteral("user")).toString(); }
    [[nodiscard]] QString password() const { return m_login.value(QStringLiteral("password")).toString(); }
    /// All messages on all tickets, as the server has them now.
    [[nodiscard]] QList<QJsonObject> messages() const;
    /// What it said, for a test that fails.
    [[nodiscard]] QString report() const;

private:
    /// akwaba-server with these words, beside the one that serves.
    [[nodiscard]] bool command(const QStringList &words) const;

    QString m_folder;
    akwaba::store::Place m_place;
    QUrl m_url;
    QJsonObject m_login;
    QProcess m_process;
};

/// The console on a Desktop, as its agent sees it: keys go to its real window, and what it shows is read through
/// AT-SPI.
class ConsoleProgram {
public:
    ConsoleProgram(const Desktop &desktop, QString profiles);
    ~ConsoleProgram();
    Q_DISABLE_COPY_MOVE(ConsoleProgram)

    /// Until the inbox is there.
    [[nodiscard]] bool start(const QStringList &arguments = {});
    /// Whatever it shows.
    [[nodiscard]] bool run(const QStringList &arguments = {});
    /// SIGKILL: it can do nothing more. Returns when it is gone.
    void kill();
    [[nodiscard]] bool isRunning() const { return m_process.state() == QProcess::Running; }

    /// Waits until an element of this role is on the screen whose name holds `text`.
    [[nodiscard]] bool shows(const QString &role, const QString &text) const;
    /// The same for an entry of the list of this name.
    [[nodiscard]] bool lists(const QString &list, const QString &text) const;
    /// Begins to wait for it; ends with 0 once it is there.
    [[nodiscard]] std::unique_ptr<QProcess> watch(const QString &list, const QString &text) const;
    /// What the keyboard is on: lines of "role: name".
    [[nodiscard]] QString focus() const;
    /// What can be used on the screen and has no name by which a blind agent could tell what it is, or one of the
    /// program's text; lines, each once. Where nothing could be looked at it says so.
    [[nodiscard]] QString misnamed() const;
    /// Does what a menu item does, as a screen reader does it; false where it stays disabled.
    [[nodiscard]] bool act(const QString &menuItem) const;
    /// Everything on the screen, and what the program said: for a test that fails.
    [[nodiscard]] QString report() const;

    /// Keys go to it from now on, and not to another console of the desktop.
    [[nodiscard]] bool takeKeyboard() const;
    /// As xdotool names them: "F6", "ctrl+Return".
    [[nodiscard]] bool press(const QString &key) const;
    /// Letters, one key after the other.
    [[nodiscard]] bool type(const QString &text) const;
    /// Moves on with Tab until the keyboard is on `name`.
    [[nodiscard]] bool tabTo(const QString &name) const;
    /// Moves on from pane to pane with F6 until the keyboard is on `name`.
    [[nodiscard]] bool goTo(const QString &name) const;

private:
    [[nodiscard]] bool xdotool(const QStringList &arguments) const;
    void ask(QProcess &script, const QStringList &arguments) const; // screen.py
    [[nodiscard]] QString screen(const QStringList &arguments) const; // by screen.py

    const Desktop &m_desktop;
    QString m_profiles;
    QProcess m_process;
};
