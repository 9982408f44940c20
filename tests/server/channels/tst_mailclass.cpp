// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/channels/email/mailclass.h"

#include "app/server/channels/email/parsemail.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace akwaba;
using namespace akwaba::mail;

class TestMailClass : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void senders_areTakenForWhatTheyAre_data()
    {
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<MailClass>("expected");
        QTest::addColumn<bool>("autoReplyAllowed");
        const auto row = [](const char *name, const char *headers, MailClass expected, bool allowed) {
            QTest::newRow(name) << QByteArray(headers) << expected << allowed;
        };
        row("customer", "From: aya@x.ci\nSubject: Toner\n", MailClass::Normal, true);
        row("customer, auto-submitted no", "From: aya@x.ci\nAuto-Submitted: no\n", MailClass::Normal, true);
        row("customer who writes about a bounce", "From: aya@x.ci\nSubject: Undelivered Mail Returned to Sender ?\n",
            MailClass::Normal, true);
        row("customer who is out of something", "From: aya@x.ci\nSubject: Je suis absent du bureau le 3\n",
            MailClass::Normal, true);
        row("absence", "From: aya@x.ci\nAuto-Submitted: auto-replied\n", MailClass::AutoReply, false);
        row("absence by subject", "From: aya@x.ci\nSubject: =?utf-8?Q?R=C3=A9ponse_automatique_:_Toner?=\n",
            MailClass::AutoReply, false);
        row("old robot", "From: aya@x.ci\nPrecedence: auto_reply\n", MailClass::AutoReply, false);
        row("shop that sends by itself", "From: shop@x.ci\nAuto-Submitted: auto-generated\n", MailClass::Normal, false);
        row("list", "From: aya@x.ci\nList-Id: <l.x.ci>\n", MailClass::Normal, false);
        row("bulk", "From: news@x.ci\nPrecedence: bulk\n", MailClass::Normal, false);
        row("null return path", "Return-Path: <>\nFrom: aya@x.ci\nSubject: Toner\n", MailClass::Normal, false);
        row("outlook's wish", "From: aya@x.ci\nX-Auto-Response-Suppress: OOF, AutoReply\n", MailClass::Normal, false);
        row("nobody reads there", "From: no-reply@x.ci\n", MailClass::Normal, false);
        row("mail system",
            "Return-Path: <>\nFrom: Mail Delivery System <MAILER-DAEMON@x.ci>\nAuto-Submitted: auto-replied\nSubject: "
            "Undelivered Mail Returned to Sender\n",
            MailClass::Bounce, false);
        row("mail system without an address", "From: MAILER-DAEMON <>\nSubject: Mail delivery failed\n",
            MailClass::Bounce, false);
        row("exim", "From: Mail Delivery System <Mailer-Daemon@x.ci>\nX-Failed-Recipients: k@y.ci\n", MailClass::Bounce,
            false);
        row("postmaster who writes himself", "From: postmaster@x.ci\nSubject: Votre domaine\n", MailClass::Normal,
            false);
    }
    void senders_areTakenForWhatTheyAre()
    {
        QFETCH(QByteArray, headers);
        QFETCH(MailClass, expected);
        QFETCH(bool, autoReplyAllowed);
        const auto mail = parseMail(headers + "\ncorps\n");
        QVERIFY(mail);
        QCOMPARE(mail->mailClass, expected);
        QCOMPARE(mail->autoReplyAllowed, autoReplyAllowed);
    }

    void deliveryReport_namesTheMailThatCameBack()
    {
        const auto mail = parseMail(
            "From: Mail <postmaster@x.ci>\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n\n"
            "--b\n\nVotre message...\n"
            "--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.x.ci\n\n"
            "Final-Recipient: rfc822; Koffi@Y.ci\nAction: failed\nStatus: 5.1.1 (bad)\n\n"
            "Final-Recipient: rfc822; awa@y.ci\nAction: delayed\nStatus: 4.4.1\n\n"
            "--b\nContent-Type: message/rfc822\n\nMessage-ID: <m42@toner.ci>\nSubject: Re: toner\n\nbonjour\n--b--\n");
        QVERIFY(mail);
        QCOMPARE(mail->mailClass, MailClass::Bounce);
        QCOMPARE(mail->deliveryStatus,
                 (QList<DeliveryStatus>{{u"koffi@y.ci"_s, u"failed"_s, u"5.1.1"_s},
                                        {u"awa@y.ci"_s, u"delayed"_s, u"4.4.1"_s}}));
        QCOMPARE(mail->bouncedMessageId, u"m42@toner.ci"_s);
    }

    void returnedHeadersAlone_nameTheMailToo()
    {
        const auto mail = parseMail(
            "From: MAILER-DAEMON@x.ci\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n\n"
            "--b\nContent-Type: message/delivery-status\n\nFinal-Recipient: rfc822; k@y.ci\nAction: failed\nStatus: "
            "5.0.0\n"
            "--b\nContent-Type: text/rfc822-headers\n\nMessage-ID: <m43@toner.ci>\nSubject: x\n--b--\n");
        QVERIFY(mail);
        QCOMPARE(mail->bouncedMessageId, u"m43@toner.ci"_s);
    }

    void successReport_isNoBounce()
    {
        const auto mail =
            parseMail("From: a@x.ci\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n\n"
                      "--b\nContent-Type: message/delivery-status\n\nFinal-Recipient: rfc822; k@y.ci\nAction: "
                      "delivered\nStatus: 2.0.0\n--b--\n");
        QVERIFY(mail);
        QVERIFY(mail->mailClass != MailClass::Bounce);
    }

    void mailReturnedWithoutAReport_isABounceWhenARobotSaysWhy_data()
    {
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<MailClass>("expected");
        const QByteArray unknown = "550 5.1.1 <k@y.ci>... User unknown";
        QTest::newRow("null path") << QByteArray("Return-Path: <>\nFrom: system@x.ci\nSubject: E\n") << unknown
                                   << MailClass::Bounce;
        QTest::newRow("postmaster") << QByteArray("From: postmaster@x.ci\nSubject: E\n")
                                    << QByteArray("Your message did not reach the following recipient: k@y.ci")
                                    << MailClass::Bounce;
        QTest::newRow("no-reply") << QByteArray("From: no-reply@x.ci\nSubject: E\n")
                                  << QByteArray("Your mail\n     Could not be delivered to: k@y.ci")
                                  << MailClass::Bounce;
        QTest::newRow("no-reply without a reason")
            << QByteArray("From: no-reply@x.ci\n") << QByteArray("Votre demande") << MailClass::Normal;
        QTest::newRow("person") << QByteArray("From: aya@x.ci\nSubject: Mon mail revient\n") << unknown
                                << MailClass::Normal;
    }
    void mailReturnedWithoutAReport_isABounceWhenARobotSaysWhy()
    {
        QFETCH(QByteArray, headers);
        QFETCH(QByteArray, text);
        QFETCH(MailClass, expected);
        const auto mail =
            parseMail(headers + "Content-Type: multipart/mixed; boundary=b\n\n--b\n\n" + text
                      + "\n--b\nContent-Type: message/rfc822\n\nMessage-ID: <m44@toner.ci>\n\nx\n--b--\n");
        QVERIFY(mail);
        QCOMPARE(mail->mailClass, expected);
        QCOMPARE(mail->bouncedMessageId, expected == MailClass::Bounce ? u"m44@toner.ci"_s : QString());
    }

    void reasonWithoutAReturnedMail_isNoBounce()
    {
        const auto mail =
            parseMail("From: postmaster@x.ci\nSubject: Votre serveur\n\nIl repond 550 5.1.1 user unknown.\n");
        QVERIFY(mail);
        QCOMPARE(mail->mailClass, MailClass::Normal);
    }

    void notificationsOfAmazon_areTakenForWhatTheyTell_data()
    {
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<MailClass>("expected");
        const QByteArray amazon = "From: no-reply@sns.amazonaws.example\nx-amz-sns-message-id: 1\n\n";
        QTest::newRow("bounce") << amazon << QByteArray("{\"notificationType\":\"Bounce\"}") << MailClass::Bounce;
        QTest::newRow("wrapped") << amazon << QByteArray("{\"Message\":\"{\\\"notificationType\\\":\\\"Bounce\\\"}\"}")
                                 << MailClass::Bounce;
        QTest::newRow("complaint") << amazon << QByteArray("{\"notificationType\": \"Complaint\"}")
                                   << MailClass::Feedback;
        QTest::newRow("delivery") << amazon << QByteArray("{\"notificationType\":\"Delivery\"}") << MailClass::Normal;
        QTest::newRow("person") << QByteArray("From: aya@x.ci\n\n") << QByteArray("{\"notificationType\":\"Bounce\"}")
                                << MailClass::Normal;
    }
    void notificationsOfAmazon_areTakenForWhatTheyTell()
    {
        QFETCH(QByteArray, headers);
        QFETCH(QByteArray, text);
        QFETCH(MailClass, expected);
        const auto mail = parseMail(headers + text + "\n");
        QVERIFY(mail);
        QCOMPARE(mail->mailClass, expected);
    }

    void complaintOfMicrosoft_isFeedback()
    {
        const auto mail =
            parseMail("From: staff@x.ci\nSubject: complaint\nContent-Type: multipart/mixed; boundary=b\n\n"
                      "--b\nContent-Type: message/rfc822\n\nX-HmXmrOriginalRecipient: k@y.ci\n\nx\n--b--\n");
        QVERIFY(mail);
        QCOMPARE(mail->mailClass, MailClass::Feedback);
    }

    void complaint_isFeedback()
    {
        const auto mail =
            parseMail("From: fbl@x.ci\nContent-Type: multipart/report; report-type=feedback-report; boundary=b\n\n"
                      "--b\nContent-Type: message/feedback-report\n\nFeedback-Type: abuse\n--b--\n");
        QVERIFY(mail);
        QCOMPARE(mail->mailClass, MailClass::Feedback);
        QVERIFY(!mail->autoReplyAllowed);
    }

    void ownAddresses_areRecognisedInAnyCase()
    {
        const auto mail = parseMail("From: SAV <SAV@Toner.ci>\n\nx\n");
        QVERIFY(mail);
        QVERIFY(isOwnMail(*mail, {u"sav@toner.ci"_s}));
        QVERIFY(!isOwnMail(*mail, {u"autre@toner.ci"_s}));
        QVERIFY(!isOwnMail(*mail, {}));
    }
};

QTEST_GUILESS_MAIN(TestMailClass)
#include "tst_mailclass.moc"
