// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/e2e/program.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace {

constexpr auto secondsToShow = "60"_L1;
constexpr int panes = 6;
constexpr int fields = 40;

} // namespace

ConsoleProgram::ConsoleProgram(const Desktop &desktop, QString profiles)
    : m_desktop(desktop), m_profiles(std::move(profiles))
{
    QDir().mkpath(m_profiles);
    endWithTest(m_process);
    m_process.setProcessEnvironment(m_desktop.environment());
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setStandardOutputFile(m_profiles + u"/console.log"_s, QIODevice::Append);
}

ConsoleProgram::~ConsoleProgram() { kill(); }

bool ConsoleProgram::run(const QStringList &arguments)
{
    m_process.start(programPath(u"akwaba"_s),
                    QStringList{u"--profiles"_s, m_profiles, u"--language"_s, u"en"_s} + arguments);
    return m_process.waitForStarted() && takeKeyboard();
}

bool ConsoleProgram::start(const QStringList &arguments)
{
    return run(arguments) && shows(u"list"_s, u"Views"_s) && takeKeyboard();
}

void ConsoleProgram::kill()
{
    if (m_process.state() == QProcess::NotRunning) return;
    m_process.kill();
    m_process.waitForFinished();
}

/// Without a window manager nobody gives it to a new window.
bool ConsoleProgram::takeKeyboard() const
{
    return xdotool({u"search"_s, u"--sync"_s, u"--onlyvisible"_s, u"--all"_s, u"--pid"_s,
                    QString::number(m_process.processId()), u"--name"_s, u"Akwaba"_s, u"windowfocus"_s, u"--sync"_s});
}

bool ConsoleProgram::xdotool(const QStringList &arguments) const
{
    QProcess tool;
    tool.setProcessEnvironment(m_desktop.environment());
    tool.start(u"xdotool"_s, arguments);
    return tool.waitForFinished() && tool.exitStatus() == QProcess::NormalExit && tool.exitCode() == 0;
}

void ConsoleProgram::ask(QProcess &script, const QStringList &arguments) const
{
    script.setProcessEnvironment(m_desktop.environment());
    const QString file = qEnvironmentVariable("AKWABA_SOURCE_DIR") + u"/tests/server/e2e/screen.py"_s;
    // Debian's, which has the bindings of AT-SPI, whatever else is in the path.
    script.start(u"/usr/bin/python3"_s, QStringList{file, QString::number(m_process.processId())} + arguments);
}

QString ConsoleProgram::screen(const QStringList &arguments) const
{
    QProcess script;
    ask(script, arguments);
    script.waitForFinished(90000);
    const QByteArray problem = script.readAllStandardError();
    if (!problem.isEmpty()) qWarning("screen.py: %s", problem.constData());
    return QString::fromUtf8(script.readAllStandardOutput()).trimmed();
}

bool ConsoleProgram::shows(const QString &role, const QString &text) const
{
    return !screen({u"await"_s, role, text, secondsToShow}).isEmpty();
}

bool ConsoleProgram::lists(const QString &list, const QString &text) const
{
    return !screen({u"await"_s, u"list item"_s, text, secondsToShow, list}).isEmpty();
}

std::unique_ptr<QProcess> ConsoleProgram::watch(const QString &list, const QString &text) const
{
    auto script = std::make_unique<QProcess>();
    ask(*script, {u"await"_s, u"list item"_s, text, secondsToShow, list});
    return script;
}

QString ConsoleProgram::focus() const { return screen({u"focus"_s}); }

QString ConsoleProgram::misnamed() const
{
    QStringList lines = screen({u"misnamed"_s}).split(u'\n', Qt::SkipEmptyParts);
    if (lines.isEmpty() || !lines.takeLast().startsWith(u"looked at ")) return u"nothing could be looked at"_s;
    lines.removeDuplicates();
    return lines.join(u'\n');
}

bool ConsoleProgram::act(const QString &menuItem) const { return !screen({u"act"_s, menuItem, u"10"_s}).isEmpty(); }

QString ConsoleProgram::report() const
{
    QFile log(m_profiles + u"/console.log"_s);
    const QString said = log.open(QIODevice::ReadOnly) ? QString::fromUtf8(log.readAll()) : QString();
    return said + u"\nkeyboard on: "_s + focus() + u'\n' + screen({u"tree"_s});
}

bool ConsoleProgram::press(const QString &key) const { return xdotool({u"key"_s, key}); }

bool ConsoleProgram::type(const QString &text) const { return xdotool({u"type"_s, u"--delay"_s, u"15"_s, text}); }

bool ConsoleProgram::tabTo(const QString &name) const
{
    for (int field = 0; field < fields; ++field) {
        if (focus().contains(name)) return true;
        if (!press(u"Tab"_s)) return false;
    }
    return focus().contains(name);
}

bool ConsoleProgram::goTo(const QString &name) const
{
    for (int pane = 0; pane < panes; ++pane) {
        if (focus().contains(name)) return true;
        if (!press(u"F6"_s)) return false;
    }
    return focus().contains(name);
}
