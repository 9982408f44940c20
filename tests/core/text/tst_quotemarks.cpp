// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/quotemarks.h"

#include "core/text/quote.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace akwaba;

class TestQuoteMarks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void attributions_areKnownInFifteenLanguages_data()
    {
        QTest::addColumn<QString>("attribution");
        const auto row = [](const char *language, const QString &attribution) {
            QTest::newRow(language) << attribution;
        };
        row("fr", u"Le mar. 3 mars 2026 à 10:12, SAV <s@t.ci> a écrit :"_s);
        row("fr, typographic space", u"Le 03/03/2026 à 10:12, SAV a écrit\u00A0:"_s);
        row("fr, without accents", u"Le 3 mars 2026 a 10:12, SAV <s@t.ci> a ecrit :"_s);
        row("fr, name first", u"Aya Kouassi a écrit le 03/03/2026 à 10:12 :"_s);
        row("en", u"On Tue, Mar 3, 2026 at 10:12 AM SAV <s@t.ci> wrote:"_s);
        row("en, Zoho", u"---- On Tue, 03 Mar 2026 10:12:00 +0000 SAV<s@t.ci> wrote ----"_s);
        row("de", u"Am Di., 3. März 2026 um 10:12 Uhr schrieb SAV <s@t.ci>:"_s);
        row("de, name first", u"SAV <s@t.ci> schrieb am Di., 3. März 2026\num 10:12 Uhr:"_s);
        row("es", u"El mar, 3 mar 2026 a las 10:12, SAV (<s@t.ci>) escribió:"_s);
        row("it", u"Il giorno mar 3 mar 2026 alle ore 10:12 SAV <s@t.ci> ha scritto:"_s);
        row("pt", u"Em ter., 3 de mar. de 2026 às 10:12, SAV <s@t.ci> escreveu:"_s);
        row("nl", u"Op di 3 mrt 2026 om 10:12 schreef SAV <s@t.ci>:"_s);
        row("nl, Apple", u"Op 3 mrt 2026 om 10:12 heeft SAV <s@t.ci> het volgende geschreven:"_s);
        row("sv", u"Den tis 3 mars 2026 kl 10:12 skrev SAV <s@t.ci>:"_s);
        row("da", u"Den tirs. 3. mar. 2026 kl. 10.12 skrev SAV <s@t.ci>:"_s);
        row("nb", u"tir. 3. mars 2026 kl. 10:12 skrev SAV <s@t.ci>:"_s);
        row("fi", u"ti 3. maalisk. 2026 klo 10.12 SAV (s@t.ci) kirjoitti:"_s);
        row("pl", u"wt., 3 mar 2026 o 10:12 SAV <s@t.ci> napisał(a):"_s);
        row("cs", u"út 3. 3. 2026 v 10:12 odesílatel SAV <s@t.ci> napsal:"_s);
        row("ru", u"3 марта 2026 г. 10:12 пользователь SAV <s@t.ci> написал:"_s);
        row("ru, without a verb", u"вт, 3 мар. 2026 г. в 10:12, SAV <s@t.ci>:"_s);
        row("tr", u"SAV <s@t.ci>, 3 Mar 2026 Sal, 10:12 tarihinde\nşunu yazdı:"_s);
        row("hu", u"SAV <s@t.ci> ezt írta (időpont: 2026. márc. 3., K, 10:12):"_s);
        row("zh", u"SAV <s@t.ci> 于2026年3月3日周二 10:12写道："_s);
    }
    void attributions_areKnownInFifteenLanguages()
    {
        QFETCH(QString, attribution);
        const QString body = u"Oui.\n\n"_s + attribution + u"\n\n> Avez-vous reçu ?"_s;
        QCOMPARE(replyParts(body).visible, u"Oui."_s);
        QVERIFY(replyParts(body).quoted.startsWith(attribution));
    }

    void attributionAboveUnmarkedText_quotesTheRest()
    {
        const ReplyParts parts = replyParts(u"Oui.\n\nLe 3 mars 2026 à 10:12, SAV <s@t.ci> a écrit :\nBonjour\n\nAya");
        QCOMPARE(parts.visible, u"Oui."_s);
        QVERIFY(parts.quoted.endsWith(u"Aya"));
    }

    void quoteOnTheLineOfItsAttribution_isAQuote()
    {
        const ReplyParts parts =
            replyParts(u"Oui.\n\n  Le mar., mars 3, 2026 à 10:12, SAV<s@t.ci> a écrit :   Bonjour Koffi,\nmerci");
        QCOMPARE(parts.visible, u"Oui."_s);
        QVERIFY(parts.quoted.endsWith(u"Bonjour Koffi,\nmerci"));
    }

    void textDirectlyAboveAnAttribution_staysText()
    {
        const QString quote = u"Le mar. 3 mars 2026 à 10:12, Aya Kouassi (SAV) <\ns@t.ci> a\nécrit :\n\n> Bonjour"_s;
        QCOMPARE(replyParts(QString(u"Merci pour les 3 toners\n"_s + quote)).visible, u"Merci pour les 3 toners"_s);
        QCOMPARE(replyParts(u"Dziękuję za 3 tonery\nwt., 3 mar 2026 o 10:12 SAV <s@t.ci> napisał(a):\n> Witam").visible,
                 u"Dziękuję za 3 tonery"_s);
    }

    void headersOfAnotherMail_areKnownInFifteenLanguages_data()
    {
        QTest::addColumn<QString>("headers");
        const auto row = [](const char *language, const QString &headers) { QTest::newRow(language) << headers; };
        row("fr", u"De : SAV <s@t.ci>\nEnvoyé : mardi 3 mars 2026 10:12\nÀ : Koffi\nObjet : RE: Toner"_s);
        row("fr, typographic space",
            u"De\u00A0: SAV\nEnvoyé\u00A0: mardi 3 mars\nÀ\u00A0: Koffi\nObjet\u00A0: Toner"_s);
        row("fr, Orange", u"envoyé : 3 mars 2026 à 10:12\nde : SAV <s@t.ci>\nà : k@x.ci\nobjet : Toner"_s);
        row("fr, Thunderbird", u"Sujet : \tToner\nDate : \t3 mars\nDe : \tSAV <s@t.ci>\nPour : \tk@x.ci"_s);
        row("en", u"From: SAV <s@t.ci>\nSent: Tuesday, March 3, 2026 10:12\nTo: Koffi\nSubject: RE: Toner"_s);
        row("de", u"Von: SAV <s@t.ci>\nGesendet: Dienstag, 3. März 2026 10:12\nAn: Koffi\nBetreff: AW: Toner"_s);
        row("es", u"De: SAV <s@t.ci>\nEnviado el: martes, 3 de marzo\nPara: Koffi\nAsunto: RE: Toner"_s);
        row("it", u"Da: SAV <s@t.ci>\nInviato: martedì 3 marzo 2026 10:12\nA: Koffi\nOggetto: R: Toner"_s);
        row("pt", u"De: SAV <s@t.ci>\nEnviada: 3 de março de 2026 10:12\nPara: Koffi\nAssunto: RE: Toner"_s);
        row("nl", u"Van: SAV <s@t.ci>\nVerzonden: dinsdag 3 maart 2026 10:12\nAan: Koffi\nOnderwerp: RE: Toner"_s);
        row("sv", u"Från: SAV <s@t.ci>\nSkickat: den 3 mars 2026 10:12\nTill: Koffi\nÄmne: SV: Toner"_s);
        row("da", u"Fra: SAV <s@t.ci>\nSendt: 3. marts 2026 10:12\nTil: Koffi\nEmne: SV: Toner"_s);
        row("nb", u"Fra: SAV <s@t.ci>\nSendt: tirsdag 3. mars 2026 10:12\nTil: Koffi\nEmne: SV: Toner"_s);
        row("fi", u"Lähettäjä: SAV <s@t.ci>\nLähetetty: 3. maaliskuuta\nVastaanottaja: Koffi\nAihe: VS: Toner"_s);
        row("pl", u"Od: SAV <s@t.ci>\nWysłano: wtorek, 3 marca 2026 10:12\nDo: Koffi\nTemat: Odp: Toner"_s);
        row("cs", u"Od: SAV <s@t.ci>\nOdesláno: úterý 3. března 2026 10:12\nKomu: Koffi\nPředmět: RE: Toner"_s);
        row("ru", u"От: SAV <s@t.ci>\nОтправлено: 3 марта 2026 10:12\nКому: Koffi\nТема: RE: Toner"_s);
        row("tr", u"Kimden: SAV <s@t.ci>\nGönderildi: 3 Mart 2026 Salı 10:12\nKime: Koffi\nKonu: YNT: Toner"_s);
        row("bold, broken recipients",
            u"*De :* SAV\n*Envoyé :* mardi 3 mars\n*À :* Koffi Yao; Estelle Kouamé\n<e@x.ci>\n*Objet :* Toner"_s);
    }
    void headersOfAnotherMail_areKnownInFifteenLanguages()
    {
        QFETCH(QString, headers);
        const QString body = u"Oui.\n\n"_s + headers + u"\n\nBonjour Koffi\n"_s;
        QCOMPARE(replyParts(body).visible, u"Oui."_s);
        QCOMPARE(replyParts(body).quoted, QString(headers + u"\n\nBonjour Koffi"_s));
    }

    void rulersWithAName_startAnotherMail_data()
    {
        QTest::addColumn<QString>("ruler");
        for (const QStringView ruler : {u"-----Message d'origine-----",
                                        u"-------- Message d’origine --------",
                                        u"-------- Message transféré --------",
                                        u"----- Mail original -----",
                                        u"----- Mail transféré -----",
                                        u"---------- Forwarded message ---------",
                                        u"-----Original Message-----",
                                        u"-----Ursprüngliche Nachricht-----",
                                        u"----- Mensaje original -----",
                                        u"-----Messaggio originale-----",
                                        u"-----Mensagem original-----",
                                        u"-----Oorspronkelijk bericht-----",
                                        u"-----Ursprungligt meddelande-----",
                                        u"-----Oprindelig meddelelse-----",
                                        u"-----Opprinnelig melding-----",
                                        u"-----Alkuperäinen viesti-----",
                                        u"-----Wiadomość oryginalna-----",
                                        u"-----Původní zpráva-----",
                                        u"-------- Исходное сообщение --------",
                                        u"-----Orijinal Mesaj-----",
                                        u"Début du message réexpédié :",
                                        u"   ----- Message transmis -----  De : SAV <s@t.ci> À : k@x.ci Objet : Toner"})
            QTest::newRow(qPrintable(ruler.toString())) << ruler.toString();
    }
    void rulersWithAName_startAnotherMail()
    {
        QFETCH(QString, ruler);
        QCOMPARE(replyParts(QString(u"Pour info.\n\n"_s + ruler + u"\n\nBonjour\n"_s)).visible, u"Pour info."_s);
    }

    void whatPeopleWrite_isNoIntroduction_data()
    {
        QTest::addColumn<QString>("body");
        const auto row = [](const char *name, const QString &body) { QTest::newRow(name) << body; };
        row("to me", u"Bonjour,\nLe 3 mars 2026 à 10:12 votre vendeur m’a écrit :\n« payez »\nC'est non."_s);
        row("to us", u"Bonjour,\nLe 3 mars 2026 à 10:12, SAV nous a écrit :\nla livraison est gratuite."_s);
        row("without a minute", u"Bonjour,\nLe 3 mars 2026, votre collègue a écrit :\nla livraison est gratuite."_s);
        row("already", u"Bonjour,\nJe vous ai déjà écrit le 24 février à 9h12 :\n- le toner fuit"_s);
        row("a parcel", u"Le colis :\nDe : Abidjan\nÀ : Bouaké\nDate : 12 février\nNuméro : AB-339\n\nMerci."_s);
        row("one sender", u"J'ai reçu ceci :\nDe : +225 05 44 90 12 33\nPayez 5000 pour votre colis"_s);
        row("a number between dashes", u"Le numéro est\n\n-- 20418 --\n\net non 20481."_s);
        row("half an address", u"Bonjour\n\n3 mars 10:12 sav@t.ci>:\nqui est-ce ?"_s);
        row("message in a sentence", u"Le message original :\nil dit 45 000."_s);
    }
    void whatPeopleWrite_isNoIntroduction()
    {
        QFETCH(QString, body);
        QCOMPARE(replyParts(body).visible, body);
        QCOMPARE(bodyParts(body).size(), 1);
    }

    void senderAboveAnotherMail_isNoPartOfItsHeaders()
    {
        const QString text = u"J'ai reçu :\n\nDe : +225 05 44 90 12 33\nPayez 5000"_s;
        const QString mail = u"-------- Message d'origine --------\nDe : SAV <s@t.ci>\nDate : 3 mars\nÀ : k@x.ci"_s;
        QCOMPARE(replyParts(QString(text + u"\n\n"_s + mail)).visible, text);
    }

    void attributionLength_countsTheLinesItIsBrokenOver()
    {
        const QList<QStringView> lines{u"Le 3 mars 2026 à 10:12, SAV <", u"s@t.ci> a", u"écrit :", u"> Bonjour"};
        QCOMPARE(quotemarks::attributionAt(lines, 0).lines, 3);
        QVERIFY(quotemarks::attributionAt(lines, 0).isExact);
        QCOMPARE(quotemarks::attributionAt(lines, 3).lines, 0);
    }
};

QTEST_GUILESS_MAIN(TestQuoteMarks)
#include "tst_quotemarks.moc"
