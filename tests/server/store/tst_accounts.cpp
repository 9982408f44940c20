// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/credentials.h"
#include "core/database/statement.h"
#include "tests/server/store/storefixture.h"

using namespace akwaba;
using namespace akwaba::store;
using namespace Qt::StringLiterals;

/// Log-in, tokens and passwords.
class TestAccounts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRightPasswordGivesATokenAndADevice();
    void theAddressCountsInAnyCase();
    void wrongPasswordAndUnknownAgentAreRefusedAlike();
    void aLoggedOutTokenIsWorthless();
    void aNewPasswordEndsEverySession();
    void aDisabledAgentIsNobody();
    void anAgentWithoutPasswordCannotLogIn();
    void neitherPasswordNorTokenIsInTheDatabase();
};

namespace {

class Door : public StoreFixture {
public:
    Door() : awa(agent(u"Awa"_s, {team(u"SAV"_s).id})) { must(store->setPassword(awa.id, u"correct horse"_s)); }
    Result<Login> logIn(const QString &email = u"awa@akwaba.test"_s, const QString &password = u"correct horse"_s)
    {
        const Account account = must(store->accountCalled(email));
        if (!passwordFits(account.passwordHash, password)) return fail(Code::Unauthenticated, u"wrong password"_s);
        return store->openSession(account.agent, {u"Poste 1"_s, u"0.1"_s, {}});
    }

    Agent awa;
};

} // namespace

void TestAccounts::aRightPasswordGivesATokenAndADevice()
{
    Door door;
    const auto login = door.logIn();
    QVERIFY(login);
    const auto caller = door.store->authenticate(login->token);
    QVERIFY(caller);
    QCOMPARE(caller->agent, door.awa.id);
    QCOMPARE(caller->device, login->caller.device);
    QVERIFY(caller->member.scopes.contains(u"team:"_s + door.awa.teams.first().value));
    QCOMPARE(door.find<Device>(caller->device)->name, u"Poste 1"_s);
}

void TestAccounts::theAddressCountsInAnyCase()
{
    Door door;
    QVERIFY(door.logIn(u" AWA@Akwaba.test"_s));
}

void TestAccounts::wrongPasswordAndUnknownAgentAreRefusedAlike()
{
    Door door;
    QCOMPARE(door.logIn(u"awa@akwaba.test"_s, u"Correct horse"_s).error(),
             door.logIn(u"eve@akwaba.test"_s, u"correct horse"_s).error());
    QCOMPARE(door.logIn(u"eve@akwaba.test"_s).error().code, Code::Unauthenticated);
}

void TestAccounts::aLoggedOutTokenIsWorthless()
{
    Door door;
    const QString token = door.logIn()->token;
    Door::must(door.store->logOut(token));
    QCOMPARE(door.store->authenticate(token).error().code, Code::Unauthenticated);
    QCOMPARE(door.store->authenticate({}).error().code, Code::Unauthenticated);
}

void TestAccounts::aNewPasswordEndsEverySession()
{
    Door door;
    const QString token = door.logIn()->token;
    Door::must(door.store->setPassword(door.awa.id, u"battery staple"_s));
    QVERIFY(!door.store->authenticate(token));
    QVERIFY(!door.logIn());
    QVERIFY(door.logIn(u"awa@akwaba.test"_s, u"battery staple"_s));
}

void TestAccounts::aDisabledAgentIsNobody()
{
    Door door;
    const QString token = door.logIn()->token;
    Door::must(door.store->setActive(door.awa.id, false));
    QVERIFY(!door.store->authenticate(token));
    QVERIFY(!door.logIn());
    Door::must(door.store->setActive(door.awa.id, true));
    QVERIFY(!door.store->authenticate(token)); // what was revoked stays so
    QVERIFY(door.logIn());
}

void TestAccounts::anAgentWithoutPasswordCannotLogIn()
{
    Door door;
    door.agent(u"Yao"_s, {});
    QVERIFY(!door.logIn(u"yao@akwaba.test"_s, {}));
}

void TestAccounts::neitherPasswordNorTokenIsInTheDatabase()
{
    Door door;
    const QString token = door.logIn()->token;
    const auto snapshot = Door::must(door.store->read());
    for (const QString &table : {u"credentials"_s, u"tokens"_s}) {
        Statement select(snapshot.database(), u"SELECT * FROM %1"_s.arg(table));
        int rows = 0;
        Door::must(select.forEach([&](const Statement &row) {
            ++rows;
            for (int column = 0; column < 3; ++column) {
                QVERIFY(!row.text(column).contains(token));
                QVERIFY(!row.text(column).contains(u"correct horse"_s));
            }
        }));
        QVERIFY(rows > 0);
    }
}

QTEST_GUILESS_MAIN(TestAccounts)
#include "tst_accounts.moc"
