// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/dayhours.h"

#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;

class TestDayHours : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatPeopleType_isRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QList<HoursOfADay>>("hours");
        using All = QList<HoursOfADay>;
        QTest::newRow("closed") << u"  "_s << All();
        QTest::newRow("as it is written") << u"08:00-12:00, 14:00-18:00"_s << All{{480, 720}, {840, 1080}};
        QTest::newRow("as a Frenchman says") << u"8h–12h ; 14h30 - 18H"_s << All{{480, 720}, {870, 1080}};
        QTest::newRow("bare") << u"8-12"_s << All{{480, 720}};
        QTest::newRow("all day") << u"00:00-24:00"_s << All{{0, 1440}};
        QTest::newRow("over midnight") << u"20:00-02:00"_s << All{{1200, 120}};
        QTest::newRow("until midnight") << u"20:00-0:00"_s << All{{1200, 0}};
    }

    void whatPeopleType_isRead()
    {
        QFETCH(QString, text);
        QFETCH(QList<HoursOfADay>, hours);
        QCOMPARE(hoursFrom(text), std::optional(hours));
        QCOMPARE(hoursFrom(hoursText(hours)), std::optional(hours));
    }

    void whatIsNoHours_isNotRead_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"8", "8-", "-12", "8-25", "8:60-12", "8-12,", "8-12 14-18", "08:00-08:00",
                                 "24:00-02:00", "8-24:30", "closed", "8-12-14", "08:0-12:00"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }

    void whatIsNoHours_isNotRead()
    {
        QFETCH(QString, text);
        QVERIFY(!hoursFrom(text));
    }
};

QTEST_GUILESS_MAIN(TestDayHours)
#include "tst_dayhours.moc"
