// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "intentfixture.h"

#include "app/server/store/clocktables.h"
#include "app/server/store/mailtables.h"
#include "core/sla/clocks.h"

using namespace akwaba;
using namespace akwaba::intents;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// escalation.md, rule by rule, as far as intents go.
namespace {

/// From the service to sales, within two hours and with news every day.
class EscalationFixture : public IntentFixture {
public:
    EscalationFixture()
    {
        path.id = id<EscalationPathId>();
        path.nameFr = u"Ventes"_s;
        path.team = sales.id;
        path.targets = {{Target::Pickup, ClockUnit::Wall, 2 * 3600, {}}, {Target::Update, ClockUnit::Wall, 86'400, {}}};
        path = put(path);
        ticket.assignee = awa.id;
        ticket = put(ticket);
    }

    Escalate request()
    {
        Escalate command;
        command.escalation.id = id<EscalationId>();
        command.escalation.ticket = ticket.id;
        command.escalation.path = path.id;
        command.escalation.asked = u"Peut-on l'échanger ?"_s;
        command.escalation.notice = id<MessageId>();
        command.escalation.promisedAt = clock.now().addDays(2);
        command.toAddresses = fatou.emails;
        command.text = u"Votre demande est suivie."_s;
        command.basedOn = question.id;
        return command;
    }

    Escalation requested()
    {
        const Escalate command = request();
        const Outcome outcome = send(asAwa, command);
        if (outcome.kind != OutcomeKind::Accepted) qFatal("not escalated");
        return *find<Escalation>(command.escalation.id);
    }

    MoveEscalation move(const Escalation &escalation, EscalationState to)
    {
        const Escalation now = *find<Escalation>(escalation.id);
        MoveEscalation command{now.id, ticket.id, now.state, to};
        command.note = u"pas pour nous"_s;
        command.answer = u"Échange accepté."_s;
        command.cause = u"lot défectueux"_s;
        return command;
    }

    Outcome moves(const store::Caller &as, const Escalation &escalation, EscalationState to)
    {
        clock.advance(1min);
        return send(as, move(escalation, to));
    }

    QStringList saidOf(const QString &field)
    {
        QStringList all;
        for (const Message &message : timeLine()) {
            for (const FieldChange &change : message.changes) {
                if (change.field == field) all += change.to;
            }
        }
        return all;
    }

    EscalationPath path;
};

} // namespace

class TestEscalations : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void escalating_givesTheWorkAway_andKeepsTheOwnerOfTheCustomer();
    void theNoticeIsPartOfTheAct_andItsDateIsAPromise();
    void withoutNotice_itSaysWhy_andPromisesNothing();
    void whatIsIncomplete_isRefused_data();
    void whatIsIncomplete_isRefused();
    void aDateThatPassedOnTheWay_isLookedAtAgain();
    void aCustomerWhoWroteMeanwhile_isReadFirst();
    void aTicketIsEscalatedOnceOfEachKind();
    void theFirstWhoAccepts_hasIt_andTheOtherIsTold();
    void accepting_setsUntilWhenThereIsNews();
    void aThirdParty_isWaitedFor_andAnswers();
    void handedBack_itBringsAnAnswer_andTheTicketToItsOwner();
    void handedBackTooEarly_itIsSentAgain_andCounted();
    void whoRefuses_saysWhy_andTheTicketReturns();
    void everyMoveIsOneOfItsOwnSide_data();
    void everyMoveIsOneOfItsOwnSide();
    void movesThatAreNone_areRefused();
    void whoLostTheTicket_losesItsEscalations();
    void sentBeforeARestore_itIsMadeAgain_andNotMailedAgain();
};

void TestEscalations::escalating_givesTheWorkAway_andKeepsTheOwnerOfTheCustomer()
{
    EscalationFixture f;
    const Escalation escalation = f.requested();
    QCOMPARE(escalation.state, EscalationState::Requested);
    QCOMPARE(escalation.openedBy, f.awa.id);
    QCOMPARE(escalation.fromTeam, f.sav.id);
    QCOMPARE(escalation.team, f.sales.id);
    QCOMPARE(escalation.pickupDueAt, f.clock.now().addSecs(2 * 3600));
    QCOMPARE(f.now().team, f.sales.id);
    QVERIFY(f.now().assignee.isEmpty());
    QCOMPARE(f.now().customerOwner, f.awa.id);
    QCOMPARE(f.saidOf(u"escalation"_s), QStringList{u"requested"_s});
    // Both see it.
    QVERIFY(
        !f.must(f.must(f.store->read()).pageOf(typeInfo<Escalation>(), {escalation.id.value}, f.asAwa)).list.isEmpty());
    QVERIFY(!f.must(f.must(f.store->read()).pageOf(typeInfo<Escalation>(), {escalation.id.value}, f.asStranger))
                 .list.isEmpty());
}

void TestEscalations::theNoticeIsPartOfTheAct_andItsDateIsAPromise()
{
    EscalationFixture f;
    const Escalation escalation = f.requested();
    const Message notice = *f.find<Message>(escalation.notice);
    QCOMPARE(notice.delivery, Delivery::Queued);
    QCOMPARE(notice.text, u"Votre demande est suivie."_s);
    QCOMPARE(notice.emailInReplyTo, f.question.emailMessageId);
    QVERIFY(f.must(store::mailJob(f.must(f.store->read()).database(), notice.id)));
    QCOMPARE(f.saidOf(u"promisedAt"_s), QStringList{utcDate(escalation.promisedAt)});
    const auto rules = f.must(store::rulesOf(f.must(f.store->read())));
    const auto facts = sla::factsOf(f.now(), f.timeLine());
    const auto clocks = sla::clocksOf(*rules, facts, f.clock.now().addSecs(60).toMSecsSinceEpoch());
    const sla::SlaClock *next = sla::nextOf(clocks);
    QVERIFY(next != nullptr);
    QVERIFY(next->isPromise);
    QCOMPARE(next->dueAt, std::optional(escalation.promisedAt.toMSecsSinceEpoch()));
}

void TestEscalations::withoutNotice_itSaysWhy_andPromisesNothing()
{
    EscalationFixture f;
    Escalate command = f.request();
    command.escalation.notice = {};
    command.text.clear();
    QCOMPARE(f.send(f.asAwa, command).reason, Reason::Invalid);
    command.escalation.noticeWaived = u"appelée ce matin"_s;
    QCOMPARE(f.send(f.asAwa, command).kind, OutcomeKind::Accepted);
    const Escalation escalation = *f.find<Escalation>(command.escalation.id);
    QVERIFY(!escalation.promisedAt.isValid());
    QVERIFY(f.saidOf(u"promisedAt"_s).isEmpty());
}

void TestEscalations::whatIsIncomplete_isRefused_data()
{
    QTest::addColumn<int>("which");
    QTest::newRow("nothing is asked") << 0;
    QTest::newRow("no address") << 1;
    QTest::newRow("no text") << 2;
    QTest::newRow("no date") << 3;
    QTest::newRow("an unknown path") << 4;
    QTest::newRow("a path that is not used any more") << 5;
    QTest::newRow("a ticket that is done") << 6;
}

void TestEscalations::whatIsIncomplete_isRefused()
{
    QFETCH(const int, which);
    EscalationFixture f;
    Escalate command = f.request();
    if (which == 0) command.escalation.asked = u" "_s;
    if (which == 1) command.toAddresses.clear();
    if (which == 2) command.text.clear();
    if (which == 3) command.escalation.promisedAt = {};
    if (which == 4) command.escalation.path = f.id<EscalationPathId>();
    if (which == 5) {
        f.path.active = false;
        f.put(f.path);
    }
    if (which == 6) {
        f.ticket.status = TicketStatus::Resolved;
        f.put(f.ticket);
    }
    QCOMPARE(f.send(f.asAwa, command).reason, Reason::Invalid);
    QVERIFY(!f.find<Escalation>(command.escalation.id));
    QVERIFY(!f.find<Message>(command.escalation.notice));
}

void TestEscalations::aDateThatPassedOnTheWay_isLookedAtAgain()
{
    EscalationFixture f;
    const Intent intent = f.intent(f.request());
    f.clock.advance(72h);
    const Outcome outcome = f.send(f.asAwa, intent);
    QCOMPARE(outcome.kind, OutcomeKind::NeedsReview);
    QCOMPARE(outcome.reason, Reason::TooLate);
    QCOMPARE(f.now().team, f.sav.id);
}

void TestEscalations::aCustomerWhoWroteMeanwhile_isReadFirst()
{
    EscalationFixture f;
    const Intent intent = f.intent(f.request());
    f.clock.advance(1h);
    f.incoming(u"J'ai trouvé, merci"_s);
    QCOMPARE(f.send(f.asAwa, intent).reason, Reason::NewerCustomerMessage);
}

void TestEscalations::aTicketIsEscalatedOnceOfEachKind()
{
    EscalationFixture f;
    const Escalation first = f.requested();
    const Outcome again = f.send(f.asAwa, f.request());
    QCOMPARE(again.reason, Reason::AlreadyEscalated);
    QCOMPARE(again.patch.value(u"escalation"_s).toString(), first.id.value);
    f.path.kind = EscalationKind::Hierarchical;
    f.put(f.path);
    QCOMPARE(f.send(f.asAwa, f.request()).kind, OutcomeKind::Accepted);
}

void TestEscalations::theFirstWhoAccepts_hasIt_andTheOtherIsTold()
{
    EscalationFixture f;
    const Agent other = f.agent(u"Bintou"_s, {f.sales.id});
    const Escalation escalation = f.requested();
    const MoveEscalation accept = f.move(escalation, EscalationState::Accepted); // both saw it so
    QCOMPARE(f.send(f.asStranger, accept).kind, OutcomeKind::Accepted);
    QCOMPARE(f.send(f.asStranger, accept).kind, OutcomeKind::Accepted); // twice by mistake
    const Outcome late = f.send(f.caller(other.id), accept);
    QCOMPARE(late.kind, OutcomeKind::Rejected);
    QCOMPARE(late.reason, Reason::Taken);
    QCOMPARE(late.patch.value(u"assignee"_s).toString(), f.stranger.id.value);
    QCOMPARE(f.now().assignee, f.stranger.id);
    QCOMPARE(f.now().customerOwner, f.awa.id);
}

void TestEscalations::accepting_setsUntilWhenThereIsNews()
{
    EscalationFixture f;
    const Escalation escalation = f.requested();
    QCOMPARE(f.moves(f.asStranger, escalation, EscalationState::Accepted).kind, OutcomeKind::Accepted);
    const Escalation now = *f.find<Escalation>(escalation.id);
    QCOMPARE(now.acceptedAt, f.clock.now());
    QCOMPARE(now.stepDueAt, f.clock.now().addDays(1));
}

void TestEscalations::aThirdParty_isWaitedFor_andAnswers()
{
    EscalationFixture f;
    const Escalation escalation = f.requested();
    (void)f.moves(f.asStranger, escalation, EscalationState::Accepted);
    QCOMPARE(f.moves(f.asStranger, escalation, EscalationState::WaitingThirdParty).kind, OutcomeKind::Accepted);
    QCOMPARE(f.now().status, TicketStatus::WaitingThirdParty);
    QCOMPARE(f.moves(f.asStranger, escalation, EscalationState::Answered).kind, OutcomeKind::Accepted);
    QCOMPARE(f.now().status, TicketStatus::Open);
    QCOMPARE(f.now().assignee, f.stranger.id);
}

void TestEscalations::handedBack_itBringsAnAnswer_andTheTicketToItsOwner()
{
    EscalationFixture f;
    const Escalation escalation = f.requested();
    (void)f.moves(f.asStranger, escalation, EscalationState::Accepted);
    MoveEscalation back = f.move(escalation, EscalationState::HandedBack);
    back.answer.clear();
    QCOMPARE(f.send(f.asStranger, back).reason, Reason::Invalid);
    QCOMPARE(f.moves(f.asStranger, escalation, EscalationState::HandedBack).kind, OutcomeKind::Accepted);
    const Escalation now = *f.find<Escalation>(escalation.id);
    QCOMPARE(now.answer, u"Échange accepté."_s);
    QCOMPARE(now.handedBackAt, f.clock.now());
    QCOMPARE(f.now().team, f.sav.id);
    QCOMPARE(f.now().assignee, f.awa.id);
    QCOMPARE(f.moves(f.asAwa, escalation, EscalationState::Closed).kind, OutcomeKind::Accepted);
    QCOMPARE(f.find<Escalation>(escalation.id)->closedAt, f.clock.now());
    QCOMPARE(f.saidOf(u"escalation"_s), (QStringList{u"requested"_s, u"accepted"_s, u"handedBack"_s, u"closed"_s}));
}

void TestEscalations::handedBackTooEarly_itIsSentAgain_andCounted()
{
    EscalationFixture f;
    const Escalation escalation = f.requested();
    (void)f.moves(f.asStranger, escalation, EscalationState::Accepted);
    (void)f.moves(f.asStranger, escalation, EscalationState::HandedBack);
    QCOMPARE(f.moves(f.asAwa, escalation, EscalationState::Requested).kind, OutcomeKind::Accepted);
    const Escalation now = *f.find<Escalation>(escalation.id);
    QCOMPARE(now.bounces, 1);
    QVERIFY(now.acceptedBy.isEmpty());
    QCOMPARE(now.pickupDueAt, f.clock.now().addSecs(2 * 3600));
    QCOMPARE(f.now().team, f.sales.id);
}

void TestEscalations::whoRefuses_saysWhy_andTheTicketReturns()
{
    EscalationFixture f;
    const Escalation escalation = f.requested();
    MoveEscalation refuse = f.move(escalation, EscalationState::Refused);
    refuse.note.clear();
    QCOMPARE(f.send(f.asStranger, refuse).reason, Reason::Invalid);
    QCOMPARE(f.moves(f.asStranger, escalation, EscalationState::Refused).kind, OutcomeKind::Accepted);
    const Escalation now = *f.find<Escalation>(escalation.id);
    QCOMPARE(now.note, u"pas pour nous"_s);
    QVERIFY(now.closedAt.isValid());
    QCOMPARE(f.now().team, f.sav.id);
    QCOMPARE(f.now().assignee, f.awa.id);
}

void TestEscalations::everyMoveIsOneOfItsOwnSide_data()
{
    QTest::addColumn<int>("index");
    int index = 0;
    for (const EscalationMove &move : escalationMoves()) {
        QTest::addRow("%s to %s", qPrintable(wireName(move.from)), qPrintable(wireName(move.to))) << index;
        ++index;
    }
}

void TestEscalations::everyMoveIsOneOfItsOwnSide()
{
    QFETCH(const int, index);
    const EscalationMove &move = escalationMoves()[std::size_t(index)];
    for (const bool isOwnSide : {true, false}) {
        EscalationFixture f;
        Escalation escalation = f.requested();
        escalation.state = move.from;
        escalation = f.put(escalation);
        const bool isReceiver = (move.by == EscalationSide::Receiver) == isOwnSide;
        const Outcome outcome = f.moves(isReceiver ? f.asStranger : f.asAwa, escalation, move.to);
        QCOMPARE(outcome.reason, isOwnSide ? Reason::None : Reason::Denied);
        QCOMPARE(f.find<Escalation>(escalation.id)->state, isOwnSide ? move.to : move.from);
    }
}

void TestEscalations::movesThatAreNone_areRefused()
{
    EscalationFixture f;
    const Escalation escalation = f.requested();
    QCOMPARE(f.moves(f.asStranger, escalation, EscalationState::Closed).reason, Reason::Invalid);
    QCOMPARE(f.moves(f.asStranger, escalation, EscalationState::Expired).reason, Reason::Invalid);
    MoveEscalation elsewhere = f.move(escalation, EscalationState::Accepted);
    elsewhere.escalation = f.id<EscalationId>();
    QCOMPARE(f.send(f.asStranger, elsewhere).reason, Reason::NotFound);
    MoveEscalation stale = f.move(escalation, EscalationState::Withdrawn);
    QCOMPARE(f.send(f.asStranger, f.move(escalation, EscalationState::Accepted)).kind, OutcomeKind::Accepted);
    QCOMPARE(f.send(f.asAwa, stale).reason, Reason::StatusChanged);
}

void TestEscalations::whoLostTheTicket_losesItsEscalations()
{
    EscalationFixture f;
    const Escalation escalation = f.requested();
    QVERIFY(
        f.must(f.must(f.store->read()).pageOf(typeInfo<Escalation>(), {escalation.id.value}, f.asYao)).list.isEmpty());
    (void)f.moves(f.asStranger, escalation, EscalationState::Refused);
    QVERIFY(
        !f.must(f.must(f.store->read()).pageOf(typeInfo<Escalation>(), {escalation.id.value}, f.asYao)).list.isEmpty());
    QVERIFY(f.must(f.must(f.store->read()).pageOf(typeInfo<Escalation>(), {escalation.id.value}, f.asStranger))
                .list.isEmpty());
}

void TestEscalations::sentBeforeARestore_itIsMadeAgain_andNotMailedAgain()
{
    EscalationFixture f;
    const Escalate command = f.request();
    Batch batch{f.asAwa, 0, {{1, f.intent(command)}}};
    batch.intents[0].sentBefore = SentBefore::Accepted;
    f.clock.advance(72h); // its date is over, but the customer was told it then
    QCOMPARE(f.send(batch).outcomes.value(0).kind, OutcomeKind::Accepted);
    QCOMPARE(f.find<Message>(command.escalation.notice)->delivery, Delivery::Sent);
    QVERIFY(!f.must(store::mailJob(f.must(f.store->read()).database(), command.escalation.notice)));
}

QTEST_GUILESS_MAIN(TestEscalations)
#include "tst_escalations.moc"
