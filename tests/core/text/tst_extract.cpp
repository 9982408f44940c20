// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/extract.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace akwaba;

class TestExtract : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aBeginning_holdsNoHalfLetter()
    {
        QCOMPARE(beginningOf(u"ab", 2), u"ab"_s);
        QCOMPARE(beginningOf(u"abc", 2), u"ab"_s);
        QCOMPARE(beginningOf(u"a\U0001F600", 2), u"a"_s);
        QCOMPARE(beginningOf(u"a\U0001F600", 3), u"a\U0001F600"_s);
        QCOMPARE(beginningOf(u"\U0001F600", 0), u""_s);
    }
    void extract_isOneLineOfWhatIsNew()
    {
        QCOMPARE(extractOf(
                     u"Bonjour,\r\n\r\nle toner\test vide.\n\nLe 3 mars 2026 à 10:00, Awa <a@b.ci> a écrit :\n> Merci"),
                 u"Bonjour, le toner est vide."_s);
    }
    void longText_isCutAtAWord()
    {
        QCOMPARE(extractOf(u"un deux trois quatre", 12), u"un deux…"_s);
        QCOMPARE(extractOf(u"un deux", 7), u"un deux"_s);
        QVERIFY(extractOf(QString(100'000, u'x'), 140).size() <= 140);
    }
    void cut_neverSplitsACharacter()
    {
        const QString smileys = u"😀😀😀😀😀😀"_s;
        for (qsizetype length = 1; length < smileys.size(); ++length) {
            const QString extract = extractOf(smileys, length);
            QVERIFY2(extract.isValidUtf16(), qPrintable(extract));
            QVERIFY(extract.size() <= length);
        }
    }
    void blankBody_hasAnEmptyExtract() { QCOMPARE(extractOf(u" \n\t\n"), QString()); }
};

QTEST_GUILESS_MAIN(TestExtract)
#include "tst_extract.moc"
