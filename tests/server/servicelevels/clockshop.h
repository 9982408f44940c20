// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/servicelevels/clockkeeper.h"
#include "tests/server/store/storefixture.h"

namespace akwaba::servicelevels {

using namespace store;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The day of the fixture, a Monday.
inline qint64 at(int hour, int minute = 0, int days = 0)
{
    return QDateTime(QDate(2026, 11, 23).addDays(days), QTime(hour, minute), Qt::UTC).toMSecsSinceEpoch();
}

/// A shop that opens from 8 to 18 and answers within four hours.
struct ClockShop : StoreFixture {
    Calendar calendar;
    SlaPolicy policy;
    Team support = team(u"Support"_s);
    std::unique_ptr<ClockKeeper> keeper;

    ClockShop()
    {
        calendar.id = id<CalendarId>();
        CalendarVersion opening;
        opening.since = clock.now().addYears(-1);
        opening.zone = u"Africa/Abidjan"_s;
        for (int day = 1; day <= 5; ++day)
            opening.weekly += WeeklyHours{day, {8 * 60, 18 * 60}};
        calendar.versions = {opening};
        calendar = put(calendar);
        policy.id = id<SlaPolicyId>();
        SlaPolicyVersion version;
        version.since = clock.now().addYears(-1);
        version.targets = {{Target::FirstResponse, ClockUnit::Business, 4 * 3600, calendar.id}};
        policy.versions = {version};
        policy = put(policy);
        restart();
    }

    void restart()
    {
        keeper = std::make_unique<ClockKeeper>(*store);
        keepAll();
    }
    void keepAll()
    {
        while (must(keeper->keepSome())) { }
    }
    void wait(std::chrono::milliseconds time)
    {
        clock.advance(time);
        keepAll();
    }

    Ticket asked()
    {
        const Ticket made = ticket(support.id);
        message(made.id);
        return made;
    }
    void answer(const Ticket &ticket)
    {
        Message reply;
        reply.id = id<MessageId>();
        reply.ticket = ticket.id;
        reply.direction = Direction::Outgoing;
        reply.author = ActorId{u"a-awa"_s};
        reply.at = clock.now();
        put(reply);
    }
    void declareHoliday(const QDate &day) { declareHoliday(day, clock.now()); }
    void declareHoliday(const QDate &day, const QDateTime &since) { put(holiday(day, since)); }
    Holiday holiday(const QDate &day, const QDateTime &since)
    {
        Holiday holiday;
        holiday.id = id<HolidayId>();
        holiday.from = day;
        holiday.to = day;
        holiday.nameFr = u"Tabaski"_s;
        holiday.nameEn = u"Tabaski"_s;
        holiday.state = HolidayState::Confirmed;
        holiday.confirmedAt = since;
        return holiday;
    }
    KeptClock only(const Ticket &ticket)
    {
        const auto clocks = must(keptClocks(must(store->read()).database(), {ticket.id.value}));
        if (clocks.size() != 1) qFatal("%d clocks", int(clocks.size()));
        return clocks.constFirst();
    }
};

} // namespace akwaba::servicelevels
