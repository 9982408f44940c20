// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/mailtables.h"
#include "core/database/statement.h"
#include "tests/server/jobs/shop.h"

#include <algorithm>

using namespace akwaba;
using namespace akwaba::jobs;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestReceiveMail : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFirstMailOpensATicketOfItsTeamAndCustomer();
    void theCustomerIsFoundAgain();
    void theSameMailByTwoDoorsIsOneMessage();
    void anAnswerJoinsItsTicketAndReopensIt();
    void theNumberInTheSubjectCountsForTheSameSenderOnly();
    void aMergedTicketsMailGoesToTheSurvivor();
    void theRawMailIsKept();
    void whatIsDisplayedOtherwiseIsSaid();
    void attachmentsAreBlobs();
    void aBounceFailsTheMessageThatCameBack();
    void aReportOfADelayLeavesTheMessageSent();
    void anAutomaticReplyDoesNotReopen();
    void ourOwnMailMakesNoTicket();
    void aMailForNobodyIsSeenByEverybody();
    void anEmptyRecipientIsNotATeamWithoutAddress();
    void whatIsNoMailIsRefusedForGood();
    void aDamagedNeighbourDoesNotSendTheMailBack();
};

void TestReceiveMail::aFirstMailOpensATicketOfItsTeamAndCustomer()
{
    Shop shop;
    const MailReceipt receipt = shop.receive(Shop::mail("Message-ID: <1@example.ci>\n"));
    QVERIFY(receipt.isNewTicket);
    const Ticket ticket = shop.ticketOf(receipt);
    QCOMPARE(ticket.number, u"A-10001"_s);
    QCOMPARE(ticket.subject, u"Toner vide"_s);
    QCOMPARE(ticket.team, shop.sav.id);
    QCOMPARE(ticket.status, TicketStatus::New);
    QCOMPARE(ticket.waitingSince, shop.clock.now());
    const Customer customer = *shop.find<Customer>(ticket.customer);
    QCOMPARE(customer.name, u"Zoe Tano"_s);
    const Message message = *shop.find<Message>(receipt.message);
    QCOMPARE(message.author.value, customer.id.value);
    QCOMPARE(message.text.trimmed(), u"Bonjour"_s);
    QCOMPARE(message.writtenAt, QDateTime(QDate(2026, 11, 23), QTime(8, 59), Qt::UTC));
    QCOMPARE(message.emailMessageId, u"1@example.ci"_s);
}

void TestReceiveMail::theCustomerIsFoundAgain()
{
    Shop shop;
    const MailReceipt one = shop.receive(Shop::mail("Message-ID: <1@example.ci>\n"));
    const MailReceipt two = shop.receive(Shop::mail("Message-ID: <2@example.ci>\n"));
    QVERIFY(two.isNewTicket); // never joined by subject alone
    QCOMPARE(shop.ticketOf(one).customer, shop.ticketOf(two).customer);
}

void TestReceiveMail::theSameMailByTwoDoorsIsOneMessage()
{
    Shop shop;
    const MailReceipt first = shop.receive(Shop::mail("Message-ID: <1@example.ci>\n"));
    const QString state = shop.state();
    const MailReceipt again = shop.receive("Received: from mx by imap; Mon, 23 Nov 2026 09:00:00 +0000\r\n"
                                           + Shop::mail("Message-ID: <1@example.ci>\n"));
    QVERIFY(again.wasKnown);
    QCOMPARE(again.ticket, first.ticket);
    QCOMPARE(again.message, first.message);
    QCOMPARE(shop.state(), state);
    // The same id on another content is another mail: ids are chosen by senders.
    QVERIFY(!shop.receive(Shop::mail("Message-ID: <1@example.ci>\n", "Autre chose")).wasKnown);
}

void TestReceiveMail::anAnswerJoinsItsTicketAndReopensIt()
{
    Shop shop;
    const MailReceipt first = shop.receive(Shop::mail("Message-ID: <1@example.ci>\n"));
    const Message answer = shop.answer(first.ticket);
    Ticket ticket = shop.ticketOf(first);
    ticket.status = TicketStatus::Resolved;
    ticket.resolvedAt = shop.clock.now();
    shop.put(ticket);
    shop.clock.advance(1h);
    const MailReceipt second =
        shop.receive(Shop::mail("Message-ID: <2@example.ci>\nIn-Reply-To: <" + answer.emailMessageId.toUtf8() + ">\n"));
    QCOMPARE(second.ticket, first.ticket);
    QVERIFY(!second.isNewTicket);
    QCOMPARE(shop.find<Message>(second.message)->joinedBecause, u"messageId"_s);
    ticket = shop.ticketOf(second);
    QCOMPARE(ticket.status, TicketStatus::Open);
    QVERIFY(!ticket.resolvedAt.isValid());
    QCOMPARE(ticket.waitingSince, shop.clock.now());
    const auto timeLine = Shop::must(Shop::must(shop.store->read()).messagesOf(ticket.id));
    const bool told = std::any_of(timeLine.cbegin(), timeLine.cend(), [](const Message &message) {
        return message.changes == QList<FieldChange>{{u"status"_s, u"resolved"_s, u"open"_s}};
    });
    QVERIFY(told);
}

void TestReceiveMail::theNumberInTheSubjectCountsForTheSameSenderOnly()
{
    Shop shop;
    const MailReceipt first = shop.receive(Shop::mail("Message-ID: <1@example.ci>\n"));
    const QByteArray numbered = "\r\nSubject: Re: [A-10001] Toner vide\r\nTo: sav@shop.ci\r\n\r\nEt ?\r\n";
    const MailReceipt same = shop.receive("From: zoe@example.ci\r\nMessage-ID: <3@example.ci>" + numbered);
    QCOMPARE(same.ticket, first.ticket);
    QCOMPARE(shop.find<Message>(same.message)->joinedBecause, u"number"_s);
    const MailReceipt other = shop.receive("From: eve@example.org\r\nMessage-ID: <4@example.org>" + numbered);
    QVERIFY(other.isNewTicket);
}

void TestReceiveMail::aMergedTicketsMailGoesToTheSurvivor()
{
    Shop shop;
    const MailReceipt gone = shop.receive(Shop::mail("Message-ID: <1@example.ci>\n"));
    const MailReceipt survivor = shop.receive(Shop::mail("Message-ID: <2@example.ci>\n"));
    Ticket merged = shop.ticketOf(gone);
    merged.status = TicketStatus::Merged;
    merged.mergedInto = survivor.ticket;
    shop.put(merged);
    const MailReceipt third = shop.receive(Shop::mail("Message-ID: <3@example.ci>\nReferences: <1@example.ci>\n"));
    QCOMPARE(third.ticket, survivor.ticket);
}

void TestReceiveMail::theRawMailIsKept()
{
    Shop shop;
    const QByteArray raw = Shop::mail("Message-ID: <1@example.ci>\n");
    const MailReceipt receipt = shop.receive(raw);
    const auto snapshot = Shop::must(shop.store->read());
    const auto kept = Shop::must(store::receivedMailOf(snapshot.database(), receipt.message));
    QVERIFY(kept);
    QCOMPARE(qUncompress(Shop::must(shop.store->blobs().read(kept->blob))), raw);
}

void TestReceiveMail::whatIsDisplayedOtherwiseIsSaid()
{
    Shop shop;
    const auto noticesOf = [&shop](const QByteArray &headers, const QByteArray &body) {
        return shop.find<Message>(shop.receive(Shop::mail(headers, body)).message)->notices;
    };
    const QByteArray html = "MIME-Version: 1.0\nContent-Type: text/html; charset=";
    QCOMPARE(noticesOf("Message-ID: <1@example.ci>\n", "Bonjour"), QList<MessageNotice>());
    QCOMPARE(noticesOf("Message-ID: <2@example.ci>\n" + html + "x-nowhere\n",
                       "<p>\xC9t\xE9<img src=https://x.ci/o width=1>" + QByteArray("<table><tr><td>").repeated(20)),
             (QList{MessageNotice::UnknownCharset, MessageNotice::HtmlFlattened, MessageNotice::TrackingPixels}));
    QCOMPARE(
        noticesOf("Message-ID: <3@example.ci>\n" + html + "utf-8\n", QByteArray("<p>Bonjour</p>\n").repeated(20'000)),
        QList{MessageNotice::HtmlCut});
}

void TestReceiveMail::attachmentsAreBlobs()
{
    Shop shop;
    const QByteArray raw = Shop::mail("Message-ID: <1@example.ci>\nMIME-Version: 1.0\n"
                                      "Content-Type: multipart/mixed; boundary=b\n",
                                      "--b\nContent-Type: text/plain\n\nVoir facture\n--b\n"
                                      "Content-Type: application/pdf; name=facture.pdf\n"
                                      "Content-Disposition: attachment; filename=facture.pdf\n"
                                      "Content-Transfer-Encoding: base64\n\nJVBERi0=\n--b--");
    const MailReceipt receipt = shop.receive(raw);
    const auto files = Shop::must(Shop::must(shop.store->read()).attachmentsOf(receipt.ticket));
    QCOMPARE(files.size(), 1);
    QCOMPARE(files.first().name, u"facture.pdf"_s);
    QCOMPARE(shop.find<Message>(receipt.message)->attachments, QList{files.first().id});
    QCOMPARE(Shop::must(shop.store->blobs().read(files.first().blob)), QByteArray("%PDF-"));
}

void TestReceiveMail::aBounceFailsTheMessageThatCameBack()
{
    Shop shop;
    const MailReceipt first = shop.receive(Shop::mail("Message-ID: <1@example.ci>\n"));
    const Message answer = shop.answer(first.ticket);
    Ticket ticket = shop.ticketOf(first);
    ticket.status = TicketStatus::WaitingCustomer;
    shop.put(ticket);
    QByteArray bounce = "From: MAILER-DAEMON@mx.example.ci\nTo: sav@shop.ci\nSubject: Undelivered\n"
                        "Message-ID: <b1@mx.example.ci>\nMIME-Version: 1.0\nReturn-Path: <>\n"
                        "Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n"
                        "--b\nContent-Type: text/plain\n\nUser unknown\n--b\n"
                        "Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example.ci\n\n"
                        "Final-Recipient: rfc822; zoe@example.ci\nAction: failed\nStatus: 5.1.1\n\n--b\n"
                        "Content-Type: message/rfc822\n\nMessage-ID: <"
        + answer.emailMessageId.toUtf8() + ">\nFrom: sav@shop.ci\nSubject: Re\n\nx\n--b--\n";
    const MailReceipt receipt = shop.receive(bounce.replace("\n", "\r\n"));
    QCOMPARE(receipt.ticket, first.ticket);
    const Message failed = *shop.find<Message>(answer.id);
    QCOMPARE(failed.delivery, Delivery::Failed);
    QCOMPARE(failed.deliveryLog.last().reply, u"5.1.1"_s);
    ticket = shop.ticketOf(first);
    QCOMPARE(ticket.status, TicketStatus::Open);
    QCOMPARE(shop.find<Message>(receipt.message)->kind, MessageKind::Note);
}

void TestReceiveMail::aReportOfADelayLeavesTheMessageSent()
{
    Shop shop;
    const MailReceipt first = shop.receive(Shop::mail("Message-ID: <1@example.ci>\n"));
    const Message answer = shop.answer(first.ticket);
    Ticket ticket = shop.ticketOf(first);
    ticket.status = TicketStatus::WaitingCustomer;
    shop.put(ticket);
    QByteArray report = "From: MAILER-DAEMON@mx.example.ci\nTo: sav@shop.ci\nSubject: Delayed\n"
                        "Message-ID: <b1@mx.example.ci>\nMIME-Version: 1.0\nReturn-Path: <>\n"
                        "Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n"
                        "--b\nContent-Type: text/plain\n\nWe keep trying\n--b\n"
                        "Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example.ci\n\n"
                        "Final-Recipient: rfc822; zoe@example.ci\nAction: delayed\nStatus: 4.4.1\n\n--b\n"
                        "Content-Type: message/rfc822\n\nMessage-ID: <"
        + answer.emailMessageId.toUtf8() + ">\nFrom: sav@shop.ci\nSubject: Re\n\nx\n--b--\n";
    const MailReceipt receipt = shop.receive(report.replace("\n", "\r\n"));
    const Message late = *shop.find<Message>(answer.id);
    QCOMPARE(late.delivery, Delivery::Sent);
    QCOMPARE(late.deliveryLog.last(), (DeliveryAttempt{shop.clock.now(), Delivery::Sent, u"4.4.1"_s}));
    QCOMPARE(shop.ticketOf(first).status, TicketStatus::WaitingCustomer);
    QCOMPARE(shop.find<Message>(receipt.message)->kind, MessageKind::Note);
}

void TestReceiveMail::anAutomaticReplyDoesNotReopen()
{
    Shop shop;
    const MailReceipt first = shop.receive(Shop::mail("Message-ID: <1@example.ci>\n"));
    const Message answer = shop.answer(first.ticket);
    Ticket ticket = shop.ticketOf(first);
    ticket.status = TicketStatus::WaitingCustomer;
    ticket.waitingSince = {};
    shop.put(ticket);
    const MailReceipt robot =
        shop.receive(Shop::mail("Message-ID: <2@example.ci>\nAuto-Submitted: auto-replied\nIn-Reply-To: <"
                                + answer.emailMessageId.toUtf8() + ">\n"));
    QCOMPARE(robot.ticket, first.ticket);
    QCOMPARE(shop.ticketOf(first).status, TicketStatus::WaitingCustomer);
    QVERIFY(!shop.ticketOf(first).waitingSince.isValid());
    QCOMPARE(shop.find<Message>(robot.message)->kind, MessageKind::Note);
}

void TestReceiveMail::ourOwnMailMakesNoTicket()
{
    Shop shop;
    const MailReceipt receipt = shop.receive("From: SAV@shop.ci\r\nTo: sav@shop.ci\r\nSubject: x\r\n"
                                             "Message-ID: <1@shop.ci>\r\n\r\ny\r\n");
    QVERIFY(receipt.ticket.isEmpty());
    QVERIFY(Shop::must(Shop::must(shop.store->read()).all<Ticket>()).isEmpty());
}

void TestReceiveMail::aMailForNobodyIsSeenByEverybody()
{
    Shop shop;
    const Agent agent = shop.agent(u"Awa"_s, {});
    const MailReceipt receipt =
        shop.receive("From: zoe@example.ci\r\nTo: nobody@elsewhere.ci\r\nSubject: x\r\n\r\ny\r\n", {});
    const auto seen =
        Shop::must(Shop::must(shop.store->read())
                       .get(typeInfo<Ticket>(), QStringList{receipt.ticket.value}, shop.caller(agent.id)));
    QCOMPARE(seen.list.size(), 1);
}

void TestReceiveMail::anEmptyRecipientIsNotATeamWithoutAddress()
{
    Shop shop;
    (void)shop.team(u"Atelier"_s);
    const MailReceipt receipt = shop.receive("From: zoe@example.ci\r\n\r\ny\r\n", {QString(), u" "_s});
    QCOMPARE(shop.ticketOf(receipt).team, TeamId());
}

void TestReceiveMail::whatIsNoMailIsRefusedForGood()
{
    Shop shop;
    const auto received = receiveMail(*shop.store, "hello", {});
    QVERIFY(!received);
    QCOMPARE(received.error().code, Code::BadInput);
}

void TestReceiveMail::aDamagedNeighbourDoesNotSendTheMailBack()
{
    Shop shop;
    const CustomerId sender = shop.ticketOf(shop.receive(Shop::mail("Message-ID: <1@example.ci>\n"))).customer;
    shop.write([&sender](store::Writer &writer) {
        Statement damage(writer.database(), u"UPDATE customers SET emails = '[1]' WHERE id = ?"_s);
        return damage.bind(0, sender.value).run();
    });
    const auto second = receiveMail(*shop.store, Shop::mail("Message-ID: <2@example.ci>\n"), {});
    QVERIFY(!second);
    QCOMPARE(second.error().code, Code::Conflict); // the mail server keeps it until somebody has mended that
}

QTEST_GUILESS_MAIN(TestReceiveMail)
#include "tst_receivemail.moc"
