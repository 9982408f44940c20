// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/french.h"

#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace akwaba;

class TestFrench : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void spaces_holdWhatBelongsTogether_data()
    {
        // "_" stands for a no-break space.
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("shown");
        QTest::newRow("marks") << u"Bonjour ! Quoi : ceci ; vraiment ?"_s << u"Bonjour_! Quoi_: ceci_; vraiment_?"_s;
        QTest::newRow("quotes") << u"« oui »"_s << u"«_oui_»"_s;
        QTest::newRow("percent") << u"90 % résolus"_s << u"90_% résolus"_s;
        QTest::newRow("gap to be filled") << u"données de %1, %2 %"_s << u"données de %1, %2_%"_s;
        QTest::newRow("number sign") << u"commande n° 4512"_s << u"commande n°_4512"_s;
        QTest::newRow("degree is not a number sign") << u"20° dehors"_s << u"20° dehors"_s;
        QTest::newRow("inside a number") << u"12 500 FCFA"_s << u"12_500_FCFA"_s;
        QTest::newRow("two numbers") << u"le 12 2026 fois"_s << u"le 12 2026 fois"_s;
        QTest::newRow("units") << u"1 h 40 min"_s << u"1_h 40_min"_s;
        QTest::newRow("word that begins like a unit") << u"3 mois 2 hommes"_s << u"3 mois 2 hommes"_s;
        QTest::newRow("nothing is added") << u"10:30 https://a.ci?x"_s << u"10:30 https://a.ci?x"_s;
        QTest::newRow("space at the end") << u"fin "_s << u"fin "_s;
    }
    void spaces_holdWhatBelongsTogether()
    {
        QFETCH(QString, written);
        QFETCH(QString, shown);
        QCOMPARE(withFrenchSpaces(written).replace(QChar(noBreakSpace), u'_'), shown);
    }

    void amounts_followTheirCurrency_data()
    {
        QTest::addColumn<qint64>("value");
        QTest::addColumn<QString>("currency");
        QTest::addColumn<QString>("french");
        QTest::addColumn<QString>("english");
        QTest::newRow("xof") << qint64(12500) << u"XOF"_s << u"12_500_FCFA"_s << u"12,500_FCFA"_s;
        QTest::newRow("small") << qint64(500) << u"XOF"_s << u"500_FCFA"_s << u"500_FCFA"_s;
        QTest::newRow("millions") << qint64(1234567) << u"XOF"_s << u"1_234_567_FCFA"_s << u"1,234,567_FCFA"_s;
        QTest::newRow("cents") << qint64(1905) << u"EUR"_s << u"19,05_€"_s << u"19.05_EUR"_s;
        QTest::newRow("refund") << qint64(-4550) << u"EUR"_s << u"-45,50_€"_s << u"-45.50_EUR"_s;
        QTest::newRow("unknown code") << qint64(100) << u"GBP"_s << u"1,00_GBP"_s << u"1.00_GBP"_s;
        QTest::newRow("smallest integer")
            << std::numeric_limits<qint64>::min() << u"XOF"_s << u"-9_223_372_036_854_775_808_FCFA"_s
            << u"-9,223,372,036,854,775,808_FCFA"_s;
    }
    void amounts_followTheirCurrency()
    {
        QFETCH(qint64, value);
        QFETCH(QString, currency);
        QFETCH(QString, french);
        QFETCH(QString, english);
        QCOMPARE(frenchAmount(value, currency).replace(QChar(noBreakSpace), u'_'), french);
        QCOMPARE(englishAmount(value, currency).replace(QChar(noBreakSpace), u'_'), english);
    }

    void orderNumbers_doNotBreak() { QCOMPARE(unbreakableNumber(u"CMD-2026-118"), u"CMD\u20112026\u2011118"_s); }
};

QTEST_GUILESS_MAIN(TestFrench)
#include "tst_french.moc"
