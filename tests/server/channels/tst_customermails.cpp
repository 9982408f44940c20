// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/channels/email/parsemail.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace akwaba;
using namespace akwaba::mail;

namespace {

/// One mail that a customer could have written. Many of their words are those of robots: parcels are returned, could
/// not be delivered, nobody was at home, an automatic reply is complained about.
struct Letter {
    QString subject;
    QString text;
};

const QList<Letter> &letters()
{
    static const QList<Letter> all{
        {u"Toner TN-2410 vide"_s, u"Bonjour,\nle toner est vide après 50 pages. Merci de le remplacer."_s},
        {u"Colis non distribué"_s, u"Le livreur dit que le colis n'a pas pu être livré. J'étais pourtant là."_s},
        {u"Retour de ma commande"_s, u"Je vous retourne la cartouche, elle ne va pas dans mon imprimante."_s},
        {u"Absence de réponse"_s, u"Je vous ai écrit trois fois et je ne reçois que des réponses automatiques !"_s},
        {u"Votre réponse automatique"_s, u"Votre réponse automatique dit 24 h. Cela fait une semaine."_s},
        {u"Je suis absent du bureau mardi"_s, u"Livrez plutôt mercredi, je suis absent du bureau mardi."_s},
        {u"Échec du paiement"_s, u"Le paiement par carte échoue avec une erreur 550. Que faire ?"_s},
        {u"Adresse inconnue"_s, u"Le transporteur écrit « adresse inconnue ». Voici mon adresse : Cocody, rue L125."_s},
        {u"Message pour le service comptable"_s, u"Ma facture A-4457 est fausse, la TVA est comptée deux fois."_s},
        {u"Erreur 5.1.1 sur l'imprimante"_s, u"L'écran affiche 5.1.1 puis s'éteint. Est-ce la cartouche ?"_s},
        {u"Suspension de mon compte"_s, u"Pourquoi mon compte est-il suspendu ? J'ai payé."_s},
        {u"Liste de prix"_s, u"Envoyez-moi la liste de prix des toners compatibles HP."_s},
        {u""_s, u"bonjour c est pour savoir si vous avez le 17A"_s},
        {u"URGENT !!!"_s, u"Le toner a fui dans l'imprimante, tout est noir. Répondez SVP"_s},
        {u"Toner empty after a week"_s, u"Hello,\nthe cartridge you sent is empty already. Please replace it."_s},
        {u"Parcel could not be delivered"_s,
         u"The courier says it could not be delivered, user unknown. I live there!"_s},
        {u"Delivery failure again"_s, u"This is the second delivery failure of order 2026-0457. Where is it?"_s},
        {u"Returned mail"_s, u"I returned by mail the toner that leaked. When do I get my money back?"_s},
        {u"Your automatic reply"_s, u"I got an automatic reply two weeks ago and nothing since."_s},
        {u"I am out of town on Friday"_s, u"Please deliver on Monday, I am out of the office on Friday."_s},
        {u"Failed payment"_s, u"Payment failed: 451 4.3.0 try again later. I did, it says the same."_s},
        {u"Mailbox full?"_s, u"Is your mailbox is full or why do you not answer?"_s},
        {u"Unsubscribe"_s, u"Please take me off your mailing list, and answer my question about the drum."_s},
        {u"Warranty of a drum unit"_s, u"How long is the warranty of a DR-2400? Mine made 4000 pages."_s},
        {u"Complaint"_s, u"This is a complaint about your driver, who was rude to my wife."_s},
    };
    return all;
}

const QByteArrayList &senders()
{
    static const QByteArrayList all{"Awa Koné <awa.kone@example.ci>", "=?utf-8?Q?Fatou_Bamb=C3=A1?= <fatou@example.ci>",
                                    "\"Auto-Ecole Yao\" <auto-ecole@example.ci>", "no.kone@example.com",
                                    "Daemon Kouassi <daemon.kouassi@example.ci>"};
    return all;
}

/// What stands above and below, as the programs of customers add it.
struct Program {
    QByteArray headers;
    QString quote;
};

const QList<Program> &programs()
{
    static const QList<Program> all{
        {"Return-Path: <x@example.ci>\r\nX-Mailer: Microsoft Outlook 16.0\r\n", {}},
        {"X-Mailer: iPhone Mail (21A329)\r\nX-Priority: 1\r\n", u"\n\nEnvoyé de mon iPhone"_s},
        {"Auto-Submitted: no\r\nIn-Reply-To: <m01@shop.ci>\r\n",
         u"\n\nLe 3 mars 2026 à 10:12, SAV <sav@shop.ci> a écrit :\n> Ceci est une réponse automatique."_s},
        {"X-Auto-Response-Suppress: OOF\r\nThread-Topic: Toner\r\n",
         u"\n\n-----Message d'origine-----\nDe : MAILER-DAEMON@example.ci\nObjet : Undelivered Mail Returned to "
         u"Sender\n\n"
         "550 5.1.1 user unknown"_s},
    };
    return all;
}

QByteArray mailOf(const Letter &letter, const QByteArray &sender, const Program &program, int number)
{
    return program.headers + "From: " + sender + "\r\nTo: SAV <sav@shop.ci>\r\nSubject: =?utf-8?B?"
        + letter.subject.toUtf8().toBase64() + "?=\r\nDate: Tue, 3 Mar 2026 10:12:00 +0000\r\nMessage-ID: <"
        + QByteArray::number(number) + "@example.ci>\r\nMIME-Version: 1.0\r\n"
        + "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + QString(letter.text + program.quote).toUtf8().toBase64() + "\r\n";
}

} // namespace

/// 500 mails of customers, French and English: none of them may be taken for one of a robot.
class TestCustomerMails : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aCustomer_isNeverTakenForARobot()
    {
        QSet<QByteArray> mails;
        for (const Letter &letter : letters()) {
            for (const QByteArray &sender : senders()) {
                for (const Program &program : programs()) {
                    const QByteArray raw = mailOf(letter, sender, program, int(mails.size()));
                    mails.insert(raw);
                    const auto mail = parseMail(raw);
                    QVERIFY(mail);
                    QVERIFY2(mail->mailClass == MailClass::Normal, raw.constData());
                    QVERIFY(mail->text.startsWith(letter.text.left(10)));
                }
            }
        }
        QCOMPARE(mails.size(), 500);
    }
};

QTEST_GUILESS_MAIN(TestCustomerMails)
#include "tst_customermails.moc"
