// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/quantities.h"

#include <QLocale>
#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;

namespace {

QDateTime at(int day, int hour, int minute, int month = 11, int year = 2026)
{
    return QDateTime(QDate(year, month, day), QTime(hour, minute), Qt::UTC);
}

QString plain(QString text) { return text.replace(QChar(0xA0), u' '); }

void speak(QLocale::Language language) { QLocale::setDefault(QLocale(language)); }

} // namespace

class TestQuantities : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { speak(QLocale::French); }

    void ages_areShort_data()
    {
        QTest::addColumn<QDateTime>("then");
        QTest::addColumn<QString>("french");
        QTest::addColumn<QString>("english");
        QTest::newRow("now") << at(17, 15, 20) << u"1 min"_s << u"1 min"_s;
        QTest::newRow("future, by a wrong clock") << at(17, 16, 0) << u"1 min"_s << u"1 min"_s;
        QTest::newRow("minutes") << at(17, 15, 0) << u"20 min"_s << u"20 min"_s;
        QTest::newRow("59 minutes") << at(17, 14, 21) << u"59 min"_s << u"59 min"_s;
        QTest::newRow("hours") << at(17, 12, 20) << u"3 h"_s << u"3 h"_s;
        QTest::newRow("early today") << at(17, 0, 10) << u"15 h"_s << u"15 h"_s;
        QTest::newRow("yesterday") << at(16, 23, 0) << u"yest."_s << u"yest."_s;
        QTest::newRow("this week") << at(13, 10, 0) << u"ven."_s << u"Fri"_s;
        QTest::newRow("a week") << at(9, 10, 0) << u"9 nov."_s << u"9 Nov"_s;
        QTest::newRow("last year") << at(9, 10, 0, 11, 2025) << u"nov. 2025"_s << u"Nov 2025"_s;
    }

    void ages_areShort()
    {
        QFETCH(QDateTime, then);
        QTEST(plain(age(then, at(17, 15, 20))), "french");
        speak(QLocale::English);
        QTEST(plain(age(then, at(17, 15, 20))), "english");
    }

    void justBeforeMidnight_isHoursAgo_notYesterday() { QCOMPARE(plain(age(at(16, 23, 0), at(17, 1, 30))), u"2 h"_s); }

    void noInstant_hasNoAge() { QCOMPARE(age({}, at(17, 15, 20)), QString()); }

    void moments_getLonger_withDistance()
    {
        const QDateTime now = at(17, 15, 20);
        QCOMPARE(plain(moment(at(17, 15, 0), now)), u"15:00"_s);
        QCOMPARE(plain(moment(at(16, 14, 20), now)), u"lun. 14:20"_s);
        QCOMPARE(plain(moment(at(9, 14, 20), now)), u"9 nov. 14:20"_s);
        QCOMPARE(plain(moment(at(9, 14, 20, 11, 2025), now)), u"9 nov. 2025 14:20"_s);
        QCOMPARE(dayTitle(QDate(2026, 11, 16), QDate(2026, 11, 17)), u"lundi 16 novembre"_s);
        QCOMPARE(monthAndYear(QDate(2023, 3, 4)), u"mars 2023"_s);
    }

    void sizes_useTheDecimalPointOfTheLanguage()
    {
        QCOMPARE(plain(fileSize(1'234'000)), u"1,2 MB"_s);
        QCOMPARE(plain(fileSize(240'400)), u"240 kB"_s);
        QCOMPARE(plain(fileSize(999'999)), u"1,0 MB"_s);
        QCOMPARE(plain(fileSize(0)), u"0 B"_s);
        speak(QLocale::English);
        QCOMPARE(plain(fileSize(25'000'000)), u"25 MB"_s);
        QCOMPARE(plain(fileSize(1'234'000)), u"1.2 MB"_s);
    }

    void amounts_areWholeFrancs()
    {
        QCOMPARE(plain(amount({76000, u"XOF"_s})), u"76 000 FCFA"_s);
        speak(QLocale::English);
        QCOMPARE(plain(amount({76000, u"XOF"_s})), u"76,000 FCFA"_s);
    }

    void callDurations_showTwoUnits()
    {
        QCOMPARE(plain(duration(45)), u"45 s"_s);
        QCOMPARE(plain(duration(245)), u"4 min 05 s"_s);
        QCOMPARE(plain(duration(3720)), u"1 h 02 min"_s);
    }
};

QTEST_GUILESS_MAIN(TestQuantities)
#include "tst_quantities.moc"
