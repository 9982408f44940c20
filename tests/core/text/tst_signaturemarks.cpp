// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/quote.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace akwaba;

class TestSignatureMarks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatATelephoneAdds_isASignature_data()
    {
        QTest::addColumn<QString>("signature");
        for (const QStringView signature :
             {u"Envoyé de mon iPhone",
              u"Envoyé depuis mon appareil Galaxy",
              u"Envoyé à partir de mon iPad",
              u"Envoyé à partir d’Outlook pour Android<https://aka.ms/x>",
              u"Envoyé depuis l'application Mail Orange",
              u"Télécharger Outlook pour iOS<https://aka.ms/x>",
              u"Obtenez Outlook pour Android",
              u"Provenance : Courrier<https://go.microsoft.com/fwlink/?LinkId=550986> pour Windows",
              u"Envoyé à partir de Yahoo Mail pour iPhone",
              u"Envoyé avec la messagerie sécurisée Proton Mail.",
              u"Sent from my iPhone",
              u"Get Outlook for iOS",
              u"(sent from a phone)",
              u"<<sent by galaxy>>",
              u"Von meinem iPhone gesendet",
              u"Enviado desde mi iPhone",
              u"Inviato da iPhone",
              u"Enviado do meu iPhone",
              u"Verstuurd vanaf mijn iPhone",
              u"Skickat från min iPhone",
              u"Sendt fra min iPhone",
              u"Sendt fra Outlook til Android",
              u"Lähetetty iPhonesta",
              u"Wysłane z iPhone'a",
              u"Odesláno z iPhonu",
              u"Отправлено с iPhone",
              u"iPhone'umdan gönderildi"})
            QTest::newRow(qPrintable(signature.toString())) << signature.toString();
    }
    void whatATelephoneAdds_isASignature()
    {
        QFETCH(QString, signature);
        const ReplyParts parts = replyParts(QString(u"Oui, merci.\n\n"_s + signature));
        QCOMPARE(parts.visible, u"Oui, merci."_s);
        QCOMPARE(parts.signature, signature);
    }

    void whatWasSentFromAPlace_isText_data()
    {
        QTest::addColumn<QString>("body");
        QTest::newRow("parcel") << u"Bonjour,\nEnvoyé depuis Bouaké le 27 février, votre colis n'est pas là."_s;
        QTest::newRow("sent to me") << u"Bonjour,\nEnvoyé par erreur chez le voisin."_s;
        QTest::newRow("get") << u"Hello,\nget me a new one please"_s;
    }
    void whatWasSentFromAPlace_isText()
    {
        QFETCH(QString, body);
        QCOMPARE(replyParts(body).visible, body);
    }

    void cardUnderAClosingFormula_isASignature_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("card");
        const QString card = u"Koffi YAO\nResponsable achats\nTél : (+225) 27 21 25 10 10\nwww.sotra.example"_s;
        const auto row = [&card](const QString &closing) {
            QTest::newRow(qPrintable(closing)) << QString(u"Bien reçu.\n\n"_s + closing) << card;
        };
        row(u"Cordialement,"_s);
        row(u"Bien cordialement"_s);
        row(u"Cordialement / Best regards"_s);
        row(u"Merci d’avance."_s);
        row(u"Merci, bonne journée"_s);
        row(u"Veuillez agréer, Madame, l'expression de mes salutations distinguées."_s);
        row(u"Salutations cordiales"_s);
        row(u"D'avance merci."_s);
        row(u"Mit freundlichen Grüßen"_s);
        row(u"Saludos cordiales"_s);
        row(u"Cordiali saluti"_s);
        row(u"Atenciosamente,"_s);
        row(u"Met vriendelijke groet,"_s);
        row(u"Med vänliga hälsningar"_s);
        row(u"С уважением,"_s);
        QTest::newRow("blank lines within")
            << u"Bien reçu.\n\nCordialement"_s << u"Koffi YAO\n\nResponsable achats\n\n+225 27 21 25 10 10"_s;
        QTest::newRow("name and firm") << u"Bien reçu.\n\nCordialement"_s
                                       << u"Awa Koné | Achats\nTél. 07 58 00 12 12"_s;
        QTest::newRow("bold") << u"Bien reçu.\n\nCordialement"_s << u"*Koffi YAO*\nCel 07 58 00 12 12"_s;
    }
    void cardUnderAClosingFormula_isASignature()
    {
        QFETCH(QString, text);
        QFETCH(QString, card);
        for (const QString &quote : {QString(), u"\n\nLe 3 mars 2026 à 10:12, SAV <s@t.ci> a écrit :\n> Bonjour"_s}) {
            const ReplyParts parts = replyParts(QString(text + u"\n\n"_s + card + quote));
            QCOMPARE(parts.visible, text);
            QCOMPARE(parts.signature, card);
        }
    }

    void cardWithoutAFormula_isASignatureWhenItIsUnmistakable()
    {
        const QString card = u"Gina Kouamé\nCabinet Kouamé\ngina@kouame.example\nwww.kouame.example"_s;
        const ReplyParts parts = replyParts(QString(u"Le colis n'est pas là. Où est-il ?\n\n"_s + card));
        QCOMPARE(parts.visible, u"Le colis n'est pas là. Où est-il ?"_s);
        QCOMPARE(parts.signature, card);
    }

    void postscript_staysTextBelowTheCard()
    {
        const ReplyParts parts =
            replyParts(u"Reçu.\n\nCordialement\nHabib FOFANA\nTel: 27 22 48 90 13\n\nPS : la facture est fausse.");
        QCOMPARE(parts.visible, u"Reçu.\n\nCordialement\nPS : la facture est fausse."_s);
        QCOMPARE(parts.signature, u"Habib FOFANA\nTel: 27 22 48 90 13"_s);
    }

    void postscriptAboveTheCard_changesNothing()
    {
        const ReplyParts parts =
            replyParts(u"Reçu.\nNB : sonnez deux fois.\n\nCordialement\nHabib FOFANA\nTel: 27 22 48 90 13");
        QCOMPARE(parts.signature, u"Habib FOFANA\nTel: 27 22 48 90 13"_s);
    }

    void whatIsToldWithAnAddress_staysText_data()
    {
        QTest::addColumn<QString>("body");
        const auto row = [](const char *name, const QString &body) { QTest::newRow(name) << body; };
        row("name alone", u"Bien reçu.\n\nCordialement,\nKoffi Yao"_s);
        row("number alone", u"Passez demain.\n\nCordialement\n07 08 44 12 90"_s);
        row("announced", u"Voici l'adresse :\n\nKoffi Yao\nRue des Majorettes\nTél : 07 07 41 41 52"_s);
        row("announced after thanks", u"Bonjour,\nMerci de livrer à :\nKoffi Yao\nTél : 07 07 41 41 52"_s);
        row("nothing but it", u"Koffi Yao\nAngré 8e tranche\nTél : 07 07 41 41 52\nkoffi@yao.example"_s);
        row("followed by text", u"Bonsoir\n\nAwa Ouattara\nBietry\nTél 01 73 90 44 21\n\nc'est l'adresse du client"_s);
        row("letterhead", u"Agro SA\nZone 4C\nTél : 27 21 75 02 02\n\nMonsieur,\n\nveuillez livrer.\n\nJ.-P. ESSO"_s);
        row("a list", u"Merci\n\nToner TN-2420 : 3\nToner TN-2410 : 2\n07 08 44 12 90"_s);
    }
    void whatIsToldWithAnAddress_staysText()
    {
        QFETCH(QString, body);
        QCOMPARE(replyParts(body).visible, body);
    }

    void noticesOfACompany_areASignatureWhereverTheyStand_data()
    {
        QTest::addColumn<QString>("notice");
        for (const QStringView notice :
             {u"Ce message et ses pièces jointes sont confidentiels.\nSi vous l'avez reçu par erreur, détruisez-le.",
              u"Garanti sans virus. www.avast.com", u"Pensez à l'environnement avant d'imprimer ce message.",
              u"Afin de préserver l'environnement, n'imprimez ce courriel que si nécessaire.",
              u"L'absence de virus dans ce courrier électronique a été vérifiée par le logiciel antivirus Avast.",
              u"This email and any files are confidential and intended solely for the addressee."})
            QTest::newRow(qPrintable(notice.left(40).toString())) << notice.toString();
    }
    void noticesOfACompany_areASignatureWhereverTheyStand()
    {
        QFETCH(QString, notice);
        const QString quote = u"Le 3 mars 2026 à 10:12, SAV <s@t.ci> a écrit :\n> Bonjour"_s;
        const ReplyParts above = replyParts(QString(u"Oui.\n\n"_s + notice + u"\n\n"_s + quote));
        QCOMPARE(above.visible, u"Oui."_s);
        QCOMPARE(above.signature, notice);
        const ReplyParts below = replyParts(QString(u"Oui.\n\n"_s + quote + u"\n\n"_s + notice));
        QCOMPARE(below.visible, u"Oui."_s);
        QCOMPARE(below.signature, notice);
        QCOMPARE(below.quoted, quote);
    }

    void sentenceAboutAMessage_isNoNotice()
    {
        const QString body = u"Bonjour,\n\nCe message et le précédent sont restés sans réponse."_s;
        QCOMPARE(replyParts(body).visible, body);
    }

    void rulersRoundAPartOfTheText_signNothing()
    {
        const QString body = u"Bonjour,\n\n-----\n12/02 : reçue\n20/02 : rien\n-----\n\nQue faites-vous ?"_s;
        QCOMPARE(replyParts(body).visible, body);
        const ReplyParts signedToo = replyParts(QString(body + u"\n\n-- \nKoffi"_s));
        QCOMPARE(signedToo.visible, body);
        QCOMPARE(signedToo.signature, u"-- \nKoffi"_s);
    }

    void rulersRoundASignature_signAll()
    {
        const ReplyParts parts = replyParts(u"Oui.\n\n-----\nKoffi Yao\nDirecteur\n-----");
        QCOMPARE(parts.visible, u"Oui."_s);
        QCOMPARE(parts.signature, u"-----\nKoffi Yao\nDirecteur\n-----"_s);
    }
};

QTEST_GUILESS_MAIN(TestSignatureMarks)
#include "tst_signaturemarks.moc"
