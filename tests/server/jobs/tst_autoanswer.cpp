// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/channels/email/parsemail.h"
#include "app/server/jobs/autoanswer.h"
#include "app/server/jobs/mailrunner.h"
#include "app/server/store/mailtables.h"
#include "core/database/statement.h"
#include "tests/server/jobs/shop.h"

#include <algorithm>

using namespace akwaba;
using namespace akwaba::jobs;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A shop that answers by itself. Its clock begins on a Monday at 9, when it is open.
class Desk : public Shop {
public:
    Desk() { answerByItself(); }

    void close() { clock.advance(10h); } // 19:00

    /// A mail of Zoe's, written now and different from all others.
    MailReceipt write(const QByteArray &headers = {})
    {
        const QByteArray number = QByteArray::number(++m_mails);
        return receive("From: Zoe Tano <zoe@example.ci>\r\nTo: sav@shop.ci\r\nSubject: Toner vide\r\nMessage-ID: <"
                       + number + "@example.ci>\r\nDate: " + clock.now().toString(Qt::RFC2822Date).toLatin1() + "\r\n"
                       + QByteArray(headers).replace("\n", "\r\n") + "\r\nBonjour " + number + "\r\n");
    }
    MailReceipt answers(const MailReceipt &to)
    {
        return write("In-Reply-To: <" + find<Message>(to.message)->emailMessageId.toLatin1() + ">\n");
    }

    QList<Message> answersOn(const TicketId &ticket)
    {
        QList<Message> all = must(must(store->read()).messagesOf(ticket));
        all.removeIf([](const Message &message) { return !isAutomatic(message); });
        return all;
    }
    qsizetype answerCount()
    {
        const QList<Message> all = must(must(store->read()).all<Message>());
        return std::count_if(all.begin(), all.end(), isAutomatic);
    }

private:
    int m_mails = 0;
};

} // namespace

class TestAutoAnswer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aNewTicketIsAcknowledgedWithItsNumber();
    void theAnswerIsNobodysAndFulfilsNothing();
    void theAnswerGoesOutAsOneOfARobot();
    void itIsInTheLanguageOfTheTicket();
    void whileWeAreOpenFurtherMailsGetNoAnswer();
    void outOfHoursTheNextOpeningIsSaidToAnyMail();
    void onceForATicketAndDay();
    void threeTimesForAnAddressAndDay();
    void theSameMailByTwoDoorsIsAnsweredOnce();
    void robotsGetNoAnswer_data();
    void robotsGetNoAnswer();
    void ourOwnFallbackAddressGetsNoAnswer();
    void oldMailGetsNoAnswer();
    void aTicketThatWasStoppedGetsNoAnswer();
    void spamGetsNoAnswer();
    void theTicketThatGoesOnWhereAClosedOneEndedIsAcknowledged();
    void nothingIsAnsweredUnlessThatIsWanted();
    void whatCannotBeStoredIsNotAnswered();
};

void TestAutoAnswer::aNewTicketIsAcknowledgedWithItsNumber()
{
    Desk desk;
    const MailReceipt receipt = desk.write();
    const QList<Message> answers = desk.answersOn(receipt.ticket);
    QCOMPARE(answers.size(), 1);
    const Message &answer = answers.first();
    QVERIFY(answer.text.contains(u"A-10001"_s));
    QVERIFY(answer.text.contains(u"24 heures"_s));
    QVERIFY(!answer.text.contains(u"rouvre"_s));
    QCOMPARE(answer.toAddresses, (QList<EmailAddress>{{u"Zoe Tano"_s, u"zoe@example.ci"_s}}));
    QCOMPARE(answer.subject, u"Re: [A-10001] Toner vide"_s);
    QCOMPARE(answer.emailInReplyTo, desk.find<Message>(receipt.message)->emailMessageId);
    QCOMPARE(answer.delivery, Delivery::Queued);
}

void TestAutoAnswer::theAnswerIsNobodysAndFulfilsNothing()
{
    Desk desk;
    const MailReceipt receipt = desk.write();
    const Ticket ticket = desk.ticketOf(receipt);
    QCOMPARE(ticket.status, TicketStatus::New);
    QVERIFY(!ticket.firstResponseAt.isValid());
    QVERIFY(!ticket.lastAgentMessageAt.isValid());
    QCOMPARE(ticket.waitingSince, desk.clock.now());
    QVERIFY(desk.answersOn(receipt.ticket).first().author.isEmpty());
    // Nor does it later, when the instants are derived anew.
    desk.clock.advance(1h);
    (void)desk.answers(receipt);
    QVERIFY(!desk.ticketOf(receipt).firstResponseAt.isValid());
    QCOMPARE(desk.ticketOf(receipt).waitingSince, ticket.waitingSince);
}

void TestAutoAnswer::theAnswerGoesOutAsOneOfARobot()
{
    Desk desk;
    const MailReceipt receipt = desk.write("References: <0@example.ci>\n");
    QList<QByteArray> mails;
    QList<mail::SmtpEnvelope> envelopes;
    MailRunner runner(*desk.store, {u"shop.ci"_s, {}, {}},
                      [&](const mail::SmtpEnvelope &envelope, const QByteArray &mail, const auto &) {
                          envelopes.append(envelope);
                          mails.append(mail);
                      });
    runner.start();
    QCOMPARE(mails.size(), 1);
    const auto sent = mail::parseMail(mails.first());
    QVERIFY(sent);
    QVERIFY(mails.first().contains("Auto-Submitted: auto-replied"));
    QCOMPARE(sent->from, QList{desk.sav.email});
    QCOMPARE(sent->inReplyTo, u"1@example.ci"_s);
    QCOMPARE(sent->references, (QStringList{u"0@example.ci"_s, u"1@example.ci"_s}));
    QVERIFY(!sent->text.contains(u"Bonjour 1"_s)); // nothing is quoted
    QCOMPARE(envelopes.first().recipients, QStringList{u"zoe@example.ci"_s});
}

void TestAutoAnswer::itIsInTheLanguageOfTheTicket()
{
    Desk desk;
    Customer zoe = desk.customer(u"Zoe"_s);
    zoe.preferredLanguages = {u"en"_s};
    desk.put(zoe);
    QVERIFY(desk.answersOn(desk.write().ticket).first().text.startsWith(u"Hello,"_s));
}

void TestAutoAnswer::whileWeAreOpenFurtherMailsGetNoAnswer()
{
    Desk desk;
    const MailReceipt first = desk.write();
    desk.clock.advance(25h);
    (void)desk.answers(first);
    QCOMPARE(desk.answersOn(first.ticket).size(), 1);
}

void TestAutoAnswer::outOfHoursTheNextOpeningIsSaidToAnyMail()
{
    Desk desk;
    const MailReceipt first = desk.write();
    desk.clock.advance(24h);
    desk.close();
    (void)desk.answers(first);
    const QList<Message> answers = desk.answersOn(first.ticket);
    QCOMPARE(answers.size(), 2);
    QVERIFY(answers.last().text.contains(u"rouvre le mercredi 25 novembre 2026 à 08:00"_s));
}

void TestAutoAnswer::onceForATicketAndDay()
{
    Desk desk;
    desk.close();
    const MailReceipt first = desk.write();
    for (int i = 0; i < 5; ++i) {
        desk.clock.advance(1h);
        (void)desk.answers(first);
    }
    QCOMPARE(desk.answersOn(first.ticket).size(), 1);
    desk.clock.advance(19h); // 19:00 of the next day
    (void)desk.answers(first);
    QCOMPARE(desk.answersOn(first.ticket).size(), 2);
}

void TestAutoAnswer::threeTimesForAnAddressAndDay()
{
    Desk desk;
    for (int i = 0; i < 10; ++i) {
        desk.clock.advance(1min);
        QVERIFY(desk.write().isNewTicket);
    }
    QCOMPARE(desk.answerCount(), mostAnswers);
    QCOMPARE(
        desk.answersOn(desk.receive("From: awa@example.ci\r\nMessage-ID: <a@example.ci>\r\n\r\nx\r\n").ticket).size(),
        1);
    desk.clock.advance(24h);
    QCOMPARE(desk.answersOn(desk.write().ticket).size(), 1);
}

void TestAutoAnswer::theSameMailByTwoDoorsIsAnsweredOnce()
{
    Desk desk;
    const QByteArray mail = "From: zoe@example.ci\r\nSubject: x\r\nMessage-ID: <1@example.ci>\r\n\r\ny\r\n";
    (void)desk.receive(mail);
    QVERIFY(desk.receive("Received: from mx\r\n" + mail).wasKnown);
    QCOMPARE(desk.answerCount(), 1);
}

void TestAutoAnswer::robotsGetNoAnswer_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("headers");
    const QByteArray zoe = "zoe@example.ci";
    QTest::newRow("a list") << zoe << QByteArray("List-Id: <toner.example.org>\n");
    QTest::newRow("bulk") << zoe << QByteArray("Precedence: bulk\n");
    QTest::newRow("out of office") << zoe << QByteArray("Auto-Submitted: auto-replied\n");
    QTest::newRow("generated") << zoe << QByteArray("Auto-Submitted: auto-generated\n");
    QTest::newRow("Exchange's absence") << zoe << QByteArray("X-Auto-Response-Suppress: All\n");
    QTest::newRow("an old robot") << zoe << QByteArray("X-Autoreply: yes\n");
    QTest::newRow("null return path") << zoe << QByteArray("Return-Path: <>\n");
    QTest::newRow("noreply") << QByteArray("no-reply@carrier.example") << QByteArray();
    QTest::newRow("mailer daemon") << QByteArray("MAILER-DAEMON@mx.example") << QByteArray();
    QTest::newRow("postmaster") << QByteArray("postmaster@mx.example") << QByteArray();
    QTest::newRow("our team") << QByteArray("sav@shop.ci") << QByteArray();
    QTest::newRow("our team, tagged") << QByteArray("sav+a-1.0f1e2d3c4b5a6978@shop.ci") << QByteArray();
}

void TestAutoAnswer::robotsGetNoAnswer()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, headers);
    Desk desk;
    desk.close();
    (void)desk.receive("From: " + from + "\r\nTo: sav@shop.ci\r\nSubject: x\r\nMessage-ID: <1@x.example>\r\n"
                       + headers.replace("\n", "\r\n") + "\r\ny\r\n");
    QCOMPARE(desk.answerCount(), 0);
    const auto snapshot = Desk::must(desk.store->read());
    QVERIFY(Desk::must(store::unfinishedMailJobs(snapshot.database())).isEmpty());
}

void TestAutoAnswer::ourOwnFallbackAddressGetsNoAnswer()
{
    Desk desk;
    desk.settings.fallbackFrom = {u"Boutique"_s, u"contact@shop.ci"_s};
    const MailReceipt own = desk.receive("From: CONTACT@shop.ci\r\nMessage-ID: <1@shop.ci>\r\n\r\ny\r\n");
    QVERIFY(own.ticket.isEmpty());
    QCOMPARE(desk.answerCount(), 0);
}

void TestAutoAnswer::oldMailGetsNoAnswer()
{
    Desk desk;
    const QDateTime old = desk.clock.now().addDays(-1).addSecs(-1);
    const MailReceipt receipt = desk.receive("From: zoe@example.ci\r\nMessage-ID: <1@example.ci>\r\nDate: "
                                             + old.toString(Qt::RFC2822Date).toLatin1() + "\r\n\r\ny\r\n");
    QVERIFY(receipt.isNewTicket);
    QCOMPARE(desk.answerCount(), 0);
}

void TestAutoAnswer::aTicketThatWasStoppedGetsNoAnswer()
{
    Desk desk;
    desk.settings.answers.reset();
    const MailReceipt first = desk.write();
    Ticket ticket = desk.ticketOf(first);
    ticket.loopStoppedAt = desk.clock.now();
    desk.put(ticket);
    desk.answerByItself();
    desk.close();
    (void)desk.answers(first);
    QCOMPARE(desk.answerCount(), 0);
}

void TestAutoAnswer::spamGetsNoAnswer()
{
    Desk desk;
    desk.settings.answers.reset();
    const MailReceipt first = desk.write();
    Ticket ticket = desk.ticketOf(first);
    ticket.status = TicketStatus::Spam;
    desk.put(ticket);
    desk.answerByItself();
    desk.close();
    (void)desk.answers(first);
    QCOMPARE(desk.answerCount(), 0);
}

void TestAutoAnswer::theTicketThatGoesOnWhereAClosedOneEndedIsAcknowledged()
{
    Desk desk;
    const MailReceipt first = desk.write();
    Ticket ticket = desk.ticketOf(first);
    ticket.status = TicketStatus::Closed;
    desk.put(ticket);
    const MailReceipt second = desk.answers(first);
    QVERIFY(second.isNewTicket);
    QVERIFY(desk.answersOn(second.ticket).first().text.contains(u"A-10002"_s));
}

void TestAutoAnswer::nothingIsAnsweredUnlessThatIsWanted()
{
    Desk desk;
    desk.settings.answers.reset();
    (void)desk.write();
    QCOMPARE(desk.answerCount(), 0);
}

void TestAutoAnswer::whatCannotBeStoredIsNotAnswered()
{
    Desk desk;
    desk.refuseMessagesThatSay(u"Bonjour 1"_s);
    const auto received = receiveMail(
        *desk.store, "From: zoe@example.ci\r\nMessage-ID: <1@example.ci>\r\n\r\nBonjour 1", {}, desk.settings);
    QVERIFY(!received);
    QCOMPARE(desk.answerCount(), 0);
    const auto snapshot = Desk::must(desk.store->read());
    QVERIFY(Desk::must(store::unfinishedMailJobs(snapshot.database())).isEmpty());
}

QTEST_GUILESS_MAIN(TestAutoAnswer)
#include "tst_autoanswer.moc"
