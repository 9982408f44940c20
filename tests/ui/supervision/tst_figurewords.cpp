// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/supervision/somefigures.h"
#include "ui/supervision/duechart.h"
#include "ui/supervision/figurewords.h"

#include <QTest>
#include <QTranslator>

#include <algorithm>

using namespace akwaba;

namespace {

TileText tile(const LiveFigures &figures, const QString &name)
{
    const QList<TileText> all = tilesOf(figures, figures.at);
    return *std::ranges::find(all, name, &TileText::name);
}

QStringList labels(const LiveFigures &figures)
{
    QStringList all;
    for (const ShareRow &row : sharesOf(figures))
        all.append(row.label.simplified());
    return all;
}

} // namespace

class TestFigureWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        QVERIFY(m_english.load(u":/akwaba/translations/akwaba_en"_s));
        QVERIFY(QCoreApplication::installTranslator(&m_english));
    }

    void eightTiles_eachSaysWhatItCounts()
    {
        QStringList said;
        for (const TileText &each : tilesOf(someFigures(), at(15, 20)))
            said.append(each.label + u": "_s + each.figure + (each.note.isEmpty() ? u""_s : u", "_s + each.note));
        QCOMPARE(said.join(u'\n').replace(QChar(0xA0), u' '),
                 u"Late: 3, oldest: since 14:15\nAt risk: 7, 4 without a draft\nUnassigned: 12, waiting since 14:38\n"
                 "Without first response: 9, next is due 16:10\nOpen escalations: 5, 1 step late\n"
                 "Promises of today: 6, next at 17:00\nAgents online: 3 / 4, 1 away\n"
                 "Calls answered in 30 s: 87 %, of 31 calls today"_s);
    }

    void whereNothingIs_nothingShouts()
    {
        LiveFigures calm;
        calm.at = at(15, 20);
        QCOMPARE(tile(calm, u"late"_s).color, Token::Text1);
        QCOMPARE(tile(calm, u"late"_s).note, u"nothing is late"_s);
        QCOMPARE(tile(calm, u"atRisk"_s).note, QString());
        QCOMPARE(tile(calm, u"phone"_s).figure, u"–"_s);
        QCOMPARE(tile(someFigures(), u"late"_s).color, Token::Breach);
    }

    void percentagesAreRoundedDown()
    {
        QCOMPARE(percentOf(899, 1000).simplified(), u"89 %"_s);
        QCOMPARE(percentOf(0, 0), u"–"_s);
        QVERIFY(!ShareRow({{}, 899, 1000}).isKept());
        QVERIFY(ShareRow({{}, 9, 10}).isKept());
    }

    void promisesAreNamedByChannelAndLength_thePhoneByItsCalls()
    {
        QCOMPARE(labels(someFigures()),
                 (QStringList{u"E-mail, 24 h"_s, u"Phone, 30 s"_s, u"Chat, 60 s"_s, u"Promised dates"_s,
                              u"Simple, resolved, 2 working days"_s, u"Complex, resolved, 7 working days"_s}));
        LiveFigures silent = someFigures();
        silent.phone = {};
        QCOMPARE(labels(silent).at(1), u"Phone, 60 s"_s);
    }

    void dueDatesAreStackedByTeam_theMostFirst()
    {
        const DueColumns due = dueColumnsOf(someFigures(), somePeople());
        QCOMPARE(due.series, (QStringList{u"Support N1"_s, u"Technique N2"_s, u"Facturation"_s}));
        QCOMPARE(due.columns.size(), 19);
        QCOMPARE(due.columns.constFirst(), (HourColumn{at(15), {3, 1, 1}}));
        QCOMPARE(due.columns.at(3), (HourColumn{at(8, 0, 1), {9, 3, 0}}));
    }

    void manyTeams_areFourSeries()
    {
        LiveFigures figures = someFigures();
        figures.hours +=
            {{at(16), TeamId{u"e-Logistique"_s}, 2}, {at(16), TeamId{u"e-Direction"_s}, 1}, {at(16), {}, 1}};
        const DueColumns due = dueColumnsOf(figures, somePeople());
        QCOMPARE(due.series, (QStringList{u"Support N1"_s, u"Technique N2"_s, u"Logistique"_s, u"Other teams"_s}));
        QCOMPARE(due.columns.at(1).counts, (QList<qint64>{0, 0, 2, 2}));
        QCOMPARE(due.columns.at(0).counts, (QList<qint64>{3, 1, 0, 1}));
    }

    void scalesEndOnARoundNumber_data()
    {
        QTest::addColumn<qint64>("highest");
        QTest::addColumn<qint64>("top");
        QTest::newRow("nothing") << qint64{0} << qint64{4};
        QTest::newRow("a few") << qint64{5} << qint64{8};
        QTest::newRow("exactly") << qint64{12} << qint64{12};
        QTest::newRow("more") << qint64{13} << qint64{16};
        QTest::newRow("many") << qint64{12'001} << qint64{16'000};
    }
    void scalesEndOnARoundNumber()
    {
        QFETCH(const qint64, highest);
        QTEST(roundTop(highest), "top");
    }

private:
    QTranslator m_english;
};

QTEST_GUILESS_MAIN(TestFigureWords)
#include "tst_figurewords.moc"
