// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/e2e/desktop.h"

#include "tests/server/e2e/program.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 20000; // ms: a busy machine

} // namespace

Desktop::Desktop(QString folder) : m_folder(std::move(folder)), m_environment(QProcessEnvironment::systemEnvironment())
{
    for (QProcess *process : {&m_display, &m_bus, &m_keyring})
        endWithTest(*process);
}

Desktop::~Desktop()
{
    for (QProcess *process : {&m_keyring, &m_bus, &m_display})
        end(*process);
}

bool Desktop::fail(const QString &problem)
{
    m_problem = problem;
    return false;
}

bool Desktop::start()
{
    const QHash<QString, QString> folders{{u"HOME"_s, u"home"_s},
                                          {u"XDG_RUNTIME_DIR"_s, u"run"_s},
                                          {u"XDG_CONFIG_HOME"_s, u"home/.config"_s},
                                          {u"XDG_DATA_HOME"_s, u"home/.local/share"_s},
                                          {u"XDG_CACHE_HOME"_s, u"home/.cache"_s}};
    for (auto folder = folders.cbegin(); folder != folders.cend(); ++folder) {
        const QString path = m_folder + u'/' + folder.value();
        if (!QDir().mkpath(path)) return fail(u"no folder "_s + path);
        m_environment.insert(folder.key(), path);
    }
    QFile::setPermissions(m_folder + u"/run"_s, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    m_environment.insert(u"XDG_CURRENT_DESKTOP"_s, u"GNOME"_s); // by which QtKeychain chooses the Secret Service
    m_environment.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
    m_environment.insert(u"QT_LINUX_ACCESSIBILITY_ALWAYS_ON"_s, u"1"_s);
    for (const QString &name : {u"WAYLAND_DISPLAY"_s, u"XAUTHORITY"_s, u"NO_AT_BRIDGE"_s})
        m_environment.remove(name);
    return startDisplay() && startBus() && startKeyring();
}

bool Desktop::startDisplay()
{
    m_display.setProcessEnvironment(m_environment);
    m_display.setStandardErrorFile(m_folder + u"/xvfb.log"_s);
    m_display.start(
        u"Xvfb"_s,
        {u"-displayfd"_s, u"1"_s, u"-screen"_s, u"0"_s, u"1366x768x24"_s, u"-nolisten"_s, u"tcp"_s, u"-noreset"_s});
    const QByteArray number = firstLine(m_display, patience);
    if (number.isEmpty()) return fail(u"Xvfb does not start"_s);
    m_environment.insert(u"DISPLAY"_s, u':' + QString::fromLatin1(number));
    return true;
}

bool Desktop::startBus()
{
    m_bus.setProcessEnvironment(m_environment); // what the bus activates (AT-SPI) gets it from here
    m_bus.setStandardErrorFile(m_folder + u"/bus.log"_s);
    m_bus.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--nopidfile"_s, u"--print-address=1"_s});
    const QByteArray address = firstLine(m_bus, patience);
    if (address.isEmpty()) return fail(u"dbus-daemon does not start"_s);
    m_environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, QString::fromLatin1(address));
    for (const char *name : {"DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR", "XDG_CURRENT_DESKTOP", "XDG_DATA_HOME"})
        qputenv(name, m_environment.value(QString::fromLatin1(name)).toUtf8());
    return true;
}

bool Desktop::startKeyring()
{
    m_keyring.setProcessEnvironment(m_environment);
    m_keyring.setProcessChannelMode(QProcess::MergedChannels);
    m_keyring.setStandardOutputFile(m_folder + u"/keyring.log"_s);
    m_keyring.start(u"gnome-keyring-daemon"_s, {u"--foreground"_s, u"--unlock"_s, u"--components=secrets"_s});
    m_keyring.write("the password of the keyring");
    m_keyring.closeWriteChannel();
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) return fail(u"no session bus"_s);
    const bool there = QTest::qWaitFor(
        [&bus] { return bus.interface()->isServiceRegistered(u"org.freedesktop.secrets"_s).value(); }, patience);
    return there || fail(u"gnome-keyring-daemon does not start"_s);
}
