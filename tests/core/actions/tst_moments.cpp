// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/actions/moments.h"

#include <QTest>
#include <QTimeZone>

#include <algorithm>

using namespace akwaba;
using namespace Qt::StringLiterals;

class TestMoments : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void inTheMorning_thisAfternoonIsPromised()
    {
        QCOMPARE(words(promiseMoments(abidjan(23, 9))),
                 (QStringList{u"23 17:00"_s, u"24 12:00"_s, u"24 17:00"_s, u"25 12:00"_s, u"25 17:00"_s}));
    }

    void lateInTheDay_onlyWorkingDaysArePromised()
    {
        QCOMPARE(words(promiseMoments(abidjan(27, 16, 30))), // a Friday
                 (QStringList{u"30 12:00"_s, u"30 17:00"_s, u"1 12:00"_s, u"1 17:00"_s}));
        QCOMPARE(words(promiseMoments(abidjan(28, 9))).constFirst(), u"30 12:00"_s);
    }

    void whatIsSnoozed_wakesUpLaterOrInTheMorning()
    {
        QCOMPARE(words(snoozeMoments(abidjan(24, 9, 12))),
                 (QStringList{u"24 10:12"_s, u"24 12:12"_s, u"25 08:00"_s, u"30 08:00"_s}));
        QCOMPARE(words(snoozeMoments(abidjan(27, 9))).size(), 3); // the next morning is Monday's
    }

    void allAreToCome_wheneverOneAsks()
    {
        for (int hour = 0; hour < 24 * 14; ++hour) {
            const QDateTime now = abidjan(16, 0).addSecs(hour * 3600 + 59);
            for (const QList<QDateTime> &all : {promiseMoments(now), snoozeMoments(now)}) {
                QVERIFY(all.size() >= 3);
                QVERIFY(all.constFirst() > now);
                QVERIFY(std::ranges::is_sorted(all));
            }
        }
    }

private:
    static QDateTime abidjan(int day, int hour, int minute = 0)
    {
        return QDateTime(QDate(2026, 11, day), QTime(hour, minute), QTimeZone("Africa/Abidjan"));
    }
    static QStringList words(const QList<QDateTime> &moments)
    {
        QStringList all;
        for (const QDateTime &moment : moments)
            all += moment.toString(u"d HH:mm"_s);
        return all;
    }
};

QTEST_GUILESS_MAIN(TestMoments)
#include "tst_moments.moc"
