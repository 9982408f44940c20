// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/channels/email/parsemail.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace akwaba;
using namespace akwaba::mail;

class TestParseMail : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void frenchMail_inQuotedPrintableLatin1()
    {
        const auto mail =
            parseMail("From: =?iso-8859-1?Q?Aya_Kon=E9?= <Aya.Kone@Example.CI>\r\n"
                      "To: Service client <sav@toner.ci>, \"Traor\xE9, Ali\" <ali@toner.ci>\r\n"
                      "Cc: compta@toner.ci\r\n"
                      "Subject: =?iso-8859-1?Q?Toner_re=E7u_ab=EEm=E9?=\r\n"
                      "Date: Tue, 3 Mar 2026 10:12:00 +0100\r\n"
                      "Message-ID: <abc.123@example.ci>\r\n"
                      "In-Reply-To: <m0@toner.ci>\r\n"
                      "References: <un@toner.ci>\r\n <m0@toner.ci>\r\n"
                      "MIME-Version: 1.0\r\n"
                      "Content-Type: text/plain; charset=iso-8859-1\r\n"
                      "Content-Transfer-Encoding: quoted-printable\r\n\r\n"
                      "Bonjour,\r\n\r\nle toner est arriv=E9 ab=EEm=E9, il co=FBtait 45=A0000 FCF=\r\nA.\r\n");
        QVERIFY(mail);
        QCOMPARE(mail->from, (QList<EmailAddress>{{u"Aya Koné"_s, u"aya.kone@example.ci"_s}}));
        QCOMPARE(
            mail->to,
            (QList<EmailAddress>{{u"Service client"_s, u"sav@toner.ci"_s}, {u"Traoré, Ali"_s, u"ali@toner.ci"_s}}));
        QCOMPARE(mail->cc.size(), 1);
        QCOMPARE(mail->subject, u"Toner reçu abîmé"_s);
        QCOMPARE(mail->date, QDateTime(QDate(2026, 3, 3), QTime(9, 12), Qt::UTC));
        QCOMPARE(mail->messageId, u"abc.123@example.ci"_s);
        QCOMPARE(mail->inReplyTo, u"m0@toner.ci"_s);
        QCOMPARE(mail->references, (QStringList{u"un@toner.ci"_s, u"m0@toner.ci"_s}));
        QCOMPARE(mail->text, u"Bonjour,\n\nle toner est arrivé abîmé, il coûtait 45\u00A0000 FCFA.\n"_s);
        QVERIFY(mail->html.isEmpty());
        QVERIFY(mail->warnings.isEmpty());
        QVERIFY(mail->autoReplyAllowed);
    }

    void adjacentEncodedWords_areJoinedBeforeDecoding()
    {
        // The é is cut in two by the fold: C3 in one word, A9 in the next.
        const auto mail = parseMail(
            "From: a@b.ci\r\nSubject: =?utf-8?Q?Toner_re=C3=A7u_ab=C3=AEm=C3?=\r\n =?utf-8?Q?=A9?= hier\r\n\r\nx\r\n");
        QVERIFY(mail);
        QCOMPARE(mail->subject, u"Toner reçu abîmé hier"_s);
    }

    void paddedWords_areJoinedWhole()
    {
        const auto mail =
            parseMail("From: =?utf-8?B?QXlhIA==?= =?utf-8?b?S29uw6k=?= <a@b.ci>\r\n"
                      "Subject: =?utf-8?B?VG9uZXI=?=\r\n =?UTF-8?B?IHZpZGU=?=\r\n =?utf-8?B?ICE=?= Merci\r\n\r\nx");
        QVERIFY(mail);
        QCOMPARE(mail->subject, u"Toner vide ! Merci"_s);
        QCOMPARE(mail->from.first().name, u"Aya Koné"_s);
    }

    void aCommentIsAName_asItWasBeforeDisplayNames()
    {
        const auto mail = parseMail("From: mailer@b.ci (Mail Delivery System)\r\n"
                                    "To: =?iso-8859-1?Q?Kon=E9?= (aya@b.ci)\r\nSubject: \u3000large\u3000\r\n\r\nx");
        QVERIFY(mail);
        QCOMPARE(mail->from, (QList<EmailAddress>{{u"Mail Delivery System"_s, u"mailer@b.ci"_s}}));
        QCOMPARE(mail->to, (QList<EmailAddress>{{u"Koné"_s, u"aya@b.ci"_s}}));
    }

    void aNulInAHeader_endsNothing()
    {
        const auto mail =
            parseMail(QByteArray("From: a@b.ci\r\nSubject: to\0ner\r\nMessage-ID: <1\0@b.ci>\r\n\r\nx", 57));
        QVERIFY(mail);
        QCOMPARE(mail->subject, u"toner"_s);
        QCOMPARE(mail->messageId, u"1@b.ci"_s);
    }

    void rawBytesInHeaders_areRead()
    {
        QCOMPARE(parseMail("From: a@b.ci\r\nSubject: r\xC3\xA9"
                           "clamation\r\n\r\nx")
                     ->subject,
                 u"réclamation"_s);
        QCOMPARE(parseMail("From: a@b.ci\r\nSubject: r\xE9"
                           "clamation\r\n\r\nx")
                     ->subject,
                 u"réclamation"_s);
    }

    void textAndHtml_ofOneMail()
    {
        const auto mail = parseMail("From: a@b.ci\nContent-Type: multipart/alternative; boundary=b\n\n"
                                    "--b\nContent-Type: text/plain; charset=utf-8\n\nle texte\n"
                                    "--b\nContent-Type: text/html; "
                                    "charset=windows-1252\n\n<p>l\x92<b>image</b><script>x</script></p>\n--b--\n");
        QVERIFY(mail);
        QCOMPARE(mail->text, u"le texte"_s);
        QCOMPARE(mail->html.trimmed(), u"<p>l’<b>image</b></p>"_s);
        QVERIFY(mail->attachments.isEmpty());
    }

    void htmlAlone_hasItsTextToo()
    {
        const auto mail =
            parseMail("From: a@b.ci\nContent-Type: text/html; charset=utf-8\n\n<p>Bonjour</p><p>Merci</p>\n");
        QVERIFY(mail);
        QCOMPARE(mail->text, u"Bonjour\n\nMerci"_s);
    }

    void nestedParts_areAllFound()
    {
        const auto mail = parseMail(
            "From: a@b.ci\nContent-Type: multipart/mixed; boundary=m\n\n"
            "--m\nContent-Type: multipart/related; boundary=r\n\n"
            "--r\nContent-Type: multipart/alternative; boundary=a\n\n"
            "--a\nContent-Type: text/plain\n\ntexte\n--a\nContent-Type: text/html\n\n<img src=\"cid:logo@x\">\n--a--\n"
            "--r\nContent-Type: image/png; name=logo.png\nContent-ID: <logo@x>\nContent-Disposition: "
            "inline\nContent-Transfer-Encoding: base64\n\niVBORw==\n--r--\n"
            "--m\nContent-Type: application/pdf\nContent-Disposition: attachment; "
            "filename*=utf-8''facture%20n%C2%B0%204.pdf\nContent-Transfer-Encoding: base64\n\nJVBERi0=\n"
            "--m\nContent-Type: text/plain; name=notes.txt\n\nune pièce nommée\n"
            "--m\nContent-Type: message/rfc822\n\nFrom: c@d.ci\nSubject: dedans\n\ninterieur\n--m--\n");
        QVERIFY(mail);
        QCOMPARE(mail->text, u"texte"_s);
        QCOMPARE(mail->attachments.size(), 4);
        QCOMPARE(mail->attachments[0].name, u"logo.png"_s);
        QVERIFY(mail->attachments[0].isInline);
        QCOMPARE(mail->attachments[0].contentId, u"logo@x"_s);
        QCOMPARE(mail->attachments[0].content.toHex(), QByteArray("89504e47"));
        QCOMPARE(mail->attachments[1].name, u"facture n° 4.pdf"_s);
        QCOMPARE(mail->attachments[1].content, QByteArray("%PDF-"));
        QVERIFY(!mail->attachments[1].isInline);
        QCOMPARE(mail->attachments[2].name, u"notes.txt"_s);
        QCOMPARE(mail->attachments[3].name, u"dedans.eml"_s);
        QVERIFY(mail->attachments[3].content.contains("interieur"));
    }

    void textAfterAnAttachment_isNotLost()
    {
        const auto mail = parseMail("From: a@b.ci\nContent-Type: multipart/mixed; boundary=m\n\n"
                                    "--m\nContent-Type: text/plain\n\navant\n"
                                    "--m\nContent-Type: image/png; name=a.png\n\nx\n"
                                    "--m\nContent-Type: text/plain\n\naprès\n--m--\n");
        QVERIFY(mail);
        QVERIFY(mail->text.contains(u"avant"));
        QVERIFY(mail->text.contains(u"après"));
    }

    void unknownCharset_isAWarningAndTheTextIsShown()
    {
        const auto mail = parseMail("From: a@b.ci\nDate: Tue, 3 Mar 2026 10:12:00 +0000\nContent-Type: text/plain; "
                                    "charset=x-klingon\n\nd\xE9j\xE0\n");
        QVERIFY(mail);
        QCOMPARE(mail->text, u"déjà\n"_s);
        QCOMPARE(mail->warnings, QStringList{MailWarning::unknownCharset.toString()});
    }

    void missingHeaders_areWarnings()
    {
        const auto mail = parseMail("Subject: seul\n\ncorps\n");
        QVERIFY(mail);
        QVERIFY(mail->from.isEmpty());
        QVERIFY(!mail->date.isValid());
        QVERIFY(mail->warnings.contains(MailWarning::noDate.toString()));
        QVERIFY(mail->warnings.contains(MailWarning::noSender.toString()));
        QVERIFY(!mail->autoReplyAllowed);
    }

    void groupsAndBrokenAddresses_areReadAsFarAsTheyGo()
    {
        const auto mail = parseMail(
            "From: a@b.ci\nTo: Equipe: un@b.ci, deux@b.ci;, undisclosed-recipients:;, Nom seul <>, trois@b.ci\n\nx\n");
        QVERIFY(mail);
        QStringList addresses;
        for (const EmailAddress &address : mail->to)
            addresses.append(address.address);
        QVERIFY(addresses.contains(u"un@b.ci"));
        QVERIFY(addresses.contains(u"deux@b.ci"));
        QVERIFY(addresses.contains(u"trois@b.ci"));
    }

    void idsWithoutBrackets_areIds()
    {
        const auto mail = parseMail("From: a@b.ci\nMessage-ID: nu@b.ci\nReferences: <a@x>,<b@x> texte <a@x>\n\nx\n");
        QVERIFY(mail);
        QCOMPARE(mail->messageId, u"nu@b.ci"_s);
        QCOMPARE(mail->references, (QStringList{u"a@x"_s, u"b@x"_s}));
    }

    void mboxLineOnTop_isNotAHeader()
    {
        QCOMPARE(parseMail("From a@b.ci Tue Mar  3 10:12:00 2026\nFrom: a@b.ci\nSubject: oui\n\nx\n")->subject,
                 u"oui"_s);
        QCOMPARE(parseMail("\r\n\r\nFrom: a@b.ci\r\nSubject: oui\r\n\r\nx\r\n")->subject, u"oui"_s);
    }

    void noMail_isAnError()
    {
        for (const QByteArray &raw : {QByteArray(), QByteArray("\n"), QByteArray("\r\n\r\n")}) {
            const auto mail = parseMail(raw);
            QVERIFY(!mail);
            QCOMPARE(mail.error().code, Code::BadInput);
        }
    }

    void garbage_neverCrashes()
    {
        // A seeded walk over a real mail: cut, doubled and changed bytes.
        const QByteArray seed =
            "From: =?utf-8?B?w6k=?= <a@b.ci>\r\nSubject: =?iso-8859-1?Q?=E9?= =?x?q?\r\nDate: demain\r\n"
            "Content-Type: multipart/mixed; boundary=\"b\"\r\nReferences: <<a>><b\r\n\r\n"
            "--b\r\nContent-Type: text/html; charset=utf-16\r\n\r\n<a href=\"x<table>&#xfffff;\r\n"
            "--b\r\nContent-Type: message/rfc822\r\nContent-Transfer-Encoding: base64\r\n\r\nRnJvbTogYQo=\r\n"
            "--b\r\nContent-Disposition: attachment; filename*0*=utf-8''%e9; filename*1=b\r\n\r\n=00\r\n";
        quint32 state = 20'260'303;
        const auto next = [&state] { return state = state * 1'664'525 + 1'013'904'223, state >> 8; };
        for (int round = 0; round < 2'000; ++round) {
            QByteArray mail = seed;
            for (quint32 change = 0; change < 1 + next() % 12; ++change) {
                const qsizetype at = qsizetype(next()) % mail.size();
                switch (next() % 4) {
                case 0: mail[at] = char(next()); break;
                case 1: mail.remove(at, qsizetype(next() % 9)); break;
                case 2: mail.insert(at, mail.mid(at, qsizetype(next() % 40))); break;
                default: mail.insert(at, char(next() % 2 == 0 ? 0 : '\n'));
                }
                if (mail.isEmpty()) mail = "x";
            }
            const auto parsed = parseMail(mail);
            QVERIFY(parsed || parsed.error().code == Code::BadInput);
        }
    }

    void deepAndLargeMails_areReadInTime_data()
    {
        QTest::addColumn<QByteArray>("raw");
        QByteArray deep = "From: a@b.ci\n";
        for (int level = 0; level < 2'000; ++level) {
            const QByteArray boundary = QByteArray::number(level);
            deep += "Content-Type: multipart/mixed; boundary=x" + boundary + "\n\n--x" + boundary + "\n";
        }
        QTest::newRow("deep multiparts") << QByteArray(deep + "\nfond\n");
        QTest::newRow("nested mails") << QByteArray(
            "From: a@b.ci\n" + QByteArray("Content-Type: message/rfc822\n\n").repeated(2'000) + "x\n");
        QTest::newRow("many parts") << QByteArray(
            "From: a@b.ci\nContent-Type: multipart/mixed; boundary=m\n\n"
            + QByteArray("--m\nContent-Type: text/plain\n\nligne\n").repeated(5'000));
        QTest::newRow("many addresses") << QByteArray("From: a@b.ci\nTo: " + QByteArray("a@b.ci, ").repeated(50'000)
                                                      + "z@b.ci\n\nx\n");
        QTest::newRow("many references") << QByteArray(
            "From: a@b.ci\nReferences: " + QByteArray("<a@b.ci> ").repeated(50'000) + "\n\nx\n");
        QTest::newRow("long subject") << QByteArray(
            "From: a@b.ci\nSubject: " + QByteArray("=?utf-8?Q?=C3=A9?= ").repeated(50'000) + "\n\nx\n");
        QTest::newRow("20 MB attachment") << QByteArray(
            "From: a@b.ci\nContent-Type: application/pdf; name=a.pdf\nContent-Transfer-Encoding: base64\n\n"
            + QByteArray(QByteArray(76, 'A') + "\n").repeated(260'000));
    }
    void deepAndLargeMails_areReadInTime()
    {
        QFETCH(QByteArray, raw);
        QElapsedTimer timer;
        timer.start();
        QVERIFY(parseMail(raw));
        QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
    }
};

QTEST_GUILESS_MAIN(TestParseMail)
#include "tst_parsemail.moc"
