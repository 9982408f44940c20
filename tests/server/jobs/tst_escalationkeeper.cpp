// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jobs/escalationkeeper.h"

#include "app/server/store/escalations.h"
#include "app/server/store/mailtables.h"
#include "tests/server/intents/intentfixture.h"

#include <algorithm>

using namespace akwaba;
using namespace akwaba::jobs;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A ticket that was escalated to sales a moment ago; they have two hours to accept it, and the boss comes next.
class Escalated : public intents::IntentFixture {
public:
    Escalated() : bosses(team(u"Direction"_s)), keeper(*store, must(AnswerTemplates::load({})))
    {
        boss.id = id<EscalationPathId>();
        boss.kind = EscalationKind::Hierarchical;
        boss.tier = 3;
        boss.team = bosses.id;
        boss.targets = {{Target::Pickup, ClockUnit::Wall, 3600, {}}, {Target::Update, ClockUnit::Wall, 4 * 3600, {}}};
        boss = put(boss);
        path.id = id<EscalationPathId>();
        path.team = sales.id;
        path.otherwise = boss.id;
        path.targets = {{Target::Pickup, ClockUnit::Wall, 2 * 3600, {}}, {Target::Update, ClockUnit::Wall, 86'400, {}}};
        path = put(path);
        ticket.assignee = awa.id;
        ticket.number = u"A-1"_s;
        ticket.language = u"fr"_s;
        ticket = put(ticket);
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
        (void)send(asAwa, command);
        escalation = command.escalation.id;
    }

    Escalation now() { return *find<Escalation>(escalation); }
    QList<Escalation> all() { return must(store::escalationsOf(must(store->read()), ticket.id)); }
    void accept()
    {
        (void)send(asStranger,
                   MoveEscalation{escalation, ticket.id, EscalationState::Requested, EscalationState::Accepted});
    }
    void keepAfter(std::chrono::milliseconds time)
    {
        clock.advance(time);
        rest = must(keeper.keep());
    }
    QList<Message> mails()
    {
        QList<Message> all = timeLine();
        all.removeIf([](const Message &message) { return !isAutomatic(message); });
        return all;
    }

    Team bosses;
    EscalationPath boss;
    EscalationPath path;
    EscalationId escalation;
    EscalationKeeper keeper;
    std::chrono::milliseconds rest{0};
};

} // namespace

class TestEscalationKeeper : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatNobodyAccepts_goesOneTierUp();
    void whatWasAcceptedInTime_stays();
    void withNobodyElseToAsk_itGoesOnWaiting();
    void whereTheNextLeadsToNoTeam_itGoesOnWaiting();
    void whereTheNextIsAskedAlready_itOnlyExpires();
    void theCustomerHearsOfALaterDate_beforeTheOneHeWasGiven();
    void heIsToldTwiceAtMost();
    void whoWasNotTold_isNotToldALaterDate();
    void whatIsHandedBack_isNoLongerLate();
    void withItsTicket_anEscalationEnds();
};

void TestEscalationKeeper::whatNobodyAccepts_goesOneTierUp()
{
    Escalated f;
    f.keepAfter(2h - 1ms);
    QCOMPARE(f.now().state, EscalationState::Requested);
    QCOMPARE(f.rest, 1ms); // it looks again when there is something to do
    f.keepAfter(1ms);
    QCOMPARE(f.now().state, EscalationState::Expired);
    QVERIFY(f.now().closedAt.isValid());
    const QList<Escalation> all = f.all();
    QCOMPARE(all.size(), 2);
    const Escalation &next = all.constLast();
    QCOMPARE(next.follows, f.escalation);
    QCOMPARE(next.state, EscalationState::Requested);
    QCOMPARE(next.team, f.bosses.id);
    QCOMPARE(next.tier, 3);
    QCOMPARE(next.asked, f.now().asked);
    QCOMPARE(next.promisedAt, f.now().promisedAt); // the customer hears nothing of it
    QCOMPARE(next.pickupDueAt, f.clock.now().addSecs(3600));
    QCOMPARE(f.find<Ticket>(f.ticket.id)->team, f.bosses.id);
    f.keepAfter(1min); // once
    QCOMPARE(f.all().size(), 2);
}

void TestEscalationKeeper::whatWasAcceptedInTime_stays()
{
    Escalated f;
    f.accept();
    f.keepAfter(24h);
    QCOMPARE(f.all().size(), 1);
    QCOMPARE(f.now().state, EscalationState::Accepted);
}

void TestEscalationKeeper::withNobodyElseToAsk_itGoesOnWaiting()
{
    Escalated f;
    f.boss.active = false;
    f.put(f.boss);
    f.keepAfter(47h);
    QCOMPARE(f.all().size(), 1);
    QCOMPARE(f.now().state, EscalationState::Requested);
    QCOMPARE(f.mails().size(), 1); // and the customer hears of it
}

void TestEscalationKeeper::whereTheNextLeadsToNoTeam_itGoesOnWaiting()
{
    Escalated f;
    f.boss.team = {};
    f.put(f.boss);
    f.keepAfter(47h);
    QCOMPARE(f.all().size(), 1);
    QCOMPARE(f.now().state, EscalationState::Requested);
    QCOMPARE(f.mails().size(), 1); // and the customer hears of it
}

void TestEscalationKeeper::whereTheNextIsAskedAlready_itOnlyExpires()
{
    Escalated f;
    Escalation other = f.now();
    other.id = f.id<EscalationId>();
    other.kind = EscalationKind::Hierarchical;
    other.path = f.boss.id;
    other.team = f.bosses.id;
    other.pickupDueAt = f.clock.now().addDays(1);
    other.rev = 0;
    f.put(other);
    f.keepAfter(2h);
    QCOMPARE(f.all().size(), 2);
    QCOMPARE(f.now().state, EscalationState::Expired);
}

void TestEscalationKeeper::theCustomerHearsOfALaterDate_beforeTheOneHeWasGiven()
{
    Escalated f;
    f.accept();
    const QDateTime promised = f.now().promisedAt;
    f.keepAfter(47h - 1ms);
    QVERIFY(f.mails().isEmpty());
    f.keepAfter(1ms);
    QCOMPARE(f.mails().size(), 1);
    const Message told = f.mails().constFirst();
    QVERIFY(told.at < promised);
    QCOMPARE(told.toAddresses, f.fatou.emails);
    QVERIFY(told.text.contains(u"A-1"_s));
    QVERIFY2(told.text.contains(u"26 novembre 2026"_s), qPrintable(told.text));
    QCOMPARE(told.emailInReplyTo, f.question.emailMessageId);
    QVERIFY(f.must(store::mailJob(f.must(f.store->read()).database(), told.id)));
    QCOMPARE(f.now().promisedAt, promised.addDays(1));
    QCOMPARE(f.now().slips, 1);
    QVERIFY(std::ranges::any_of(f.timeLine(), [&](const Message &message) {
        return message.changes
            == QList<FieldChange>{{u"promisedAt"_s, utcDate(promised), utcDate(promised.addDays(1))}};
    }));
}

void TestEscalationKeeper::heIsToldTwiceAtMost()
{
    Escalated f;
    f.accept();
    for (int day = 0; day < 6; ++day)
        f.keepAfter(24h);
    QCOMPARE(f.mails().size(), 2);
    QCOMPARE(f.now().slips, 2);
}

void TestEscalationKeeper::whoWasNotTold_isNotToldALaterDate()
{
    Escalated f;
    f.accept();
    (void)f.send(f.asAwa, CancelSend{f.now().notice, f.ticket.id}); // at once
    f.keepAfter(47h);
    QVERIFY(f.mails().isEmpty());
    QCOMPARE(f.now().slips, 0);
}

void TestEscalationKeeper::whatIsHandedBack_isNoLongerLate()
{
    Escalated f;
    f.accept();
    MoveEscalation back{f.escalation, f.ticket.id, EscalationState::Accepted, EscalationState::HandedBack};
    back.answer = u"Échange accepté."_s;
    (void)f.send(f.asStranger, back);
    f.keepAfter(47h);
    QVERIFY(f.mails().isEmpty());
}

void TestEscalationKeeper::withItsTicket_anEscalationEnds()
{
    Escalated f;
    f.ticket = *f.find<Ticket>(f.ticket.id);
    f.ticket.status = TicketStatus::Resolved;
    f.put(f.ticket);
    f.keepAfter(1min);
    QCOMPARE(f.now().state, EscalationState::Closed);
    QVERIFY(f.now().closedAt.isValid());
}

QTEST_GUILESS_MAIN(TestEscalationKeeper)
#include "tst_escalationkeeper.moc"
