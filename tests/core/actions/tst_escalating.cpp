// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/actions/commandmaking.h"
#include "core/actions/escalating.h"
#include "core/sla/rules.h"

#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;

namespace {

using State = EscalationState;

const QDateTime tuesday(QDate(2026, 11, 17), QTime(15, 20), Qt::UTC);

EscalationPath path(const QString &id, EscalationKind kind)
{
    EscalationPath made;
    made.id = EscalationPathId{id};
    made.kind = kind;
    made.team = TeamId{u"e-n2"_s};
    return made;
}

Agent agent(const QString &id, const QString &team, Role role = Role::Agent)
{
    Agent made;
    made.id = AgentId{id};
    made.teams = {TeamId{team}};
    made.roles = {role};
    return made;
}

Escalation escalation(State state)
{
    Escalation made;
    made.id = EscalationId{u"x-1"_s};
    made.ticket = TicketId{u"t-1"_s};
    made.path = EscalationPathId{u"p-n2"_s};
    made.state = state;
    made.team = TeamId{u"e-n2"_s};
    made.fromTeam = TeamId{u"e-n1"_s};
    made.openedBy = AgentId{u"a-awa"_s};
    return made;
}

QList<State> allowed(State state, const Agent &me)
{
    QList<State> all;
    for (const PossibleMove &move : movesOf(escalation(state), me)) {
        if (move.isAllowed) all.append(move.to);
    }
    return all;
}

} // namespace

class TestEscalating : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ofEachKind_oneIsOpen()
    {
        const QList<EscalationPath> paths{path(u"p-n2"_s, EscalationKind::Functional),
                                          path(u"p-n3"_s, EscalationKind::Functional),
                                          path(u"p-boss"_s, EscalationKind::Hierarchical)};
        QCOMPARE(pathsLeft(paths, {}).size(), 3);
        QCOMPARE(pathsLeft(paths, {escalation(State::Closed)}).size(), 3);
        const QList<EscalationPath> left = pathsLeft(paths, {escalation(State::HandedBack)});
        QCOMPARE(left.size(), 1);
        QCOMPARE(left.first().id.value, u"p-boss"_s);
    }

    void oneThatTheServerHasNotGot_isOfTheKindOfItsPath()
    {
        Escalation waiting = escalation(State::Requested);
        waiting.path = EscalationPathId{u"p-boss"_s}; // and its own kind is still what it is born with
        const QList<EscalationPath> left = pathsLeft(
            {path(u"p-n2"_s, EscalationKind::Functional), path(u"p-boss"_s, EscalationKind::Hierarchical)}, {waiting});
        QCOMPARE(left.size(), 1);
        QCOMPARE(left.first().id.value, u"p-n2"_s);
    }

    void aPathThatLeadsToNobody_isNoneOfThem()
    {
        EscalationPath nowhere = path(u"p-n2"_s, EscalationKind::Functional);
        nowhere.team = {};
        EscalationPath old = path(u"p-n3"_s, EscalationKind::Functional);
        old.active = false;
        QVERIFY(pathsLeft({nowhere, old}, {}).isEmpty());
    }

    void whoseTurnItIs_followsFromSideAndState()
    {
        const Agent sender = agent(u"a-mariam"_s, u"e-n1"_s);
        const Agent receiver = agent(u"a-ibrahim"_s, u"e-n2"_s);
        QCOMPARE(allowed(State::Requested, receiver), (QList{State::Accepted, State::Refused}));
        QCOMPARE(allowed(State::Requested, sender), QList{State::Withdrawn});
        QCOMPARE(allowed(State::HandedBack, sender), (QList{State::Closed, State::Requested}));
        QCOMPARE(allowed(State::HandedBack, receiver), QList<State>());
        QCOMPARE(allowed(State::Closed, sender), QList<State>());
        QVERIFY(hasMoves({escalation(State::HandedBack)}, sender));
        QVERIFY(!hasMoves({escalation(State::HandedBack), escalation(State::Closed)}, receiver));
    }

    void supervisors_andWhoOpenedOrAcceptedIt_mayToo()
    {
        QCOMPARE(allowed(State::Requested, agent(u"a-boss"_s, u"e-9"_s, Role::Supervisor)),
                 (QList{State::Accepted, State::Refused, State::Withdrawn}));
        QCOMPARE(allowed(State::Requested, agent(u"a-awa"_s, u"e-9"_s)), QList{State::Withdrawn});
        QCOMPARE(allowed(State::Requested, agent(u"a-else"_s, u"e-9"_s)), QList<State>());
    }

    void theOthersMoves_areNamed_butNotAllowed()
    {
        const QList<PossibleMove> moves = movesOf(escalation(State::Requested), agent(u"a-awa"_s, u"e-n1"_s));
        QCOMPARE(moves.size(), 3);
        QCOMPARE(moves.at(0).to, State::Accepted);
        QCOMPARE(moves.at(0).by, EscalationSide::Receiver);
        QVERIFY(!moves.at(0).isAllowed);
    }

    void aMove_saysWhatTheAgentSaw()
    {
        const MoveEscalation command = moved(escalation(State::Accepted), State::HandedBack);
        QCOMPARE(command.escalation.value, u"x-1"_s);
        QCOMPARE(command.ticket.value, u"t-1"_s);
        QCOMPARE(command.from, State::Accepted);
        QCOMPARE(command.to, State::HandedBack);
        QVERIFY(needsWords(State::HandedBack) && needsWords(State::Refused) && needsWords(State::Requested));
        QVERIFY(!needsWords(State::Accepted) && !needsWords(State::Closed));
    }

    void aPath_saysUntilWhen_byTheRules()
    {
        EscalationPath way = path(u"p-n2"_s, EscalationKind::Functional);
        way.targets = {{Target::Pickup, ClockUnit::Wall, 7200, {}}};
        const sla::Rules rules({}, {}, {});
        QCOMPARE(pathDue(&rules, way, Target::Pickup, tuesday), tuesday.addSecs(7200));
        QVERIFY(!pathDue(&rules, way, Target::Update, tuesday).isValid());
        QVERIFY(!pathDue(nullptr, way, Target::Pickup, tuesday).isValid());
    }

    void aPath_speaksInTheZoneOfItsCalendar()
    {
        Calendar calendar;
        calendar.id = CalendarId{u"k-1"_s};
        CalendarVersion version;
        version.since = tuesday.addDays(-1);
        version.zone = u"Africa/Abidjan"_s;
        version.weekly = {{Qt::Monday, {480, 720}}};
        calendar.versions = {version};
        const sla::Rules rules({calendar}, {}, {});
        EscalationPath way = path(u"p-n2"_s, EscalationKind::Functional);
        QVERIFY(!pathZone(&rules, way, tuesday).isValid());
        way.targets = {{Target::Update, ClockUnit::BusinessDays, 1, calendar.id}};
        QCOMPARE(pathZone(&rules, way, tuesday).id(), QByteArray("Africa/Abidjan"));
        QVERIFY(!pathZone(nullptr, way, tuesday).isValid());
    }

    void theCustomer_isPromisedTheAnswer_butNotAfterHisOwnDate()
    {
        const QDateTime expected = tuesday.addDays(1);
        QCOMPARE(promiseFor(expected, {}, tuesday), expected);
        QCOMPARE(promiseFor(expected, expected.addSecs(60), tuesday), expected);
        QCOMPARE(promiseFor(expected, expected.addSecs(-60), tuesday), expected.addSecs(-60));
        QCOMPARE(promiseFor(expected, tuesday.addSecs(-60), tuesday), expected); // that date can't be kept any more
    }

    void anEarlierDate_isOneHourBefore_whereThereIsOne()
    {
        QCOMPARE(earlierThan(tuesday.addSecs(7200), tuesday), tuesday.addSecs(3600));
        QVERIFY(!earlierThan(tuesday.addSecs(3600), tuesday).isValid());
        QVERIFY(!earlierThan({}, tuesday).isValid());
    }

    void anAnswer_goesToWhoWroteLast_elseToWhereTheCustomerIsReached()
    {
        Customer customer;
        customer.name = u"Rosine Bamba"_s;
        QVERIFY(recipientsOf({}, customer).isEmpty());
        customer.emails = {{{}, u"rosine@cabinet-bamba.example"_s}};
        QCOMPARE(recipientsOf({}, customer),
                 (QList<EmailAddress>{{u"Rosine Bamba"_s, customer.emails.first().address}}));
        Message message;
        message.direction = Direction::Incoming;
        message.sender = {u"Secrétariat"_s, u"accueil@cabinet-bamba.example"_s};
        QCOMPARE(recipientsOf({message}, customer), QList<EmailAddress>{message.sender});
        message.kind = MessageKind::Note;
        QCOMPARE(recipientsOf({message}, customer).first().address, customer.emails.first().address);
    }
};

QTEST_GUILESS_MAIN(TestEscalating)
#include "tst_escalating.moc"
