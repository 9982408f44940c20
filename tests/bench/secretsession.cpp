// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/secretsession.h"

#include "tests/bench/child.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDir>
#include <QTest>

namespace akwaba::bench {

using namespace Qt::StringLiterals;

namespace {
constexpr int patienceMs = 20'000;
}

SecretSession::~SecretSession()
{
    for (QProcess *process : {&m_keyring, &m_bus}) {
        process->terminate();
        if (!process->waitForFinished(patienceMs)) process->kill();
    }
}

Result<void> SecretSession::start()
{
    for (const char *name : {"HOME", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"}) {
        const QString path = m_folder + u'/' + QString::fromLatin1(name).toLower();
        if (!QDir().mkpath(path)) return fail(Code::Io, path);
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        qputenv(name, path.toUtf8());
    }
    qputenv("XDG_CURRENT_DESKTOP", "GNOME"); // by which QtKeychain chooses the Secret Service
    return startBus().and_then([this] { return startKeyring(); });
}

Result<void> SecretSession::startBus()
{
    endWithMe(m_bus);
    m_bus.setStandardErrorFile(m_folder + u"/bus.log"_s);
    m_bus.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--nopidfile"_s, u"--print-address=1"_s});
    while (!m_bus.canReadLine()) {
        if (!m_bus.waitForReadyRead(patienceMs)) return fail(Code::NoKeyring, u"dbus-daemon does not start"_s);
    }
    qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus.readLine().trimmed());
    return {};
}

Result<void> SecretSession::startKeyring()
{
    endWithMe(m_keyring);
    m_keyring.setStandardErrorFile(m_folder + u"/keyring.log"_s);
    m_keyring.start(u"gnome-keyring-daemon"_s, {u"--foreground"_s, u"--unlock"_s, u"--components=secrets"_s});
    m_keyring.write("the password of the keyring");
    m_keyring.closeWriteChannel();
    const QDBusConnection bus = QDBusConnection::sessionBus();
    const bool there =
        bus.isConnected()
        && QTest::qWaitFor(
            [&bus] { return bus.interface()->isServiceRegistered(u"org.freedesktop.secrets"_s).value(); }, patienceMs);
    return there ? Result<void>() : fail(Code::NoKeyring, u"gnome-keyring-daemon does not start"_s);
}

} // namespace akwaba::bench
