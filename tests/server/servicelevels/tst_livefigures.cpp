// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/servicelevels/livefigures.h"
#include "tests/server/servicelevels/clockshop.h"

using namespace akwaba;
using namespace akwaba::servicelevels;
using namespace akwaba::store;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QDateTime utc(qint64 msecs) { return QDateTime::fromMSecsSinceEpoch(msecs, Qt::UTC); }

/// The shop with people: it opens at 8, answers within four hours, and it is Monday, 9 o'clock.
struct Shop : ClockShop {
    Agent awa = available(agent(u"Awa"_s, {}));

    Agent available(Agent agent)
    {
        agent.state = AgentState::Available;
        return put(agent);
    }
    Ticket givenTo(Ticket ticket, const Agent &agent)
    {
        ticket.assignee = agent.id;
        ticket.waitingSince = clock.now();
        return put(ticket);
    }
    void becomes(Ticket ticket, TicketStatus status)
    {
        Message event;
        event.id = id<MessageId>();
        event.ticket = ticket.id;
        event.kind = MessageKind::Event;
        event.at = clock.now();
        event.changes = {{u"status"_s, wireName(ticket.status), wireName(status)}};
        put(event);
        ticket.status = status;
        put(ticket);
    }
    Draft draft(const Ticket &ticket, const Agent &agent)
    {
        Draft draft;
        draft.id = id<DraftId>();
        draft.agent = agent.id;
        draft.ticket = ticket.id;
        draft.text = u"Bonjour"_s;
        return put(draft);
    }
    void call(int ringSeconds, CallOutcome outcome, Direction direction = Direction::Incoming)
    {
        Message call;
        call.id = id<MessageId>();
        call.ticket = ticket(support.id).id;
        call.kind = MessageKind::Call;
        call.direction = direction;
        call.channel = Channel::Phone;
        call.at = clock.now();
        call.ringSeconds = ringSeconds;
        call.callOutcome = outcome;
        put(call);
    }
    void promise(const Ticket &ticket, const QDateTime &date)
    {
        Message event;
        event.id = id<MessageId>();
        event.ticket = ticket.id;
        event.kind = MessageKind::Event;
        event.at = clock.now();
        event.changes = {{sla::promisedAtField, QString(), utcDate(date)}};
        put(event);
    }
    LiveFigures figures(const QSet<AgentId> &connected = {})
    {
        keepAll();
        return must(liveFigures(must(store->read()), clock.now(), connected));
    }
};

} // namespace

class TestLiveFigures : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anEmptyShop_hasNothingToCount()
    {
        Shop shop;
        const LiveFigures figures = shop.figures();
        QCOMPARE(figures.late + figures.atRisk + figures.unassigned + figures.unanswered + figures.promises, 0);
        QVERIFY(!figures.lateSince.isValid());
        QCOMPARE(figures.at, shop.clock.now());
        QCOMPARE(figures.monthFrom, utc(at(0, 0, -22)));
        QVERIFY(figures.attainments.isEmpty());
    }

    void aTicketIsLate_orAtRisk_byItsNextClock()
    {
        Shop shop;
        shop.asked(); // due at 13, at risk from 12
        shop.wait(90min);
        const Ticket second = shop.asked(); // 14:30
        shop.wait(1h); // 11:30
        QCOMPARE(shop.figures().atRisk, 0);
        shop.wait(30min); // 12:00
        QCOMPARE(shop.figures().atRisk, 1);
        QCOMPARE(shop.figures().atRiskWithoutDraft, 1);
        shop.wait(90min); // 13:30
        LiveFigures figures = shop.figures();
        QCOMPARE(figures.late, 1);
        QCOMPARE(figures.lateSince, utc(at(13)));
        QCOMPARE(figures.atRisk, 1);
        shop.draft(second, shop.awa);
        figures = shop.figures();
        QCOMPARE(figures.atRisk, 1);
        QCOMPARE(figures.atRiskWithoutDraft, 0);
        QCOMPARE(figures.unanswered, 0); // nobody derived the instants of these tickets
        QCOMPARE(figures.unansweredDueAt, utc(at(14, 30)));
    }

    void whatIsDone_isNotCounted()
    {
        Shop shop;
        Ticket ticket = shop.asked();
        shop.wait(5h);
        QCOMPARE(shop.figures().late, 1);
        ticket.status = TicketStatus::Resolved;
        shop.put(ticket);
        QCOMPARE(shop.figures().late, 0);
        QCOMPARE(shop.figures().unassigned, 0);
    }

    void ticketsOfNobody_areCounted_withTheLongestWait()
    {
        Shop shop;
        Ticket first = shop.asked();
        first.waitingSince = shop.clock.now();
        first.lastCustomerMessageAt = shop.clock.now();
        first = shop.put(first);
        shop.wait(10min);
        shop.givenTo(shop.asked(), shop.awa);
        LiveFigures figures = shop.figures();
        QCOMPARE(figures.unassigned, 1);
        QCOMPARE(figures.unassignedSince, utc(at(9)));
        QCOMPARE(figures.unanswered, 1);
        first.firstResponseAt = shop.clock.now();
        shop.put(first);
        QCOMPARE(shop.figures().unanswered, 0);
    }

    void whatIsDueWhileTheShopIsClosed_belongsToTheHourBefore()
    {
        Shop shop;
        shop.wait(8h + 30min); // 17:30
        shop.asked(); // half an hour today, 3 h 30 tomorrow: 11:30
        const LiveFigures figures = shop.figures();
        QCOMPARE(figures.openingHours.size(), 24);
        QCOMPARE(figures.openingHours.constFirst(), utc(at(17)));
        QCOMPARE(figures.openingHours.at(1), utc(at(8, 0, 1)));
        QCOMPARE(figures.hours.size(), 1);
        QCOMPARE(figures.hours.constFirst(), (DueHour{utc(at(11, 0, 1)), shop.support.id, 1}));
    }

    void whatIsDueAtNight_belongsToTheLastHourOfTheDay()
    {
        Shop shop;
        shop.policy.versions[0].targets[0] = {Target::FirstResponse, ClockUnit::Wall, 12 * 3600, {}};
        shop.policy.versions[0].targets += {Target::Resolution, ClockUnit::Business, 40 * 3600, shop.calendar.id};
        shop.policy = shop.put(shop.policy);
        shop.asked(); // due at 21:00
        QCOMPARE(shop.figures().hours, (QList<DueHour>{{utc(at(17)), shop.support.id, 1}}));
    }

    void aDueDateAtTheEndOfAnHour_belongsToIt()
    {
        Shop shop;
        shop.asked(); // 13:00
        QCOMPARE(shop.figures().hours.constFirst().from, utc(at(12)));
    }

    void whatWasKeptAndBroken_isCountedOnce_whenItWasDecided()
    {
        Shop shop;
        const Ticket kept = shop.asked();
        const Ticket late = shop.asked();
        shop.asked(); // is late, and still open
        shop.wait(1h);
        shop.answer(kept);
        shop.wait(4h);
        shop.answer(late);
        shop.asked(); // nothing is decided
        const LiveFigures figures = shop.figures();
        QCOMPARE(figures.attainments.size(), 1);
        const Attainment attainment = figures.attainments.constFirst();
        QCOMPARE(attainment.target, Target::FirstResponse);
        QCOMPARE(attainment.channel, Channel::Email);
        QCOMPARE(attainment.kept, 1);
        QCOMPARE(attainment.decided, 3);
        QCOMPARE(attainment.unit, ClockUnit::Business);
        QCOMPARE(attainment.length, 4 * 3600);
        shop.wait(24h * 30); // another month
        QVERIFY(shop.figures().attainments.isEmpty());
    }

    void whatWasBroken_staysBroken_whenItIsCalledOff()
    {
        Shop shop;
        Ticket late = shop.asked();
        const Ticket junk = shop.asked();
        shop.wait(5h);
        shop.becomes(late, TicketStatus::Resolved); // without an answer
        QCOMPARE(shop.figures().attainments.constFirst().decided, 2);
        QCOMPARE(shop.figures().attainments.constFirst().kept, 0);
        shop.becomes(junk, TicketStatus::Spam);
        QCOMPARE(shop.figures().attainments.constFirst().decided, 1);
    }

    void agentsAreThere_whileOneOfTheirDevicesIs()
    {
        Shop shop;
        shop.agent(u"Estelle"_s, {}, {Role::Editor}); // answers nobody
        const Ticket ticket = shop.givenTo(shop.asked(), shop.awa);
        shop.draft(ticket, shop.awa);
        shop.wait(5h);
        LiveFigures figures = shop.figures();
        QCOMPARE(figures.agents.size(), 1);
        QCOMPARE(figures.agents.constFirst(), (AgentLoad{shop.awa.id, AgentState::Offline, 1, 1, utc(at(9)), 1}));
        QCOMPARE(shop.figures({shop.awa.id}).agents.constFirst().state, AgentState::Available);
        Device device;
        device.id = shop.id<DeviceId>();
        device.agent = shop.awa.id;
        device.lastSeenAt = shop.clock.now();
        shop.put(device);
        QCOMPARE(shop.figures().agents.constFirst().state, AgentState::Available);
        shop.awa.state = AgentState::Offline; // as of whoever never said anything
        shop.awa = shop.put(shop.awa);
        QCOMPARE(shop.figures().agents.constFirst().state, AgentState::Available);
        shop.wait(16min);
        QCOMPARE(shop.figures().agents.constFirst().state, AgentState::Offline);
    }

    void callsCount_unlessGivenUpAtOnce_orOutsideOpeningHours()
    {
        Shop shop;
        shop.wait(24h); // Tuesday
        shop.call(12, CallOutcome::Answered);
        shop.wait(24h); // Wednesday
        shop.call(30, CallOutcome::Answered);
        shop.call(31, CallOutcome::Answered);
        shop.call(40, CallOutcome::Abandoned);
        shop.call(4, CallOutcome::Abandoned);
        shop.call(5, CallOutcome::Abandoned);
        shop.call(0, CallOutcome::Answered); // written down by hand: nobody knows
        shop.call(10, CallOutcome::Answered, Direction::Outgoing);
        shop.wait(12h); // 21:00
        shop.call(3, CallOutcome::Answered);
        QCOMPARE(shop.figures().phone, (PhoneFigures{4, 1, 5, 2}));
    }

    void promisesOfToday_areCounted_alsoThoseThatAreLate()
    {
        Shop shop;
        const auto answered = [&shop] {
            const Ticket ticket = shop.asked();
            shop.answer(ticket);
            return ticket;
        };
        shop.promise(answered(), utc(at(10)));
        shop.promise(answered(), utc(at(17)));
        shop.promise(answered(), utc(at(9, 0, 1)));
        shop.promise(shop.asked(), utc(at(17))); // something else is due before
        shop.wait(2h);
        const LiveFigures figures = shop.figures();
        QCOMPARE(figures.promises, 2);
        QCOMPARE(figures.promiseDueAt, utc(at(17)));
    }

    void ofTwoClocksThatAreDueAtOnce_theOlderOneCounts()
    {
        Shop shop;
        shop.policy.versions[0].targets = {{Target::Resolution, ClockUnit::Business, 8 * 3600, shop.calendar.id}};
        shop.policy = shop.put(shop.policy);
        const Ticket ticket = shop.asked(); // to be resolved at 17, at risk from 15
        shop.wait(1h);
        shop.promise(ticket, utc(at(17))); // at risk from 15:15
        shop.wait(5h + 5min); // 15:05
        const LiveFigures figures = shop.figures();
        QCOMPARE(figures.atRisk, 1);
        QCOMPARE(figures.promises, 0);
    }

    void escalationsAreLate_untilAccepted_orWhenTheirStepIs()
    {
        Shop shop;
        Escalation asked;
        asked.id = shop.id<EscalationId>();
        asked.ticket = shop.asked().id;
        asked.state = EscalationState::Requested;
        asked.openedAt = shop.clock.now();
        asked.pickupDueAt = utc(at(11));
        asked.stepDueAt = utc(at(12));
        asked = shop.put(asked);
        QCOMPARE(shop.figures().escalations, 1);
        QCOMPARE(shop.figures().escalationsLate, 0);
        shop.wait(2h); // 11:00
        QCOMPARE(shop.figures().escalationsLate, 1);
        asked.state = EscalationState::Accepted;
        asked = shop.put(asked);
        QCOMPARE(shop.figures().escalationsLate, 0);
        shop.wait(1h);
        QCOMPARE(shop.figures().escalationsLate, 1);
        asked.closedAt = shop.clock.now();
        shop.put(asked);
        QCOMPARE(shop.figures().escalations, 0);
    }
};

QTEST_GUILESS_MAIN(TestLiveFigures)
#include "tst_livefigures.moc"
