// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/cardnumbers.h"

#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;

// All numbers here are the public test numbers of issuers and processors, or made up around their check digits.
class TestCardNumbers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aCardNumber_isMaskedButForItsLastFourDigits_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("masked");
        QTest::newRow("Visa") << u"Carte 4242424242424242."_s << u"Carte ************4242."_s;
        QTest::newRow("Visa of 13 digits") << u"4222222222222"_s << u"*********2222"_s;
        QTest::newRow("American Express") << u"378282246310005"_s << u"***********0005"_s;
        QTest::newRow("as embossed") << u"3782 822463 10005"_s << u"**** ****** *0005"_s;
        QTest::newRow("Diners Club") << u"30569309025904"_s << u"**********5904"_s;
        QTest::newRow("Verve of 16 digits") << u"5060990580000212"_s << u"************0212"_s;
        QTest::newRow("hyphens") << u"5555-5555-5555-4444"_s << u"****-****-****-4444"_s;
        QTest::newRow("dots") << u"5555.5555.5555.4444"_s << u"****.****.****.4444"_s;
        QTest::newRow("wide hyphens") << u"5555 – 5555 – 5555 – 4444"_s << u"**** – **** – **** – 4444"_s;
        QTest::newRow("unbreakable spaces")
            << u"4242\u00A04242\u202F4242\u20094242"_s << u"****\u00A0****\u202F****\u20094242"_s;
        QTest::newRow("odd groups") << u"42424 24242 424242"_s << u"***** ***** **4242"_s;
        QTest::newRow("zero-width spaces") << u"42424242\u200B42424242"_s << u"********\u200B****4242"_s;
        QTest::newRow("wide digits") << u"４２４２４２４２４２４２４２４２"_s << u"************４２４２"_s;
        QTest::newRow("Arabic digits") << u"٤٢٤٢٤٢٤٢٤٢٤٢٤٢٤٢"_s << u"************٤٢٤٢"_s;
        QTest::newRow("on two lines") << u"4242 4242\n4242 4242"_s << u"**** ****\n**** 4242"_s;
        QTest::newRow("quoted on two lines") << u"> 4242 4242\r\n> 4242 4242"_s << u"> **** ****\r\n> **** 4242"_s;
        QTest::newRow("glued to a word") << u"CB4242424242424242exp"_s << u"CB************4242exp"_s;
        QTest::newRow("with its end date") << u"4242 4242 4242 4242 12 29 123"_s << u"**** **** **** 4242 12 29 123"_s;
        QTest::newRow("behind a number") << u"2 4242 4242 4242 4242"_s << u"2 **** **** **** 4242"_s;
        QTest::newRow("two side by side")
            << u"4242424242424242 6011111111111117"_s << u"************4242 ************1117"_s;
        QTest::newRow("in an address of the web")
            << u"https://x.ci/pay?pan=4242424242424242&cvc=1"_s << u"https://x.ci/pay?pan=************4242&cvc=1"_s;
        QTest::newRow("near an order") << u"Commande 2026-0457 payée par 4242424242424242"_s
                                       << u"Commande 2026-0457 payée par ************4242"_s;
    }
    void aCardNumber_isMaskedButForItsLastFourDigits()
    {
        QFETCH(QString, text);
        QFETCH(QString, masked);
        QCOMPARE(withoutCardNumbers(text), masked);
        QCOMPARE(withoutCardNumbers(masked), masked);
    }

    void whatOnlyLooksLikeACard_staysAsItIs_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("wrong check digit") << u"4242424242424241"_s;
        QTest::newRow("no issuer") << u"9111111111111110"_s;
        QTest::newRow("wrong length for its issuer") << u"5555555555555557"_s.first(15) + u'4';
        QTest::newRow("part of a longer number") << u"142424242424242424299"_s;
        QTest::newRow("telephone") << u"+4912345678009"_s;
        QTest::newRow("bar code") << u"4960999000046"_s;
        QTest::newRow("IBAN") << u"DE35 4000 0044 4242 4242 42"_s;
        QTest::newRow("tracking number") << u"Numéro de suivi : 4242424242424242"_s;
        QTest::newRow("tracking in English") << u"tracking number 4242424242424242"_s;
        QTest::newRow("serial number") << u"n° de série 4242 4242 4242 4242"_s;
        QTest::newRow("SIRET") << u"SIRET 30326504500003"_s;
        QTest::newRow("SIRET in groups") << u"303 265 045 00003"_s;
        QTest::newRow("Message-ID") << u"<4242424242424242@mail.ci>"_s;
        QTest::newRow("Message-ID with more") << u"<4242424242424242.x-7@mail.ci>"_s;
        QTest::newRow("UUID") << u"42424242-4242-4242-4242-550e84004242"_s;
        QTest::newRow("digest") << u"a4242424242424242bcdef0123456789"_s;
        QTest::newRow("already masked") << u"**** **** **** 4242"_s;
        QTest::newRow("telephones of Abidjan") << u"07 07 48 12 11 / 05 06 07 08 09"_s;
        QTest::newRow("amounts on lines") << u"4242\n4242\n4242\n4241"_s;
        QTest::newRow("empty") << QString();
    }
    void whatOnlyLooksLikeACard_staysAsItIs()
    {
        QFETCH(QString, text);
        QCOMPARE(withoutCardNumbers(text), text);
    }

    void whatIsFound_isSaidByItsPlace()
    {
        const QList<CardNumber> cards = cardNumbersIn(u"CB 5555-5555-5555-4444 et 4242424242424242");
        QCOMPARE(cards.size(), 2);
        QCOMPARE(cards[0].start, 3);
        QCOMPARE(cards[0].end, 22);
        QCOMPARE(cards[0].last4, u"4444"_s);
        QCOMPARE(cards[1].digits.size(), 16);
    }

    void inALongTableOfNumbers_aCardIsFoundWhereverItStands()
    {
        for (int before = 225; before < 262; ++before) {
            const QString text = u"7 "_s.repeated(before) + u"4242 4242 4242 4242"_s + u" 7"_s.repeated(30);
            QCOMPARE(cardNumbersIn(text).size(), 1);
            QVERIFY(!withoutCardNumbers(text).contains(u"4242 4242"));
        }
    }

    void whatMaskingLeaves_isNoCardEither()
    {
        const QString text = u"4242 "_s.repeated(7);
        QVERIFY(cardNumbersIn(withoutCardNumbers(text)).isEmpty());
        QVERIFY(cardNumbersInHtml(htmlWithoutCardNumbers(text)).isEmpty());
    }

    void markup_hidesNoCard_data()
    {
        QTest::addColumn<QString>("html");
        QTest::addColumn<QString>("masked");
        QTest::newRow("plain") << u"<p>4242 4242 4242 4242</p>"_s << u"<p>**** **** **** 4242</p>"_s;
        QTest::newRow("across tags") << u"<b>4242</b>4242<i>4242</i>4242"_s << u"<b>****</b>****<i>****</i>4242"_s;
        QTest::newRow("in cells") << u"<td>4242</td> <td>4242</td><td>4242</td><td>4242</td>"_s
                                  << u"<td>****</td> <td>****</td><td>****</td><td>4242</td>"_s;
        QTest::newRow("references") << u"&#52;242&nbsp;4242&#x20;4242 42&#052;2"_s
                                    << u"****&nbsp;****&#x20;**** 42&#052;2"_s;
        QTest::newRow("references without an end") << u"&#52242424242424242"_s << u"&#52242424242424242"_s;
        QTest::newRow("attribute") << u"<a href=\"x?pan=4242424242424242\" title='5555-5555-5555-4444'>x</a>"_s
                                   << u"<a href=\"x?pan=************4242\" title='****-****-****-4444'>x</a>"_s;
        QTest::newRow("comment") << u"<!-- 4242424242424242 -->x"_s << u"<!-- ************4242 -->x"_s;
        QTest::newRow("comment without an end") << u"x<!-- 4242424242424242"_s << u"x<!-- ************4242"_s;
        QTest::newRow("comment in between") << u"4242<!-- x -->424242424242"_s << u"****<!-- x -->********4242"_s;
        QTest::newRow("script") << u"<script>var p=\"4242424242424242\"</script>"_s
                                << u"<script>var p=\"************4242\"</script>"_s;
        QTest::newRow("quote without an end")
            << u"<a href=\"4242424242424242>4242424242424242"_s << u"<a href=\"************4242>************4242"_s;
        QTest::newRow("lines of the source")
            << u"4242\n      4242\r\n 4242\t4242"_s << u"****\n      ****\r\n ****\t4242"_s;
        QTest::newRow("no card") << u"<p>4242 4242 4242 4241 &lt;4242424242424242@x&gt;</p>"_s
                                 << u"<p>4242 4242 4242 4241 &lt;4242424242424242@x&gt;</p>"_s;
        QTest::newRow("nothing but a bracket") << u"a < 4242424242424242"_s << u"a < ************4242"_s;
    }
    void markup_hidesNoCard()
    {
        QFETCH(QString, html);
        QFETCH(QString, masked);
        QCOMPARE(htmlWithoutCardNumbers(html), masked);
        QCOMPARE(htmlWithoutCardNumbers(masked), masked);
    }
};

QTEST_GUILESS_MAIN(TestCardNumbers)
#include "tst_cardnumbers.moc"
