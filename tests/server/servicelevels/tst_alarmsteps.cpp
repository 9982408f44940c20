// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/servicelevels/alarmsteps.h"

#include <QTest>

using namespace akwaba;
using namespace akwaba::servicelevels;
using namespace Qt::StringLiterals;

namespace {

/// Instants of the week of Monday 23 November 2026, as "Mon 12:00".
qint64 instant(const QString &words)
{
    static const QStringList days{u"Mon"_s, u"Tue"_s, u"Wed"_s, u"Thu"_s, u"Fri"_s, u"Sat"_s, u"Sun"_s, u"Mon+"_s};
    const QStringList parts = words.split(u' ');
    const QDate day = QDate(2026, 11, 23).addDays(days.indexOf(parts.at(0)));
    return QDateTime(day, QTime::fromString(parts.at(1), u"H:mm"_s), Qt::UTC).toMSecsSinceEpoch();
}

QString wordsOf(qint64 at)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(at, Qt::UTC);
    static const QStringList days{u"Mon"_s, u"Tue"_s, u"Wed"_s, u"Thu"_s, u"Fri"_s, u"Sat"_s, u"Sun"_s};
    const bool isNextWeek = time.date() > QDate(2026, 11, 29);
    return days.at(time.date().dayOfWeek() - 1) + (isNextWeek ? u"+"_s : QString()) + time.toString(u" H:mm"_s);
}

Calendar calendarCalled(const QString &id, const QList<HoursOfADay> &hours)
{
    Calendar calendar;
    calendar.id.value = id;
    CalendarVersion version;
    version.since = QDateTime(QDate(2025, 1, 1), QTime(0, 0), Qt::UTC);
    version.zone = u"Africa/Abidjan"_s;
    for (int day = 1; day <= 5; ++day) {
        for (const HoursOfADay &each : hours)
            version.weekly.append({day, each});
    }
    calendar.versions = {version};
    return calendar;
}

/// Answers within so long by one of two calendars, and solves within two working days.
struct Promises {
    SlaTarget answer;
    QList<int> percents{75, 90};

    [[nodiscard]] sla::Rules rules() const
    {
        SlaPolicy policy;
        policy.id.value = u"s1"_s;
        SlaPolicyVersion version;
        version.since = QDateTime(QDate(2025, 1, 1), QTime(0, 0), Qt::UTC);
        version.targets = {answer, {Target::Resolution, ClockUnit::BusinessDays, 2, {u"open"_s}}};
        version.atRiskPercents = percents;
        policy.versions = {version};
        return {{calendarCalled(u"days"_s, {{0, 1440}}), calendarCalled(u"open"_s, {{480, 720}, {840, 1080}})},
                {},
                {policy}};
    }

    /// The clock of the answer to what came at this instant, and was asked for at `now`.
    [[nodiscard]] store::KeptClock clock(const sla::Rules &rules, const QString &from, const QString &now) const
    {
        sla::Facts facts;
        facts.receivedAt = instant(from);
        facts.status = TicketStatus::Open;
        sla::Fact wrote;
        wrote.at = facts.receivedAt;
        facts.facts = {wrote};
        for (const sla::SlaClock &each : sla::clocksOf(rules, facts, instant(now))) {
            if (each.target == Target::FirstResponse) return store::keptClock({u"t1"_s}, each, instant(now));
        }
        qFatal("no clock");
    }
};

const SlaTarget byOpeningHours{Target::FirstResponse, ClockUnit::Business, 4 * 3600, {u"open"_s}};
const SlaTarget byWorkingDays{Target::FirstResponse, ClockUnit::Business, 24 * 3600, {u"days"_s}};
const SlaTarget byTheWall{Target::FirstResponse, ClockUnit::Wall, 4 * 3600, {}};

Agent agentCalled(const QString &id, const QList<Role> &roles, const QStringList &teams = {}, bool active = true)
{
    Agent agent;
    agent.id.value = id;
    agent.roles = roles;
    for (const QString &team : teams)
        agent.teams.append({team});
    agent.active = active;
    return agent;
}

QStringList idsOf(const QList<AgentId> &agents)
{
    QStringList ids;
    for (const AgentId &agent : agents)
        ids.append(agent.value);
    ids.sort();
    return ids;
}

} // namespace

class TestAlarmSteps : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void steps_comeAtThePercentages_theEnd_andFourHoursBehindIt_data()
    {
        QTest::addColumn<int>("promise"); // 0 by opening hours, 1 by working days, 2 by the wall
        QTest::addColumn<QString>("from");
        QTest::addColumn<QStringList>("at");
        QTest::addColumn<QStringList>("told");
        const auto row = [](const char *name, int promise, const QString &from, const QString &at,
                            const QString &told) {
            QTest::newRow(name) << promise << from << at.split(u", "_s) << told.split(u", "_s);
        };
        row("in the morning", 0, u"Mon 8:00"_s, u"Mon 11:00, Mon 11:36, Mon 12:00, Mon 18:00"_s,
            u"Mon 11:00, Mon 11:36, Mon 14:00, Tue 8:00"_s);
        row("over lunch", 0, u"Mon 10:00"_s, u"Mon 15:00, Mon 15:36, Mon 16:00, Tue 10:00"_s,
            u"Mon 15:00, Mon 15:36, Mon 16:00, Tue 10:00"_s);
        row("over the week-end", 0, u"Fri 16:00"_s, u"Mon+ 9:00, Mon+ 9:36, Mon+ 10:00, Mon+ 16:00"_s,
            u"Mon+ 9:00, Mon+ 9:36, Mon+ 10:00, Mon+ 16:00"_s);
        // A mail's clock goes on at night; who reads it does not.
        row("of days with 24 hours", 1, u"Mon 13:00"_s, u"Tue 7:00, Tue 10:36, Tue 13:00, Tue 17:00"_s,
            u"Tue 8:00, Tue 10:36, Tue 14:00, Tue 17:00"_s);
        row("by the wall", 2, u"Fri 17:00"_s, u"Fri 20:00, Fri 20:36, Fri 21:00, Sat 1:00"_s,
            u"Mon+ 8:00, Mon+ 8:00, Mon+ 8:00, Mon+ 8:00"_s);
    }

    void steps_comeAtThePercentages_theEnd_andFourHoursBehindIt()
    {
        QFETCH(int, promise);
        QFETCH(QString, from);
        QFETCH(QStringList, at);
        QFETCH(QStringList, told);
        const Promises promises{QList{byOpeningHours, byWorkingDays, byTheWall}.at(promise)};
        const sla::Rules rules = promises.rules();
        QStringList foundAt;
        QStringList foundTold;
        for (const Alarm &alarm : alarmsOf(promises.clock(rules, from, from), rules, instant(from))) {
            foundAt.append(wordsOf(alarm.at));
            foundTold.append(wordsOf(alarm.tellAt));
        }
        QCOMPARE(foundAt, at);
        QCOMPARE(foundTold, told);
    }

    void aShortClock_warnsEarlierThanItsPercentage()
    {
        Promises promises{byOpeningHours};
        promises.answer.length = 40 * 60;
        const sla::Rules rules = promises.rules();
        const auto alarms =
            alarmsOf(promises.clock(rules, u"Mon 8:00"_s, u"Mon 8:00"_s), rules, instant(u"Mon 8:00"_s));
        QCOMPARE(wordsOf(alarms.at(0).at), u"Mon 8:25"_s); // a quarter of an hour
        QCOMPARE(wordsOf(alarms.at(1).at), u"Mon 8:36"_s);
    }

    void percentages_areThePolicys()
    {
        Promises promises{byOpeningHours};
        promises.percents = {50, 75, 95};
        const sla::Rules rules = promises.rules();
        const auto alarms =
            alarmsOf(promises.clock(rules, u"Mon 8:00"_s, u"Mon 8:00"_s), rules, instant(u"Mon 8:00"_s));
        QCOMPARE(alarms.size(), 5U);
        QCOMPARE(alarms.at(0).step, AlarmStep::Warned);
        QCOMPARE(alarms.at(2).step, AlarmStep::WarnedAgain);
        QCOMPARE(wordsOf(alarms.at(2).at), u"Mon 11:48"_s);
    }

    void whatIsNotDue_orHasEnded_hasNoSteps()
    {
        const Promises promises{byOpeningHours};
        const sla::Rules rules = promises.rules();
        const qint64 now = instant(u"Mon 9:00"_s);
        const store::KeptClock clock = promises.clock(rules, u"Mon 8:00"_s, u"Mon 9:00"_s);
        QCOMPARE(alarmsOf(clock, rules, now).size(), 4U);
        store::KeptClock paused = clock;
        paused.dueAt.reset();
        QVERIFY(alarmsOf(paused, rules, now).empty());
        store::KeptClock ended = clock;
        ended.endedAt = now;
        QVERIFY(alarmsOf(ended, rules, now).empty());
        store::KeptClock unknown = clock;
        unknown.calendar.value = u"elsewhere"_s;
        QVERIFY(alarmsOf(unknown, rules, now).empty());
    }

    void aClock_isPaused_insideItsPauses()
    {
        store::KeptClock clock;
        clock.pauses = {{10, 20}, {30, sla::maxInstant}};
        QVERIFY(!isPaused(clock, 9) && isPaused(clock, 10) && !isPaused(clock, 20) && isPaused(clock, 31));
    }

    void aStep_isOld_afterAWorkingDay()
    {
        const Promises promises{byOpeningHours};
        const sla::Rules rules = promises.rules();
        const store::KeptClock clock = promises.clock(rules, u"Fri 10:00"_s, u"Fri 10:00"_s);
        const Alarm alarm = alarmsOf(clock, rules, instant(u"Fri 10:00"_s)).front();
        QCOMPARE(wordsOf(alarm.at), u"Fri 15:00"_s);
        QVERIFY(!isOld(alarm, clock, rules, instant(u"Mon+ 15:00"_s)));
        QVERIFY(isOld(alarm, clock, rules, instant(u"Mon+ 15:01"_s)));
    }

    void eachRole_isWhoIsThere_orTheNextOne_data()
    {
        QTest::addColumn<int>("role");
        QTest::addColumn<QString>("assignee");
        QTest::addColumn<QString>("team");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, AlarmRole role, const char *assignee, const char *team,
                            const char *expected) {
            QTest::newRow(name) << int(role) << QString::fromLatin1(assignee) << QString::fromLatin1(team)
                                << QString::fromLatin1(expected);
        };
        row("the assignee", AlarmRole::Assignee, "awa", "sav", "awa");
        row("nobody has it: its team", AlarmRole::Assignee, "", "sav", "awa chef yao");
        row("who has it has left", AlarmRole::Assignee, "ancien", "sav", "awa chef yao");
        row("the team, and nobody who only writes articles", AlarmRole::Team, "awa", "sav", "awa chef yao");
        row("no team: who supervises", AlarmRole::Team, "", "", "autre chef");
        row("an empty team", AlarmRole::Team, "", "vide", "autre chef");
        row("who supervises the team", AlarmRole::Supervisor, "awa", "sav", "chef");
        row("nobody supervises just that team", AlarmRole::Supervisor, "awa", "vide", "autre chef");
        row("management", AlarmRole::Manager, "awa", "sav", "direction");
    }

    void eachRole_isWhoIsThere_orTheNextOne()
    {
        QFETCH(int, role);
        QFETCH(QString, assignee);
        QFETCH(QString, team);
        QFETCH(QString, expected);
        const QList<Agent> agents{agentCalled(u"awa"_s, {Role::Agent}, {u"sav"_s}),
                                  agentCalled(u"yao"_s, {Role::Agent}, {u"sav"_s}),
                                  agentCalled(u"plume"_s, {Role::Editor}, {u"sav"_s}),
                                  agentCalled(u"ancien"_s, {Role::Agent}, {u"sav"_s}, false),
                                  agentCalled(u"chef"_s, {Role::Supervisor}, {u"sav"_s}),
                                  agentCalled(u"autre"_s, {Role::Supervisor}, {u"ventes"_s}),
                                  agentCalled(u"direction"_s, {Role::Administrator})};
        Ticket ticket;
        ticket.assignee.value = assignee;
        ticket.team.value = team;
        QCOMPARE(idsOf(agentsOf(AlarmRole(role), ticket, agents)).join(u' '), expected);
    }

    void withoutAnySupervisor_managementIsTold()
    {
        Ticket ticket;
        ticket.team.value = u"sav"_s;
        const QList<Agent> agents{agentCalled(u"awa"_s, {Role::Agent}, {u"sav"_s}),
                                  agentCalled(u"direction"_s, {Role::Administrator})};
        QCOMPARE(idsOf(agentsOf(AlarmRole::Supervisor, ticket, agents)), QStringList{u"direction"_s});
    }

    void whoHasTwoRoles_isToldOnce()
    {
        Ticket ticket;
        ticket.team.value = u"sav"_s;
        ticket.assignee.value = u"chef"_s;
        const QList<Agent> agents{agentCalled(u"chef"_s, {Role::Supervisor, Role::Administrator}, {u"sav"_s})};
        const std::vector<Alarm> alarms{{AlarmStep::Warned}, {AlarmStep::WarnedAgain}, {AlarmStep::StillBreached}};
        QCOMPARE(idsOf(recipientsOf(alarms, ticket, agents)), QStringList{u"chef"_s});
    }
};

QTEST_GUILESS_MAIN(TestAlarmSteps)
#include "tst_alarmsteps.moc"
