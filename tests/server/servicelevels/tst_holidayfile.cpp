// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/servicelevels/holidayfile.h"

#include <QTest>

using namespace akwaba;
using namespace akwaba::servicelevels;
using namespace Qt::StringLiterals;

namespace {

QByteArray calendar(const QByteArray &events)
{
    QByteArray text = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Toner CI//Jours//FR\n" + events + "END:VCALENDAR\n";
    return text.replace("\n", "\r\n");
}

QByteArray vevent(const QByteArray &lines) { return "BEGIN:VEVENT\n" + lines + "\nEND:VEVENT\n"; }

const QByteArray tabaski = vevent("UID:tabaski-2027@toner.ci\nDTSTART;VALUE=DATE:20270516\nDTEND;VALUE=DATE:20270518\n"
                                  "SUMMARY:Tabaski (Aïd el-Adha)\\, deux jours");

Code refusal(const QByteArray &ics)
{
    const auto read = readHolidays(ics);
    return read ? Code::Internal : read.error().code;
}

} // namespace

/// Small files, as publishers of holidays write them, and as they don't.
class TestHolidayFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wholeDays_becomePlannedHolidays()
    {
        const HolidayImport import =
            readHolidays(calendar(tabaski + vevent("UID:noel\nDTSTART;VALUE=DATE:20271225\nSUMMARY:Noël"))).value();
        QCOMPARE(import.added.size(), 2);
        QVERIFY(import.skipped.isEmpty());
        const Holiday &first = import.added.at(0);
        QCOMPARE(first.from, QDate(2027, 5, 16));
        QCOMPARE(first.to, QDate(2027, 5, 17)); // the end of the file is the first free day
        QCOMPARE(first.nameFr, u"Tabaski (Aïd el-Adha), deux jours"_s);
        QCOMPARE(first.nameEn, first.nameFr);
        QCOMPARE(first.state, HolidayState::Planned);
        QVERIFY(!first.confirmedAt.isValid());
        QVERIFY(isWellFormedId(first.id.value) && first.id.value.at(0).toLatin1() == HolidayId::letter);
        QCOMPARE(import.added.at(1).to, QDate(2027, 12, 25)); // without an end it is one day
    }

    void aDuration_saysHowLong()
    {
        const auto import =
            readHolidays(calendar(vevent("UID:1\nDTSTART;VALUE=DATE:20271225\nDURATION:P2D\nSUMMARY:Noël")));
        QCOMPARE(import.value().added.at(0).to, QDate(2027, 12, 26));
    }

    void severalCalendars_inOneFile_areRead()
    {
        const QByteArray two = calendar(tabaski) + calendar(vevent("UID:2\nDTSTART;VALUE=DATE:20271225\nSUMMARY:Noël"));
        QCOMPARE(readHolidays(two).value().added.size(), 2);
    }

    void emptyFieldsOfOtherPrograms_doNoHarm()
    {
        const auto import = readHolidays(
            calendar(vevent("UID:1\nDTSTART;VALUE=DATE:20271225\nDESCRIPTION:\nLOCATION:\nX-ODD;A=B:c\nSUMMARY:Noël")));
        QCOMPARE(import.value().added.size(), 1);
    }

    void whatIsNoHoliday_isSkippedWithItsReason_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<ImportSkip>("why");
        const QByteArray day = "UID:1\nDTSTART;VALUE=DATE:20271225\n";
        QTest::newRow("a meeting") << QByteArray("UID:1\nDTSTART:20271225T090000Z\nSUMMARY:Point") << ImportSkip::Timed;
        QTest::newRow("every year") << day + "RRULE:FREQ=YEARLY\nSUMMARY:Noël" << ImportSkip::Repeats;
        QTest::newRow("cancelled") << day + "STATUS:CANCELLED\nSUMMARY:Noël" << ImportSkip::Cancelled;
        QTest::newRow("no name") << day + "DESCRIPTION:x" << ImportSkip::Nameless;
        QTest::newRow("a blank name") << day + "SUMMARY:   " << ImportSkip::Nameless;
        QTest::newRow("no day") << QByteArray("UID:1\nSUMMARY:Noël") << ImportSkip::Unusable;
        QTest::newRow("no such day") << QByteArray("UID:1\nDTSTART;VALUE=DATE:20271332\nSUMMARY:Noël")
                                     << ImportSkip::Unusable;
        QTest::newRow("a year of it") << day + "DTEND;VALUE=DATE:20281225\nSUMMARY:Noël" << ImportSkip::Unusable;
        QTest::newRow("a name that is a book") << day + "SUMMARY:" + QByteArray(500, 'x') << ImportSkip::Unusable;
    }

    void whatIsNoHoliday_isSkippedWithItsReason()
    {
        QFETCH(QByteArray, lines);
        const HolidayImport import = readHolidays(calendar(vevent(lines))).value();
        QVERIFY(import.added.isEmpty());
        QCOMPARE(import.skipped.size(), 1);
        QTEST(import.skipped.at(0).why, "why");
        QVERIFY(import.skipped.at(0).name.size() <= 200);
    }

    void theSameEvent_isTakenOnce()
    {
        const Holiday once = readHolidays(calendar(tabaski)).value().added.at(0);
        HolidayImport again = readHolidays(calendar(tabaski + tabaski)).value();
        QCOMPARE(again.added.size(), 1);
        QCOMPARE(again.skipped.at(0).why, ImportSkip::Known);
        QCOMPARE(again.added.at(0).id, once.id);
        Holiday moved = once; // by somebody, since
        moved.from = QDate(2027, 5, 17);
        moved.nameFr = u"Fête du mouton"_s;
        skipKnown(again, {moved});
        QVERIFY(again.added.isEmpty());
    }

    void theSameDayAndName_isKnown_whateverItsUid()
    {
        Holiday known;
        known.id.value = u"h-ours"_s;
        known.from = QDate(2027, 12, 25);
        known.nameFr = u"Noël"_s;
        known.nameEn = u"Christmas Day"_s;
        HolidayImport import = readHolidays(calendar(vevent("UID:1\nDTSTART;VALUE=DATE:20271225\nSUMMARY:christmas day")
                                                     + vevent("UID:2\nDTSTART;VALUE=DATE:20271226\nSUMMARY:Noël")))
                                   .value();
        skipKnown(import, {known});
        QCOMPARE(import.added.size(), 1);
        QCOMPARE(import.added.at(0).from, QDate(2027, 12, 26));
        QCOMPARE(import.skipped.at(0).why, ImportSkip::Known);
    }

    void brokenFiles_areRefused_data()
    {
        QTest::addColumn<QByteArray>("ics");
        QTest::addColumn<Code>("code");
        QByteArray cut = calendar(tabaski);
        cut.truncate(cut.size() - 30);
        QTest::newRow("empty") << QByteArray() << Code::BadInput;
        QTest::newRow("a picture") << QByteArray("\x89PNG\r\n\x1a\n") << Code::BadInput;
        QTest::newRow("a page") << QByteArray("<html>BEGIN:VCALENDAR END:VCALENDAR</html>") << Code::BadInput;
        QTest::newRow("cut off") << cut << Code::BadInput;
        QTest::newRow("a NUL in it") << calendar(QByteArray("X-A:b\0c\n", 8)) << Code::BadInput;
        QTest::newRow("too large") << calendar(vevent("SUMMARY:" + QByteArray(300 * 1024, 'x'))) << Code::BadInput;
        QTest::newRow("too many") << calendar(QByteArray("BEGIN:VEVENT\nEND:VEVENT\n").repeated(501)) << Code::BadInput;
        QTest::newRow("nothing in it") << calendar({}) << Code::NotFound;
        QTest::newRow("only tasks") << calendar("BEGIN:VTODO\nSUMMARY:x\nEND:VTODO\n") << Code::NotFound;
    }

    void brokenFiles_areRefused()
    {
        QFETCH(QByteArray, ics);
        const Code code = refusal(ics);
        QTEST(code, "code");
    }
};

QTEST_GUILESS_MAIN(TestHolidayFile)
#include "tst_holidayfile.moc"
