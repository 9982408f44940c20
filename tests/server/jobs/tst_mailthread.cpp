// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jobs/mailthread.h"
#include "tests/server/jobs/shop.h"

#include <algorithm>

using namespace akwaba;
using namespace akwaba::jobs;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A shop with one ticket, begun by a mail.
class Thread : public Shop {
public:
    Thread() : first(receive(mail("Message-ID: <1@example.ci>\n"))) { }

    void set(const TicketId &id, TicketStatus status)
    {
        Ticket ticket = *find<Ticket>(id);
        ticket.status = status;
        put(ticket);
    }

    /// A mail of the same customer that answers the first one, each of them an hour after the other.
    MailReceipt answerTo(const QByteArray &messageId, const QByteArray &more = {})
    {
        clock.advance(1h);
        const QByteArray number = QByteArray::number(++m_mails);
        return receive(mail("Message-ID: <" + number + "@example.ci>\nIn-Reply-To: <" + messageId + ">\n" + more,
                            "Encore moi " + number));
    }
    MailReceipt answerToFirst(const QByteArray &more = {}) { return answerTo("1@example.ci", more); }

    qsizetype tickets() { return must(must(store->read()).all<Ticket>()).size(); }

    MailReceipt first;

private:
    int m_mails = 1;
};

} // namespace

class TestMailThread : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aReplyToAClosedTicketOpensOneThatIsLinkedToIt();
    void theTicketThatGoesOnHasCustomerTeamAndLanguageOfTheClosedOne();
    void theNextReplyJoinsTheTicketThatGoesOn();
    void oneThatWasResolvedMeanwhileIsReopened();
    void whenThatIsClosedTooItGoesOnFromThere();
    void theNewestOfSeveralIsTaken();
    void aTicketThatAnAgentLinkedIsNoContinuation();
    void aContinuationThatWasMergedGoesOnInTheSurvivor();
    void aRobotsReplyLeavesAClosedTicketAsItIs();
    void aTokenInTheRecipientJoinsWhateverTheSubjectAndTheSender();
    void aForgedTokenOpensATicketOfTheTeamThatItIsSentTo();
    void aMailFromAnAddressOfOursIsNoneHoweverItIsTagged();
};

void TestMailThread::aReplyToAClosedTicketOpensOneThatIsLinkedToIt()
{
    Thread thread;
    thread.set(thread.first.ticket, TicketStatus::Closed);
    const MailReceipt second = thread.answerToFirst();
    QVERIFY(second.isNewTicket);
    const Ticket next = thread.ticketOf(second);
    const Ticket closed = thread.ticketOf(thread.first);
    QCOMPARE(closed.status, TicketStatus::Closed);
    QCOMPARE(closed.links, QList{next.id});
    QCOMPARE(next.links, QList{closed.id});
    QCOMPARE(next.status, TicketStatus::New);
    QCOMPARE(next.number, u"A-10002"_s);
    QCOMPARE(next.waitingSince, thread.clock.now());
    QCOMPARE(thread.find<Message>(second.message)->joinedBecause, u"messageId"_s);
    const QList<Message> timeLine = Thread::must(Thread::must(thread.store->read()).messagesOf(closed.id));
    QCOMPARE(timeLine.last().changes, (QList<FieldChange>{{u"links"_s, {}, next.id.value}}));
}

void TestMailThread::theTicketThatGoesOnHasCustomerTeamAndLanguageOfTheClosedOne()
{
    Thread thread;
    Ticket closed = thread.ticketOf(thread.first);
    closed.status = TicketStatus::Closed;
    closed.team = thread.team(u"Ventes"_s).id;
    closed.language = u"en"_s;
    thread.put(closed);
    const MailReceipt second =
        thread.receive("From: zoe@example.ci\r\nTo: sav@shop.ci\r\nMessage-ID: <9@example.ci>\r\n"
                       "Subject: RE: [A-10001] Toner vide\r\n\r\nEncore vide\r\n");
    QVERIFY(second.isNewTicket);
    const Ticket next = thread.ticketOf(second);
    QCOMPARE(next.customer, closed.customer);
    QCOMPARE(next.team, closed.team);
    QCOMPARE(next.language, u"en"_s);
    QCOMPARE(next.subject, u"Toner vide"_s);
    QCOMPARE(thread.find<Message>(second.message)->joinedBecause, u"number"_s);
}

void TestMailThread::theNextReplyJoinsTheTicketThatGoesOn()
{
    Thread thread;
    thread.set(thread.first.ticket, TicketStatus::Closed);
    const MailReceipt second = thread.answerToFirst();
    const MailReceipt third = thread.answerToFirst();
    QVERIFY(!third.isNewTicket);
    QCOMPARE(third.ticket, second.ticket);
    QCOMPARE(thread.answerTo("2@example.ci").ticket, second.ticket);
    QCOMPARE(thread.tickets(), 2);
}

void TestMailThread::oneThatWasResolvedMeanwhileIsReopened()
{
    Thread thread;
    thread.set(thread.first.ticket, TicketStatus::Closed);
    const MailReceipt second = thread.answerToFirst();
    thread.set(second.ticket, TicketStatus::Resolved);
    QCOMPARE(thread.answerToFirst().ticket, second.ticket);
    QCOMPARE(thread.ticketOf(second).status, TicketStatus::Open);
}

void TestMailThread::whenThatIsClosedTooItGoesOnFromThere()
{
    Thread thread;
    thread.set(thread.first.ticket, TicketStatus::Closed);
    const MailReceipt second = thread.answerToFirst();
    thread.set(second.ticket, TicketStatus::Closed);
    const MailReceipt third = thread.answerTo("2@example.ci");
    QVERIFY(third.isNewTicket);
    QCOMPARE(thread.ticketOf(third).links, QList{second.ticket});
    QCOMPARE(thread.answerToFirst().ticket, third.ticket); // two steps away
    QCOMPARE(thread.tickets(), 3);
}

void TestMailThread::theNewestOfSeveralIsTaken()
{
    Thread thread;
    thread.set(thread.first.ticket, TicketStatus::Closed);
    const MailReceipt second = thread.answerToFirst();
    thread.set(second.ticket, TicketStatus::Closed);
    const MailReceipt third = thread.answerToFirst();
    thread.set(second.ticket, TicketStatus::Open);
    QCOMPARE(thread.answerToFirst().ticket, third.ticket);
}

void TestMailThread::aTicketThatAnAgentLinkedIsNoContinuation()
{
    Thread thread;
    const Ticket other = thread.ticket(thread.sav.id, thread.customer(u"Awa"_s).id);
    Ticket closed = thread.ticketOf(thread.first);
    closed.status = TicketStatus::Closed;
    closed.links = {other.id};
    thread.put(closed);
    const MailReceipt second = thread.answerToFirst();
    QVERIFY(second.isNewTicket);
    QCOMPARE(thread.ticketOf(thread.first).links, (QList{other.id, second.ticket}));
}

void TestMailThread::aContinuationThatWasMergedGoesOnInTheSurvivor()
{
    Thread thread;
    thread.set(thread.first.ticket, TicketStatus::Closed);
    const MailReceipt second = thread.answerToFirst();
    const MailReceipt survivor = thread.receive(Shop::mail("Message-ID: <s@example.ci>\n", "Autre demande"));
    Ticket merged = thread.ticketOf(second);
    merged.status = TicketStatus::Merged;
    merged.mergedInto = survivor.ticket;
    thread.put(merged);
    QCOMPARE(thread.answerToFirst().ticket, survivor.ticket);
    QCOMPARE(thread.tickets(), 3);
}

void TestMailThread::aRobotsReplyLeavesAClosedTicketAsItIs()
{
    Thread thread;
    thread.set(thread.first.ticket, TicketStatus::Closed);
    const MailReceipt robot = thread.answerToFirst("Auto-Submitted: auto-replied\n");
    QCOMPARE(robot.ticket, thread.first.ticket);
    QCOMPARE(thread.ticketOf(robot).status, TicketStatus::Closed);
    QCOMPARE(thread.find<Message>(robot.message)->kind, MessageKind::Note);
    QCOMPARE(thread.tickets(), 1);
}

void TestMailThread::aTokenInTheRecipientJoinsWhateverTheSubjectAndTheSender()
{
    Thread thread;
    const QString address = replyTokens(*thread.store).addressFor(u"sav@shop.ci"_s, thread.ticketOf(thread.first));
    const QByteArray mail = "From: assistante@example.ci\r\nTo: " + address.toUpper().toUtf8()
        + "\r\nSubject: La suite\r\nMessage-ID: <9@example.ci>\r\n\r\nVoici\r\n";
    const MailReceipt second = thread.receive(mail, {});
    QCOMPARE(second.ticket, thread.first.ticket);
    QCOMPARE(thread.find<Message>(second.message)->joinedBecause, u"token"_s);
}

void TestMailThread::aForgedTokenOpensATicketOfTheTeamThatItIsSentTo()
{
    Thread thread;
    const MailReceipt second = thread.receive("From: eve@example.org\r\nTo: sav+a-10001.0f1e2d3c4b5a6978@shop.ci\r\n"
                                              "Subject: x\r\nMessage-ID: <9@example.org>\r\n\r\nVoici\r\n",
                                              {});
    QVERIFY(second.isNewTicket);
    QCOMPARE(thread.ticketOf(second).team, thread.sav.id);
}

void TestMailThread::aMailFromAnAddressOfOursIsNoneHoweverItIsTagged()
{
    Thread thread;
    const MailReceipt own = thread.receive("From: SAV+a-10001.0f1e2d3c4b5a6978@shop.ci\r\nTo: sav@shop.ci\r\n"
                                           "Subject: x\r\nMessage-ID: <9@shop.ci>\r\n\r\nVoici\r\n");
    QVERIFY(own.ticket.isEmpty());
}

QTEST_GUILESS_MAIN(TestMailThread)
#include "tst_mailthread.moc"
