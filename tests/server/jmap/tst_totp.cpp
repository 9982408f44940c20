// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/secondfactor.h"
#include "jmapfixture.h"

#include <QTest>

using namespace akwaba;
using namespace akwaba::jmap;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The second factor on the wire.
class TestTotp : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void enrolling_givesASecretAndRecoveryCodes();
    void onceOn_thePasswordAloneIsNotEnough();
    void aCode_letsInOnce();
    void aRecoveryCode_letsInOnce();
    void withoutThePassword_nobodyHearsOfTheSecondFactor();
    void guessingCodes_isThrottled();
    void asking_forTheCodeIsNoFailure();
    void disabling_needsPasswordAndCode();
    void whatIsNotOn_cannotBeDisabled();
    void aNewPassword_needsNoCodeWithinASession();
    void basic_doesNotLetInWhoHasIt();
    void nobodyWithoutSession_getsNear();
};

namespace {

struct Visitor : JmapFixture {
    http::Response post(const QByteArray &path, const QJsonObject &body)
    {
        return ask("POST", path, QJsonDocument(body).toJson(), token);
    }
    http::Response attempt(const QString &code, const QString &typed = password())
    {
        return ask(
            "POST", "/auth/login",
            QJsonDocument(QJsonObject{{u"email"_s, awa.email}, {u"password"_s, typed}, {u"code"_s, code}}).toJson());
    }
    [[nodiscard]] QString code(std::chrono::seconds later = 0s) const
    {
        return must(store::oneTimeCode(secret, clock.now().addSecs(later.count())));
    }
    /// Logged in and enrolled; the code of this moment is used up.
    void enrol()
    {
        logIn();
        secret = objectIn(post("/auth/totp/begin", {})).value(u"secret"_s).toString();
        const QJsonObject answer = objectIn(post("/auth/totp/confirm", {{u"code"_s, code()}}));
        for (const QJsonValue &one : answer.value(u"recoveryCodes"_s).toArray())
            recovery += one.toString();
        if (recovery.size() != 10) qFatal("not enrolled");
        clock.advance(30s);
    }
    static QString typeOf(const http::Response &response) { return objectIn(response).value(u"type"_s).toString(); }

    QString secret;
    QStringList recovery;
};

} // namespace

void TestTotp::enrolling_givesASecretAndRecoveryCodes()
{
    Visitor visitor;
    visitor.logIn();
    const http::Response begun = visitor.post("/auth/totp/begin", {});
    QCOMPARE(begun.status, 200);
    QCOMPARE(begun.headers.value("Cache-Control"), QByteArray("no-store"));
    visitor.secret = Visitor::objectIn(begun).value(u"secret"_s).toString();
    QVERIFY(
        Visitor::objectIn(begun).value(u"url"_s).toString().startsWith(u"otpauth://totp/Akwaba:awa%40akwaba.test?"));
    const http::Response wrong = visitor.post("/auth/totp/confirm", {{u"code"_s, u"12345"_s}});
    QCOMPARE(wrong.status, 403);
    QCOMPARE(Visitor::typeOf(wrong), u"secondFactorWrong"_s);
    QCOMPARE(visitor.attempt({}).status, 200); // not before it is confirmed
    const http::Response confirmed = visitor.post("/auth/totp/confirm", {{u"code"_s, visitor.code()}});
    QCOMPARE(confirmed.status, 200);
    QCOMPARE(Visitor::objectIn(confirmed).value(u"recoveryCodes"_s).toArray().size(), 10);
    QCOMPARE(visitor.post("/auth/totp/begin", {}).status, 409);
    QCOMPARE(visitor.ask("GET", "/jmap/session", {}, visitor.token).status, 200); // the session goes on
}

void TestTotp::onceOn_thePasswordAloneIsNotEnough()
{
    Visitor visitor;
    visitor.enrol();
    const http::Response asked = visitor.attempt({});
    QCOMPARE(asked.status, 401);
    QCOMPARE(Visitor::typeOf(asked), u"secondFactorRequired"_s);
    QVERIFY(!Visitor::objectIn(asked).contains(u"token"_s));
}

void TestTotp::aCode_letsInOnce()
{
    Visitor visitor;
    visitor.enrol();
    const QString code = visitor.code();
    QCOMPARE(visitor.attempt(code).status, 200);
    const http::Response again = visitor.attempt(code);
    QCOMPARE(again.status, 401);
    QCOMPARE(Visitor::typeOf(again), u"secondFactorWrong"_s);
}

void TestTotp::aRecoveryCode_letsInOnce()
{
    Visitor visitor;
    visitor.enrol();
    QCOMPARE(visitor.attempt(visitor.recovery.at(3)).status, 200);
    QCOMPARE(Visitor::typeOf(visitor.attempt(visitor.recovery.at(3))), u"secondFactorWrong"_s);
    QCOMPARE(visitor.attempt(visitor.recovery.at(4)).status, 200);
}

void TestTotp::withoutThePassword_nobodyHearsOfTheSecondFactor()
{
    Visitor visitor;
    visitor.enrol();
    QCOMPARE(Visitor::typeOf(visitor.attempt({}, u"guess"_s)), u"unauthenticated"_s);
    QCOMPARE(Visitor::typeOf(visitor.attempt(visitor.code(), u"guess"_s)), u"unauthenticated"_s);
    QCOMPARE(visitor.attempt(visitor.code()).status, 200); // and the code is not used up by it
}

void TestTotp::guessingCodes_isThrottled()
{
    Visitor visitor;
    visitor.enrol();
    for (int i = 0; i < 5; ++i)
        QCOMPARE(Visitor::typeOf(visitor.attempt(u"12345"_s)), u"secondFactorWrong"_s);
    const http::Response refused = visitor.attempt(u"12345"_s);
    QCOMPARE(refused.status, 429);
    QCOMPARE(refused.headers.value("Retry-After"), QByteArray("10"));
    QCOMPARE(visitor.attempt(visitor.code()).status, 429);
    QCOMPARE(Visitor::typeOf(visitor.attempt({})), u"secondFactorRequired"_s); // which is no way around
    QCOMPARE(visitor.attempt(u"12345"_s).status, 429);
    visitor.clock.advance(30s);
    QCOMPARE(visitor.attempt(visitor.code()).status, 200);
}

void TestTotp::asking_forTheCodeIsNoFailure()
{
    Visitor visitor;
    visitor.enrol();
    for (int i = 0; i < 12; ++i)
        QCOMPARE(Visitor::typeOf(visitor.attempt({})), u"secondFactorRequired"_s);
}

void TestTotp::disabling_needsPasswordAndCode()
{
    Visitor visitor;
    visitor.enrol();
    const auto disable = [&visitor](const QString &typed, const QString &code) {
        return visitor.post("/auth/totp/disable", {{u"password"_s, typed}, {u"code"_s, code}});
    };
    QCOMPARE(Visitor::typeOf(disable(u"guess"_s, visitor.code())), u"wrongPassword"_s);
    QCOMPARE(Visitor::typeOf(disable(Visitor::password(), {})), u"secondFactorRequired"_s);
    QCOMPARE(Visitor::typeOf(disable(Visitor::password(), u"12345"_s)), u"secondFactorWrong"_s);
    QCOMPARE(visitor.attempt({}).status, 401);
    QCOMPARE(disable(Visitor::password(), visitor.code()).status, 204);
    QCOMPARE(visitor.attempt({}).status, 200);
}

void TestTotp::whatIsNotOn_cannotBeDisabled()
{
    Visitor visitor;
    visitor.logIn();
    QCOMPARE(visitor.post("/auth/totp/disable", {{u"password"_s, Visitor::password()}, {u"code"_s, u"1"_s}}).status,
             404);
    QCOMPARE(visitor.post("/auth/totp/confirm", {{u"code"_s, u"123456"_s}}).status, 404);
}

void TestTotp::aNewPassword_needsNoCodeWithinASession()
{
    Visitor visitor;
    visitor.enrol();
    const QString wanted = u"quatre mots bien choisis"_s;
    QCOMPARE(visitor.post("/auth/password", {{u"old"_s, Visitor::password()}, {u"new"_s, wanted}}).status, 204);
    QCOMPARE(Visitor::typeOf(visitor.attempt({}, wanted)), u"secondFactorRequired"_s); // the second factor stays
}

void TestTotp::basic_doesNotLetInWhoHasIt()
{
    Visitor visitor;
    visitor.enrol();
    Doorkeeper doorkeeper(*visitor.store);
    const Proof proof{visitor.awa.email, Visitor::password(), {}, {}, {}};
    QCOMPARE(doorkeeper.checkNow(proof).error().code, Code::SecondFactorRequired);
    QCOMPARE(doorkeeper.checkNow(proof).error().code, Code::SecondFactorRequired); // remembered or not
}

void TestTotp::nobodyWithoutSession_getsNear()
{
    Visitor visitor;
    for (const char *path : {"/auth/totp/begin", "/auth/totp/confirm", "/auth/totp/disable"})
        QCOMPARE(visitor.post(path, {}).status, 401);
}

QTEST_GUILESS_MAIN(TestTotp)
#include "tst_totp.moc"
