// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/cache/world.h"

#include "core/cache/cachereader.h"
#include "core/cache/views.h"
#include "core/domain/servicelevel.h"
#include "core/sla/clocks.h"

#include <QJsonArray>

using namespace akwaba;
using namespace akwaba::test;

namespace {

/// Monday; the shop opens at 08:00.
QDateTime monday(int hour, int minute = 0) { return {QDate(2026, 11, 23), QTime(hour, minute), Qt::UTC}; }

QJsonObject openingHours()
{
    Calendar calendar;
    calendar.id.value = u"y1"_s;
    CalendarVersion version;
    version.since = instant(-100'000);
    version.zone = u"Africa/Abidjan"_s;
    for (int day = 1; day <= 5; ++day)
        version.weekly += WeeklyHours{day, {8 * 60, 18 * 60}};
    calendar.versions = {version};
    calendar.rev = 1;
    return toJson(calendar);
}

/// Everybody is answered within four hours, and done within twenty.
QJsonObject promise()
{
    SlaPolicy policy;
    policy.id.value = u"s1"_s;
    SlaPolicyVersion version;
    version.since = instant(-100'000);
    version.targets = {{Target::FirstResponse, ClockUnit::Business, 4 * 3600, CalendarId{u"y1"_s}},
                       {Target::Resolution, ClockUnit::Business, 20 * 3600, CalendarId{u"y1"_s}}};
    policy.versions = {version};
    policy.rev = 1;
    return toJson(policy);
}

QJsonObject holidayOn(const QDate &day, const QDateTime &confirmedAt)
{
    Holiday holiday;
    holiday.id.value = u"h1"_s;
    holiday.from = day;
    holiday.to = day;
    holiday.state = HolidayState::Confirmed;
    holiday.confirmedAt = confirmedAt;
    holiday.rev = 1;
    return toJson(holiday);
}

QJsonObject received(const QString &id, const QDateTime &at)
{
    QJsonObject record = with(ticketRecord(id), u"receivedAt"_s, utcDate(at));
    return with(with(record, u"lastCustomerMessageAt"_s, utcDate(at)), u"status"_s, u"new"_s);
}

QJsonObject asked(const QString &id, const QString &ticket, const QDateTime &at)
{
    return with(messageRecord(id, ticket, u"Bonjour"_s), u"at"_s, utcDate(at));
}

QJsonObject answered(const QString &id, const QString &ticket, const QDateTime &at)
{
    return with(with(asked(id, ticket, at), u"direction"_s, u"outgoing"_s), u"author"_s, u"a2"_s);
}

QJsonObject moved(const QString &id, const QString &ticket, const QDateTime &at, const QString &from, const QString &to)
{
    Message event;
    event.id.value = id;
    event.ticket.value = ticket;
    event.kind = MessageKind::Event;
    event.at = at;
    event.changes = {{u"status"_s, from, to}};
    event.rev = 1;
    return toJson(event);
}

} // namespace

class TicketClocksTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<World>();
        take({{&typeInfo<Calendar>(), {openingHours()}}, {&typeInfo<SlaPolicy>(), {promise()}}}, monday(8));
    }
    void cleanup()
    {
        m_reader.reset();
        m_world.reset();
    }

    void aRow_holdsTheClockThatIsDueNext()
    {
        take({tickets({received(u"t1"_s, monday(9))}), messages({asked(u"m1"_s, u"t1"_s, monday(9))})}, monday(10));
        const auto clock = row(u"t1"_s).clock;
        QVERIFY(clock.has_value());
        QCOMPARE(clock->target, Target::FirstResponse);
        QCOMPARE(clock->dueAt, monday(13));
        QCOMPARE(clock->atRiskAt, monday(12));
        QCOMPARE(clock->calendar.value, u"y1"_s);
        QCOMPARE(clock->length, 4 * 3'600'000);
    }

    void itDoesNotMatter_whichComesFirst()
    {
        take({messages({asked(u"m1"_s, u"t1"_s, monday(9))})}, monday(10));
        take({tickets({received(u"t1"_s, monday(9))})}, monday(10));
        QCOMPARE(row(u"t1"_s).clock->target, Target::FirstResponse);
        take({tickets({received(u"t2"_s, monday(9))})}, monday(10));
        QCOMPARE(row(u"t2"_s).clock->target, Target::Resolution); // nobody wrote anything yet
        take({messages({asked(u"m2"_s, u"t2"_s, monday(9))})}, monday(10));
        QCOMPARE(row(u"t2"_s).clock->target, Target::FirstResponse);
    }

    void anAnswer_stopsTheClock_whenTheServerHasIt_andNotBefore()
    {
        take({tickets({received(u"t1"_s, monday(9))}), messages({asked(u"m1"_s, u"t1"_s, monday(9))})}, monday(10));
        Reply reply;
        reply.id.value = u"m2"_s;
        reply.ticket.value = u"t1"_s;
        reply.text = u"Bonjour"_s;
        reply.fromStatus = TicketStatus::New;
        reply.thenStatus = TicketStatus::WaitingCustomer;
        m_world->perform(reply);
        const TicketRow waiting = row(u"t1"_s);
        QVERIFY(waiting.pending);
        QCOMPARE(waiting.status, TicketStatus::WaitingCustomer); // as the agent means it
        QCOMPARE(waiting.clock->target, Target::FirstResponse); // rule 26
        QVERIFY(!waiting.clock->isPaused);
        take({tickets({with(with(received(u"t1"_s, monday(9)), u"status"_s, u"waitingCustomer"_s), u"rev"_s, 2)}),
              messages({answered(u"m2"_s, u"t1"_s, monday(11)),
                        moved(u"m3"_s, u"t1"_s, monday(11), u"new"_s, u"waitingCustomer"_s)})},
             monday(11));
        QCOMPARE(row(u"t1"_s).clock->target, Target::Resolution);
        QVERIFY(row(u"t1"_s).clock->isPaused);
        QVERIFY(!row(u"t1"_s).clock->dueAt.isValid());
        QCOMPARE(row(u"t1"_s).clock->left, 18 * 3'600'000);
    }

    void aHolidayThatIsDeclared_movesWhatIsDue_byAndBy()
    {
        for (int i = 1; i <= 5; ++i) {
            const QString ticket = u"t%1"_s.arg(i);
            take({tickets({received(ticket, monday(17))}), messages({asked(u"m%1"_s.arg(i), ticket, monday(17))})},
                 monday(17));
        }
        QCOMPARE(row(u"t1"_s).clock->dueAt, monday(11).addDays(1));
        take({{&typeInfo<Holiday>(), {holidayOn(QDate(2026, 11, 24), monday(20))}}}, monday(20));
        Changed changed;
        QVERIFY(must(m_world->cache->refreshClocks(3, changed)));
        QCOMPARE(changed.tickets.size(), 3);
        QVERIFY(changed.lists);
        while (must(m_world->cache->refreshClocks(3, changed))) { }
        for (int i = 1; i <= 5; ++i)
            QCOMPARE(row(u"t%1"_s.arg(i)).clock->dueAt, monday(11).addDays(2));
    }

    void whatWasLeftToDo_isDoneAfterARestart()
    {
        take({tickets({received(u"t1"_s, monday(17))}), messages({asked(u"m1"_s, u"t1"_s, monday(17))})}, monday(17));
        take({{&typeInfo<Holiday>(), {holidayOn(QDate(2026, 11, 24), monday(20))}}}, monday(20));
        m_reader.reset();
        m_world->reopen();
        Changed changed;
        QVERIFY(!must(m_world->cache->refreshClocks(10, changed)));
        QCOMPARE(row(u"t1"_s).clock->dueAt, monday(11).addDays(2));
    }

    void whatWasDecidedForLater_countsOnceTheServerSaysThatItsTimeHasCome()
    {
        take({tickets({received(u"t1"_s, monday(17))}), messages({asked(u"m1"_s, u"t1"_s, monday(17))})}, monday(17));
        take({{&typeInfo<Holiday>(), {holidayOn(QDate(2026, 11, 24), monday(20))}}}, monday(18));
        Changed changed;
        while (must(m_world->cache->refreshClocks(3, changed))) { }
        QCOMPARE(row(u"t1"_s).clock->dueAt, monday(11).addDays(1));
        take({}, monday(19));
        while (must(m_world->cache->refreshClocks(3, changed))) { }
        QCOMPARE(row(u"t1"_s).clock->dueAt, monday(11).addDays(1));
        m_reader.reset();
        m_world->reopen();
        take({}, monday(20));
        while (must(m_world->cache->refreshClocks(3, changed))) { }
        QCOMPARE(row(u"t1"_s).clock->dueAt, monday(11).addDays(2));
    }

    void lateAndAtRisk_areCountedListedAndGrouped()
    {
        const auto receive = [this](const QString &ticket, const QDateTime &at) {
            take({tickets({received(ticket, at)}), messages({asked(u"m-"_s + ticket, ticket, at)})}, monday(10));
        };
        receive(u"t1"_s, monday(8)); // due at 12
        receive(u"t2"_s, monday(9)); // at 13, at risk from 12
        receive(u"t3"_s, monday(10)); // at 14, at risk from 13
        receive(u"t4"_s, monday(17)); // tomorrow
        const QDateTime now = monday(12, 30);
        const Counters counters = must(reader().counters(now));
        QCOMPARE(counters.late, 1);
        QCOMPARE(counters.atRisk, 1);
        QCOMPARE(counters.nextDueAt, monday(13));
        const auto idsOf = [&](Folder folder) {
            ViewSpec spec = folderView(folder);
            spec.now = now;
            QStringList ids;
            for (const TicketRow &each : must(reader().firstPage(spec, 10)))
                ids += each.id.value;
            return ids;
        };
        QCOMPARE(idsOf(Folder::Late), QStringList{u"t1"_s});
        QCOMPARE(idsOf(Folder::AtRisk), (QStringList{u"t1"_s, u"t2"_s}));
        ViewSpec all = folderView(Folder::AllActive);
        all.grouping = TicketGrouping::Due;
        all.now = now;
        const TicketKeys keys = must(reader().ticketKeys(all, monday(0)));
        QCOMPARE(keys.groups, (QList<TicketGroup>{{u"late"_s, 1}, {u"today"_s, 2}, {u"tomorrow"_s, 1}}));
    }

    void aDateGivenByHand_hasItsClock_whereNoPolicyPromisesAnything()
    {
        m_world = std::make_unique<World>();
        giveDate(u"t1"_s, monday(15));
        const auto clock = row(u"t1"_s).clock;
        QVERIFY(clock.has_value());
        QCOMPARE(clock->target, Target::Update);
        QCOMPARE(clock->dueAt, monday(15));
        QVERIFY(clock->isPromise);
        QCOMPARE(must(reader().counters(monday(10))).promisedToday, 1);
        QCOMPARE(must(reader().counters(monday(15))).late, 1);
        // The last policy goes: the date stays.
        take({{&typeInfo<SlaPolicy>(), {promise()}}}, monday(10));
        take({{&typeInfo<SlaPolicy>(), {with(with(promise(), u"versions"_s, QJsonArray()), u"rev"_s, 2)}}}, monday(10));
        Changed changed;
        while (must(m_world->cache->refreshClocks(10, changed))) { }
        QCOMPARE(row(u"t1"_s).clock->dueAt, monday(15));
    }

    void promisesOfToday_areCountedAndListed()
    {
        giveDate(u"t1"_s, monday(15));
        giveDate(u"t2"_s, monday(9).addDays(1));
        const auto promised = [this](const QDateTime &now) {
            ViewSpec spec = folderView(Folder::PromisesToday);
            spec.now = now;
            QStringList ids;
            for (const TicketRow &each : must(reader().firstPage(spec, 10)))
                ids += each.id.value;
            return ids;
        };
        QCOMPARE(promised(monday(10)), QStringList{u"t1"_s});
        QCOMPARE(promised(monday(16)), QStringList{u"t1"_s}); // not kept, and still of today
        QCOMPARE(promised(monday(10).addDays(1)), QStringList{u"t2"_s});
        QCOMPARE(must(reader().counters(monday(10))).promisedToday, 1);
    }

    void aTicketWithoutAPromise_hasNoClock()
    {
        take({{&typeInfo<SlaPolicy>(), {with(with(promise(), u"versions"_s, QJsonArray()), u"rev"_s, 2)}},
              tickets({received(u"t1"_s, monday(9))}),
              messages({asked(u"m1"_s, u"t1"_s, monday(9))})},
             monday(10));
        QVERIFY(!row(u"t1"_s).clock);
    }

    void theCard_showsEveryClockOfATicket()
    {
        take({tickets({received(u"t1"_s, monday(9))}),
              messages({asked(u"m1"_s, u"t1"_s, monday(9)), answered(u"m2"_s, u"t1"_s, monday(10))})},
             monday(10));
        const auto rules = must(reader().rules());
        const auto clocks = must(reader().clocks(*rules, TicketId{u"t1"_s}, monday(11)));
        QCOMPARE(clocks.size(), 2U);
        QCOMPARE(clocks.at(0).state, ClockState::Running); // the resolution
        QCOMPARE(clocks.at(1).state, ClockState::Met);
    }

private:
    /// To the customer, for the next news.
    void giveDate(const QString &ticket, const QDateTime &date)
    {
        Message event;
        event.id = MessageId{u"m-promise-"_s + ticket};
        event.ticket = TicketId{ticket};
        event.kind = MessageKind::Event;
        event.at = monday(9);
        event.changes = {{sla::promisedAtField, {}, utcDate(date)}};
        take({tickets({received(ticket, monday(9))}),
              messages({answered(u"m-"_s + ticket, ticket, monday(9)), toJson(event)})},
             monday(10));
    }
    void take(const QList<TypedRecords> &records, const QDateTime &asOf)
    {
        (void)must(m_world->cache->applyPage({.upserts = records, .asOf = asOf}, m_world->pending(), m_world->me));
    }
    [[nodiscard]] CacheReader &reader()
    {
        if (!m_reader)
            m_reader = must(
                CacheReader::open({m_world->cachePath(), cacheKey, m_world->outboxPath(), outboxKey, m_world->me.me}));
        return *m_reader;
    }
    [[nodiscard]] TicketRow row(const QString &ticket) { return must(reader().row(TicketId{ticket})); }

    std::unique_ptr<World> m_world;
    std::unique_ptr<CacheReader> m_reader;
};

QTEST_GUILESS_MAIN(TicketClocksTest)
#include "tst_ticketclocks.moc"
