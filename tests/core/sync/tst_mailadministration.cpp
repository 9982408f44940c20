// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/mailadministration.h"

#include "core/domain/mailaccountfields.h"
#include "core/protocol/codec.h"
#include "stubserver.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;

namespace {

MailAccount support()
{
    MailAccount account;
    account.id.value = u"y1"_s;
    account.name = u"Support"_s;
    account.imap = {u"imap.toner.ci"_s, 993, MailTls::Tls, u"sav"_s};
    account.trouble = MailTrouble::WrongPassword;
    return account;
}

QByteArray json(const QJsonObject &object) { return QJsonDocument(object).toJson(QJsonDocument::Compact); }

template <class T> Result<T> resultOf(const QFuture<Result<T>> &future)
{
    const bool came = QTest::qWaitFor([&future] { return future.isFinished(); }, 5000);
    return came ? future.result() : Result<T>(fail(Code::Internal, u"no answer"_s));
}

} // namespace

class TestMailAdministration : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void accounts_areWhatTheServerSays();
    void passwords_goWithTheAccount();
    void aTrial_tellsItsSteps();
    void refusals_areToldApart_data();
    void refusals_areToldApart();
    void whatIsNoAnswerOfOurs_isProtocol();
};

void TestMailAdministration::accounts_areWhatTheServerSays()
{
    StubServer server([](const QByteArray &) {
        return StubServer::http("200 OK", json({{u"accounts"_s, QJsonArray{toJson(support())}}}));
    });
    MailAdministration mail({server.url(), {}}, "token");
    const auto accounts = resultOf(mail.accounts());
    QVERIFY(accounts);
    QCOMPARE(*accounts, QList<MailAccount>{support()});
    QVERIFY(server.requests().constFirst().startsWith("GET /admin/mail-accounts HTTP/1.1\r\n"));
    QVERIFY(server.requests().constFirst().contains("Authorization: Bearer token\r\n"));
}

void TestMailAdministration::passwords_goWithTheAccount()
{
    StubServer server([](const QByteArray &) { return StubServer::http("200 OK", "{\"id\":\"y1\"}"); });
    MailAdministration mail({server.url(), {}}, "token");
    QVERIFY(resultOf(mail.set(support(), {u"one"_s, {}})));
    const QByteArray request = server.requests().constFirst();
    QVERIFY(request.startsWith("POST /admin/mail-accounts/set HTTP/1.1\r\n"));
    const QJsonObject body = QJsonDocument::fromJson(request.mid(request.indexOf("\r\n\r\n") + 4)).object();
    QCOMPARE(body.value(u"passwords"_s).toObject(), toJson(MailPasswords{u"one"_s, {}}));
    QCOMPARE(body.value(u"account"_s).toObject(), toJson(support()));
}

void TestMailAdministration::aTrial_tellsItsSteps()
{
    const MailCheck check{MailStep::SmtpLogIn, MailTrouble::AppPasswordNeeded, {}};
    StubServer server([&check](const QByteArray &) {
        return StubServer::http("200 OK", json({{u"checks"_s, QJsonArray{toJson(check)}}}));
    });
    MailAdministration mail({server.url(), {}}, "token");
    const auto checks = resultOf(mail.test(support(), {}));
    QVERIFY(checks);
    QCOMPARE(*checks, QList<MailCheck>{check});
}

void TestMailAdministration::refusals_areToldApart_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<Code>("code");
    QTest::newRow("not an administrator") << QByteArray("403 no") << Code::Denied;
    QTest::newRow("address of another team") << QByteArray("409 no") << Code::Conflict;
    QTest::newRow("not whole") << QByteArray("400 no") << Code::BadInput;
    QTest::newRow("removed meanwhile") << QByteArray("404 no") << Code::NotFound;
    QTest::newRow("session over") << QByteArray("401 no") << Code::Unauthenticated;
    QTest::newRow("another trial") << QByteArray("429 no") << Code::Throttled;
    QTest::newRow("database away") << QByteArray("503 no") << Code::Unreachable;
}

void TestMailAdministration::refusals_areToldApart()
{
    QFETCH(QByteArray, status);
    StubServer server([status](const QByteArray &) { return StubServer::http(status, "{}"); });
    MailAdministration mail({server.url(), {}}, "token");
    const auto done = resultOf(mail.remove(support().id));
    QVERIFY(!done);
    QTEST(done.error().code, "code");
}

void TestMailAdministration::whatIsNoAnswerOfOurs_isProtocol()
{
    StubServer server(
        [](const QByteArray &) { return StubServer::http("200 OK", R"({"accounts":[{"imap":{"tls":"rot13"}}]})"); });
    MailAdministration mail({server.url(), {}}, "token");
    QCOMPARE(resultOf(mail.accounts()).error().code, Code::Protocol);
}

QTEST_GUILESS_MAIN(TestMailAdministration)
#include "tst_mailadministration.moc"
