// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/e2e/program.h"

#include "app/server/store/store.h"
#include "core/base/clock.h"
#include "core/base/random.h"
#include "tests/server/peers/testplace.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

// %1 is the data directory, %2 the port for LMTP, %3 that of the mail server.
const auto configuration = R"(data = "%1"
[mail]
lmtp_port = %2
smtp_host = "127.0.0.1"
smtp_port = %3
smtp_tls = "none"
tenant = "test.invalid"
)"_L1;

constexpr int patience = 20000; // ms

} // namespace

ServerProgram::ServerProgram(QString folder, const Mail &mail)
    : m_folder(std::move(folder)), m_place(testPlace(m_folder))
{
    m_url.setUrl(u"http://127.0.0.1:%1"_s.arg(freePort()));
    QDir().mkpath(m_folder);
    QFile config(m_folder + u"/server.conf"_s);
    QString text = QString(configuration).arg(m_folder).arg(mail.lmtpPort).arg(mail.smtpPort);
    if (m_place.isPostgresql()) text += u"[database]\nurl = \"%1\"\n"_s.arg(m_place.databaseUrl);
    if (config.open(QIODevice::WriteOnly)) config.write(text.toUtf8());
    endWithTest(m_process);
    m_process.setStandardErrorFile(m_folder + u"/server.log"_s, QIODevice::Append);
}

ServerProgram::~ServerProgram() { end(m_process); }

bool ServerProgram::start()
{
    m_process.start(programPath(u"akwaba-server"_s),
                    {u"--test-instance"_s, m_folder, u"--port"_s, QString::number(m_url.port()), u"--config"_s,
                     m_folder + u"/server.conf"_s});
    m_login = QJsonDocument::fromJson(firstLine(m_process, patience)).object();
    return m_login.value(u"url"_s).toString() == url();
}

bool ServerProgram::change(const std::function<akwaba::Result<void>(akwaba::store::Writer &)> &work) const
{
    akwaba::SystemClock clock;
    akwaba::SystemRandom random;
    const auto store = akwaba::store::Store::open(m_place, clock, random);
    return store && (*store)->write(work).has_value();
}

bool ServerProgram::addAgent(const QString &email, const QString &team, const QString &passwordFile) const
{
    return command({u"user"_s, u"add"_s, u"--email"_s, email, u"--team"_s, team, u"--password-file"_s, passwordFile});
}

bool ServerProgram::setTeamAddress(const QString &team, const QString &address) const
{
    return command({u"team"_s, u"set"_s, u"--name"_s, team, u"--address"_s, address});
}

bool ServerProgram::command(const QStringList &words) const
{
    return QProcess::execute(programPath(u"akwaba-server"_s),
                             words + QStringList{u"--config"_s, m_folder + u"/server.conf"_s})
        == 0;
}

QList<QJsonObject> ServerProgram::messages() const
{
    QNetworkAccessManager network;
    QNetworkRequest request(QUrl(url() + u"/jmap/api"_s));
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    request.setRawHeader("Authorization", "Bearer " + m_login.value(u"token"_s).toString().toUtf8());
    const QJsonObject arguments{{u"accountId"_s, u"company"_s}, {u"type"_s, u"Ticket"_s}, {u"limit"_s, 50}};
    const QJsonObject body{{u"using"_s, QJsonArray{u"urn:ietf:params:jmap:core"_s, u"https://localhost/jmap/akwaba"_s}},
                           {u"methodCalls"_s, QJsonArray{QJsonArray{u"Sync/page"_s, arguments, u"0"_s}}}};
    QNetworkReply *reply = network.post(request, QJsonDocument(body).toJson());
    if (!QTest::qWaitFor([reply] { return reply->isFinished(); }, patience)) return {};
    const QJsonObject answer = QJsonDocument::fromJson(reply->readAll()).object();
    const QJsonArray call = answer.value(u"methodResponses"_s).toArray().at(0).toArray();
    const QJsonArray found = call.at(1)[u"children"_s][u"Message"_s].toArray();
    QList<QJsonObject> messages;
    for (const QJsonValue &message : found)
        messages.append(message.toObject());
    return messages;
}

QString ServerProgram::report() const
{
    QFile log(m_folder + u"/server.log"_s);
    return log.open(QIODevice::ReadOnly) ? QString::fromUtf8(log.readAll()) : QString();
}
