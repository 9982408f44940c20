// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jmap/mailaccountroutes.h"
#include "app/server/store/mailaccounts.h"
#include "app/server/store/secretbox.h"
#include "core/domain/mailaccountfields.h"
#include "core/protocol/codec.h"
#include "jmapfixture.h"

#include <QTest>

using namespace akwaba;
using namespace akwaba::jmap;
using namespace Qt::StringLiterals;

/// The company's mailboxes over the wire.
class TestMailAccounts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsSet_isListedWithoutItsPasswords();
    void onlyAdministrators_areAnswered();
    void passwords_staySealed_andAreKept();
    void passwords_areNotSentToAnotherServer();
    void theTeam_getsTheAddress();
    void anAddressOfAnotherTeam_isRefused();
    void whatIsNotWhole_isRefused_data();
    void whatIsNotWhole_isRefused();
    void aTrial_tellsItsSteps_oneAtATime();
    void whatIsRemoved_isGone();
};

namespace {

struct Office : JmapFixture {
    Office()
        : routes(router, *store, api.door(),
                 {[] { return QList<MailAccount>{{.name = u"from the file"_s}}; },
                  [this](const MailAccount &, const MailPasswords &passwords, const auto &done) {
                      tried.append(passwords);
                      answer = done;
                  },
                  [this] { ++changes; }})
    {
        signInAs(agent(u"Boss"_s, {printing.id}, {Role::Administrator}));
    }

    void signInAs(const Agent &who)
    {
        token = "Bearer " + must(store->openSession(who.id, {u"Poste"_s, {}, {}})).token.toLatin1();
    }
    http::Response say(const QByteArray &what, const QJsonObject &body)
    {
        return *begin("POST", "/admin/mail-accounts/" + what, QJsonDocument(body).toJson(), token);
    }
    http::Response set(const MailAccount &account, const MailPasswords &passwords = {})
    {
        return say("set", {{u"account"_s, toJson(account)}, {u"passwords"_s, toJson(passwords)}});
    }
    http::Response test(const MailAccount &account, const MailPasswords &passwords = {})
    {
        return say("test", {{u"account"_s, toJson(account)}, {u"passwords"_s, toJson(passwords)}});
    }
    http::Response list() { return *begin("GET", "/admin/mail-accounts", {}, token); }
    MailAccount first()
    {
        return must(fromJson<MailAccount>(objectIn(list()).value(u"accounts"_s).toArray().at(0).toObject()));
    }
    MailPasswords passwordsOf(const MailAccountId &id)
    {
        store::SecretBox box(store->directory(), random);
        return must(store::mailPasswords(must(store->read()).database(), box, id));
    }

    static MailAccount wanted()
    {
        MailAccount account;
        account.name = u"Support"_s;
        account.address = u"sav@toner.ci"_s;
        account.imap = {u"imap.toner.ci"_s, 993, MailTls::Tls, u"sav"_s};
        account.folder = u"INBOX"_s;
        account.fromDate = u"2026-11-01"_s;
        account.smtp = {u"smtp.toner.ci"_s, 587, MailTls::StartTls, u"sav"_s};
        return account;
    }

    QList<MailPasswords> tried;
    std::function<void(const QList<MailCheck> &)> answer;
    int changes = 0;
    MailAccountRoutes routes;
};

} // namespace

void TestMailAccounts::whatIsSet_isListedWithoutItsPasswords()
{
    Office office;
    const auto done = office.set(Office::wanted(), {u"canary one"_s, u"canary two"_s});
    QCOMPARE(done.status, 200);
    QCOMPARE(office.changes, 1);
    MailAccount expected = Office::wanted();
    expected.id.value = Office::objectIn(done).value(u"id"_s).toString();
    QVERIFY(isWellFormedId(expected.id.value));
    QCOMPARE(office.first(), expected);
    const auto listed = office.list();
    QVERIFY(!listed.body.contains("canary"));
    QVERIFY(listed.body.contains("from the file"));
}

void TestMailAccounts::onlyAdministrators_areAnswered()
{
    Office office;
    office.signInAs(office.awa);
    QCOMPARE(office.list().status, 403);
    QCOMPARE(office.set(Office::wanted()).status, 403);
    QCOMPARE(office.test(Office::wanted()).status, 403);
    QCOMPARE(office.say("remove", {{u"id"_s, u"x"_s}}).status, 403);
    office.token.clear();
    QCOMPARE(office.test(Office::wanted()).status, 401);
    QVERIFY(office.tried.isEmpty());
    QCOMPARE(office.changes, 0);
}

void TestMailAccounts::passwords_staySealed_andAreKept()
{
    Office office;
    QCOMPARE(office.set(Office::wanted(), {u"canary one"_s, u"canary two"_s}).status, 200);
    MailAccount account = office.first();
    QCOMPARE(office.passwordsOf(account.id), (MailPasswords{u"canary one"_s, u"canary two"_s}));
    account.name = u"Customers"_s;
    QCOMPARE(office.set(account, {{}, u"another"_s}).status, 200);
    QCOMPARE(office.passwordsOf(account.id), (MailPasswords{u"canary one"_s, u"another"_s}));
    office.store->flush();
    QFile file(office.store->directory() + u"/akwaba.db"_s);
    QFile wal(office.store->directory() + u"/akwaba.db-wal"_s);
    QVERIFY(file.open(QIODevice::ReadOnly) && wal.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll() + wal.readAll();
    QVERIFY(bytes.contains("imap.toner.ci"));
    QVERIFY(!bytes.contains("canary"));
}

void TestMailAccounts::passwords_areNotSentToAnotherServer()
{
    Office office;
    QCOMPARE(office.set(Office::wanted(), {u"one"_s, u"two"_s}).status, 200);
    MailAccount account = office.first();
    (void)office.test(account);
    office.answer({});
    QCOMPARE(office.tried.constLast(), (MailPasswords{u"one"_s, u"two"_s}));
    account.imap.host = u"imap.evil.example"_s;
    (void)office.test(account);
    office.answer({});
    QCOMPARE(office.tried.constLast(), (MailPasswords{{}, u"two"_s}));
    QCOMPARE(office.set(account).status, 200);
    QCOMPARE(office.passwordsOf(account.id), (MailPasswords{{}, u"two"_s}));
}

void TestMailAccounts::theTeam_getsTheAddress()
{
    Office office;
    MailAccount account = Office::wanted();
    account.team = office.printing.id;
    QCOMPARE(office.set(account).status, 200);
    const auto team = office.find<Team>(office.printing.id);
    QCOMPARE(team->email.address, u"sav@toner.ci"_s);
}

void TestMailAccounts::anAddressOfAnotherTeam_isRefused()
{
    Office office;
    MailAccount account = Office::wanted();
    account.team = office.printing.id;
    QCOMPARE(office.set(account).status, 200);
    account.team = office.legal.id;
    QCOMPARE(office.set(account).status, 409);
}

void TestMailAccounts::whatIsNotWhole_isRefused_data()
{
    QTest::addColumn<MailAccount>("account");
    const auto row = [](const char *name, const std::function<void(MailAccount &)> &spoil) {
        MailAccount account = Office::wanted();
        spoil(account);
        QTest::newRow(name) << account;
    };
    row("no name", [](MailAccount &account) { account.name = u"  "_s; });
    row("no address", [](MailAccount &account) { account.address = u"sav"_s; });
    row("a line break in the address", [](MailAccount &account) { account.address = u"sav@x\r\nDATA"_s; });
    row("a host that is none", [](MailAccount &account) { account.imap.host = u"a/b"_s; });
    row("a port that is none", [](MailAccount &account) { account.smtp.port = 70000; });
    row("a day that is none", [](MailAccount &account) { account.fromDate = u"soon"_s; });
    row("no folder", [](MailAccount &account) { account.folder.clear(); });
    row("an id that we never gave", [](MailAccount &account) { account.id.value = u"1' OR"_s; });
}

void TestMailAccounts::whatIsNotWhole_isRefused()
{
    QFETCH(MailAccount, account);
    Office office;
    QCOMPARE(office.set(account).status, 400);
    QCOMPARE(office.changes, 0);
}

void TestMailAccounts::aTrial_tellsItsSteps_oneAtATime()
{
    Office office;
    const QJsonObject body{{u"account"_s, toJson(Office::wanted())}, {u"passwords"_s, toJson(MailPasswords{})}};
    const auto first = office.begin("POST", "/admin/mail-accounts/test", QJsonDocument(body).toJson(), office.token);
    QCOMPARE(first->status, 0);
    QCOMPARE(office.test(Office::wanted()).status, 429);
    office.answer({{MailStep::ImapName, MailTrouble::None, {}},
                   {MailStep::ImapCertificate, MailTrouble::UnknownCertificate, u"abcd"_s}});
    QCOMPARE(first->status, 200);
    const QJsonArray checks = Office::objectIn(*first).value(u"checks"_s).toArray();
    QCOMPARE(Office::must(fromJson<MailCheck>(checks.at(1).toObject())),
             (MailCheck{MailStep::ImapCertificate, MailTrouble::UnknownCertificate, u"abcd"_s}));
    QCOMPARE(office.test(Office::wanted()).status, 0);
}

void TestMailAccounts::whatIsRemoved_isGone()
{
    Office office;
    QCOMPARE(office.set(Office::wanted()).status, 200);
    const QJsonObject body{{u"id"_s, office.first().id.value}};
    QCOMPARE(office.say("remove", body).status, 204);
    QCOMPARE(Office::objectIn(office.list()).value(u"accounts"_s).toArray().size(), 1);
    QCOMPARE(office.say("remove", body).status, 404);
    QCOMPARE(office.changes, 2);
}

QTEST_GUILESS_MAIN(TestMailAccounts)
#include "tst_mailaccounts.moc"
