// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/fold.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace akwaba;

class TestFold : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneWord_hasOneForm_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("searched");
        QTest::newRow("case") << u"TONER"_s << u"toner"_s;
        QTest::newRow("accents") << u"Réclamation reçue à l'été"_s << u"reclamation recue a l'ete"_s;
        QTest::newRow("accents written as marks") << u"e\u0301te\u0301"_s << u"ete"_s;
        QTest::newRow("ligature oe") << u"CŒUR cœur"_s << u"coeur coeur"_s;
        QTest::newRow("ligature fi of a PDF") << u"ﬁchier"_s << u"fichier"_s;
        QTest::newRow("sharp s") << u"Straße"_s << u"strasse"_s;
        QTest::newRow("Turkish i") << u"İstanbul ısı"_s << u"istanbul isi"_s;
        QTest::newRow("Nordic") << u"Søren Ærø Đorđe Łódź"_s << u"soren aero dorde lodz"_s;
        QTest::newRow("typographic apostrophe") << u"l’imprimante"_s << u"l'imprimante"_s;
        QTest::newRow("no-break space and hyphen") << u"12\u00A0500 FCFA A\u201110482"_s << u"12 500 fcfa a-10482"_s;
        QTest::newRow("soft hyphen, zero width") << u"im\u00ADpri\u200Bmante"_s << u"imprimante"_s;
        QTest::newRow("full width") << u"ＴＮ－２４２"_s << u"tn-242"_s;
        QTest::newRow("Greek accents") << u"Άλφα"_s << u"αλφα"_s;
        QTest::newRow("Arabic vowel points") << u"\u0643\u064E\u062A\u064E\u0628"_s << u"\u0643\u062A\u0628"_s;
        QTest::newRow("empty") << u""_s << u""_s;
    }
    void oneWord_hasOneForm()
    {
        QFETCH(QString, written);
        QFETCH(QString, searched);
        QCOMPARE(folded(written), searched);
        QCOMPARE(folded(searched), searched);
    }

    void marksThatAreLetters_stay()
    {
        QVERIFY(folded(u"हिन्दी") != folded(u"हनद"));
        QVERIFY(folded(u"か") != folded(u"が"));
        QVERIFY(folded(u"กา") != folded(u"กุ"));
    }

    void brokenText_isFoldedWithoutHarm()
    {
        const QString loneSurrogate = u"a"_s + QChar(0xD800) + u"É"_s;
        QCOMPARE(folded(loneSurrogate).size(), 3);
        QVERIFY(folded(loneSurrogate).endsWith(u'e'));
    }
};

QTEST_GUILESS_MAIN(TestFold)
#include "tst_fold.moc"
