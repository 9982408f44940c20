// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/quote.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace akwaba;

class TestQuote : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void replies_areSeparatedFromWhatTheyQuote_data()
    {
        QTest::addColumn<QString>("body");
        QTest::addColumn<QString>("visible");
        const auto row = [](const char *name, const QString &body, const QString &visible) {
            QTest::newRow(name) << body << visible;
        };
        const QString merci = u"Merci, c'est reçu."_s;
        row("gmail fr",
            u"Merci, c'est reçu.\n\nLe mar. 3 mars 2026 à 10:12, Service client <sav@toner.ci> a écrit :\n\n> Bonjour\n> Aya"_s,
            merci);
        row("gmail fr, broken line",
            u"Merci, c'est reçu.\n\nLe mar. 3 mars 2026 à 10:12, Service client Toner Abidjan <\nsav@toner.ci> a écrit :\n\n> Bonjour"_s,
            merci);
        row("no-break space before the colon",
            u"Merci, c'est reçu.\n\nLe 3 mars 2026 à 10:12, Aya a écrit\u00A0:\n> Bonjour"_s, merci);
        row("outlook fr",
            u"Merci, c'est reçu.\n\nDe : Service client <sav@toner.ci>\nEnvoyé : mardi 3 mars 2026 10:12\nÀ : Koffi <k@x.ci>\nObjet : RE: Toner\n\nBonjour Koffi"_s,
            merci);
        row("outlook fr, bold",
            u"Merci, c'est reçu.\n\n*De :* Service client\n*Envoyé :* mardi 3 mars\n*À :* Koffi\n*Objet :* Toner\n\nBonjour"_s,
            merci);
        row("message d'origine", u"Merci, c'est reçu.\n\n-----Message d'origine-----\nDe : SAV\nBonjour"_s, merci);
        row("apple fr",
            u"Merci, c'est reçu.\n\nEnvoyé de mon iPhone\n\n> Le 3 mars 2026 à 10:12, SAV <sav@toner.ci> a écrit :\n> \n> Bonjour"_s,
            merci);
        row("orange webmail",
            u"Merci, c'est reçu.\n\n> Message du 03/03/26 10:12\n> De : \"SAV\" <sav@toner.ci>\n> Bonjour"_s, merci);
        row("gmail en", u"Thanks.\n\nOn Tue, Mar 3, 2026 at 10:12 AM Support <s@toner.ci> wrote:\n\n> Hello"_s,
            u"Thanks."_s);
        row("outlook en, ruler",
            u"Thanks.\n________________________________\nFrom: Support <s@toner.ci>\nSent: Tuesday, March 3, 2026\nTo: Koffi\nSubject: Toner\n\nHello"_s,
            u"Thanks."_s);
        row("original message", u"Thanks.\n\n-----Original Message-----\nHello"_s, u"Thanks."_s);
        row("forwarded", u"Pour info.\n\n---------- Forwarded message ---------\nDe : X <x@y.ci>\nBonjour"_s,
            u"Pour info."_s);
        row("answer below", u"Le 3 mars 2026 à 10:12, SAV <s@t.ci> a écrit :\n> Avez-vous reçu ?\n\nOui, merci."_s,
            u"Oui, merci."_s);
        row("german", u"Danke.\n\nAm 03.03.2026 um 10:12 schrieb SAV <s@t.ci>:\n> Guten Tag"_s, u"Danke."_s);
        row("spanish", u"Gracias.\n\nEl mar, 3 mar 2026 a las 10:12, SAV (<s@t.ci>) escribió:\n\n> Hola"_s,
            u"Gracias."_s);
        row("portuguese", u"Obrigado.\n\nEm ter., 3 de mar. de 2026 às 10:12, SAV <s@t.ci> escreveu:\n\n> Olá"_s,
            u"Obrigado."_s);
        row("arabic", u"شكرا\n\nفي الثلاثاء، 3 مارس 2026 كتب SAV <s@t.ci>:\n> مرحبا"_s, u"شكرا"_s);
        row("plain quote only below", u"Oui.\n> Avez-vous reçu ?"_s, u"Oui."_s);
    }
    void replies_areSeparatedFromWhatTheyQuote()
    {
        QFETCH(QString, body);
        QFETCH(QString, visible);
        QCOMPARE(replyParts(body).visible, visible);
        QCOMPARE(replyParts(QString(body).replace(u"\n"_s, u"\r\n"_s)).visible, visible);
        QVERIFY(!replyParts(body).quoted.isEmpty());
    }

    void ordinarySentences_areNotMistakenForQuotes_data()
    {
        QTest::addColumn<QString>("body");
        QTest::newRow("he wrote") << u"Le technicien m'a écrit 3 fois sans réponse."_s;
        QTest::newRow("wrote with colon in the middle") << u"On 3 March I wrote: nothing works.\nPlease help."_s;
        QTest::newRow("de : alone") << u"De : Abidjan\nà Bouaké, le colis a mis 5 jours."_s;
        QTest::newRow("list with dashes") << u"Il manque :\n- un toner\n- un câble"_s;
        QTest::newRow("date on top") << u"2026-03-03\nCommande reçue incomplète."_s;
        QTest::newRow("object") << u"Objet : remboursement\n\nJe demande le remboursement."_s;
    }
    void ordinarySentences_areNotMistakenForQuotes()
    {
        QFETCH(QString, body);
        QCOMPARE(replyParts(body).visible, body);
    }

    void answersBetweenQuotes_keepTheirQuestions()
    {
        const QString body = u"Bonjour,\n\n> Quel modèle ?\nHL-2130\n\n> Quel numéro ?\nA-17"_s;
        QCOMPARE(replyParts(body).visible, body);
    }

    void answersBetweenQuotes_keepTheFirstQuestionToo()
    {
        const QString answers = u"> Quel modèle ?\n\nHL-2130\n\n> Quel numéro ?\n\nA-17"_s;
        const QString attribution = u"Le 3 mars 2026 à 10:12, SAV <s@t.ci> a écrit :"_s;
        const ReplyParts parts = replyParts(QString(attribution + u'\n' + answers + u"\n\n> Aya"_s));
        QCOMPARE(parts.visible, answers);
        QCOMPARE(parts.quoted, QString(attribution + u"\n> Aya"_s));
    }

    void signatures_areFolded()
    {
        const ReplyParts parts = replyParts(u"Le toner fuit.\n\n-- \nKoffi Yao\nDirecteur\n+225 07 00 00 00 00");
        QCOMPARE(parts.visible, u"Le toner fuit."_s);
        QCOMPARE(parts.signature, u"-- \nKoffi Yao\nDirecteur\n+225 07 00 00 00 00"_s);
    }

    void signatureAboveTheQuote_leavesTheQuoteAQuote()
    {
        const ReplyParts parts = replyParts(u"Oui.\n--\nKoffi\n\nLe 3 mars 2026 à 10:12, SAV a écrit :\n> Bonjour");
        QCOMPARE(parts.visible, u"Oui."_s);
        QCOMPARE(parts.signature, u"--\nKoffi"_s);
        QVERIFY(parts.quoted.startsWith(u"Le 3 mars"));
    }

    void visible_isNeverEmptyWhenTheBodyIsNot_data()
    {
        QTest::addColumn<QString>("body");
        QTest::newRow("only a quote") << u"> Bonjour\n> Aya"_s;
        QTest::newRow("only a forward") << u"---------- Forwarded message ---------\nDe : X\nBonjour"_s;
        QTest::newRow("only a signature") << u"-- \nKoffi"_s;
        QTest::newRow("only a device") << u"Envoyé de mon iPhone"_s;
        QTest::newRow("only an attribution") << u"Le 3 mars 2026, SAV a écrit :"_s;
    }
    void visible_isNeverEmptyWhenTheBodyIsNot()
    {
        QFETCH(QString, body);
        QCOMPARE(replyParts(body).visible, body);
        QCOMPARE(bodyParts(body).size(), 1);
    }

    void noLine_isEverDropped()
    {
        const QString body =
            u"\n  Bonjour,\n\nle toner.\n\n-- \nKoffi\n\nLe 3 mars 2026 à 10:12, SAV <s@t.ci> a écrit :\n\n> un\n>\n> deux\n\n"_s;
        QStringList texts;
        for (const BodyPart &part : bodyParts(body))
            texts.append(part.text);
        QCOMPARE(texts.join(u'\n'), body);
        QCOMPARE(texts.size(), 3);
    }

    void blankBody_isOneBlankPart()
    {
        QCOMPARE(replyParts(u"").visible, QString());
        QCOMPARE(replyParts(u"\n \n").visible, QString());
    }

    void endlessBody_isKeptToItsLastLetter()
    {
        const QString tail = u"ligne du journal\n"_s.repeated(40'000) + u"fin"_s;
        const QString body = u"Voici.\n\nLe 3 mars 2026 à 10:12, SAV a écrit :\n"_s + tail;
        QStringList texts;
        for (const BodyPart &part : bodyParts(body))
            texts.append(part.text);
        QCOMPARE(texts.join(u'\n'), body);
        QCOMPARE(replyParts(body).visible, u"Voici."_s);
    }

    void hostileBodies_takeLittleTime_data()
    {
        QTest::addColumn<QString>("body");
        QTest::newRow("one long line") << QString(4'000'000, u'a');
        QTest::newRow("only quotes") << u"> x\n"_s.repeated(300'000);
        QTest::newRow("attributions without end") << u"Le 3 mars 2026 à 10:12\n"_s.repeated(50'000);
        QTest::newRow("headers") << u"De : a\nDate : b\n\n\n"_s.repeated(30'000);
        QTest::newRow("one long quote") << u">"_s.repeated(100'000) + u" Bonjour\n"_s + u"> "_s.repeated(100'000);
        QTest::newRow("NULs") << QString(300'000, QChar(0)) + u"\nOui\n"_s + QString(u"\0\n"_s).repeated(100'000);
        QTest::newRow("lone surrogates") << u"a"_s + QString(500'000, QChar(0xD800)) + u"\nLe 3, \xDC00 a écrit :\n"_s;
        QTest::newRow("colons") << u":"_s.repeated(500) + u"\n"_s + u"Le 3 :\n"_s.repeated(60'000);
        QTest::newRow("verbs") << u"Le 3 "_s + QString(u"a écrit "_s.repeated(70) + u":\n"_s).repeated(2'000);
        QTest::newRow("rulers") << u"texte\n"_s + u"---\nx\n"_s.repeated(60'000);
        QTest::newRow("rulers round nothing") << u"texte\n"_s + u"-----\n"_s.repeated(60'000);
        QTest::newRow("original messages") << u"--- message d'origine\n"_s.repeated(20'000) + u"fin"_s;
        QTest::newRow("notices") << u"Ce message est confidentiel\n> x\n"_s.repeated(20'000);
        QTest::newRow("closing formulas") << u"Cordialement\nKoffi\n> x\n"_s.repeated(20'000);
        QTest::newRow("spaces") << u"On 1 "_s + QString(500, u' ') + u"\n"_s.repeated(100'000);
    }
    void hostileBodies_takeLittleTime()
    {
        QFETCH(QString, body);
        QElapsedTimer timer;
        timer.start();
        QVERIFY(!replyParts(body).visible.isEmpty());
        // Ten seconds is the promise for a whole mail, also under a sanitizer.
        QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
    }
};

QTEST_GUILESS_MAIN(TestQuote)
#include "tst_quote.moc"
