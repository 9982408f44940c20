// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/channels/email/parsemail.h"
#include "app/server/demo/pdf.h"
#include "app/server/jobs/backup.h"
#include "app/server/jobs/gziplines.h"
#include "app/server/jobs/outgoingmail.h"
#include "app/server/jobs/receivemail.h"
#include "app/server/store/mailtables.h"
#include "core/text/cardnumbers.h"
#include "tests/server/intents/intentfixture.h"

#include <QDirIterator>

using namespace akwaba;
using namespace akwaba::jobs;
using namespace Qt::StringLiterals;

namespace {

const QByteArray card = "4242424242424242";

/// A team that gets mail in which a card stands in the subject, in HTML, in a PDF and in a file name.
class Shop : public intents::IntentFixture {
public:
    Shop()
    {
        sav.email = {u"Service client"_s, u"sav@shop.ci"_s};
        sav = put(sav);
        receipt = must(receiveMail(*store, mail(), {u"sav@shop.ci"_s}));
    }

    static QByteArray mail()
    {
        const QByteArray html = "<p>Ma carte est <b>4242</b> 4242&nbsp;4242 4242, merci.</p>";
        const QByteArray pdf = demo::onePagePdf({u"Fatou Bamba"_s, u"4242 4242 4242 4242"_s});
        QByteArray raw = "From: =?utf-8?Q?Fatou_4242424242424242?= <fatou.b@example.ci>\nTo: sav@shop.ci\n"
                         "Subject: Paiement 4242 4242 4242 4242\nMessage-ID: <4242424242424242@example.ci>\n"
                         "References: <5555555555554444@example.ci>\nMIME-Version: 1.0\n"
                         "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/html; charset=utf-8\n"
                         "Content-Transfer-Encoding: base64\n\n"
            + html.toBase64()
            + "\n--b\nContent-Type: application/pdf\nContent-Disposition: attachment; filename=releve.pdf\n"
              "Content-Transfer-Encoding: base64\n\n"
            + pdf.toBase64()
            + "\n--b\nContent-Type: image/png\nContent-Disposition: attachment; filename=\"CB "
              "4242424242424242.png\"\nContent-Transfer-Encoding: base64\n\niVBORw==\n--b--\n";
        return raw.replace("\n", "\r\n");
    }

    /// Every row of every table, as a backup holds them.
    QStringList allRows()
    {
        const QString folder = dir.filePath(u"backup"_s);
        must(backUp(*store, folder));
        QStringList rows;
        QDirIterator files(folder, {u"*.gz"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            GzipLineReader lines(files.next());
            for (auto line = must(lines.next()); line; line = must(lines.next()))
                rows += QString::fromUtf8(*line);
        }
        if (rows.isEmpty()) qFatal("an empty backup");
        return rows;
    }

    /// Every file in the data directory, unpacked where it is packed.
    QList<QByteArray> allFiles() const
    {
        QList<QByteArray> files;
        QDirIterator each(dir.path(), QDir::Files, QDirIterator::Subdirectories);
        while (each.hasNext()) {
            QFile file(each.next());
            if (!file.open(QIODevice::ReadOnly)) qFatal("%s", qPrintable(file.fileName()));
            const QByteArray content = file.readAll();
            files += content;
            if (each.filePath().contains(u"/blobs/")) {
                const QByteArray unpacked = qUncompress(content);
                if (!unpacked.isEmpty()) files += unpacked;
            }
        }
        return files;
    }

    MailReceipt receipt;
};

bool isClean(const QString &text) { return cardNumbersIn(text).isEmpty() && cardNumbersInHtml(text).isEmpty(); }

} // namespace

/// Issue "Mail that holds": no card number reaches a disk. channels.md rule 1.
class TestCards : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void inNoRowAndNoFileIsACardLeft()
    {
        QStringList said;
        static QStringList *log = &said;
        const auto before = qInstallMessageHandler(
            [](QtMsgType, const QMessageLogContext &, const QString &message) { *log += message; });
        Shop shop;
        qInstallMessageHandler(before);
        for (const QString &row : shop.allRows())
            QVERIFY2(isClean(row), qPrintable(row));
        for (const QByteArray &file : shop.allFiles())
            QVERIFY(!QByteArray(file).replace("4242424242424242@example.ci", "").contains(card));
        for (const QString &line : std::as_const(said))
            QVERIFY2(isClean(line), qPrintable(line));
    }

    void theMailThatIsKept_isTheMaskedOne()
    {
        Shop shop;
        const auto snapshot = Shop::must(shop.store->read());
        const auto received = Shop::must(store::receivedMailOf(snapshot.database(), shop.receipt.message));
        QVERIFY(received && received->rawAltered);
        const QByteArray raw = qUncompress(Shop::must(shop.store->blobs().read(received->blob)));
        const auto mail = mail::parseMail(raw);
        QVERIFY(mail);
        QCOMPARE(mail->subject, u"Paiement **** **** **** 4242"_s);
        QCOMPARE(mail->messageId, u"4242424242424242@example.ci"_s);
        QCOMPARE(mail->references, QStringList{u"5555555555554444@example.ci"_s});
        QStringList names;
        for (const mail::MailAttachment &file : mail->attachments) {
            names += file.name;
            QVERIFY(isClean(QString::fromUtf8(file.content)));
        }
        QCOMPARE(names, (QStringList{u"releve.pdf.txt"_s, u"CB ************4242.png"_s}));
    }

    void whatTheAgentSees_isMasked_andWhoReadsItKnows()
    {
        Shop shop;
        const Message message = *shop.find<Message>(shop.receipt.message);
        QCOMPARE(message.text.trimmed(), u"Ma carte est **** ****\u00A0**** 4242, merci."_s);
        QVERIFY(isClean(message.html));
        QVERIFY(message.html.contains(u"4242, merci"));
        QCOMPARE(shop.find<Ticket>(shop.receipt.ticket)->subject, u"Paiement **** **** **** 4242"_s);
        QCOMPARE(message.sender, (EmailAddress{u"Fatou ************4242"_s, u"fatou.b@example.ci"_s}));
    }

    void aReplyQuotesTheMaskedText()
    {
        Shop shop;
        Reply reply;
        reply.id = shop.id<MessageId>();
        reply.ticket = shop.receipt.ticket;
        reply.toAddresses = {{{}, u"fatou.b@example.ci"_s}};
        reply.text = u"Votre carte 4242 4242 4242 4242 n'est pas nécessaire."_s;
        reply.basedOn = shop.receipt.message;
        QCOMPARE(shop.send(shop.asAwa, reply).kind, OutcomeKind::Accepted);
        Outgoing outgoing;
        shop.write([&](store::Writer &writer) {
            return outgoingMail(writer, reply.id, {u"shop.ci"_s, {}}).map([&](const Outgoing &made) {
                outgoing = made;
            });
        });
        const auto mail = mail::parseMail(outgoing.content);
        QVERIFY(mail && mail->text.contains(u"Ma carte est"));
        QVERIFY2(isClean(mail->text), qPrintable(mail->text));
        QVERIFY2(isClean(mail->html), qPrintable(mail->html));
        QCOMPARE(mail->references.last(), u"4242424242424242@example.ci"_s);
    }

    void anAnswerToAnIdThatLooksLikeACard_joinsItsTicket()
    {
        Shop shop;
        const QByteArray raw = "From: fatou.b@example.ci\r\nTo: sav@shop.ci\r\nMessage-ID: <2@example.ci>\r\n"
                               "In-Reply-To: <4242424242424242@example.ci>\r\nSubject: autre\r\n\r\nEncore moi";
        const MailReceipt second = Shop::must(receiveMail(*shop.store, raw, {u"sav@shop.ci"_s}));
        QCOMPARE(second.ticket, shop.receipt.ticket);
    }

    void theSameMailTwice_isOneMessage()
    {
        Shop shop;
        const MailReceipt again = Shop::must(receiveMail(*shop.store, Shop::mail(), {u"sav@shop.ci"_s}));
        QVERIFY(again.wasKnown);
        QCOMPARE(again.message, shop.receipt.message);
    }

    void whatAnAgentWrites_isMaskedToo_whateverTheWay()
    {
        Shop shop;
        AddNote note{shop.id<MessageId>(), shop.receipt.ticket, u"Il paie par 5555-5555-5555-4444"_s};
        QCOMPARE(shop.send(shop.asAwa, note).kind, OutcomeKind::Accepted);
        QCOMPARE(shop.find<Message>(note.id)->text, u"Il paie par ****-****-****-4444"_s);
        SetField subject{shop.receipt.ticket, u"subject"_s, u"Paiement **** **** **** 4242"_s,
                         u"CB 5555555555554444"_s};
        QCOMPARE(shop.send(shop.asAwa, subject).kind, OutcomeKind::Accepted);
        for (const QString &row : shop.allRows())
            QVERIFY2(isClean(row), qPrintable(row));
    }
};

QTEST_GUILESS_MAIN(TestCards)
#include "tst_cardsstored.moc"
