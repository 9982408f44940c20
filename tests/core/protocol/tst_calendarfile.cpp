// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/calendarfile.h"

#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;

class TestCalendarFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyMember_isRead()
    {
        const auto calendar =
            readSchedule(R"({"zone": "Europe/Paris", "weekly": {"mon": [["08:00", "12:00"], ["14:00", "24:00"]],
                             "sun": []}, "holidays": ["2026-12-25"], "overrides": {"2026-12-24": [["08:30", "12:00"]],
                             "2026-12-26": []}, "breaks": {"2026-12-28": [["10:00", "10:15"]]}})");
        QVERIFY2(calendar, qPrintable(calendar ? QString() : calendar.error().detail));
        QCOMPARE(calendar->zone, QTimeZone("Europe/Paris"));
        QCOMPARE(calendar->weekly.at(0), (QList<sla::Hours>{{480, 720}, {840, 1440}}));
        QCOMPARE(calendar->weekly.at(6), QList<sla::Hours>());
        QCOMPARE(calendar->holidays, QSet<QDate>{QDate(2026, 12, 25)});
        QCOMPARE(calendar->overrides.size(), 2);
        QCOMPARE(calendar->overrides.value(QDate(2026, 12, 24)), (QList<sla::Hours>{{510, 720}}));
        QCOMPARE(calendar->breaks.value(QDate(2026, 12, 28)), (QList<sla::Hours>{{600, 615}}));
    }

    void whatIsWrong_isToldWithItsPlace_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("why");
        const QByteArray fine = R"({"zone":"UTC","weekly":{"mon":[["08:00","12:00"]]})";
        const auto week = [](const QByteArray &days) -> QByteArray {
            return QByteArray(R"({"zone":"UTC","weekly":)").append(days).append('}');
        };
        const auto with = [&fine](const QByteArray &more) -> QByteArray {
            return QByteArray(fine).append(',').append(more).append('}');
        };
        QTest::newRow("no JSON") << QByteArray("{\n\"zone\": \"UTC\",\nweekly\n}") << u"line 3: "_s;
        QTest::newRow("a list") << QByteArray("[]") << u"line 1: wants an object"_s;
        QTest::newRow("no zone") << QByteArray(R"({"weekly":{"mon":[["08:00","12:00"]]}})") << u"zone: \"\" is no"_s;
        QTest::newRow("zone") << QByteArray(R"({"zone":"Abidjan","weekly":{"mon":[["08:00","12:00"]]}})")
                              << u"zone: \"Abidjan\" is no time zone"_s;
        QTest::newRow("a place that is none")
            << QByteArray(R"({"zone":"Africa/Atlantis","weekly":{"mon":[["08:00","12:00"]]}})")
            << u"zone: \"Africa/Atlantis\" is no time zone"_s;
        QTest::newRow("no week") << QByteArray(R"({"zone":"UTC"})") << u"weekly: is missing"_s;
        QTest::newRow("never open") << week(R"({"mon":[]})") << u"weekly: is never open"_s;
        QTest::newRow("weekday") << week(R"({"lun":[["08:00","12:00"]]})") << u"weekly: \"lun\" is none"_s;
        QTest::newRow("no list") << week(R"({"mon":"08:00"})") << u"weekly.mon: wants a list"_s;
        QTest::newRow("one time") << week(R"({"mon":[["08:00"]]})") << u"weekly.mon[0]: wants two times"_s;
        QTest::newRow("short") << week(R"({"mon":[["08:00","12:00"],["2:00","3:00"]]})")
                               << u"weekly.mon[1]: \"2:00\" is no time"_s;
        QTest::newRow("late") << week(R"({"mon":[["08:00","24:01"]]})") << u"weekly.mon[0]: \"24:01\" is no time"_s;
        QTest::newRow("minutes") << week(R"({"mon":[["08:60","12:00"]]})") << u"weekly.mon[0]: \"08:60\" is no time"_s;
        QTest::newRow("a number") << week(R"({"mon":[[8,12]]})") << u"weekly.mon[0]: \"8\" is no time"_s;
        QTest::newRow("a night") << week(R"({"mon":[["22:00","06:00"]]})") << u"weekly.mon[0]: ends before"_s;
        QTest::newRow("holiday") << with(R"("holidays":["2026-12-25","2026-02-30"])")
                                 << u"holidays[1]: \"2026-02-30\" is no day"_s;
        QTest::newRow("override") << with(R"("overrides":{"2026-12-24":[["8","9"]]})")
                                  << u"overrides.2026-12-24[0]: \"8\" is no time"_s;
        QTest::newRow("day of a break") << with(R"("breaks":{"noël":[]})") << u"breaks: \"noël\" is no day"_s;
        QTest::newRow("another member") << with(R"("feiertage":[])") << u"feiertage: is none of"_s;
    }
    void whatIsWrong_isToldWithItsPlace()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, why);
        const auto calendar = readSchedule(content);
        QVERIFY(!calendar);
        QCOMPARE(calendar.error().code, Code::BadInput);
        QVERIFY2(calendar.error().detail.startsWith(why), qPrintable(calendar.error().detail));
    }
};

QTEST_GUILESS_MAIN(TestCalendarFile)
#include "tst_calendarfile.moc"
