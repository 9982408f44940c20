// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sla/clocks.h"

#include <QRandomGenerator>
#include <QTest>

using namespace akwaba;
using namespace akwaba::sla;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 minute = 60'000;
constexpr qint64 hour = 60 * minute;

QDateTime when(const QString &text) { return QDateTime::fromString(text + u'Z', Qt::ISODate); }

/// In UTC, which is the time of Abidjan.
qint64 at(const QString &text) { return when(text).toMSecsSinceEpoch(); }

QString words(const std::optional<qint64> &instant)
{
    return instant ? QDateTime::fromMSecsSinceEpoch(*instant, Qt::UTC).toString(u"ddd d MMM HH:mm"_s) : u"never"_s;
}

const CalendarId opening{u"y-opening"_s};
const QDateTime longAgo = when(u"2025-01-01T00:00:00"_s);

Calendar openingHours()
{
    Calendar calendar;
    calendar.id = opening;
    CalendarVersion version;
    version.since = longAgo;
    version.zone = u"Africa/Abidjan"_s;
    for (int day = 1; day <= 5; ++day)
        version.weekly += {{day, {8 * 60, 12 * 60}}, {day, {14 * 60, 18 * 60}}};
    calendar.versions = {version};
    return calendar;
}

Holiday holiday(const QDate &day, const QDateTime &confirmedAt)
{
    Holiday holiday;
    holiday.id = HolidayId{u"h-"_s + day.toString(Qt::ISODate)};
    holiday.from = day;
    holiday.to = day;
    holiday.state = HolidayState::Confirmed;
    holiday.confirmedAt = confirmedAt;
    return holiday;
}

SlaTarget businessHours(Target target, int hours) { return {target, ClockUnit::Business, hours * 3600LL, opening}; }

SlaPolicy policy(const QString &id, const QList<SlaTarget> &targets, const QList<FieldCondition> &conditions = {})
{
    SlaPolicy policy;
    policy.id = SlaPolicyId{id};
    SlaPolicyVersion version;
    version.since = longAgo;
    version.position = conditions.isEmpty() ? 99 : 1;
    version.targets = targets;
    version.conditions = conditions;
    policy.versions = {version};
    return policy;
}

/// What counts, to be changed by a test before it asks.
struct Company {
    QList<Calendar> calendars{openingHours()};
    QList<Holiday> holidays;
    QList<SlaPolicy> policies;
};

/// A ticket and what happened to it, in its order.
class Story {
public:
    explicit Story(const QString &receivedAt)
    {
        m_ticket.receivedAt = when(receivedAt);
        m_ticket.status = TicketStatus::New;
    }

    Story &customer(const QString &at) { return add(at, MessageKind::Public, Direction::Incoming); }
    Story &agent(const QString &at)
    {
        add(at, MessageKind::Public, Direction::Outgoing);
        m_timeLine.last().author = ActorId{u"a1"_s};
        return *this;
    }
    Story &note(const QString &at) { return add(at, MessageKind::Note, Direction::Outgoing); }
    Story &machine(const QString &at) { return add(at, MessageKind::Public, Direction::Outgoing); }
    Story &status(const QString &at, TicketStatus to)
    {
        event(at, u"status"_s, wireName(m_ticket.status), wireName(to));
        m_ticket.status = to;
        return *this;
    }
    Story &priority(const QString &at, Priority to)
    {
        event(at, u"priority"_s, wireName(m_ticket.priority), wireName(to));
        m_ticket.priority = to;
        return *this;
    }
    Story &event(const QString &at, const QString &field, const QString &from, const QString &to)
    {
        add(at, MessageKind::Event, Direction::Outgoing);
        m_timeLine.last().changes = {{field, from, to}};
        return *this;
    }

    /// Forgets one of the time line, the first being 0.
    Story &drop(qsizetype message)
    {
        m_timeLine.removeAt(message);
        return *this;
    }

    [[nodiscard]] Facts facts() const { return factsOf(m_ticket, m_timeLine); }
    /// The clocks of one target at this instant.
    [[nodiscard]] std::vector<SlaClock> clocks(const Company &company, Target target, const QString &now) const
    {
        static std::unique_ptr<Rules> rules; // the clocks point into what they were made of
        rules = std::make_unique<Rules>(company.calendars, company.holidays, company.policies);
        std::vector<SlaClock> all = clocksOf(*rules, facts(), at(now));
        std::erase_if(all, [target](const SlaClock &clock) { return clock.target != target; });
        return all;
    }

private:
    Story &add(const QString &at, MessageKind kind, Direction direction)
    {
        Message message;
        message.at = when(at);
        message.kind = kind;
        message.direction = direction;
        m_timeLine.append(message);
        return *this;
    }

    Ticket m_ticket;
    QList<Message> m_timeLine;
};

QList<ClockEvent::Kind> kindsOf(const SlaClock &clock)
{
    QList<ClockEvent::Kind> kinds;
    for (const ClockEvent &event : clock.events)
        kinds.append(event.kind);
    return kinds;
}

using Kind = ClockEvent::Kind;

/// Anything may happen to a ticket and to the company.
class AnyLife {
public:
    int breaches = 0; // that were seen, each at every look

    void begin()
    {
        m_now = m_start;
        m_company = {};
        m_company.policies = {
            policy(u"any"_s,
                   {businessHours(Target::FirstResponse, 1 + below(8)),
                    businessHours(Target::NextResponse, 1 + below(4)), businessHours(Target::Resolution, 1 + below(20)),
                    businessHours(Target::Update, 1 + below(6))}),
            policy(u"high"_s,
                   {businessHours(Target::FirstResponse, 1), businessHours(Target::Resolution, 1 + below(8))},
                   {{u"priority"_s, {u"high"_s}, false}})};
        m_story = Story(text());
        m_story.customer(text());
    }

    void step()
    {
        m_now += (1 + below(300)) * minute;
        switch (below(9)) {
        case 0: m_story.customer(text()); return;
        case 1: m_story.agent(text()); return;
        case 2: m_story.status(text(), TicketStatus::WaitingCustomer); return;
        case 3: m_story.status(text(), TicketStatus::Open); return;
        case 4:
            m_story.status(text(), below(2) == 0 ? TicketStatus::Resolved : TicketStatus::WaitingThirdParty);
            return;
        case 5: m_story.priority(text(), below(2) == 0 ? Priority::High : Priority::Normal); return;
        case 6:
            if (below(3) == 0) m_company.holidays.append(holiday(QDate(2026, 11, 16).addDays(below(14)), when(text())));
            return;
        case 7: changePolicy(); return;
        default: return;
        }
    }

    [[nodiscard]] std::vector<SlaClock> clocks()
    {
        const Rules rules(m_company.calendars, m_company.holidays, m_company.policies);
        std::vector<SlaClock> all = clocksOf(rules, m_story.facts(), m_now);
        breaches += int(std::ranges::count_if(all, [](const SlaClock &clock) { return clock.breachedAt.has_value(); }));
        return all;
    }

    /// In words; nothing where every breach of before is still told.
    static QString whatVanished(const std::vector<SlaClock> &before, const std::vector<SlaClock> &after, int &annulled)
    {
        for (const SlaClock &old : before) {
            if (!old.breachedAt) continue;
            const auto same = std::ranges::find_if(after, [&old](const SlaClock &clock) {
                return clock.target == old.target && clock.instance == old.instance;
            });
            if (same == after.end()) return u"a clock"_s;
            const bool isAnnulled = std::ranges::any_of(same->events, [&old](const ClockEvent &event) {
                return event.kind == Kind::Annulled && event.at > *old.breachedAt;
            });
            const bool isTold = std::ranges::any_of(same->events, [&old](const ClockEvent &event) {
                return event.kind == Kind::Breached && event.at == *old.breachedAt;
            });
            annulled += isAnnulled ? 1 : 0;
            if (!isTold) return u"the word of a breach"_s;
            if (!isAnnulled && same->breachedAt != old.breachedAt) return u"a breach"_s;
        }
        return {};
    }

private:
    int below(int n) { return int(m_dice.bounded(n)); }
    [[nodiscard]] QString text() const
    {
        return QDateTime::fromMSecsSinceEpoch(m_now, Qt::UTC).toString(u"yyyy-MM-ddTHH:mm:ss"_s);
    }
    void changePolicy()
    {
        SlaPolicyVersion version = m_company.policies[0].versions.constLast();
        ++version.number;
        version.since = when(text());
        version.targets[below(4)].length = (1 + below(10)) * 3600LL;
        m_company.policies[0].versions.append(version);
    }

    QRandomGenerator m_dice{20261127};
    const qint64 m_start = at(u"2026-11-16T08:00:00"_s);
    qint64 m_now = 0;
    Company m_company;
    Story m_story{u"2026-11-16T08:00:00"_s};
};

} // namespace

/// The rules of sla.md by their numbers, and its vectors that want facts.
class TestClocks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void vector2_aTicketThatWaitsForTheCustomer_isPaused()
    {
        Company company;
        company.policies = {policy(u"s1"_s, {businessHours(Target::Resolution, 8)})};
        Story story(u"2026-11-16T09:00:00"_s);
        story.customer(u"2026-11-16T09:00:00"_s).agent(u"2026-11-16T11:00:00"_s);
        story.status(u"2026-11-16T11:00:00"_s, TicketStatus::WaitingCustomer);
        SlaClock clock = story.clocks(company, Target::Resolution, u"2026-11-17T10:00:00"_s).at(0);
        QCOMPARE(clock.state, ClockState::Paused);
        QCOMPARE(clock.dueAt, std::nullopt);
        QCOMPARE(clock.used, 2 * hour);
        QCOMPARE(clock.remaining(at(u"2026-11-17T10:00:00"_s)), 6 * hour);
        story.customer(u"2026-11-17T15:00:00"_s).status(u"2026-11-17T15:00:00"_s, TicketStatus::Open);
        clock = story.clocks(company, Target::Resolution, u"2026-11-17T16:00:00"_s).at(0);
        QCOMPARE(words(clock.dueAt), u"Wed 18 Nov 11:00"_s);
        QCOMPARE(clock.state, ClockState::Running);
        QCOMPARE(clock.used, 3 * hour);
        QCOMPARE(kindsOf(clock), (QList{Kind::Started, Kind::Paused, Kind::Resumed}));
    }

    void vector8_aHolidayDeclaredTheEveningBefore_movesTheDueDateWithoutABreach()
    {
        Company company;
        company.policies = {policy(u"s1"_s, {businessHours(Target::Resolution, 8)})};
        company.holidays = {holiday(QDate(2026, 3, 20), when(u"2026-03-19T20:00:00"_s))};
        Story story(u"2026-03-19T15:00:00"_s);
        story.customer(u"2026-03-19T15:00:00"_s);
        QCOMPARE(words(story.clocks(company, Target::Resolution, u"2026-03-19T19:00:00"_s).at(0).dueAt),
                 u"Fri 20 Mar 15:00"_s);
        const SlaClock clock = story.clocks(company, Target::Resolution, u"2026-03-22T10:00:00"_s).at(0);
        QCOMPARE(words(clock.dueAt), u"Mon 23 Mar 15:00"_s);
        QCOMPARE(clock.breachedAt, std::nullopt);
        QCOMPARE(kindsOf(clock), (QList{Kind::Started, Kind::RulesChanged}));
    }

    void vector10_theNextResponse_isCountedFromTheOldestUnansweredMessage()
    {
        Company company;
        company.policies = {
            policy(u"s1"_s, {businessHours(Target::FirstResponse, 4), businessHours(Target::NextResponse, 1)})};
        Story story(u"2026-11-16T08:00:00"_s);
        story.customer(u"2026-11-16T08:00:00"_s).agent(u"2026-11-16T08:30:00"_s);
        story.customer(u"2026-11-16T09:00:00"_s).customer(u"2026-11-16T09:10:00"_s).customer(u"2026-11-16T10:00:00"_s);
        const auto clocks = story.clocks(company, Target::NextResponse, u"2026-11-16T09:30:00"_s);
        QCOMPARE(clocks.size(), 1U);
        QCOMPARE(words(clocks.at(0).dueAt), u"Mon 16 Nov 10:00"_s);
    }

    void vector11_whoSaysThankYou_waitsForNothing()
    {
        Company company;
        company.policies = {
            policy(u"s1"_s, {businessHours(Target::NextResponse, 1), businessHours(Target::Resolution, 8)})};
        Story story(u"2026-11-16T08:00:00"_s);
        story.customer(u"2026-11-16T08:00:00"_s).agent(u"2026-11-16T08:30:00"_s);
        story.status(u"2026-11-16T08:30:00"_s, TicketStatus::Resolved);
        story.customer(u"2026-11-16T09:00:00"_s).status(u"2026-11-16T09:00:00"_s, TicketStatus::Open);
        story.event(u"2026-11-16T09:05:00"_s, noReplyNeededField, {}, u"true"_s);
        story.status(u"2026-11-16T09:05:00"_s, TicketStatus::Resolved);
        const QString now = u"2026-11-16T17:00:00"_s;
        const auto next = story.clocks(company, Target::NextResponse, now);
        QCOMPARE(next.size(), 1U);
        QCOMPARE(next.at(0).state, ClockState::Cancelled);
        for (const SlaClock &clock : story.clocks(company, Target::Resolution, now))
            QCOMPARE(clock.state, ClockState::Met);
    }

    void vector13_aShorterTarget_breachesWhenItBegins()
    {
        Company company;
        company.policies = {
            policy(u"s1"_s, {businessHours(Target::FirstResponse, 2)}, {{u"priority"_s, {u"urgent"_s}, false}}),
            policy(u"s2"_s, {businessHours(Target::FirstResponse, 4)})};
        Story story(u"2026-11-16T08:00:00"_s);
        story.customer(u"2026-11-16T08:00:00"_s).priority(u"2026-11-16T11:00:00"_s, Priority::Urgent);
        const SlaClock clock = story.clocks(company, Target::FirstResponse, u"2026-11-16T11:30:00"_s).at(0);
        QCOMPARE(clock.state, ClockState::Breached);
        QCOMPARE(words(clock.breachedAt), u"Mon 16 Nov 11:00"_s);
        QCOMPARE(kindsOf(clock), (QList{Kind::Started, Kind::TargetChanged, Kind::Breached}));
        QCOMPARE(clock.policy, SlaPolicyId{u"s1"_s});
    }

    void vector18_aHolidayOnASunday_isTheMonday_whereItMoves()
    {
        const auto openOnMonday = [](bool moves) {
            Holiday national = holiday(QDate(2033, 8, 7), longAgo);
            national.movesFromSunday = moves;
            const auto schedule =
                scheduleOf(opening, openingHours().versions.at(0), {national}, longAgo.toMSecsSinceEpoch());
            return !openOn(*schedule, QDate(2033, 8, 8)).isEmpty();
        };
        QVERIFY(!openOnMonday(true));
        QVERIFY(openOnMonday(false));
    }

    void rule6_whatTheMachineWrites_andNotes_answerNobody()
    {
        Company company;
        company.policies = {policy(u"s1"_s, {businessHours(Target::FirstResponse, 4)})};
        Story story(u"2026-11-16T08:00:00"_s);
        story.customer(u"2026-11-16T08:00:00"_s).machine(u"2026-11-16T08:01:00"_s).note(u"2026-11-16T08:30:00"_s);
        const QString now = u"2026-11-16T09:00:00"_s;
        QVERIFY(story.clocks(company, Target::FirstResponse, now).at(0).isOpen());
        story.agent(u"2026-11-16T08:45:00"_s);
        QCOMPARE(story.clocks(company, Target::FirstResponse, now).at(0).state, ClockState::Met);
    }

    void rule6_whoeverIsWrittenToFirst_waitsForNoFirstResponse()
    {
        Company company;
        company.policies = {
            policy(u"s1"_s, {businessHours(Target::FirstResponse, 4), businessHours(Target::NextResponse, 1)})};
        Story story(u"2026-11-16T08:00:00"_s);
        story.agent(u"2026-11-16T08:00:00"_s).customer(u"2026-11-16T09:00:00"_s);
        const QString now = u"2026-11-16T09:10:00"_s;
        QVERIFY(story.clocks(company, Target::FirstResponse, now).empty());
        QCOMPARE(story.clocks(company, Target::NextResponse, now).size(), 1U);
    }

    void rule7_noReplyNeeded_canBeTakenBack()
    {
        Company company;
        company.policies = {policy(u"s1"_s, {businessHours(Target::FirstResponse, 4)})};
        Story story(u"2026-11-16T08:00:00"_s);
        story.customer(u"2026-11-16T08:00:00"_s);
        story.event(u"2026-11-16T08:10:00"_s, noReplyNeededField, {}, u"true"_s);
        const QString now = u"2026-11-16T09:00:00"_s;
        QCOMPARE(story.clocks(company, Target::FirstResponse, now).at(0).state, ClockState::Cancelled);
        story.event(u"2026-11-16T08:20:00"_s, noReplyNeededField, u"true"_s, {});
        const SlaClock clock = story.clocks(company, Target::FirstResponse, now).at(0);
        QCOMPARE(clock.state, ClockState::Running);
        QCOMPARE(clock.used, hour);
    }

    void rule8_eachAnswer_promisesTheNext_andADateGivenByHandCountsInstead()
    {
        Company company;
        company.policies = {policy(u"s1"_s, {businessHours(Target::Update, 4)})};
        Story story(u"2026-11-16T08:00:00"_s);
        story.customer(u"2026-11-16T08:00:00"_s).agent(u"2026-11-16T09:00:00"_s);
        story.status(u"2026-11-16T09:00:00"_s, TicketStatus::WaitingThirdParty);
        const QString now = u"2026-11-16T10:00:00"_s;
        QCOMPARE(words(story.clocks(company, Target::Update, now).at(0).dueAt), u"Mon 16 Nov 15:00"_s);
        story.event(u"2026-11-16T09:30:00"_s, promisedAtField, {}, u"2026-11-18T16:00:00Z"_s);
        const SlaClock promised = story.clocks(company, Target::Update, now).at(0);
        QVERIFY(promised.isPromise);
        QCOMPARE(words(promised.dueAt), u"Wed 18 Nov 16:00"_s);
        story.agent(u"2026-11-17T09:00:00"_s);
        const auto clocks = story.clocks(company, Target::Update, u"2026-11-17T10:00:00"_s);
        QCOMPARE(clocks.size(), 2U);
        QCOMPARE(clocks.at(0).state, ClockState::Met);
        QCOMPARE(words(clocks.at(1).dueAt), u"Tue 17 Nov 15:00"_s);
    }

    void rule8_aDateGivenByHand_waitsForNobody()
    {
        Company company;
        company.policies = {policy(u"s1"_s, {businessHours(Target::Update, 4)})};
        Story story(u"2026-11-16T08:00:00"_s);
        story.customer(u"2026-11-16T08:00:00"_s).agent(u"2026-11-16T09:00:00"_s);
        story.event(u"2026-11-16T09:10:00"_s, promisedAtField, {}, u"2026-11-18T16:00:00Z"_s);
        story.status(u"2026-11-16T09:20:00"_s, TicketStatus::WaitingCustomer);
        const SlaClock waiting = story.clocks(company, Target::Update, u"2026-11-17T09:00:00"_s).at(0);
        QCOMPARE(waiting.state, ClockState::Running);
        QCOMPARE(words(waiting.dueAt), u"Wed 18 Nov 16:00"_s);
        QVERIFY(waiting.atRiskAt && *waiting.atRiskAt < *waiting.dueAt);
    }

    void rule16_whatWasMissed_staysWhenTheDateIsTakenBack()
    {
        Company company;
        company.policies = {policy(u"s1"_s, {businessHours(Target::Update, 1)})};
        Story story(u"2026-11-16T08:00:00"_s);
        story.customer(u"2026-11-16T08:00:00"_s).agent(u"2026-11-16T09:00:00"_s);
        story.event(u"2026-11-16T09:10:00"_s, promisedAtField, {}, u"2026-11-16T11:00:00Z"_s);
        story.event(u"2026-11-16T11:30:00"_s, promisedAtField, u"2026-11-16T11:00:00Z"_s, {});
        const SlaClock clock = story.clocks(company, Target::Update, u"2026-11-16T15:00:00"_s).at(0);
        QCOMPARE(words(clock.breachedAt), u"Mon 16 Nov 11:00"_s);
        QCOMPARE(words(clock.dueAt), u"Mon 16 Nov 11:00"_s);
    }

    void rule8_aPromise_countsWithoutAPolicyToo()
    {
        Company company;
        Story story(u"2026-11-16T08:00:00"_s);
        story.customer(u"2026-11-16T08:00:00"_s);
        story.event(u"2026-11-16T09:30:00"_s, promisedAtField, {}, u"2026-11-18T16:00:00Z"_s);
        const auto clocks = story.clocks(company, Target::Update, u"2026-11-18T17:00:00"_s);
        QCOMPARE(clocks.size(), 1U);
        QCOMPARE(clocks.at(0).state, ClockState::Breached);
        QVERIFY(clocks.at(0).policy.isEmpty());
    }

    void rule9_aThirdParty_pausesOnlyWhereThePolicySaysSo()
    {
        Company company;
        company.policies = {policy(u"s1"_s, {businessHours(Target::Resolution, 8)})};
        Story story(u"2026-11-16T09:00:00"_s);
        story.customer(u"2026-11-16T09:00:00"_s);
        story.status(u"2026-11-16T10:00:00"_s, TicketStatus::WaitingThirdParty);
        const QString now = u"2026-11-16T11:00:00"_s;
        QCOMPARE(words(story.clocks(company, Target::Resolution, now).at(0).dueAt), u"Tue 17 Nov 09:00"_s);
        company.policies[0].versions[0].pausesForThirdParty = true;
        QCOMPARE(story.clocks(company, Target::Resolution, now).at(0).state, ClockState::Paused);
    }

    void rule11_aReopenedTicket_hasHalfTheTarget_andKeepsTheFirstResolution()
    {
        Company company;
        company.policies = {policy(u"s1"_s, {businessHours(Target::Resolution, 8)})};
        Story story(u"2026-11-16T09:00:00"_s);
        story.customer(u"2026-11-16T09:00:00"_s).agent(u"2026-11-16T10:00:00"_s);
        story.status(u"2026-11-16T10:00:00"_s, TicketStatus::Resolved);
        story.customer(u"2026-11-17T08:00:00"_s).status(u"2026-11-17T08:00:00"_s, TicketStatus::Open);
        const auto clocks = story.clocks(company, Target::Resolution, u"2026-11-17T09:00:00"_s);
        QCOMPARE(clocks.size(), 2U);
        QCOMPARE(clocks.at(0).state, ClockState::Met);
        QCOMPARE(clocks.at(1).instance, 2);
        QCOMPARE(words(clocks.at(1).dueAt), u"Tue 17 Nov 12:00"_s);
    }

    void rule12_whatIsMerged_isNeitherMetNorMissed()
    {
        Company company;
        company.policies = {
            policy(u"s1"_s, {businessHours(Target::FirstResponse, 4), businessHours(Target::Resolution, 8)})};
        Story story(u"2026-11-16T09:00:00"_s);
        story.customer(u"2026-11-16T09:00:00"_s).status(u"2026-11-16T09:10:00"_s, TicketStatus::Merged);
        const QString now = u"2026-11-20T09:00:00"_s;
        QCOMPARE(story.clocks(company, Target::FirstResponse, now).at(0).state, ClockState::Merged);
        QCOMPARE(story.clocks(company, Target::Resolution, now).at(0).state, ClockState::Merged);
    }

    void rule14_theFirstPolicyThatFits_counts()
    {
        Company company;
        company.policies = {policy(u"any"_s, {businessHours(Target::FirstResponse, 4)}),
                            policy(u"high"_s, {businessHours(Target::FirstResponse, 1)},
                                   {{u"priority"_s, {u"high"_s, u"urgent"_s}, false}})};
        Story story(u"2026-11-16T09:00:00"_s);
        story.customer(u"2026-11-16T09:00:00"_s);
        const QString now = u"2026-11-16T09:10:00"_s;
        QCOMPARE(story.clocks(company, Target::FirstResponse, now).at(0).policy, SlaPolicyId{u"any"_s});
        story.priority(u"2026-11-16T09:05:00"_s, Priority::High);
        QCOMPARE(story.clocks(company, Target::FirstResponse, now).at(0).policy, SlaPolicyId{u"high"_s});
    }

    void rule16_whatWasMissed_staysMissed_whenTheTicketBecomesLessUrgent()
    {
        Company company;
        company.policies = {
            policy(u"any"_s, {businessHours(Target::FirstResponse, 8)}),
            policy(u"high"_s, {businessHours(Target::FirstResponse, 1)}, {{u"priority"_s, {u"high"_s}, false}})};
        Story story(u"2026-11-16T09:00:00"_s);
        story.customer(u"2026-11-16T09:00:00"_s).priority(u"2026-11-16T09:01:00"_s, Priority::High);
        story.priority(u"2026-11-16T11:00:00"_s, Priority::Normal);
        const SlaClock clock = story.clocks(company, Target::FirstResponse, u"2026-11-16T11:30:00"_s).at(0);
        QCOMPARE(clock.state, ClockState::Breached);
        QCOMPARE(words(clock.dueAt), u"Mon 16 Nov 10:00"_s);
    }

    void rule16_whatWasMissed_staysMissed_whenAHolidayIsDeclaredForAnotherDay()
    {
        Company company;
        company.policies = {
            policy(u"any"_s, {businessHours(Target::FirstResponse, 20)}),
            policy(u"high"_s, {businessHours(Target::FirstResponse, 1)}, {{u"priority"_s, {u"high"_s}, false}})};
        company.holidays = {holiday(QDate(2026, 11, 18), when(u"2026-11-16T14:30:00"_s))};
        Story story(u"2026-11-16T09:00:00"_s);
        story.customer(u"2026-11-16T09:00:00"_s).priority(u"2026-11-16T09:01:00"_s, Priority::High);
        story.priority(u"2026-11-16T11:00:00"_s, Priority::Normal);
        const SlaClock clock = story.clocks(company, Target::FirstResponse, u"2026-11-16T15:00:00"_s).at(0);
        QCOMPARE(clock.state, ClockState::Breached);
        QCOMPARE(words(clock.dueAt), u"Mon 16 Nov 10:00"_s);
    }

    void whatIsPromisedNoLonger_isCancelled_unlessItWasMissed()
    {
        Company company;
        company.policies = {policy(u"any"_s, {businessHours(Target::FirstResponse, 1)}),
                            policy(u"low"_s, {}, {{u"priority"_s, {u"low"_s}, false}})};
        const auto stateAfter = [&company](const QString &lowered) {
            Story story(u"2026-11-16T09:00:00"_s);
            story.customer(u"2026-11-16T09:00:00"_s).priority(lowered, Priority::Low);
            return story.clocks(company, Target::FirstResponse, u"2026-11-16T12:00:00"_s).at(0).state;
        };
        QCOMPARE(stateAfter(u"2026-11-16T09:30:00"_s), ClockState::Cancelled);
        QCOMPARE(stateAfter(u"2026-11-16T10:30:00"_s), ClockState::Breached);
    }

    void rule17_whatIsDone_isJudgedByWhatCountedThen()
    {
        Company company;
        company.policies = {policy(u"s1"_s, {businessHours(Target::FirstResponse, 4)})};
        SlaPolicyVersion stricter = company.policies[0].versions[0];
        stricter.number = 2;
        stricter.since = when(u"2026-11-17T08:00:00"_s);
        stricter.targets[0].length = 3600;
        company.policies[0].versions.append(stricter);
        Story done(u"2026-11-16T09:00:00"_s);
        done.customer(u"2026-11-16T09:00:00"_s).agent(u"2026-11-16T11:00:00"_s);
        const SlaClock met = done.clocks(company, Target::FirstResponse, u"2026-11-18T09:00:00"_s).at(0);
        QCOMPARE(met.state, ClockState::Met);
        QCOMPARE(met.policyVersion, 1);
        Story open(u"2026-11-16T17:00:00"_s);
        open.customer(u"2026-11-16T17:00:00"_s);
        const SlaClock clock = open.clocks(company, Target::FirstResponse, u"2026-11-17T08:30:00"_s).at(0);
        QCOMPARE(clock.state, ClockState::Breached); // three become late
        QCOMPARE(words(clock.breachedAt), u"Tue 17 Nov 08:00"_s);
        QCOMPARE(clock.policyVersion, 2);
    }

    void rule18_aPlannedHoliday_doesNotCount_andACancelledOneNoLonger()
    {
        Holiday planned = holiday(QDate(2026, 11, 17), {});
        planned.state = HolidayState::Planned;
        const CalendarVersion version = openingHours().versions.at(0);
        const auto isOpenBy = [&](const Holiday &day, const QString &then) {
            return !openOn(*scheduleOf(opening, version, {day}, at(then)), QDate(2026, 11, 17)).isEmpty();
        };
        QVERIFY(isOpenBy(planned, u"2026-11-17T08:00:00"_s));
        planned.confirmedAt = when(u"2026-11-16T20:00:00"_s);
        QVERIFY(isOpenBy(planned, u"2026-11-16T19:00:00"_s));
        QVERIFY(!isOpenBy(planned, u"2026-11-16T20:00:00"_s));
        planned.cancelledAt = when(u"2026-11-16T22:00:00"_s);
        QVERIFY(isOpenBy(planned, u"2026-11-16T22:00:00"_s));
        planned.cancelledAt = {};
        planned.calendars = {CalendarId{u"y-other"_s}};
        QVERIFY(isOpenBy(planned, u"2026-11-16T20:00:00"_s));
    }

    void rule22_atRisk_beginsAtAShareOfTheTarget_orAQuarterOfAnHourBefore_butNotInItsFirstHalf()
    {
        const auto atRiskOf = [](qint64 seconds) {
            Company company;
            company.policies = {policy(u"s1"_s, {{Target::FirstResponse, ClockUnit::Business, seconds, opening}})};
            Story story(u"2026-11-16T08:00:00"_s);
            story.customer(u"2026-11-16T08:00:00"_s);
            return words(story.clocks(company, Target::FirstResponse, u"2026-11-16T08:01:00"_s).at(0).atRiskAt);
        };
        QCOMPARE(atRiskOf(4 * 3600), u"Mon 16 Nov 11:00"_s); // three quarters
        QCOMPARE(atRiskOf(40 * 60), u"Mon 16 Nov 08:25"_s); // a quarter of an hour before
        QCOMPARE(atRiskOf(20 * 60), u"Mon 16 Nov 08:10"_s); // half
        QCOMPARE(atRiskOf(8 * 3600), u"Mon 16 Nov 16:00"_s); // lunch is no time
    }

    void rule24_aBreachThatWasNone_isAnnulledAndNotForgotten()
    {
        Company company;
        company.policies = {policy(u"s1"_s, {businessHours(Target::Resolution, 8)})};
        Holiday late = holiday(QDate(2026, 3, 20), when(u"2026-03-20T16:00:00"_s));
        late.decidedBy = AgentId{u"a-chief"_s};
        Story story(u"2026-03-19T15:00:00"_s);
        story.customer(u"2026-03-19T15:00:00"_s);
        QCOMPARE(story.clocks(company, Target::Resolution, u"2026-03-20T15:30:00"_s).at(0).state, ClockState::Breached);
        company.holidays = {late};
        const SlaClock clock = story.clocks(company, Target::Resolution, u"2026-03-20T16:30:00"_s).at(0);
        QCOMPARE(clock.state, ClockState::Running);
        QCOMPARE(kindsOf(clock), (QList{Kind::Started, Kind::Breached, Kind::RulesChanged, Kind::Annulled}));
        const Rules rules(company.calendars, company.holidays, company.policies);
        QCOMPARE(rules.editions().at(clock.events.back().edition).author, late.decidedBy);
        QCOMPARE(rules.editions().at(clock.events.back().edition).holiday, late.id);
    }

    void whatHappensInOneInstant_hasTheOrderThatMakesSense()
    {
        Company company;
        company.policies = {
            policy(u"s1"_s, {businessHours(Target::FirstResponse, 4), businessHours(Target::Resolution, 8)})};
        const QString at = u"2026-11-16T10:00:00"_s;
        Story backwards(u"2026-11-16T09:00:00"_s);
        backwards.customer(u"2026-11-16T09:00:00"_s);
        backwards.status(at, TicketStatus::WaitingCustomer); // so that this is what it comes to
        backwards.event(at, u"status"_s, u"open"_s, u"waitingCustomer"_s);
        backwards.event(at, u"status"_s, u"new"_s, u"open"_s).agent(at).drop(1);
        const QString now = u"2026-11-16T11:00:00"_s;
        QCOMPARE(backwards.clocks(company, Target::Resolution, now).at(0).state, ClockState::Paused);
        QCOMPARE(backwards.clocks(company, Target::Resolution, now).at(0).used, hour);
        QCOMPARE(backwards.clocks(company, Target::FirstResponse, now).at(0).state, ClockState::Met);
        Story done(u"2026-11-16T09:00:00"_s);
        done.customer(u"2026-11-16T09:00:00"_s).status(at, TicketStatus::Resolved).agent(at);
        QCOMPARE(done.clocks(company, Target::FirstResponse, now).at(0).state, ClockState::Met);
    }

    void rule26_whatIsNotAccepted_stopsNoClock()
    {
        Ticket ticket;
        ticket.receivedAt = when(u"2026-11-16T08:00:00"_s);
        Message asked;
        asked.at = ticket.receivedAt;
        Message waiting;
        waiting.direction = Direction::Outgoing;
        waiting.author = ActorId{u"a1"_s};
        waiting.writtenAt = ticket.receivedAt.addSecs(60);
        const QList<Message> timeLine{asked, waiting};
        QCOMPARE(factsOf(ticket, timeLine).facts.size(), 1U);
    }

    void rule28_whatCameBeforeAnybodyCounted_isNotJudged()
    {
        Company company;
        company.policies = {policy(u"s1"_s, {businessHours(Target::FirstResponse, 4)})};
        company.policies[0].versions[0].enforceFrom = when(u"2026-11-16T08:00:00"_s);
        Story before(u"2026-11-13T17:00:00"_s);
        before.customer(u"2026-11-13T17:00:00"_s);
        QVERIFY(before.clocks(company, Target::FirstResponse, u"2026-11-20T08:00:00"_s).empty());
        Story after(u"2026-11-16T08:00:00"_s);
        after.customer(u"2026-11-16T08:00:00"_s);
        QCOMPARE(after.clocks(company, Target::FirstResponse, u"2026-11-20T08:00:00"_s).size(), 1U);
    }

    void anAnswerAtTheVeryDueDate_isInTime()
    {
        Company company;
        company.policies = {policy(u"s1"_s, {businessHours(Target::FirstResponse, 1)})};
        Story story(u"2026-11-16T08:00:00"_s);
        story.customer(u"2026-11-16T08:00:00"_s);
        QCOMPARE(story.clocks(company, Target::FirstResponse, u"2026-11-16T09:00:00"_s).at(0).state,
                 ClockState::Breached);
        story.agent(u"2026-11-16T09:00:00"_s);
        QCOMPARE(story.clocks(company, Target::FirstResponse, u"2026-11-16T10:00:00"_s).at(0).state, ClockState::Met);
        Story late(u"2026-11-16T08:00:00"_s);
        late.customer(u"2026-11-16T08:00:00"_s).agent(u"2026-11-16T09:00:01"_s);
        QCOMPARE(late.clocks(company, Target::FirstResponse, u"2026-11-16T10:00:00"_s).at(0).state,
                 ClockState::MetLate);
    }

    void whatWasTakenForSpam_countsAgainWithoutTheTimeInBetween()
    {
        Company company;
        company.policies = {policy(u"s1"_s, {businessHours(Target::FirstResponse, 4)})};
        Story story(u"2026-11-16T08:00:00"_s);
        story.customer(u"2026-11-16T08:00:00"_s).status(u"2026-11-16T09:00:00"_s, TicketStatus::Spam);
        QCOMPARE(story.clocks(company, Target::FirstResponse, u"2026-11-16T10:00:00"_s).at(0).state,
                 ClockState::Cancelled);
        story.status(u"2026-11-16T11:00:00"_s, TicketStatus::Open);
        const SlaClock clock = story.clocks(company, Target::FirstResponse, u"2026-11-16T11:30:00"_s).at(0);
        QCOMPARE(clock.state, ClockState::Running);
        QCOMPARE(words(clock.dueAt), u"Mon 16 Nov 16:00"_s);
    }

    void whatIsWrittenToATicketTakenForSpam_countsOnceItIsNone()
    {
        Company company;
        company.policies = {policy(u"s1"_s, {businessHours(Target::FirstResponse, 4)})};
        Story story(u"2026-11-16T08:00:00"_s);
        story.customer(u"2026-11-16T08:00:00"_s).agent(u"2026-11-16T08:10:00"_s);
        company.policies = {policy(u"s1"_s, {businessHours(Target::NextResponse, 4)})};
        story.status(u"2026-11-16T09:00:00"_s, TicketStatus::Spam).customer(u"2026-11-16T10:00:00"_s);
        const QString now = u"2026-11-16T11:30:00"_s;
        QVERIFY(story.clocks(company, Target::NextResponse, now).empty());
        story.status(u"2026-11-16T11:00:00"_s, TicketStatus::Open);
        const SlaClock clock = story.clocks(company, Target::NextResponse, now).at(0);
        QCOMPARE(words(clock.dueAt), u"Mon 16 Nov 17:00"_s);
    }

    void rule17_otherRulesThatBeginWhenAClockEnds_areTooLateForIt()
    {
        Company company;
        company.policies = {policy(u"s1"_s, {businessHours(Target::FirstResponse, 8)})};
        Story story(u"2026-11-16T08:00:00"_s);
        story.customer(u"2026-11-16T08:00:00"_s).agent(u"2026-11-16T09:00:00"_s);
        company.holidays = {holiday(QDate(2026, 11, 16), when(u"2026-11-16T09:00:00"_s))};
        QCOMPARE(words(story.clocks(company, Target::FirstResponse, u"2026-11-16T12:00:00"_s).at(0).dueAt),
                 u"Mon 16 Nov 18:00"_s);
    }

    void aPausedClockInWorkingDays_saysWhatIsLeftIfItWentOnNow()
    {
        Company company;
        company.policies = {policy(u"s1"_s, {{Target::Resolution, ClockUnit::BusinessDays, 2, opening}})};
        Story story(u"2026-11-16T10:00:00"_s);
        story.customer(u"2026-11-16T10:00:00"_s).agent(u"2026-11-17T10:00:00"_s);
        story.status(u"2026-11-17T10:00:00"_s, TicketStatus::WaitingCustomer);
        const QString now = u"2026-11-18T10:00:00"_s;
        const SlaClock clock = story.clocks(company, Target::Resolution, now).at(0);
        QCOMPARE(clock.state, ClockState::Paused);
        // Tuesday's closing is inside the pause: Wednesday's and Thursday's count. Two days and six hours less what is
        // used, which is Monday's six and Tuesday's two.
        QCOMPARE(clock.used, 8 * hour);
        QCOMPARE(clock.remaining(at(now)), 14 * hour);
    }

    void anUnknownZone_promisesNoDate_andNeverCountsDayAndNight()
    {
        Company company;
        company.calendars[0].versions[0].zone = u"Africa/Atlantis"_s;
        company.policies = {policy(u"s1"_s, {businessHours(Target::FirstResponse, 1)})};
        Story story(u"2026-11-16T08:00:00"_s);
        story.customer(u"2026-11-16T08:00:00"_s);
        const SlaClock clock = story.clocks(company, Target::FirstResponse, u"2026-11-20T08:00:00"_s).at(0);
        QCOMPARE(clock.dueAt, std::nullopt);
        QCOMPARE(clock.breachedAt, std::nullopt);
        QCOMPARE(flawOf(company.calendars[0].versions[0]), std::optional(CalendarFlaw::UnknownZone));
    }

    void whatIsWrongWithACalendar_isSaid()
    {
        CalendarVersion version = openingHours().versions.at(0);
        QCOMPARE(flawOf(version), std::nullopt);
        version.weekly += WeeklyHours{1, {11 * 60, 15 * 60}};
        QCOMPARE(flawOf(version), std::optional(CalendarFlaw::Overlapping));
        version.weekly = {{1, {22 * 60, 6 * 60}}, {2, {5 * 60, 9 * 60}}}; // over midnight into the next morning
        QCOMPARE(flawOf(version), std::optional(CalendarFlaw::Overlapping));
        version.weekly = {{1, {22 * 60, 6 * 60}}};
        QCOMPARE(flawOf(version), std::nullopt);
        version.weekly = {{8, {60, 120}}};
        QCOMPARE(flawOf(version), std::optional(CalendarFlaw::ImpossibleHours));
        version.weekly = {{1, {60, 60}}};
        QCOMPARE(flawOf(version), std::optional(CalendarFlaw::ImpossibleHours));
        version.weekly = {};
        QCOMPARE(flawOf(version), std::optional(CalendarFlaw::NeverOpen));
    }

    void aNightShift_endsOnTheNextDay_alsoWhereThatHasHoursOfItsOwn()
    {
        CalendarVersion version;
        version.zone = u"Africa/Abidjan"_s;
        version.weekly = {{1, {22 * 60, 6 * 60}}, {7, {20 * 60, 2 * 60}}};
        version.exceptions = {{QDate(2026, 11, 24), {{10 * 60, 11 * 60}}}}; // a Tuesday
        const OpenTime time(*scheduleOf({}, version, {}, 0));
        const auto stretches = time.stretches(at(u"2026-11-22T00:00:00"_s), at(u"2026-11-26T00:00:00"_s));
        QStringList said;
        for (const Span &span : stretches)
            said += words(span.from) + u" to "_s + words(span.to);
        QCOMPARE(said,
                 (QStringList{u"Sun 22 Nov 20:00 to Mon 23 Nov 02:00"_s, u"Mon 23 Nov 22:00 to Tue 24 Nov 06:00"_s,
                              u"Tue 24 Nov 10:00 to Tue 24 Nov 11:00"_s}));
    }

    void aCondition_onWhatIsNotThere_neverHolds()
    {
        const Attributes ticket{{u"priority"_s, {u"high"_s}}, {u"tags"_s, {}}};
        QVERIFY(holds({u"priority"_s, {u"high"_s, u"urgent"_s}, false}, ticket));
        QVERIFY(!holds({u"priority"_s, {u"high"_s}, true}, ticket));
        QVERIFY(holds({u"tags"_s, {u"none"_s}, false}, ticket));
        QVERIFY(holds({u"tags"_s, {u"g1"_s}, true}, ticket));
        QVERIFY(!holds({u"weather"_s, {u"rain"_s}, true}, ticket));
    }

    /// Whatever comes later, what was late once is late for good, or somebody says why it is not (rule 24).
    void aBreach_neverVanishesInSilence()
    {
        AnyLife life;
        int annulled = 0;
        for (int i = 0; i < 40; ++i) {
            life.begin();
            std::vector<SlaClock> before;
            for (int step = 0; step < 25; ++step) {
                life.step();
                const std::vector<SlaClock> clocks = life.clocks();
                const QString fault = AnyLife::whatVanished(before, clocks, annulled);
                QVERIFY2(fault.isEmpty(), qPrintable(u"life %1, step %2: %3"_s.arg(i).arg(step).arg(fault)));
                before = clocks;
            }
        }
        QVERIFY(life.breaches > 300);
        QVERIFY(annulled > 0);
    }
};

QTEST_GUILESS_MAIN(TestClocks)
#include "tst_clocks.moc"
