// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/servicelevels/holidaydecision.h"

#include <QTest>

#include <functional>

using namespace akwaba;
using namespace akwaba::servicelevels;
using namespace Qt::StringLiterals;

namespace {

const QDateTime noon(QDate(2026, 5, 26), QTime(12, 0), Qt::UTC);

Holiday tabaski(HolidayState state = HolidayState::Planned)
{
    Holiday holiday;
    holiday.id.value = u"h1"_s;
    holiday.from = QDate(2026, 5, 27);
    holiday.to = holiday.from;
    holiday.nameFr = u"Tabaski"_s;
    holiday.nameEn = u"Tabaski"_s;
    holiday.state = state;
    holiday.rev = 3;
    if (state != HolidayState::Planned) holiday.confirmedAt = noon.addDays(-1);
    return holiday;
}

Holiday with(Holiday holiday, const std::function<void(Holiday &)> &change)
{
    change(holiday);
    return holiday;
}

Decision byAwa() { return {noon, {u"a-awa"_s}}; }

Code refusal(const std::optional<Holiday> &known, const Holiday &wanted)
{
    const auto done = decided(known, wanted, byAwa());
    return done ? Code::Internal : done.error().code;
}

} // namespace

class TestHolidayDecision : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whoDecidedAndWhen_isWrittenHere()
    {
        Holiday wanted = tabaski();
        wanted.state = HolidayState::Confirmed;
        wanted.confirmedAt = noon.addDays(-40); // as if it had counted all along
        wanted.decidedBy.value = u"a-somebody-else"_s;
        const Holiday confirmed = decided(tabaski(), wanted, byAwa()).value();
        QCOMPARE(confirmed.confirmedAt, noon);
        QCOMPARE(confirmed.decidedBy.value, u"a-awa"_s);
        wanted = confirmed;
        wanted.state = HolidayState::Cancelled;
        const Holiday cancelled = decided(confirmed, wanted, {noon.addSecs(60), {u"a-kofi"_s}}).value();
        QCOMPARE(cancelled.confirmedAt, noon);
        QCOMPARE(cancelled.cancelledAt, noon.addSecs(60));
        QCOMPARE(cancelled.decidedBy.value, u"a-awa"_s);
        QCOMPARE(cancelled.cancelledBy.value, u"a-kofi"_s);
    }

    void aPlannedOne_canBeMoved_andDecidesNothing()
    {
        const Holiday moved =
            decided(tabaski(), with(tabaski(), [](Holiday &h) { h.from = QDate(2026, 5, 26); }), byAwa()).value();
        QCOMPARE(moved.from, QDate(2026, 5, 26));
        QVERIFY(!moved.confirmedAt.isValid());
        QVERIFY(moved.decidedBy.isEmpty());
    }

    void whatCounts_keepsItsDays_butNotItsName()
    {
        const Holiday known = tabaski(HolidayState::Confirmed);
        QCOMPARE(refusal(known, with(known, [](Holiday &h) { h.to = h.to.addDays(1); })), Code::BadInput);
        QCOMPARE(refusal(known, with(known, [](Holiday &h) { h.closed = {0, 720}; })), Code::BadInput);
        QCOMPARE(refusal(known, with(known, [](Holiday &h) { h.calendars = {{u"c1"_s}}; })), Code::BadInput);
        QCOMPARE(refusal(known, with(known, [](Holiday &h) { h.movesFromSunday = true; })), Code::BadInput);
        QCOMPARE(refusal(known, with(known, [](Holiday &h) { h.state = HolidayState::Planned; })), Code::BadInput);
        const Holiday renamed = with(known, [](Holiday &h) { h.nameEn = u" Eid al-Adha "_s; });
        QCOMPARE(decided(known, renamed, byAwa()).value().nameEn, u"Eid al-Adha"_s);
        QCOMPARE(decided(known, renamed, byAwa()).value().confirmedAt, known.confirmedAt);
    }

    void whatWasCancelled_staysSo()
    {
        const Holiday known = tabaski(HolidayState::Cancelled);
        QCOMPARE(refusal(known, with(known, [](Holiday &h) { h.state = HolidayState::Confirmed; })), Code::BadInput);
    }

    void anOlderOne_isRefused()
    {
        QCOMPARE(refusal(tabaski(), with(tabaski(), [](Holiday &h) { h.rev = 2; })), Code::Conflict);
        QCOMPARE(refusal({}, tabaski()), Code::Conflict); // of something that was never there
    }

    void whatMakesNoSense_isRefused_data()
    {
        QTest::addColumn<Holiday>("wanted");
        const auto row = [](const char *name, const std::function<void(Holiday &)> &spoil) {
            QTest::newRow(name) << with(tabaski(), spoil);
        };
        row("no day", [](Holiday &h) { h.from = QDate(); });
        row("no last day", [](Holiday &h) { h.to = QDate(); });
        row("ends before it begins", [](Holiday &h) { h.to = h.from.addDays(-1); });
        row("for ever", [](Holiday &h) { h.to = h.from.addYears(100); });
        row("no French name", [](Holiday &h) { h.nameFr = u"  "_s; });
        row("no English name", [](Holiday &h) { h.nameEn.clear(); });
        row("a name that is a book", [](Holiday &h) { h.nameFr = QString(500, u'x'); });
        row("a source that is a book", [](Holiday &h) { h.source = QString(500, u'x'); });
        row("hours before midnight", [](Holiday &h) { h.closed = {-5, 720}; });
        row("hours after midnight", [](Holiday &h) { h.closed = {720, 1500}; });
        row("no hours", [](Holiday &h) { h.closed = {720, 720}; });
    }

    void whatMakesNoSense_isRefused()
    {
        QFETCH(Holiday, wanted);
        QCOMPARE(refusal(tabaski(), wanted), Code::BadInput);
    }

    void aCancelledOne_canNotBeNew()
    {
        const Holiday wanted = with(tabaski(), [](Holiday &h) {
            h.rev = 0;
            h.state = HolidayState::Cancelled;
        });
        QCOMPARE(refusal({}, wanted), Code::BadInput);
    }
};

QTEST_GUILESS_MAIN(TestHolidayDecision)
#include "tst_holidaydecision.moc"
