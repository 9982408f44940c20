// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/hundredserver.h"

#include "tests/bench/child.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>

namespace akwaba::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int answerMs = 30'000;
constexpr int makingMs = 600'000;

/// Made under another name first: half a corpus is none.
Result<QString> corpus()
{
    const QString folder = QDir::cleanPath(QCoreApplication::applicationDirPath() + u"/../../bench/hundred"_s);
    if (QDir(folder).exists()) return folder;
    const QString making = folder + u".new"_s;
    QDir(making).removeRecursively();
    if (!QDir().mkpath(QFileInfo(folder).path())) return fail(Code::Io, folder);
    QProcess demo;
    endWithMe(demo);
    demo.start(program(u"akwaba-server"_s),
               {u"demo"_s, u"--data"_s, making, u"--tickets"_s, u"10000"_s, u"--seed"_s, u"1"_s});
    if (!demo.waitForFinished(makingMs) || demo.exitCode() != 0 || !QDir().rename(making, folder))
        return fail(Code::Internal, u"the corpus can't be made: "_s + QString::fromUtf8(demo.readAllStandardError()));
    return folder;
}

Result<void> copy(const QString &from, const QString &to)
{
    if (!QDir().mkpath(to)) return fail(Code::Io, to);
    for (const QFileInfo &entry : QDir(from).entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot)) {
        const QString target = to + u'/' + entry.fileName();
        if (entry.isDir()) {
            if (Result<void> copied = copy(entry.filePath(), target); !copied) return copied;
        } else if (!QFile::copy(entry.filePath(), target)) {
            return fail(Code::Io, target);
        }
    }
    return {};
}

} // namespace

QString program(const QString &name)
{
    return QDir::cleanPath(QCoreApplication::applicationDirPath() + u"/../bin/"_s + name);
}

Result<void> HundredServer::start()
{
    const QString folder = m_folder.filePath(u"server"_s);
    const Result<void> copied = corpus().and_then([&folder](const QString &made) { return copy(made, folder); });
    if (!copied) return copied;
    endWithMe(m_process);
    m_process.setStandardErrorFile(m_folder.filePath(u"server.log"_s));
    m_process.start(program(u"akwaba-server"_s), {u"--test-instance"_s, folder, u"--port"_s, u"0"_s});
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(answerMs)) return fail(Code::Unreachable, u"the server does not start"_s);
    }
    const QJsonObject ready = QJsonDocument::fromJson(m_process.readLine()).object();
    m_address.url = QUrl(ready.value(u"url"_s).toString());
    m_user = ready.value(u"user"_s).toString();
    m_password = ready.value(u"password"_s).toString();
    return {};
}

HundredServer::~HundredServer()
{
    m_process.terminate();
    if (!m_process.waitForFinished(answerMs)) m_process.kill();
}

} // namespace akwaba::bench
