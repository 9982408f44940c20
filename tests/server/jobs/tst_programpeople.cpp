// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/secondfactor.h"
#include "app/server/store/secretbox.h"
#include "app/server/store/store.h"
#include "core/base/clock.h"
#include "core/base/random.h"
#include "tests/server/jobs/programs.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;

/// `akwaba-server user` and `akwaba-server team` on their command lines.
class TestProgramPeople : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void usersAreAddedDisabledAndTold();
    void aBadPasswordFileMakesNoAgent();
    void aBadPasswordMakesNoAgent_data();
    void aBadPasswordMakesNoAgent();
    void theSecondFactorIsReset();
    void aDeviceIsListedAndRevoked();
    void theAuditTrailIsSaidAsJson();
    void aCustomerIsErasedOnlyWhenItIsSaidTwice();
    void anAgentMovesBetweenTeams();
    void anAgentOfUnknownTeamOrRoleStaysAsHeWas();
    void aTeamGetsNameAndAddress();
    void aTeamKeepsItsAddressUnderANewName();
    void aTeamReceivesWhatIsEscalated();
    void anEmptyAddressTakesItAway();
    void badTeams_data();
    void badTeams();
    void wrongWordsAreTold_data();
    void wrongWordsAreTold();
    void aRunningServerHearsOfTheNewAddress();

private:
    [[nodiscard]] Ran user(const QStringList &words) const;
    [[nodiscard]] Ran team(const QStringList &words) const;
    [[nodiscard]] QByteArray teams() const { return team({u"list"_s}).out; }

    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_data;
};

void TestProgramPeople::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_data = m_dir->filePath(u"data"_s);
    SystemClock clock;
    SystemRandom random;
    QVERIFY(store::Store::create(m_data, clock, random));
}

Ran TestProgramPeople::user(const QStringList &words) const
{
    return run(QStringList{u"user"_s} + words + QStringList{u"--data"_s, m_data});
}

Ran TestProgramPeople::team(const QStringList &words) const
{
    return run(QStringList{u"team"_s} + words + QStringList{u"--data"_s, m_data});
}

void TestProgramPeople::usersAreAddedDisabledAndTold()
{
    const Ran added = user({u"add"_s, u"--email"_s, u"awa@shop.ci"_s, u"--team"_s, u"SAV"_s});
    QCOMPARE(added.exit, 0);
    QVERIFY(added.out.startsWith("Password: "));
    QCOMPARE(teams(), QByteArray("SAV\t\tawa@shop.ci\n"));
    QCOMPARE(user({u"add"_s, u"--email"_s, u"AWA@shop.ci"_s}).exit, 1);
    QCOMPARE(user({u"add"_s, u"--email"_s, u"b@shop.ci"_s, u"--role"_s, u"king"_s}).exit, 1);
    QCOMPARE(user({u"add"_s, u"--email"_s, u"b@shop.ci\nBcc: c@shop.ci"_s}).exit, 1);
    QCOMPARE(user({u"add"_s, u"--email"_s, u"b@shop.ci"_s, u"--language"_s, u"klingon"_s}).exit, 1);
    QCOMPARE(user({u"disable"_s, u"--email"_s, u"awa@shop.ci"_s}).exit, 0);
    QCOMPARE(teams(), QByteArray("SAV\t\t\n"));
    QCOMPARE(user({u"disable"_s, u"--email"_s, u"eve@shop.ci"_s}).exit, 1);
}

void TestProgramPeople::aCustomerIsErasedOnlyWhenItIsSaidTwice()
{
    SystemClock clock;
    SystemRandom random;
    Customer customer;
    customer.id = newId<CustomerId>(clock, random);
    customer.emails = {{u"Fatou"_s, u"fatou@example.ci"_s}};
    {
        const auto store = store::Store::open(m_data, clock, random);
        QVERIFY(store);
        QVERIFY(
            (*store)->write([&](store::Writer &writer) { return writer.put(customer).map([](const Customer &) { }); }));
    }
    const auto erase = [this](const QStringList &words) {
        return run(QStringList{u"erase-customer"_s, u"--data"_s, m_data} + words);
    };
    QCOMPARE(erase({u"fatou@example.ci"_s}).exit, 2);
    QCOMPARE(run({u"erasures"_s, u"--data"_s, m_data}).out, QByteArray());
    QCOMPARE(erase({u"--yes"_s, u"eve@example.ci"_s}).exit, 1);
    QCOMPARE(erase({u"--yes"_s, u"fatou@example.ci"_s}).exit, 0);
    QCOMPARE(erase({u"--yes"_s, u"fatou@example.ci"_s}).exit, 1); // nobody knows him
    QCOMPARE(erase({u"--yes"_s, customer.id.value}).exit, 1);
    const Ran said = run({u"erasures"_s, u"--data"_s, m_data});
    QCOMPARE(said.out.count('\n'), 1);
    QVERIFY(said.out.contains("\"expected\":0") && said.out.contains("\"cause\":\"erasure\""));
    QVERIFY(!said.out.contains(customer.id.value.toLatin1()));
    QVERIFY(run({u"audit"_s, u"--data"_s, m_data}).out.contains("eraseCustomer"));
}

void TestProgramPeople::aBadPasswordFileMakesNoAgent()
{
    const QStringList words{u"add"_s, u"--email"_s, u"awa@shop.ci"_s, u"--team"_s, u"SAV"_s};
    const Ran failed = user(words + QStringList{u"--password-file"_s, m_dir->filePath(u"none"_s)});
    QCOMPARE(failed.exit, 1);
    QVERIFY(failed.err.contains("can't read"));
    QCOMPARE(teams(), QByteArray());
    QCOMPARE(user(words).exit, 0);
}

void TestProgramPeople::aBadPasswordMakesNoAgent_data()
{
    QTest::addColumn<QByteArray>("password");
    QTest::addColumn<QByteArray>("why");
    QTest::newRow("short") << QByteArray("k7w9m2hq4") << QByteArray("at least 10");
    QTest::newRow("common") << QByteArray("Password2024!") << QByteArray("commonest");
    QTest::newRow("personal") << QByteArray("xjq kouadio 53f") << QByteArray("name or address");
}

void TestProgramPeople::aBadPasswordMakesNoAgent()
{
    QFETCH(const QByteArray, password);
    QFETCH(const QByteArray, why);
    QFile file(m_dir->filePath(u"password"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(password + '\n') > 0);
    file.close();
    const QStringList given{u"--password-file"_s, file.fileName()};
    const Ran refused =
        user(QStringList{u"add"_s, u"awa@shop.ci"_s, u"--name"_s, u"Awa Kouadio"_s, u"--team"_s, u"SAV"_s} + given);
    QCOMPARE(refused.exit, 1);
    QVERIFY2(refused.err.contains(why), refused.err.constData());
    QCOMPARE(teams(), QByteArray());
    QCOMPARE(user({u"add"_s, u"awa@shop.ci"_s, u"--name"_s, u"Awa Kouadio"_s}).exit, 0);
    QCOMPARE(user(QStringList{u"password"_s, u"awa@shop.ci"_s} + given).exit, 1);
}

void TestProgramPeople::theSecondFactorIsReset()
{
    QCOMPARE(user({u"add"_s, u"awa@shop.ci"_s}).exit, 0);
    const QStringList reset{u"totp-reset"_s, u"awa@shop.ci"_s};
    QCOMPARE(user(reset).exit, 1); // he has none
    SystemClock clock;
    SystemRandom random;
    const auto store = store::Store::open(m_data, clock, random);
    QVERIFY(store);
    store::SecretBox box(m_data, random);
    const AgentId awa = (*store)->accountCalled(u"awa@shop.ci"_s)->agent;
    QVERIFY((*store)->write([&](store::Writer &writer) {
        return store::beginSecondFactor(writer, box, awa)
            .and_then([&](const QString &secret) { return store::oneTimeCode(secret, clock.now()); })
            .and_then([&](const QString &code) { return store::confirmSecondFactor(writer, box, awa, code); })
            .map([](const QStringList &) {});
    }));
    QVERIFY((*store)->accountCalled(u"awa@shop.ci"_s)->hasSecondFactor);
    QCOMPARE(user(reset).exit, 0);
    QVERIFY(!(*store)->accountCalled(u"awa@shop.ci"_s)->hasSecondFactor);
}

void TestProgramPeople::aDeviceIsListedAndRevoked()
{
    QCOMPARE(user({u"add"_s, u"awa@shop.ci"_s}).exit, 0);
    QCOMPARE(user({u"add"_s, u"yao@shop.ci"_s}).exit, 0);
    SystemClock clock;
    SystemRandom random;
    const auto store = store::Store::open(m_data, clock, random);
    QVERIFY(store);
    const AgentId awa = (*store)->accountCalled(u"awa@shop.ci"_s)->agent;
    const auto login = (*store)->openSession(awa, {u"Poste\t4"_s, u"0.1"_s, {}});
    QVERIFY(login);
    const QByteArray id = login->caller.device.value.toLatin1();
    const QByteArray line = user({u"devices"_s, u"awa@shop.ci"_s}).out;
    QVERIFY2(line.startsWith(QByteArray(id + "\tactive\t")) && line.endsWith("\t0.1\tPoste 4\n"), line.constData());
    QCOMPARE(user({u"devices"_s, u"yao@shop.ci"_s}).out, QByteArray());
    QCOMPARE(user({u"revoke"_s, u"yao@shop.ci"_s, QString::fromLatin1(id)}).exit, 1);
    QVERIFY((*store)->authenticate(login->token));
    QCOMPARE(user({u"revoke"_s, u"awa@shop.ci"_s}).exit, 2);
    QCOMPARE(user({u"revoke"_s, u"awa@shop.ci"_s, QString::fromLatin1(id)}).exit, 0);
    QVERIFY(!(*store)->authenticate(login->token));
    QVERIFY(user({u"devices"_s, u"awa@shop.ci"_s}).out.startsWith(QByteArray(id + "\trevoked\t")));
}

void TestProgramPeople::theAuditTrailIsSaidAsJson()
{
    QCOMPARE(user({u"add"_s, u"awa@shop.ci"_s}).exit, 0);
    QCOMPARE(user({u"disable"_s, u"awa@shop.ci"_s}).exit, 0);
    const auto audit = [this](const QStringList &words) {
        return run(QStringList{u"audit"_s, u"--data"_s, m_data} + words);
    };
    const QList<QByteArray> lines = audit({}).out.trimmed().split('\n');
    QCOMPARE(lines.size(), 2);
    const QJsonObject last = QJsonDocument::fromJson(lines.last()).object();
    QCOMPARE(last.value(u"action"_s).toString(), u"disableAgent"_s);
    QCOMPARE(last.value(u"actor"_s).toString(), QString());
    QVERIFY(last.value(u"subject"_s).toString().startsWith(u'a'));
    QVERIFY(!audit({}).out.contains("awa@"));
    QCOMPARE(audit({u"--since"_s, u"2999-01-01"_s}).out, QByteArray());
    QCOMPARE(audit({u"--since"_s, u"2020-01-01"_s}).out.count('\n'), 2);
    QCOMPARE(audit({u"--since"_s, u"yesterday"_s}).exit, 1);
}

void TestProgramPeople::anAgentMovesBetweenTeams()
{
    QCOMPARE(user({u"add"_s, u"--email"_s, u"awa@shop.ci"_s, u"--team"_s, u"N1"_s, u"--team"_s, u"n1"_s}).exit, 0);
    const Ran moved = user({u"set"_s, u"--email"_s, u"Awa@shop.ci"_s, u"--team"_s, u"N2"_s, u"--no-team"_s, u"n1"_s,
                            u"--role"_s, u"supervisor"_s, u"--name"_s, u"Awa Koné"_s});
    QVERIFY2(moved.exit == 0, moved.err.constData());
    QCOMPARE(teams(), QByteArray("N1\t\t\nN2\t\tawa@shop.ci\n"));

    SystemClock clock;
    SystemRandom random;
    const auto store = store::Store::open(m_data, clock, random);
    QVERIFY(store);
    const auto agent = (*store)->read()->agentByEmail(u"awa@shop.ci"_s);
    QCOMPARE((*agent)->name, u"Awa Koné"_s);
    QCOMPARE((*agent)->roles, QList{Role::Supervisor});
    QCOMPARE((*agent)->language, u"fr"_s);
    QCOMPARE((*agent)->teams.size(), 1);
    QCOMPARE((*agent)->rev, 2); // consoles hear of it
}

void TestProgramPeople::anAgentOfUnknownTeamOrRoleStaysAsHeWas()
{
    QCOMPARE(user({u"add"_s, u"--email"_s, u"awa@shop.ci"_s, u"--team"_s, u"N1"_s}).exit, 0);
    const QStringList set{u"set"_s, u"--email"_s, u"awa@shop.ci"_s, u"--team"_s, u"N2"_s};
    const Ran left = user(set + QStringList{u"--no-team"_s, u"N3"_s});
    QCOMPARE(left.exit, 1);
    QCOMPARE(left.err, QByteArray("akwaba-server: there is no team called N3 (notFound)\n"));
    QCOMPARE(user(set + QStringList{u"--role"_s, u"king"_s}).exit, 1);
    QCOMPARE(user({u"set"_s, u"--email"_s, u"eve@shop.ci"_s, u"--team"_s, u"N2"_s}).exit, 1);
    QCOMPARE(teams(), QByteArray("N1\t\tawa@shop.ci\n"));
}

void TestProgramPeople::aTeamGetsNameAndAddress()
{
    QCOMPARE(team({u"add"_s, u"--name"_s, u"Support N1"_s}).exit, 0);
    QCOMPARE(team({u"add"_s, u"--name"_s, u"achats"_s, u"--address"_s, u"achats@shop.ci"_s}).exit, 0);
    QCOMPARE(team({u"set"_s, u"--name"_s, u"support n1"_s, u"--address"_s, u"sav@shop.ci"_s}).exit, 0);
    QCOMPARE(user({u"add"_s, u"--email"_s, u"ben@shop.ci"_s, u"--team"_s, u"Support N1"_s}).exit, 0);
    QCOMPARE(user({u"add"_s, u"--email"_s, u"awa@shop.ci"_s, u"--team"_s, u"Support N1"_s}).exit, 0);
    QCOMPARE(teams(), QByteArray("achats\tachats@shop.ci\t\nSupport N1\tsav@shop.ci\tawa@shop.ci, ben@shop.ci\n"));
}

void TestProgramPeople::aTeamKeepsItsAddressUnderANewName()
{
    QCOMPARE(team({u"add"_s, u"--name"_s, u"N1"_s, u"--address"_s, u"sav@shop.ci"_s}).exit, 0);
    QCOMPARE(team({u"set"_s, u"--name"_s, u"N1"_s, u"--rename"_s, u"Support"_s}).exit, 0);
    QCOMPARE(team({u"set"_s, u"--name"_s, u"Support"_s, u"--rename"_s, u"SUPPORT"_s}).exit, 0);
    QCOMPARE(teams(), QByteArray("SUPPORT\tsav@shop.ci\t\n"));

    SystemClock clock;
    SystemRandom random;
    const auto store = store::Store::open(m_data, clock, random);
    QVERIFY(store);
    const auto renamed = (*store)->read()->teamByAddress(u"sav@shop.ci"_s);
    QCOMPARE((*renamed)->email.name, u"SUPPORT"_s); // what customers read as the sender
    QCOMPARE((*renamed)->rev, 3);
}

void TestProgramPeople::aTeamReceivesWhatIsEscalated()
{
    const auto teamOfPath = [this](const std::function<void(store::Store &)> &first) {
        SystemClock clock;
        SystemRandom random;
        const auto store = store::Store::open(m_data, clock, random);
        if (first) first(**store);
        return (*store)->read()->all<EscalationPath>()->first().team;
    };
    const TeamId nobody = teamOfPath([](store::Store &store) {
        EscalationPath path;
        SystemRandom random;
        path.id = newId<EscalationPathId>(SystemClock(), random);
        path.nameFr = u"Superviseur"_s;
        path.nameEn = u"Supervisor"_s;
        QVERIFY(store.write([&path](store::Writer &writer) { return writer.put(path).map([](const auto &) { }); }));
    });
    QVERIFY(nobody.isEmpty());
    QCOMPARE(team({u"add"_s, u"--name"_s, u"N1"_s, u"--receives"_s, u"Directeur"_s}).exit, 1);
    QCOMPARE(teams(), QByteArray()); // nothing of it
    QCOMPARE(team({u"add"_s, u"--name"_s, u"N1"_s, u"--receives"_s, u"superviseur"_s}).exit, 0);
    const TeamId first = teamOfPath({});
    QVERIFY(!first.isEmpty());
    QCOMPARE(team({u"add"_s, u"--name"_s, u"N2"_s}).exit, 0);
    QCOMPARE(team({u"set"_s, u"--name"_s, u"N2"_s, u"--receives"_s, u"Supervisor"_s}).exit, 0);
    QVERIFY(teamOfPath({}) != first);
}

void TestProgramPeople::anEmptyAddressTakesItAway()
{
    QCOMPARE(team({u"add"_s, u"--name"_s, u"N1"_s, u"--address"_s, u"sav@shop.ci"_s}).exit, 0);
    QCOMPARE(team({u"set"_s, u"--name"_s, u"N1"_s, u"--address"_s, u""_s}).exit, 0);
    QCOMPARE(team({u"add"_s, u"--name"_s, u"N2"_s, u"--address"_s, u"sav@shop.ci"_s}).exit, 0);
    QCOMPARE(teams(), QByteArray("N1\t\t\nN2\tsav@shop.ci\t\n"));
}

void TestProgramPeople::badTeams_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QByteArray>("message");
    const QByteArray noAddress = "--address is no address like support@shop.ci (badInput)";
    QTest::newRow("unknown") << QStringList{u"set"_s, u"--name"_s, u"N3"_s, u"--address"_s, u"n3@shop.ci"_s}
                             << QByteArray("there is no team called N3 (notFound)");
    QTest::newRow("no at") << QStringList{u"set"_s, u"--name"_s, u"N2"_s, u"--address"_s, u"shop.ci"_s} << noAddress;
    QTest::newRow("a name with it") << QStringList{u"set"_s, u"--name"_s, u"N2"_s, u"--address"_s, u"N2 <n2@shop.ci>"_s}
                                    << noAddress;
    QTest::newRow("two lines") << QStringList{u"add"_s, u"--name"_s, u"N3"_s, u"--address"_s,
                                              u"n3@shop.ci\nBcc:a@b.ci"_s}
                               << noAddress;
    QTest::newRow("address of another") << QStringList{u"set"_s, u"--name"_s, u"N2"_s, u"--address"_s, u"SAV@shop.ci"_s}
                                        << QByteArray("the team N1 has this address (conflict)");
    QTest::newRow("name of another") << QStringList{u"add"_s, u"--name"_s, u"n1"_s}
                                     << QByteArray("there is a team called N1 (conflict)");
    QTest::newRow("renamed to another") << QStringList{u"set"_s, u"--name"_s, u"N2"_s, u"--rename"_s, u"n1"_s}
                                        << QByteArray("there is a team called N1 (conflict)");
    QTest::newRow("empty name") << QStringList{u"add"_s, u"--name"_s, u" "_s}
                                << QByteArray("the name of a team is empty (badInput)");
    QTest::newRow("name of two lines") << QStringList{u"add"_s, u"--name"_s, u"N\n3"_s}
                                       << QByteArray("the name of a team is one line of letters (badInput)");
}

void TestProgramPeople::badTeams()
{
    QFETCH(const QStringList, words);
    QFETCH(const QByteArray, message);
    QCOMPARE(team({u"add"_s, u"--name"_s, u"N1"_s, u"--address"_s, u"sav@shop.ci"_s}).exit, 0);
    QCOMPARE(team({u"add"_s, u"--name"_s, u"N2"_s}).exit, 0);
    const Ran refused = team(words);
    QCOMPARE(refused.exit, 1);
    QCOMPARE(refused.err, "akwaba-server: " + message + '\n');
    QCOMPARE(teams(), QByteArray("N1\tsav@shop.ci\t\nN2\t\t\n"));
}

void TestProgramPeople::wrongWordsAreTold_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("user") << QStringList{u"user"_s, u"promote"_s, u"--email"_s, u"a@shop.ci"_s}
                          << QByteArray("disable");
    QTest::newRow("nobody") << QStringList{u"user"_s, u"add"_s} << QByteArray("--email is missing");
    QTest::newRow("no change") << QStringList{u"user"_s, u"set"_s, u"--email"_s, u"a@shop.ci"_s}
                               << QByteArray("says what to set");
    QTest::newRow("team") << QStringList{u"team"_s} << QByteArray("list, add or set");
    QTest::newRow("unquoted name") << QStringList{u"team"_s, u"add"_s, u"--name"_s, u"Support"_s, u"N1"_s}
                                   << QByteArray("in quotes");
    QTest::newRow("no name") << QStringList{u"team"_s, u"set"_s, u"--address"_s, u"a@shop.ci"_s}
                             << QByteArray("--name is missing");
    QTest::newRow("same team") << QStringList{u"team"_s, u"set"_s, u"--name"_s, u"N1"_s}
                               << QByteArray("says what to set");
}

void TestProgramPeople::wrongWordsAreTold()
{
    QFETCH(const QStringList, words);
    QFETCH(const QByteArray, message);
    const Ran refused = run(words + QStringList{u"--data"_s, m_data});
    QCOMPARE(refused.exit, 2);
    QVERIFY2(refused.err.contains(message), refused.err.constData());
}

void TestProgramPeople::aRunningServerHearsOfTheNewAddress()
{
    SystemClock clock;
    SystemRandom random;
    const auto server = store::Store::open(m_data, clock, random);
    QVERIFY(server);
    QStringList heard;
    (*server)->onCommitted([&heard](const store::CommitNotice &notice) { heard += notice.scopes; });
    QCOMPARE(team({u"add"_s, u"--name"_s, u"N1"_s, u"--address"_s, u"sav@shop.ci"_s}).exit, 0);
    (*server)->noticeOthers();
    QCOMPARE(heard, QStringList{u"org"_s});
    QVERIFY((*server)->read()->teamByAddress(u"sav@shop.ci"_s)->has_value());
}

QTEST_GUILESS_MAIN(TestProgramPeople)
#include "tst_programpeople.moc"
