// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/endurance/correspondence.h"
#include "tests/server/endurance/load.h"
#include "tests/server/endurance/serverprocess.h"
#include "tests/server/peers/dovecotpeer.h"
#include "tests/server/peers/eximpeer.h"
#include "tests/server/peers/peer.h"
#include "tests/server/peers/sendmail.h"
#include "tests/server/peers/testplace.h"

#include <QSet>
#include <QTemporaryDir>

#include <algorithm>

using namespace akwaba;
using namespace Qt::StringLiterals;

namespace {

constexpr int kills = 3;
constexpr int patienceMs = 120'000;

// %1 is the port of Dovecot, %2 its user, %3 the file with his password.
const auto mailboxToml = R"([imap.support]
host = "127.0.0.1"
port = %1
tls = "none"
user = "%2"
password_file = "%3"
every_seconds = 5
)"_L1;

/// AKWABA_MAIL_FULL=1 takes the whole numbers, in some minutes.
int scaled(int whole) { return qEnvironmentVariableIsSet("AKWABA_MAIL_FULL") ? whole : whole / 10; }

QByteArray question(int number)
{
    const QByteArray n = QByteArray::number(number);
    return "From: Rosine <client" + n + "@client.test>\r\nTo: support@test.invalid\r\nMessage-ID: <question" + n
        + "@client.test>\r\nDate: Thu, 26 Nov 2026 08:00:00 +0000\r\nSubject: Toner " + n
        + "\r\n\r\nWhere is my toner?\r\n";
}

} // namespace

/// A provider's mail servers are killed while a real server fetches from one and sends by the other; once it dies
/// itself, with replies in the air.
class TestMailServersKilled : public QObject {
    Q_OBJECT

private:
    const int m_mails = scaled(2000);
    const int m_replies = scaled(500);
    const std::unique_ptr<Random> m_random = seededRandom();
    QTemporaryDir m_folder;
    DovecotPeer m_dovecot;
    EximPeer m_exim;
    std::unique_ptr<ServerProcess> m_server;
    std::unique_ptr<Sender> m_agent;
    Company m_company;
    int m_delivered = 0;
    int m_answered = 0;

    [[nodiscard]] bool deliver(int upTo);
    void answer(const Correspondence &mail, int upTo);
    [[nodiscard]] bool killDovecotInTheMidst(const Correspondence &mail, qint64 after);
    [[nodiscard]] bool killEximInTheMidst(const Correspondence &mail, qsizetype after);
    [[nodiscard]] bool killOurselvesInTheMidst(const Correspondence &mail);
    [[nodiscard]] bool sendEverything(const Correspondence &mail);
    void compare(const Correspondence &mail, bool again);

private Q_SLOTS:
    void initTestCase();
    void eachMailIsStoredOnce_andEachReplySpooledOnce_exceptWhereItIsUnknown();
};

void TestMailServersKilled::initTestCase()
{
    QVERIFY2(m_dovecot.start(), qPrintable(m_dovecot.report()));
    m_exim.deliverInto(u"test.invalid"_s, m_dovecot.maildir());
    m_exim.keepInSpool(u"client.test"_s);
    QVERIFY2(m_exim.start(), qPrintable(m_exim.report()));
    const QString secret = m_folder.filePath(u"password"_s);
    QVERIFY(peer::writeText(secret, QLatin1StringView(DovecotPeer::password)));
    m_server = std::make_unique<ServerProcess>(testPlace(m_folder.filePath(u"server"_s)), m_exim.port());
    m_server->configure(QString(mailboxToml).arg(m_dovecot.port()).arg(QLatin1StringView(DovecotPeer::user), secret));
    QVERIFY2(m_server->start(), qPrintable(m_server->report()));
    m_company = furnish(m_server->place(), 1, *m_random);
    m_agent = std::make_unique<Sender>(m_company, 0, *m_random);
    m_agent->useServers({m_server->url()});
}

/// Most of them into the mailbox at once, every fifth through Exim, and every twentieth twice, as providers do it now
/// and then.
bool TestMailServersKilled::deliver(int upTo)
{
    for (; m_delivered < upTo; ++m_delivered) {
        const QByteArray mail = question(m_delivered);
        const QString name = QString::number(m_delivered);
        const bool done = m_delivered % 5 == 0
            ? sendMail(m_exim.port(), "rosine@client.test", "support@test.invalid", mail.chopped(2))
            : m_dovecot.put(name + u".first"_s, mail);
        if (!done || (m_delivered % 20 == 0 && !m_dovecot.put(name + u".second"_s, mail))) return false;
    }
    return true;
}

void TestMailServersKilled::answer(const Correspondence &mail, int upTo)
{
    const QList<Correspondence::Question> questions = mail.questions();
    QList<Command> replies;
    for (; m_answered < upTo; ++m_answered) {
        const Correspondence::Question &asked = questions.at(m_answered);
        replies.append(Reply{newId<MessageId>(SystemClock(), *m_random),
                             asked.ticket,
                             {{{}, asked.sender}},
                             {},
                             u"It is on its way, number %1."_s.arg(m_answered),
                             asked.message});
    }
    m_agent->give(replies);
}

bool TestMailServersKilled::killDovecotInTheMidst(const Correspondence &mail, qint64 after)
{
    const bool reached = QTest::qWaitFor([&] { return mail.received() >= after; }, patienceMs);
    m_dovecot.kill();
    return reached;
}

bool TestMailServersKilled::killEximInTheMidst(const Correspondence &mail, qsizetype after)
{
    const bool reached =
        QTest::qWaitFor([&] { return m_exim.spooled().size() >= after && mail.inTheAir() > 0; }, patienceMs);
    m_exim.kill();
    return reached;
}

/// With Exim stopped: whatever is in the air stays there until we are dead.
bool TestMailServersKilled::killOurselvesInTheMidst(const Correspondence &mail)
{
    m_exim.freeze();
    const bool reached = QTest::qWaitFor([&] { return mail.inTheAir() > 0; }, patienceMs);
    m_server->kill();
    m_exim.thaw();
    return reached && m_server->start();
}

/// Whatever waits, waits no longer, until nothing is left but what may have been sent.
bool TestMailServersKilled::sendEverything(const Correspondence &mail)
{
    const auto isQuiet = [&mail] { return mail.inTheAir() == 0; };
    for (int round = 0; round < 20 && mail.queued() > 0; ++round) {
        endUndoTime(m_server->place());
        if (!waitUntilMailed(m_server->place()) || !QTest::qWaitFor(isQuiet, patienceMs)) return false;
    }
    return mail.queued() == 0;
}

/// A mail that was taken and whose sender never heard of it may be there once more for each attempt that he says is
/// unknown, and for nothing else.
void TestMailServersKilled::compare(const Correspondence &mail, bool again)
{
    QHash<QString, int> copies;
    for (const QString &id : m_exim.spooled())
        ++copies[id];
    const QList<Correspondence::Answer> answers = mail.answers();
    int unknown = 0;
    int twice = 0;
    for (const Correspondence::Answer &reply : answers) {
        const int found = copies.take(reply.emailMessageId);
        const bool isSent = reply.state == u"sent";
        QVERIFY2(isSent || (!again && reply.state == u"unknown"), qPrintable(reply.state));
        const int surely = isSent ? 1 : 0;
        QVERIFY2(found >= surely, qPrintable(u"%1 is %2 and nowhere"_s.arg(reply.emailMessageId, reply.state)));
        QVERIFY2(found <= surely + reply.unknown, qPrintable(u"%1 is there too often"_s.arg(reply.emailMessageId)));
        unknown += reply.unknown;
        twice += found > 1 ? 1 : 0;
    }
    QCOMPARE(answers.size(), m_replies);
    QVERIFY2(copies.isEmpty(), "somebody sent what was no reply");
    QVERIFY(unknown > 0);
    qInfo("%s: %d replies, %d attempts unknown, %d replies in the spool twice", again ? "at the end" : "first",
          m_replies, unknown, twice);
}

void TestMailServersKilled::eachMailIsStoredOnce_andEachReplySpooledOnce_exceptWhereItIsUnknown()
{
    const Correspondence mail(m_server->place());
    for (int round = 1; round <= kills; ++round) {
        QVERIFY(deliver(m_mails * round / kills));
        QVERIFY(killDovecotInTheMidst(mail, m_mails * (2 * round - 1) / (2 * kills)));
        answer(mail, m_replies * round / kills);
        QTRY_VERIFY_WITH_TIMEOUT(m_agent->isSettled(), patienceMs);
        endUndoTime(m_server->place());
        QVERIFY(killEximInTheMidst(mail, m_replies * (2 * round - 1) / (2 * kills)));
        QVERIFY2(m_exim.start(), qPrintable(m_exim.report()));
        if (round == 2) {
            endUndoTime(m_server->place());
            QVERIFY2(killOurselvesInTheMidst(mail), qPrintable(m_server->report()));
        }
        QVERIFY2(m_dovecot.start(), qPrintable(m_dovecot.report()));
    }
    QTRY_COMPARE_WITH_TIMEOUT(mail.received(), m_mails, patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(m_dovecot.seen(), m_dovecot.mails().size(), patienceMs);
    const QStringList ids = mail.receivedIds();
    QCOMPARE(QSet<QString>(ids.begin(), ids.end()).size(), m_mails);
    qInfo("%d mails in %lld files, each stored once", m_mails, qint64(m_dovecot.mails().size()));
    QVERIFY(std::ranges::all_of(m_agent->sent(), [](const Sender::Sent &sent) {
        return sent.outcome && sent.outcome->kind == OutcomeKind::Accepted;
    }));
    QVERIFY(sendEverything(mail));
    compare(mail, false);
    endPauses(m_server->place());
    QTRY_COMPARE_WITH_TIMEOUT(mail.unknown() + mail.inTheAir(), 0, patienceMs);
    compare(mail, true);
    QVERIFY2(m_server->stop(), qPrintable(m_server->report()));
}

QTEST_GUILESS_MAIN(TestMailServersKilled)
#include "tst_mailserverskilled.moc"
