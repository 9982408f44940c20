// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/channels/email/pdftext.h"
#include "app/server/mailboxes.h"
#include "app/server/mailboxtrial.h"
#include "app/server/store/mailaccounts.h"
#include "app/server/store/mailtables.h"
#include "tests/server/peers/dovecotpeer.h"
#include "tests/server/peers/eximpeer.h"
#include "tests/server/store/storefixture.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Mailboxes that an administrator set up, against real mail servers.
class TestServerMailboxes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void mailsOfAnAccount_areFetched_andItsRepliesLeaveByIt();
    void aReplyThatIsInTheSentFolder_isNotSentAgain();
    void whatIsInTheWay_isNoted_andIsOverWithIt();
    void aTrial_goesTheWholeWay();
    void aTrial_endsWhereItEnds_data();
    void aTrial_endsWhereItEnds();

private:
    [[nodiscard]] MailAccount account() const;
    [[nodiscard]] static QList<MailCheck> tried(const MailAccount &account, const MailPasswords &passwords);

    DovecotPeer m_dovecot;
    EximPeer m_exim;
    const MailPasswords m_passwords{QLatin1StringView(DovecotPeer::password), {}};
};

namespace {

/// One message, queued and due.
Message queueReply(store::StoreFixture &desk, const Ticket &ticket, Delivery state = Delivery::Queued)
{
    Message reply;
    reply.id = desk.id<MessageId>();
    reply.ticket = ticket.id;
    reply.direction = Direction::Outgoing;
    reply.channel = Channel::Email;
    reply.at = desk.clock.now();
    reply.subject = u"Toner"_s;
    reply.text = u"It is on its way."_s;
    reply.toAddresses = {{{}, u"rosine@client.test"_s}};
    reply.delivery = state;
    desk.write([&](store::Writer &writer) {
        store::MailJob job;
        job.message = reply.id;
        job.ticket = ticket.id;
        job.sendAfter = desk.clock.now();
        job.state = state;
        return writer.put(reply).and_then([&](const Message &) { return store::putMailJob(writer, job); });
    });
    return reply;
}

} // namespace

void TestServerMailboxes::initTestCase()
{
    m_exim.keepInSpool(u"client.test"_s);
    QVERIFY2(m_exim.start(), qPrintable(m_exim.report()));
    QVERIFY2(m_dovecot.start(), qPrintable(m_dovecot.report()));
}

MailAccount TestServerMailboxes::account() const
{
    MailAccount account;
    account.name = u"Support"_s;
    account.address = u"sav@shop.test"_s;
    account.imap = {u"127.0.0.1"_s, m_dovecot.port(), MailTls::None, QLatin1StringView(DovecotPeer::user)};
    account.folder = u"INBOX"_s;
    account.smtp = {u"127.0.0.1"_s, m_exim.port(), MailTls::None, {}};
    account.keepsSent = true;
    return account;
}

QList<MailCheck> TestServerMailboxes::tried(const MailAccount &account, const MailPasswords &passwords)
{
    MailboxTrial trial(account, passwords, u"desk.test"_s);
    QSignalSpy finished(&trial, &MailboxTrial::finished);
    trial.start();
    if (!QTest::qWaitFor([&finished] { return !finished.isEmpty(); }, 60'000)) return {};
    return finished.constFirst().constFirst().value<QList<MailCheck>>();
}

void TestServerMailboxes::mailsOfAnAccount_areFetched_andItsRepliesLeaveByIt()
{
    store::StoreFixture desk;
    Team team = desk.team(u"Support"_s);
    MailAccount mailbox = account();
    mailbox.id = desk.id<MailAccountId>();
    mailbox.team = team.id;
    team.email = {team.name, mailbox.address};
    ServerConfig config;
    config.tenant = u"shop.test"_s;
    store::SecretBox box(desk.store->directory(), desk.random);
    desk.write([&](store::Writer &writer) {
        return writer.put(team).and_then(
            [&](const Team &) { return store::putMailAccount(writer, box, mailbox, m_passwords); });
    });
    QVERIFY(m_dovecot.put(u"1.one"_s,
                          "From: Rosine <rosine@client.test>\r\nMessage-ID: <q1@client.test>\r\nSubject: "
                          "Toner\r\n\r\nWhere is it?\r\n"));
    const jobs::ReceiveSettings receiving;
    jobs::MailIntake intake(*desk.store, receiving, mail::textOfPdf);
    Mailboxes mailboxes(*desk.store, intake, config);
    mailboxes.lead(true);
    const auto tickets = [&desk] { return desk.must(desk.must(desk.store->read()).all<Ticket>()); };
    QTRY_COMPARE_WITH_TIMEOUT(tickets().size(), 1, 20'000);
    QCOMPARE(tickets().constFirst().team, team.id);
    const Message reply = queueReply(desk, tickets().constFirst());
    QTRY_COMPARE_WITH_TIMEOUT(m_exim.spooled(), QStringList{reply.id.value + u'@' + config.tenant}, 20'000);
    const QString sent = u"Envoy&AOk-s"_s;
    QTRY_COMPARE_WITH_TIMEOUT(m_dovecot.mails(sent).size(), 1, 20'000);
    QFile copy(m_dovecot.mails(sent).constFirst());
    QVERIFY(copy.open(QIODevice::ReadOnly));
    QVERIFY(copy.readAll().contains("sav@shop.test"));
    QCOMPARE(desk.find<Message>(reply.id)->delivery, Delivery::Sent);
}

void TestServerMailboxes::aReplyThatIsInTheSentFolder_isNotSentAgain()
{
    store::StoreFixture desk;
    MailAccount mailbox = account();
    mailbox.id = desk.id<MailAccountId>();
    Team team = desk.team(u"Support"_s);
    team.email = {team.name, mailbox.address};
    store::SecretBox box(desk.store->directory(), desk.random);
    desk.write([&](store::Writer &writer) {
        return writer.put(team).and_then(
            [&](const Team &) { return store::putMailAccount(writer, box, mailbox, m_passwords); });
    });
    const Ticket ticket = desk.ticket(team.id, {});
    const Message kept = queueReply(desk, ticket, Delivery::Unknown);
    const Message lost = queueReply(desk, ticket, Delivery::Unknown);
    QVERIFY(m_dovecot.put(u"9.kept"_s, "Message-ID: <" + kept.id.value.toUtf8() + "@shop.test>\r\n\r\nx\r\n",
                          u"Envoy&AOk-s"_s));
    const qsizetype before = m_exim.spooled().size();
    ServerConfig config;
    config.tenant = u"shop.test"_s;
    const jobs::ReceiveSettings receiving;
    jobs::MailIntake intake(*desk.store, receiving, mail::textOfPdf);
    Mailboxes mailboxes(*desk.store, intake, config);
    mailboxes.lead(true);
    const auto isSent = [&desk](const Message &reply) {
        return desk.find<Message>(reply.id)->delivery == Delivery::Sent;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isSent(kept) && isSent(lost), 20'000);
    QCOMPARE(m_exim.spooled().size(), before + 1);
    QVERIFY(m_exim.spooled().contains(lost.id.value + u"@shop.test"_s));
    QCOMPARE(desk.find<Message>(kept.id)->deliveryLog.constLast().reply, u"found in the folder of sent mail"_s);
}

void TestServerMailboxes::whatIsInTheWay_isNoted_andIsOverWithIt()
{
    store::StoreFixture desk;
    MailAccount mailbox = account();
    mailbox.id = desk.id<MailAccountId>();
    ServerConfig config;
    store::SecretBox box(desk.store->directory(), desk.random);
    const auto set = [&](const MailPasswords &passwords) {
        desk.write([&](store::Writer &writer) { return store::putMailAccount(writer, box, mailbox, passwords); });
    };
    const auto trouble = [&desk] {
        const auto accounts = desk.must(store::mailAccounts(desk.must(desk.store->read()).database()));
        return wireName(accounts.constFirst().trouble);
    };
    set({u"wrong"_s, {}});
    const jobs::ReceiveSettings receiving;
    jobs::MailIntake intake(*desk.store, receiving, mail::textOfPdf);
    Mailboxes mailboxes(*desk.store, intake, config);
    mailboxes.lead(true);
    QTRY_COMPARE_WITH_TIMEOUT(trouble(), u"wrongPassword"_s, 20'000);
    set(m_passwords);
    mailboxes.refresh();
    QTRY_COMPARE_WITH_TIMEOUT(trouble(), u"none"_s, 20'000);
}

void TestServerMailboxes::aTrial_goesTheWholeWay()
{
    const QList<MailCheck> checks = tried(account(), m_passwords);
    QCOMPARE(checks.size(), 10);
    for (int i = 0; i < checks.size(); ++i)
        QCOMPARE(checks.at(i), (MailCheck{MailStep(i), MailTrouble::None, {}}));
}

void TestServerMailboxes::aTrial_endsWhereItEnds_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<MailStep>("step");
    QTest::addColumn<MailTrouble>("trouble");
    QTest::newRow("name") << u"name"_s << MailStep::ImapName << MailTrouble::UnknownName;
    QTest::newRow("port") << u"port"_s << MailStep::ImapConnection << MailTrouble::NobodyListens;
    QTest::newRow("certificate") << u"certificate"_s << MailStep::ImapCertificate << MailTrouble::UnknownCertificate;
    QTest::newRow("no TLS there") << u"tls"_s << MailStep::ImapCertificate << MailTrouble::AnotherProtocol;
    QTest::newRow("password") << u"password"_s << MailStep::ImapLogIn << MailTrouble::WrongPassword;
    QTest::newRow("folder") << u"folder"_s << MailStep::ImapFolder << MailTrouble::NoSuchFolder;
    QTest::newRow("SMTP port") << u"smtp port"_s << MailStep::SmtpConnection << MailTrouble::NobodyListens;
    QTest::newRow("STARTTLS") << u"starttls"_s << MailStep::SmtpCertificate << MailTrouble::NoStartTls;
    QTest::newRow("SMTP log-in") << u"smtp log-in"_s << MailStep::SmtpLogIn << MailTrouble::LogInNotOffered;
}

void TestServerMailboxes::aTrial_endsWhereItEnds()
{
    QFETCH(QString, what);
    QFETCH(MailStep, step);
    QFETCH(MailTrouble, trouble);
    MailAccount spoilt = account();
    MailPasswords passwords = m_passwords;
    QTcpServer closed;
    QVERIFY(closed.listen(QHostAddress::LocalHost));
    const int nobody = closed.serverPort();
    closed.close();
    if (what == u"name") spoilt.imap.host = u"nowhere.invalid"_s;
    if (what == u"port") spoilt.imap.port = nobody;
    if (what == u"certificate") spoilt.imap.tls = MailTls::StartTls;
    if (what == u"tls") spoilt.imap.tls = MailTls::Tls;
    if (what == u"password") passwords.imap = u"wrong"_s;
    if (what == u"folder") spoilt.folder = u"Nowhere"_s;
    if (what == u"smtp port") spoilt.smtp.port = nobody;
    if (what == u"starttls") spoilt.smtp.tls = MailTls::StartTls;
    if (what == u"smtp log-in") spoilt.smtp.user = u"sav"_s;
    const QList<MailCheck> checks = tried(spoilt, passwords);
    const auto found =
        std::ranges::find_if(checks, [](const MailCheck &check) { return check.trouble != MailTrouble::None; });
    QVERIFY(found != checks.end());
    QCOMPARE(wireName(found->step), wireName(step));
    QCOMPARE(wireName(found->trouble), wireName(trouble));
    QCOMPARE(!found->fingerprint.isEmpty(), trouble == MailTrouble::UnknownCertificate);
    // The other half of the way was gone all the same.
    const bool isSmtp = step >= MailStep::SmtpName;
    QVERIFY(checks.contains({isSmtp ? MailStep::ImapFolder : MailStep::SmtpSender, MailTrouble::None, {}}));
}

QTEST_GUILESS_MAIN(TestServerMailboxes)
#include "tst_servermailboxes.moc"
