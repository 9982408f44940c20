// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jobs/loopguard.h"
#include "app/server/store/mailtables.h"
#include "core/database/statement.h"
#include "tests/server/jobs/shop.h"

#include <algorithm>

using namespace akwaba;
using namespace akwaba::jobs;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QList<FieldChange> opened{{u"status"_s, u"waitingCustomer"_s, u"open"_s}};

/// A shop whose customer's robot answers every answer.
class Loop : public Shop {
public:
    Loop() : first(receive(mail("Message-ID: <1@example.ci>\n"))) { }

    Ticket now() { return ticketOf(first); }
    QList<Message> timeLine(const TicketId &id) { return must(must(store->read()).messagesOf(id)); }

    qsizetype told(const QString &field)
    {
        const QList<Message> all = timeLine(first.ticket);
        return std::count_if(all.begin(), all.end(), [&field](const Message &message) {
            return !message.changes.isEmpty() && message.changes.first().field == field;
        });
    }

    /// We answer and wait; at once there is another mail that looks like a person's.
    MailReceipt round()
    {
        Ticket ticket = now();
        ticket.status = TicketStatus::WaitingCustomer;
        put(ticket);
        clock.advance(1min);
        const QByteArray number = QByteArray::number(++m_mails);
        return receive(mail("Message-ID: <" + number + "@example.ci>\nReferences: <1@example.ci>\n", "Re " + number));
    }

    /// A robot's mail of its own, each of them another one.
    MailReceipt robotWrites(const QByteArray &headers = "Precedence: bulk\n")
    {
        const QByteArray number = QByteArray::number(++m_mails);
        return receive("From: robot@list.example\r\nTo: sav@shop.ci\r\nSubject: Avis " + number + "\r\nMessage-ID: <"
                       + number + "@list.example>\r\n" + QByteArray(headers).replace("\n", "\r\n") + "\r\nAvis\r\n");
    }

    qsizetype tickets() { return must(must(store->read()).all<Ticket>()).size(); }

    void resume()
    {
        write([this](store::Writer &writer) -> Result<void> {
            Ticket ticket = now();
            const FieldChange change{u"loopStoppedAt"_s, utcDate(ticket.loopStoppedAt), {}};
            ticket.loopStoppedAt = {};
            return writer.put(ticket).and_then([&](const Ticket &) {
                return writer.addEvent(ticket.id, {id<AgentId>().value}, {change}).map([](const Message &) { });
            });
        });
    }

    MailReceipt first;

private:
    int m_mails = 1;
};

} // namespace

class TestLoopGuard : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void mailReopensATicketFiveTimesAnHour();
    void whatComesAfterTheCapIsKeptAndTheTicketSaysSo();
    void slowMailReopensForEver();
    void whatAnAgentOpenedDoesNotCount();
    void whoResumesBeginsToCountAnew();
    void bouncesCountToo();
    void aRobotOpensTenTicketsAnHour();
    void itsOtherMailIsKeptOnTheNewestOfThem();
    void anHourLaterItMayAgain();
    void aPersonOpensAsManyAsHeWants();
    void anotherRobotHasItsOwnCap();
    void aRobotThatAnswersAClosedTicketOpensNoMoreThanOthers();
    void whatTheAddressSetInMotionIsForgottenAfterADay();
};

void TestLoopGuard::mailReopensATicketFiveTimesAnHour()
{
    Loop loop;
    for (int i = 0; i < mostReopenings; ++i) {
        (void)loop.round();
        QCOMPARE(loop.now().status, TicketStatus::Open);
    }
    QVERIFY(!loop.now().loopStoppedAt.isValid());
    (void)loop.round();
    QCOMPARE(loop.now().status, TicketStatus::WaitingCustomer);
    QCOMPARE(loop.now().loopStoppedAt, loop.clock.now());
}

void TestLoopGuard::whatComesAfterTheCapIsKeptAndTheTicketSaysSo()
{
    Loop loop;
    for (int i = 0; i < mostReopenings; ++i)
        (void)loop.round();
    for (int i = 0; i < 3; ++i) {
        const MailReceipt receipt = loop.round();
        QCOMPARE(receipt.ticket, loop.first.ticket);
        QCOMPARE(loop.find<Message>(receipt.message)->kind, MessageKind::Public);
        QCOMPARE(loop.now().status, TicketStatus::WaitingCustomer);
    }
    QCOMPARE(loop.told(u"loopStoppedAt"_s), 1);
    loop.clock.advance(24h); // it doesn't begin again by itself
    (void)loop.round();
    QCOMPARE(loop.now().status, TicketStatus::WaitingCustomer);
}

void TestLoopGuard::slowMailReopensForEver()
{
    Loop loop;
    for (int i = 0; i < 20; ++i) {
        loop.clock.advance(12min);
        (void)loop.round();
        QCOMPARE(loop.now().status, TicketStatus::Open);
    }
}

void TestLoopGuard::whatAnAgentOpenedDoesNotCount()
{
    Loop loop;
    loop.write([&loop](store::Writer &writer) -> Result<void> {
        for (int i = 0; i < 9; ++i) {
            const auto told = writer.addEvent(loop.first.ticket, {loop.id<AgentId>().value}, opened);
            if (!told) return tl::unexpected(told.error());
        }
        return {};
    });
    (void)loop.round();
    QCOMPARE(loop.now().status, TicketStatus::Open);
}

void TestLoopGuard::whoResumesBeginsToCountAnew()
{
    Loop loop;
    for (int i = 0; i <= mostReopenings; ++i)
        (void)loop.round();
    loop.resume();
    for (int i = 0; i < mostReopenings; ++i) {
        (void)loop.round();
        QCOMPARE(loop.now().status, TicketStatus::Open);
    }
    (void)loop.round();
    QVERIFY(loop.now().loopStoppedAt.isValid());
}

void TestLoopGuard::bouncesCountToo()
{
    Loop loop;
    const Message answer = loop.answer(loop.first.ticket);
    for (int i = 0; i <= mostReopenings; ++i) {
        Ticket ticket = loop.now();
        ticket.status = TicketStatus::WaitingCustomer;
        loop.put(ticket);
        loop.clock.advance(1min);
        (void)loop.receive("From: MAILER-DAEMON@mx.example\r\nTo: sav@shop.ci\r\nSubject: Undelivered\r\nMessage-ID: <b"
                           + QByteArray::number(i) + "@mx.example>\r\nIn-Reply-To: <" + answer.emailMessageId.toUtf8()
                           + ">\r\nReturn-Path: <>\r\n\r\nno such user\r\n");
    }
    QCOMPARE(loop.now().status, TicketStatus::WaitingCustomer);
    QVERIFY(loop.now().loopStoppedAt.isValid());
}

void TestLoopGuard::aRobotOpensTenTicketsAnHour()
{
    Loop loop;
    for (int i = 0; i < mostOpenedByRobot; ++i)
        QVERIFY(loop.robotWrites().isNewTicket);
    for (int i = 0; i < 30; ++i)
        QVERIFY(!loop.robotWrites().isNewTicket);
    QCOMPARE(loop.tickets(), mostOpenedByRobot + 1);
}

void TestLoopGuard::itsOtherMailIsKeptOnTheNewestOfThem()
{
    Loop loop;
    MailReceipt newest;
    for (int i = 0; i < mostOpenedByRobot; ++i) {
        loop.clock.advance(1s);
        newest = loop.robotWrites();
    }
    const MailReceipt kept = loop.robotWrites();
    QCOMPARE(kept.ticket, newest.ticket);
    QCOMPARE(loop.find<Message>(kept.message)->joinedBecause, u"loop"_s);
    const Ticket stopped = loop.ticketOf(kept);
    QCOMPARE(stopped.loopStoppedAt, loop.clock.now());
    QCOMPARE(stopped.status, TicketStatus::New);
    (void)loop.robotWrites();
    const QList<Message> timeLine = loop.timeLine(stopped.id);
    QCOMPARE(std::count_if(timeLine.begin(), timeLine.end(),
                           [](const Message &message) { return message.kind == MessageKind::Event; }),
             1);
    QCOMPARE(timeLine.size(), 4);
}

void TestLoopGuard::anHourLaterItMayAgain()
{
    Loop loop;
    for (int i = 0; i <= mostOpenedByRobot; ++i)
        (void)loop.robotWrites();
    loop.clock.advance(1h);
    QVERIFY(loop.robotWrites().isNewTicket);
}

void TestLoopGuard::aPersonOpensAsManyAsHeWants()
{
    Loop loop;
    for (int i = 0; i < 3 * mostOpenedByRobot; ++i)
        QVERIFY(loop.robotWrites({}).isNewTicket);
}

void TestLoopGuard::anotherRobotHasItsOwnCap()
{
    Loop loop;
    for (int i = 0; i <= mostOpenedByRobot; ++i)
        (void)loop.robotWrites();
    QVERIFY(loop.receive("From: noreply@carrier.example\r\nTo: sav@shop.ci\r\nSubject: x\r\n\r\ny\r\n").isNewTicket);
}

void TestLoopGuard::aRobotThatAnswersAClosedTicketOpensNoMoreThanOthers()
{
    Loop loop;
    TicketId last;
    for (int i = 0; i < 2 * mostOpenedByRobot; ++i) {
        loop.clock.advance(1s);
        last = loop.robotWrites("List-Id: <x.list.example>\nReferences: <1@example.ci>\n").ticket;
        for (Ticket ticket : Loop::must(Loop::must(loop.store->read()).all<Ticket>())) {
            ticket.status = TicketStatus::Closed;
            loop.put(ticket);
        }
    }
    QCOMPARE(loop.tickets(), mostOpenedByRobot + 1);
    QVERIFY(loop.find<Ticket>(last)->loopStoppedAt.isValid());
    QCOMPARE(loop.find<Ticket>(last)->status, TicketStatus::Closed);
}

void TestLoopGuard::whatTheAddressSetInMotionIsForgottenAfterADay()
{
    Loop loop;
    const auto rows = [&loop](const QString &condition) {
        const auto snapshot = Loop::must(loop.store->read());
        return Loop::must(snapshot.database().value(u"SELECT COUNT(*) FROM mail_turns WHERE "_s + condition)).toInt();
    };
    (void)loop.robotWrites();
    QCOMPARE(rows(u"1 = 1"_s), 1);
    QCOMPARE(rows(u"address LIKE '%robot%'"_s), 0);
    loop.clock.advance(24h + 1s);
    (void)loop.receive("From: noreply@carrier.example\r\nTo: sav@shop.ci\r\nSubject: x\r\n\r\ny\r\n");
    QCOMPARE(rows(u"1 = 1"_s), 1);
}

QTEST_GUILESS_MAIN(TestLoopGuard)
#include "tst_loopguard.moc"
