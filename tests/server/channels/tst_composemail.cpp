// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/channels/email/composemail.h"

#include "app/server/channels/email/parsemail.h"
#include "core/text/quote.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace akwaba;
using namespace akwaba::mail;

class TestComposeMail : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsComposed_isReadAsItWasMeant()
    {
        const auto raw = composeMail(reply());
        QVERIFY(raw);
        const auto mail = parseMail(*raw);
        QVERIFY(mail);
        QCOMPARE(mail->from, (QList<EmailAddress>{{u"Service après-vente, Abidjan"_s, u"sav@toner.ci"_s}}));
        QCOMPARE(mail->to, (QList<EmailAddress>{{u"Aya Koné"_s, u"aya@x.ci"_s}}));
        QCOMPARE(mail->cc, (QList<EmailAddress>{{{}, u"compta@x.ci"_s}}));
        QCOMPARE(mail->subject,
                 u"Re: [A-10482] Toner reçu abîmé — très urgent, merci de répondre avant la fin de la semaine"_s);
        QCOMPARE(mail->date, reply().date);
        QCOMPARE(mail->messageId, u"m01jx@toner.ci"_s);
        QCOMPARE(mail->inReplyTo, u"deux@x.ci"_s);
        QCOMPARE(mail->references, (QStringList{u"un@x.ci"_s, u"m00@toner.ci"_s, u"deux@x.ci"_s}));
        QCOMPARE(replyParts(mail->text).visible, reply().text);
        QVERIFY(mail->html.contains(u"Bonjour Aya,<br>"));
        QVERIFY(mail->html.contains(u"<a href=\"https://toner.ci/suivi?a=1&amp;b=2\">"));
        QCOMPARE(mail->attachments, reply().attachments);
        QVERIFY(mail->autoReplyAllowed);
        QVERIFY(mail->warnings.isEmpty());
    }

    void bytes_passEveryMailServer()
    {
        const auto raw = composeMail(reply());
        QVERIFY(raw);
        for (const QByteArray &line : raw->split('\n')) {
            QVERIFY(line.isEmpty() || line.endsWith('\r'));
            QVERIFY2(line.size() <= 998, line.left(80).constData());
            QVERIFY(std::all_of(line.begin(), line.end(), [](char c) { return c >= 0; }));
        }
    }

    void retry_isTheSameMail() { QCOMPARE(composeMail(reply()), composeMail(reply())); }

    void quote_isMarkedAndBounded()
    {
        OutgoingMail mail = reply();
        mail.quoted.text = u"ligne é\n"_s.repeated(100'000);
        const auto raw = composeMail(mail);
        QVERIFY(raw);
        const auto read = parseMail(*raw);
        QVERIFY(read);
        const ReplyParts parts = replyParts(read->text);
        QCOMPARE(parts.visible, mail.text);
        QVERIFY(parts.quoted.startsWith(u"Le 3 mars 2026 à 10:12, Aya Koné a écrit :\n> ligne é\n> ligne é"));
        QVERIFY(parts.quoted.size() < 2 * longestQuote);
        QVERIFY(parts.quoted.endsWith(u"> […]"));
    }

    void withoutHistory_nothingIsQuoted()
    {
        OutgoingMail mail = reply();
        mail.quoted = {};
        QVERIFY(replyParts(parseMail(*composeMail(mail))->text).quoted.isEmpty());
    }

    void acknowledgement_saysThatARobotWrote()
    {
        OutgoingMail mail = reply();
        mail.isAutoReply = true;
        const auto read = parseMail(*composeMail(mail));
        QVERIFY(read);
        QCOMPARE(read->mailClass, MailClass::AutoReply);
        QVERIFY(!read->autoReplyAllowed);
        QVERIFY(composeMail(mail)->contains("X-Auto-Response-Suppress: All"));
    }

    void answers_goWhereTheyAreWanted()
    {
        OutgoingMail mail = reply();
        QVERIFY(!composeMail(mail)->contains("\nReply-To:"));
        mail.replyTo = {u"SAV"_s, u"sav+a-1.0f1e2d3c4b5a6978@toner.ci"_s};
        const auto read = parseMail(*composeMail(mail));
        QVERIFY(read);
        QCOMPARE(read->replyTo, QList{mail.replyTo});
        QCOMPARE(read->from, QList{mail.from});
        mail.replyTo.address = u"sav@toner.ci\r\nBcc: b@x.ci"_s;
        QCOMPARE(composeMail(mail).error().code, Code::BadInput);
    }

    void lineBreaks_startNoHeader()
    {
        OutgoingMail mail = reply();
        mail.subject = u"Toner\r\nBcc: espion@x.ci"_s;
        mail.from.name = u"SAV\nX-Evil: 1"_s;
        mail.inReplyTo = u"a@b>\r\nX-Evil: 2"_s;
        mail.attachments[0].name = u"a\r\nX-Evil: 3.pdf"_s;
        const auto raw = composeMail(mail);
        QVERIFY(raw);
        QVERIFY(!raw->contains("\nBcc:"));
        QVERIFY(!raw->contains("\nX-Evil:"));
    }

    void badAddresses_areRefused_data()
    {
        QTest::addColumn<QString>("address");
        QTest::newRow("empty") << u""_s;
        QTest::newRow("no at") << u"aya"_s;
        QTest::newRow("no domain") << u"aya@"_s;
        QTest::newRow("line break") << u"aya@x.ci\r\nBcc: b@x.ci"_s;
        QTest::newRow("two in one") << u"aya@x.ci,b@x.ci"_s;
        QTest::newRow("bracket") << u"aya@x.ci>"_s;
    }
    void badAddresses_areRefused()
    {
        QFETCH(QString, address);
        OutgoingMail mail = reply();
        mail.to = {{{}, address}};
        const auto raw = composeMail(mail);
        QVERIFY(!raw);
        QCOMPARE(raw.error().code, Code::BadInput);
        QVERIFY(address.isEmpty() || !raw.error().detail.contains(address));
    }

    void withoutRecipient_thereIsNoMail()
    {
        OutgoingMail mail = reply();
        mail.to = {};
        mail.cc = {};
        QVERIFY(!composeMail(mail));
    }

private:
    static OutgoingMail reply()
    {
        OutgoingMail mail;
        mail.id = MessageId{u"m01jx"_s};
        mail.tenant = u"toner.ci"_s;
        mail.from = {u"Service après-vente, Abidjan"_s, u"sav@toner.ci"_s};
        mail.to = {{u"Aya Koné"_s, u"aya@x.ci"_s}};
        mail.cc = {{{}, u"compta@x.ci"_s}};
        mail.subject = u"Re: [A-10482] Toner reçu abîmé — très urgent, merci de répondre avant la fin de la semaine"_s;
        mail.text =
            u"Bonjour Aya,\n\nvotre colis part demain : https://toner.ci/suivi?a=1&b=2\n.\nFrom ici, tout va bien."_s;
        mail.inReplyTo = u"deux@x.ci"_s;
        mail.references = QStringList{u"un@x.ci"_s, u"m00@toner.ci"_s};
        mail.quoted = {u"Le 3 mars 2026 à 10:12, Aya Koné a écrit :"_s, u"Où est mon colis ?\n> plus ancien"_s};
        mail.attachments = {
            {u"facture n° 4 – été.pdf"_s, u"application/pdf"_s, {}, false, QByteArray("%PDF-\0\x01\xFF\r\n.\r\n", 13)}};
        mail.date = QDateTime(QDate(2026, 3, 3), QTime(11, 0), Qt::UTC);
        return mail;
    }
};

QTEST_GUILESS_MAIN(TestComposeMail)
#include "tst_composemail.moc"
