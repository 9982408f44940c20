// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jmap/passwordpool.h"
#include "app/server/jmap/verifiedpasswords.h"
#include "app/server/store/credentials.h"
#include "jmapfixture.h"

#include <QTest>

using namespace akwaba;
using namespace akwaba::jmap;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Log-in where strangers may try.
class TestLogIn : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void guessing_isToldToWait();
    void afterTheWait_theRightPasswordLetsIn();
    void anUnknownAccount_isThrottledLikeAnyOther();
    void whoHasToWait_costsNoHash();
    void theKnownDevice_getsInWhileOthersGuess();
    void tenThousandAttempts_areAnsweredAndForgotten();
    void hashing_leavesTheEventLoopFree();
    void whatChangesWhileAPasswordIsLookedAt_counts();
    void tooManyAtATime_areSentAway();
    void aKnownDevice_getsInWhereStrangersAreSentAway();
    void whatWaitsAtTheEnd_isAnswered();
    void whatIsTooLong_isNoPassword();
    void basic_isThrottledToo();
    void basic_isRememberedUntilThePasswordChanges();
    void aVerifiedPassword_isForgottenAfterSomeMinutes();
    void failures_areGatheredInTheAuditTrail();
    void aStrangersNames_areNoRowsOfTheirOwn();
    void aNewPassword_endsAllOtherSessions();
    void aNewPassword_needsTheOldOne();
    void aNewPassword_mustBeAGoodOne_data();
    void aNewPassword_mustBeAGoodOne();
    void aNewPassword_needsASession();
};

namespace {

struct Visitor : JmapFixture {
    /// Sends one log-in without waiting for the answer.
    void send(const QString &email, const QString &typed, const QString &device = {},
              const QString &from = u"192.0.2.1"_s)
    {
        http::Request request;
        request.method = "POST";
        request.path = "/auth/login";
        request.client = QHostAddress(from);
        request.body =
            QJsonDocument(QJsonObject{{u"email"_s, email}, {u"password"_s, typed}, {u"device"_s, device}}).toJson();
        ++sent;
        router.dispatch(request, http::Responder([this](const http::Response &answer) { answers.append(answer); }));
    }
    [[nodiscard]] http::Response attempt(const QString &email, const QString &typed, const QString &device = {},
                                         const QString &from = u"192.0.2.1"_s)
    {
        send(email, typed, device, from);
        if (!QTest::qWaitFor([this] { return answers.size() == sent; }, 30'000)) qFatal("no answer");
        return answers.last();
    }
    [[nodiscard]] http::Response guess(const QString &from = u"192.0.2.1"_s)
    {
        return attempt(awa.email, u"guess"_s, {}, from);
    }
    [[nodiscard]] http::Response right(const QString &device = {}) { return attempt(awa.email, password(), device); }
    [[nodiscard]] http::Response change(const QString &old, const QString &wanted)
    {
        return ask("POST", "/auth/password", QJsonDocument(QJsonObject{{u"old"_s, old}, {u"new"_s, wanted}}).toJson(),
                   token);
    }
    [[nodiscard]] int withStatus(int status) const
    {
        return int(std::ranges::count_if(answers, [=](const http::Response &a) { return a.status == status; }));
    }

    QList<http::Response> answers;
    qsizetype sent = 0;
};

/// Of log-ins, with result and number.
QStringList trailOf(JmapFixture &fixture)
{
    QStringList lines;
    JmapFixture::must(store::readAudit(JmapFixture::must(fixture.store->read()), {},
                                       [&](const QDateTime &, const store::AuditEntry &entry) {
                                           if (entry.action == store::AuditAction::LogIn)
                                               lines += u"logIn %1 %2"_s.arg(wireName(entry.result)).arg(entry.repeats);
                                       }));
    lines.sort(); // all of one millisecond
    return lines;
}

} // namespace

void TestLogIn::guessing_isToldToWait()
{
    Visitor visitor;
    for (int i = 0; i < 5; ++i)
        QCOMPARE(visitor.guess().status, 401);
    const http::Response refused = visitor.guess();
    QCOMPARE(refused.status, 429);
    QCOMPARE(refused.headers.value("Retry-After"), QByteArray("2"));
    QCOMPARE(Visitor::objectIn(refused).value(u"type"_s).toString(), u"throttled"_s);
    QCOMPARE(Visitor::objectIn(refused).value(u"retryAfter"_s).toInt(), 2);
    QCOMPARE(visitor.right().status, 429); // from the same address nobody is told whether it was right
    QCOMPARE(visitor.attempt(visitor.awa.email, Visitor::password(), {}, u"192.0.2.9"_s).status, 200);
}

void TestLogIn::afterTheWait_theRightPasswordLetsIn()
{
    Visitor visitor;
    for (int i = 0; i < 5; ++i)
        QCOMPARE(visitor.guess().status, 401);
    QCOMPARE(visitor.right().status, 429);
    visitor.clock.advance(2s);
    QCOMPARE(visitor.right().status, 200);
    QCOMPARE(visitor.guess().status, 401); // and he begins anew
}

void TestLogIn::anUnknownAccount_isThrottledLikeAnyOther()
{
    Visitor visitor;
    for (int i = 0; i < 5; ++i) {
        const http::Response unknown = visitor.attempt(u"eve@akwaba.test"_s, u"guess"_s);
        QCOMPARE(unknown.status, 401);
        QCOMPARE(unknown.body, visitor.guess().body);
    }
    QCOMPARE(visitor.attempt(u"eve@akwaba.test"_s, u"guess"_s).body, visitor.guess().body);
    QCOMPARE(visitor.answers.last().status, 429);
}

void TestLogIn::whoHasToWait_costsNoHash()
{
    Visitor visitor;
    for (int i = 0; i < 5; ++i)
        QCOMPARE(visitor.guess().status, 401);
    const qsizetype before = visitor.answers.size();
    visitor.send(visitor.awa.email, u"guess"_s);
    QCOMPARE(visitor.answers.size(), before + 1); // at once: no thread was asked
    QCOMPARE(visitor.answers.last().status, 429);
}

void TestLogIn::theKnownDevice_getsInWhileOthersGuess()
{
    Visitor visitor;
    const QString device = Visitor::objectIn(visitor.right()).value(u"device"_s).toString();
    for (int i = 0; i < 6; ++i)
        (void)visitor.guess();
    QCOMPARE(visitor.guess().status, 429);
    QCOMPARE(visitor.right(device).status, 200);
    // To say that it is his device does not help a stranger.
    QCOMPARE(visitor.attempt(visitor.awa.email, u"guess"_s, visitor.id<DeviceId>().value).status, 429);
}

void TestLogIn::tenThousandAttempts_areAnsweredAndForgotten()
{
    Visitor visitor;
    for (int i = 0; i < 10'000; ++i)
        visitor.send(u"agent%1@akwaba.test"_s.arg(i % 50), u"guess"_s);
    QTRY_COMPARE_WITH_TIMEOUT(visitor.answers.size(), 10'000, 60'000);
    QCOMPARE(visitor.withStatus(401) + visitor.withStatus(429) + visitor.withStatus(503), 10'000);
    QVERIFY(visitor.withStatus(401) <= 100); // what one address may cost; all else was told to come again
    visitor.clock.advance(1h);
    QCOMPARE(visitor.right().status, 200);
}

void TestLogIn::hashing_leavesTheEventLoopFree()
{
    Visitor visitor;
    visitor.send(visitor.awa.email, Visitor::password());
    QCOMPARE(visitor.answers.size(), 0); // it waits for a thread
    QCOMPARE(visitor.ask("GET", "/jmap/session").status, 401); // others don't
    QTRY_COMPARE(visitor.answers.size(), 1);
    QCOMPARE(visitor.answers.last().status, 200);
}

void TestLogIn::whatChangesWhileAPasswordIsLookedAt_counts()
{
    Visitor visitor;
    visitor.send(visitor.awa.email, Visitor::password());
    Visitor::must(visitor.store->setPassword(visitor.awa.id, u"battery staple"_s));
    QTRY_COMPARE(visitor.answers.size(), 1);
    QCOMPARE(visitor.answers.last().status, 401); // whoever stole the old one came too late
    visitor.send(visitor.awa.email, u"battery staple"_s);
    Visitor::must(visitor.store->setActive(visitor.awa.id, false));
    QTRY_COMPARE(visitor.answers.size(), 2);
    QCOMPARE(visitor.answers.last().status, 401);
}

void TestLogIn::tooManyAtATime_areSentAway()
{
    Visitor visitor;
    for (int i = 0; i < 40; ++i)
        visitor.send(u"agent%1@akwaba.test"_s.arg(i), u"guess"_s);
    QTRY_COMPARE_WITH_TIMEOUT(visitor.answers.size(), 40, 30'000);
    QCOMPARE(visitor.withStatus(401), 32);
    QCOMPARE(visitor.withStatus(503), 8);
    const auto away = std::ranges::find(visitor.answers, 503, &http::Response::status);
    QCOMPARE(away->headers.value("Retry-After"), QByteArray("5"));
    // Who was sent away has not tried: five are still free.
    for (int i = 0; i < 5; ++i)
        QCOMPARE(visitor.attempt(u"agent39@akwaba.test"_s, u"guess"_s).status, 401);
}

void TestLogIn::aKnownDevice_getsInWhereStrangersAreSentAway()
{
    Visitor visitor;
    const QString device = Visitor::objectIn(visitor.right()).value(u"device"_s).toString();
    for (int i = 0; i < 40; ++i)
        visitor.send(u"agent%1@akwaba.test"_s.arg(i), u"guess"_s);
    visitor.send(visitor.awa.email, Visitor::password(), device);
    QTRY_COMPARE_WITH_TIMEOUT(visitor.withStatus(200), 2, 30'000);
    QVERIFY(visitor.withStatus(401) < 20); // and went first
    QTRY_COMPARE_WITH_TIMEOUT(visitor.answers.size(), 42, 30'000);
}

void TestLogIn::whatWaitsAtTheEnd_isAnswered()
{
    QFuture<Result<bool>> last;
    {
        PasswordPool pool(1, 8);
        for (int i = 0; i < 8; ++i)
            last = pool.fits({}, u"guess"_s, PasswordPool::Urgency::Stranger);
    }
    QVERIFY(last.isFinished());
    QCOMPARE(last.result().error().code, Code::Internal);
}

void TestLogIn::whatIsTooLong_isNoPassword()
{
    Visitor visitor;
    QCOMPARE(visitor.attempt(visitor.awa.email, QString(1025, u'x')).status, 400);
    QCOMPARE(visitor.attempt(QString(321, u'x'), u"guess"_s).status, 400);
    QCOMPARE(visitor.attempt(visitor.awa.email, QString(1024, u'x')).status, 401);
}

void TestLogIn::basic_isThrottledToo()
{
    JmapFixture fixture;
    http::Router router;
    Settings settings = JmapFixture::settings();
    settings.basicAllowed = true;
    const Api api(router, *fixture.store, {}, settings);
    const auto ask = [&router](const QByteArray &typed) {
        http::Request request;
        request.method = "GET";
        request.path = "/jmap/session";
        request.headers.add("Host", "h");
        request.headers.add("Authorization", "Basic " + QByteArray("awa@akwaba.test:" + typed).toBase64());
        http::Response got;
        router.dispatch(request, http::Responder([&got](const http::Response &answer) { got = answer; }));
        return got;
    };
    QCOMPARE(ask(JmapFixture::password().toUtf8()).status, 200);
    for (int i = 0; i < 5; ++i)
        QCOMPARE(ask("guess").status, 401);
    QCOMPARE(ask("guess").status, 429);
    QCOMPARE(ask("guess").headers.value("Retry-After"), QByteArray("2"));
    QCOMPARE(ask(JmapFixture::password().toUtf8()).status, 200); // it is remembered
}

void TestLogIn::basic_isRememberedUntilThePasswordChanges()
{
    JmapFixture fixture;
    Doorkeeper doorkeeper(*fixture.store);
    const Proof proof{fixture.awa.email, JmapFixture::password(), {}, {}};
    QVERIFY(doorkeeper.checkNow(proof));
    JmapFixture::must(fixture.store->setPassword(fixture.awa.id, u"battery staple"_s));
    QCOMPARE(doorkeeper.checkNow(proof).error().code, Code::Unauthenticated);
    JmapFixture::must(fixture.store->setPassword(fixture.awa.id, JmapFixture::password()));
    QVERIFY(doorkeeper.checkNow(proof));
    JmapFixture::must(fixture.store->setActive(fixture.awa.id, false));
    QVERIFY(!doorkeeper.checkNow(proof));
}

void TestLogIn::aVerifiedPassword_isForgottenAfterSomeMinutes()
{
    ManualClock clock{QDateTime(QDate(2026, 11, 23), QTime(9, 0), Qt::UTC)};
    SeededRandom random(1);
    VerifiedPasswords verified(clock, random);
    verified.remember(u"hash"_s, u"typed"_s);
    QVERIFY(verified.isKnown(u"hash"_s, u"typed"_s));
    QVERIFY(!verified.isKnown(u"hash"_s, u"typed2"_s));
    QVERIFY(!verified.isKnown(u"hash2"_s, u"typed"_s));
    clock.advance(5min - 1ms);
    QVERIFY(verified.isKnown(u"hash"_s, u"typed"_s));
    clock.advance(1ms);
    QVERIFY(!verified.isKnown(u"hash"_s, u"typed"_s));
}

void TestLogIn::failures_areGatheredInTheAuditTrail()
{
    JmapFixture fixture;
    const AgentId awa = fixture.awa.id;
    {
        FailureLog log(*fixture.store);
        for (int i = 0; i < 10'000; ++i)
            log.note(store::AuditAction::LogIn, awa, store::AuditResult::WrongPassword);
        log.note(store::AuditAction::LogIn, awa, store::AuditResult::WrongCode);
        fixture.store->flush();
        QCOMPARE(trailOf(fixture), (QStringList{u"logIn wrongPassword 1"_s})); // the first at once
    }
    fixture.store->flush();
    QCOMPARE(trailOf(fixture),
             (QStringList{u"logIn wrongCode 1"_s, u"logIn wrongPassword 1"_s, u"logIn wrongPassword 9999"_s}));
}

void TestLogIn::aStrangersNames_areNoRowsOfTheirOwn()
{
    Visitor visitor;
    QCOMPARE(visitor.attempt(u"eve@akwaba.test"_s, u"guess"_s).status, 401);
    visitor.store->flush();
    int rows = 0;
    Visitor::must(store::readAudit(Visitor::must(visitor.store->read()), {},
                                   [&](const QDateTime &, const store::AuditEntry &entry) {
                                       if (entry.action != store::AuditAction::LogIn) return;
                                       ++rows;
                                       QVERIFY(entry.subject.isEmpty() && entry.actor.isEmpty());
                                       QCOMPARE(entry.result, store::AuditResult::WrongPassword);
                                   }));
    QCOMPARE(rows, 1);
}

void TestLogIn::aNewPassword_endsAllOtherSessions()
{
    Visitor visitor;
    visitor.logIn();
    const QByteArray other = visitor.token;
    visitor.logIn();
    QCOMPARE(visitor.change(Visitor::password(), u"quatre mots bien choisis"_s).status, 204);
    QCOMPARE(visitor.ask("GET", "/jmap/session", {}, visitor.token).status, 200);
    QCOMPARE(visitor.ask("GET", "/jmap/session", {}, other).status, 401);
    QCOMPARE(visitor.right().status, 401);
    QCOMPARE(visitor.attempt(visitor.awa.email, u"quatre mots bien choisis"_s).status, 200);
}

void TestLogIn::aNewPassword_needsTheOldOne()
{
    Visitor visitor;
    visitor.logIn();
    const http::Response refused = visitor.change(u"guess"_s, u"quatre mots bien choisis"_s);
    QCOMPARE(refused.status, 403); // the session goes on
    QCOMPARE(Visitor::objectIn(refused).value(u"type"_s).toString(), u"wrongPassword"_s);
    QCOMPARE(visitor.right().status, 200);
    for (int i = 0; i < 4; ++i)
        QCOMPARE(visitor.change(u"guess"_s, u"quatre mots bien choisis"_s).status, 403);
    QCOMPARE(visitor.change(u"guess"_s, u"quatre mots bien choisis"_s).status,
             429); // who stole a session may not guess
}

void TestLogIn::aNewPassword_mustBeAGoodOne_data()
{
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<QString>("flaw");
    QTest::newRow("short") << u"quatre"_s << u"tooShort"_s;
    QTest::newRow("long") << QString(1025, u'x') << u"tooLong"_s;
    QTest::newRow("common") << u"Motdepasse1!"_s << u"common"_s;
    QTest::newRow("personal") << u"xjq kouadio-brou 53"_s << u"personal"_s;
}

void TestLogIn::aNewPassword_mustBeAGoodOne()
{
    Visitor visitor;
    visitor.awa.name = u"Awa Kouadio-Brou"_s;
    visitor.put(visitor.awa);
    visitor.logIn();
    QFETCH(const QString, wanted);
    const http::Response refused = visitor.change(Visitor::password(), wanted);
    QCOMPARE(refused.status, 400);
    QCOMPARE(Visitor::objectIn(refused).value(u"type"_s).toString(), u"weakPassword"_s);
    QTEST(Visitor::objectIn(refused).value(u"flaw"_s).toString(), "flaw");
    QCOMPARE(visitor.right().status, 200);
}

void TestLogIn::aNewPassword_needsASession()
{
    Visitor visitor;
    visitor.token = "Bearer guess";
    QCOMPARE(visitor.change(Visitor::password(), u"quatre mots bien choisis"_s).status, 401);
}

QTEST_GUILESS_MAIN(TestLogIn)
#include "tst_login.moc"
