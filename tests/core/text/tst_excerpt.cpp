// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/excerpt.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace akwaba;

class TestExcerpt : public QObject {
    Q_OBJECT

private:
    /// The excerpt with what is marked in brackets.
    [[nodiscard]] static QString shown(const QString &text, const QString &typed, qsizetype most = 60)
    {
        const Excerpt excerpt = excerptAround(text, searchTerms(typed), most);
        QString line;
        qsizetype at = 0;
        for (const TextSpan &mark : excerpt.marks) {
            line += excerpt.text.sliced(at, mark.from - at) + u'[' + excerpt.text.sliced(mark.from, mark.length) + u']';
            at = mark.from + mark.length;
        }
        return line + excerpt.text.sliced(at);
    }

private Q_SLOTS:
    void whatWasLookedFor_isMarked_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("line");
        QTest::newRow("a word") << u"Le toner fuit"_s << u"toner "_s << u"Le [toner] fuit"_s;
        QTest::newRow("accents and case") << u"Été, ÉTÉ et ete"_s << u"été "_s << u"[Été], [ÉTÉ] et [ete]"_s;
        QTest::newRow("a beginning") << u"Les cartouches"_s << u"cart"_s << u"Les [cartouches]"_s;
        QTest::newRow("no beginning of a whole word") << u"Les cartouches"_s << u"cart "_s << u"Les cartouches"_s;
        QTest::newRow("ligatures") << u"Le cœur bat"_s << u"coeur "_s << u"Le [cœur] bat"_s;
        QTest::newRow("a phrase") << u"noir et toner noir"_s << u"\"toner noir\""_s << u"noir et [toner noir]"_s;
        QTest::newRow("a reference") << u"Le TN-2410, le TN"_s << u"tn-2410 "_s << u"Le [TN-2410], le TN"_s;
        QTest::newRow("not what is not wanted") << u"toner noir"_s << u"toner -noir"_s << u"[toner] noir"_s;
        QTest::newRow("lines become one") << u"Le\n\n  toner\tfuit"_s << u"toner "_s << u"Le [toner] fuit"_s;
        QTest::newRow("nothing found") << u"Bonjour"_s << u"toner"_s << u"Bonjour"_s;
        QTest::newRow("nothing at all") << u""_s << u"toner"_s << u""_s;
    }
    void whatWasLookedFor_isMarked()
    {
        QFETCH(QString, text);
        QFETCH(QString, typed);
        QTEST(shown(text, typed), "line");
    }

    void aLongText_isCutAroundIt()
    {
        const QString before = u"mot "_s.repeated(100);
        const QString after = u" suite"_s.repeated(100);
        const QString line = shown(before + u"toner"_s + after, u"toner "_s);
        QVERIFY2(line.startsWith(u"… mot") && line.endsWith(u"suite …") && line.contains(u"[toner]"), qPrintable(line));
        QVERIFY2(line.size() <= 60 + 6, qPrintable(line));
    }

    void littleStandsBeforeIt_whereAListHasNoRoom()
    {
        const QString line = shown(u"mot "_s.repeated(10) + u"toner"_s, u"toner "_s);
        QVERIFY2(line.endsWith(u"[toner]") && line.size() < 30, qPrintable(line));
    }

    void aWordWithoutEnd_isCutWithoutHarm()
    {
        const QString endless(10'000, u'a');
        QVERIFY(excerptAround(endless, searchTerms(u"aaa"), 60).text.size() <= 64);
        const QString emoji = u"😀"_s.repeated(1000);
        const Excerpt cut = excerptAround(emoji, {}, 61);
        QVERIFY(!cut.text.at(cut.text.size() - 3).isHighSurrogate());
    }
};

QTEST_GUILESS_MAIN(TestExcerpt)
#include "tst_excerpt.moc"
