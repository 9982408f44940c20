// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/channels/email/maskmail.h"
#include "app/server/channels/email/parsemail.h"
#include "app/server/channels/email/pdftext.h"
#include "app/server/demo/pdf.h"
#include "core/text/cardnumbers.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace akwaba;
using namespace akwaba::mail;

namespace {

Result<QString> noPdf(const QByteArray &) { return fail(Code::Unsupported, u"no PDF expected"_s); }

/// A mail of one part; `more` stands in its header.
QByteArray mailOf(const QByteArray &type, const QByteArray &body, const QByteArray &more = {})
{
    return "From: Awa <awa@shop.ci>\r\nMessage-ID: <4242424242424242@shop.ci>\r\n" + more
        + "MIME-Version: 1.0\r\nContent-Type: " + type + "\r\n\r\n" + body;
}

QByteArray attached(const QByteArray &type, const QByteArray &name, const QByteArray &content)
{
    return mailOf("multipart/mixed; boundary=b",
                  "--b\r\nContent-Type: text/plain\r\n\r\nVoir la pièce jointe.\r\n--b\r\nContent-Type: " + type
                      + "\r\nContent-Disposition: attachment; filename=\"" + name
                      + "\"\r\nContent-Transfer-Encoding: base64\r\n\r\n" + content.toBase64() + "\r\n--b--\r\n");
}

MaskedMail masked(const QByteArray &raw)
{
    const auto done = maskMail(raw, noPdf);
    return done ? *done : MaskedMail{};
}

/// All that a reader of the kept mail can see of it.
QString everythingIn(const QByteArray &raw)
{
    const auto mail = parseMail(raw);
    if (!mail) return u"no mail"_s;
    QString all = mail->subject + u'\n' + mail->text + u'\n' + mail->html;
    for (const EmailAddress &address : mail->from + mail->to + mail->cc + mail->replyTo)
        all += u'\n' + address.name;
    for (const MailAttachment &attachment : mail->attachments)
        all += u'\n' + attachment.name + u'\n' + QString::fromUtf8(attachment.content);
    return all;
}

} // namespace

// channels.md rule 1.
class TestMaskMail : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aMailWithoutACard_staysByteForByte()
    {
        const QByteArray raw = mailOf("text/plain", "Commande 2026112200004571.\r\n");
        const MaskedMail kept = masked(raw);
        QVERIFY(!kept.isAltered);
        QCOMPARE(kept.raw, raw);
    }

    void noCardIsLeft_whereverItStood_data()
    {
        QTest::addColumn<QByteArray>("raw");
        const auto subject = [](const QByteArray &text) {
            return mailOf("text/plain", "x", "Subject: " + text + "\r\n");
        };
        QTest::newRow("subject") << subject("Carte 4242 4242 4242 4242");
        QTest::newRow("subject, encoded") << subject("=?utf-8?B?Q2FydGUgNDI0MjQyNDI0MjQyNDI0Mg==?=");
        QTest::newRow("subject, encoded in two words") << subject("=?utf-8?Q?42424242?= =?utf-8?Q?42424242?=");
        QTest::newRow("second subject") << subject("x\r\nSubject: 4242424242424242");
        QTest::newRow("topic") << mailOf("text/plain", "x", "Thread-Topic: 4242424242424242\r\n");
        QTest::newRow("display name") << mailOf("text/plain", "x", "To: \"CB 4242424242424242\" <b@shop.ci>\r\n");
        QTest::newRow("encoded display name")
            << mailOf("text/plain", "x", "Cc: =?utf-8?Q?CB_4242_4242_4242_4242?= <b@shop.ci>, c@shop.ci\r\n");
        QTest::newRow("broken address") << mailOf("text/plain", "x", "To: 4242424242424242 <<b@@shop.ci\r\n");
        QTest::newRow("text") << mailOf("text/plain", "Ma carte : 4242 4242 4242 4242.\r\n");
        QTest::newRow("quoted-printable")
            << mailOf("text/plain; charset=iso-8859-1", "Ma carte num=E9ro 4242 4242=\r\n 4242=2042=34=32.\r\n",
                      "Content-Transfer-Encoding: quoted-printable\r\n");
        QTest::newRow("flowed") << mailOf("text/plain; format=flowed", "4242 4242 \r\n4242 4242\r\n");
        QTest::newRow("base64 HTML") << mailOf("text/html; charset=utf-8",
                                               QByteArray("<p>4242<b>4242</b>&#52;2424242</p>").toBase64(),
                                               "Content-Transfer-Encoding: base64\r\n");
        QTest::newRow("HTML that only a browser joins")
            << mailOf("text/html", "4242<x-1 a=>4242</x-1><!4242>4242<style>p{}</style>4242");
        QTest::newRow("UTF-16") << mailOf(
            "text/plain; charset=utf-16le",
            QByteArray::fromHex("340032003400320034003200340032003400320034003200340032003400"
                                "3200")
                .toBase64(),
            "Content-Transfer-Encoding: base64\r\n");
        QTest::newRow("file name") << attached("application/zip", "4242424242424242.zip", QByteArray("PK\0x", 4));
        QTest::newRow("file name, RFC 2231")
            << mailOf("application/zip; name*0=\"42424242\"; name*1=\"42424242.zip\"", QByteArray("PK\0", 3));
        QTest::newRow("text attachment") << attached("text/csv", "a.csv", "nom;carte\r\nAwa;4242424242424242\r\n");
        QTest::newRow("text by no name") << attached("application/octet-stream", "a", "4242424242424242");
        QTest::newRow("mail within") << mailOf("message/rfc822",
                                               "Subject: 4242424242424242\r\nFrom: b@shop.ci\r\n\r\n4242424242424242");
        QTest::newRow("in front of the parts")
            << mailOf("multipart/mixed; boundary=b", "4242424242424242\r\n--b\r\n\r\nx\r\n--b--\r\n4242424242424242");
    }
    void noCardIsLeft_whereverItStood()
    {
        QFETCH(QByteArray, raw);
        const MaskedMail kept = masked(raw);
        QVERIFY(kept.isAltered);
        const QString all = everythingIn(kept.raw);
        QVERIFY2(cardNumbersIn(all).isEmpty(), qPrintable(all));
        QVERIFY2(cardNumbersInHtml(all).isEmpty(), qPrintable(all));
        QCOMPARE(kept.raw.count("4242424242424242"), 1); // of the Message-ID
        // Masking what was masked finds nothing.
        const MaskedMail again = masked(kept.raw);
        QVERIFY(!again.isAltered);
        QCOMPARE(again.raw, kept.raw);
        QCOMPARE(parseMail(kept.raw)->messageId, u"4242424242424242@shop.ci"_s);
    }

    void idsStayAsTheyAre()
    {
        const QByteArray ids = "In-Reply-To: <4242424242424242@a.ci>\r\nReferences: <4242424242424242@a.ci>\r\n"
                               " <5555555555554444@b.ci>\r\nX-Tracking-Id: 4242424242424242\r\n";
        QVERIFY(!masked(mailOf("text/plain", "x", ids)).isAltered);
        const auto mail = parseMail(masked(mailOf("text/plain", "4242424242424242", ids)).raw);
        QCOMPARE(mail->inReplyTo, u"4242424242424242@a.ci"_s);
        QCOMPARE(mail->references, (QStringList{u"4242424242424242@a.ci"_s, u"5555555555554444@b.ci"_s}));
    }

    void theRestOfAMaskedMail_staysReadable()
    {
        const QByteArray raw = attached("text/plain", "reçu.txt", "4242424242424242 à Abidjan");
        const auto before = parseMail(raw);
        const auto after = parseMail(masked(raw).raw);
        QCOMPARE(after->text, before->text);
        QCOMPARE(after->from, before->from);
        QCOMPARE(after->attachments.size(), 1);
        QCOMPARE(QString::fromUtf8(after->attachments.first().content), u"************4242 à Abidjan"_s);
    }

    void ofAPdfWithACard_onlyItsTextIsKept()
    {
        const QByteArray pdf = demo::onePagePdf({u"Relevé de Fatou"_s, u"Carte 4242 4242 4242 4242"_s});
        const auto kept = maskMail(attached("application/pdf", "relevé.pdf", pdf), textOfPdf);
        QVERIFY(kept && kept->isAltered);
        const auto mail = parseMail(kept->raw);
        const MailAttachment file = mail->attachments.value(0);
        QCOMPARE(file.name, u"relevé.pdf.txt"_s);
        QCOMPARE(file.type, u"text/plain"_s);
        QVERIFY2(file.content.contains("**** **** **** 4242"), file.content.constData());
        QVERIFY(QString::fromUtf8(file.content).contains(u"Relevé de Fatou"));
    }

    void aPdfWithoutACard_orThatNobodyCanRead_staysAsItIs()
    {
        for (const QByteArray &pdf :
             {demo::onePagePdf({u"Commande 2026112200004571"_s}), QByteArray("%PDF-1.7 broken")}) {
            const QByteArray raw = attached("application/pdf", "a.pdf", pdf);
            const auto kept = maskMail(raw, textOfPdf);
            QVERIFY(kept);
            QCOMPARE(kept->raw, raw);
        }
    }

    void withoutAReaderOfPdfs_theMailIsForLater()
    {
        const auto kept = maskMail(attached("application/pdf", "a.pdf", "%PDF-1.7"), noPdf);
        QVERIFY(!kept);
        QCOMPARE(kept.error().code, Code::Unsupported);
    }
};

QTEST_GUILESS_MAIN(TestMaskMail)
#include "tst_maskmail.moc"
