// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/intent.h"

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/protocol/apply.h"
#include "core/protocol/codec.h"

#include <QJsonArray>
#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;

class TestIntent : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyCommandBecomesAnIntentAndBack()
    {
        for (const Command &command : everyCommand()) {
            const Intent intent = makeIntent(command, m_clock, m_random);
            const Result<Intent> travelled = fromJson<Intent>(toJson(intent));
            QVERIFY(travelled.has_value());
            QCOMPARE(*travelled, intent);
            const Result<Command> back = commandOf(*travelled);
            QVERIFY2(back.has_value(), qPrintable(intent.op));
            QVERIFY2(*back == command, qPrintable(intent.op));
            QVERIFY(!intent.entity.isEmpty());
            QVERIFY(isKnownOp(intent.op));
        }
    }

    void anUnknownOpOrVersionIsUnsupportedAndBadArgumentsAreBadInput()
    {
        Intent intent = makeIntent(Follow{TicketId{u"t1"_s}, true}, m_clock, m_random);
        intent.op = u"ticket.levitate"_s;
        QCOMPARE(commandOf(intent).error().code, Code::Unsupported);
        intent.op = u"ticket.follow"_s;
        intent.opver = 2;
        QCOMPARE(commandOf(intent).error().code, Code::Unsupported);
        intent.opver = 1;
        intent.args.insert(u"follow"_s, u"perhaps"_s);
        QCOMPARE(commandOf(intent).error().code, Code::BadInput);
    }

    void applyingIsTotal_onAbsentRowsAndOnStrangeOnes()
    {
        for (const Command &command : everyCommand()) {
            const Intent intent = makeIntent(command, m_clock, m_random);
            for (const RowRef &row : rowsTouched(intent)) {
                const QJsonObject made = applied(row, {}, intent, m_context);
                if (!made.isEmpty()) QCOMPARE(made.value(u"id"_s).toString(), row.id);
                (void)applied(row, {{u"id"_s, 7}}, intent, m_context);
            }
        }
    }

    void applyingTwiceIsApplyingOnce()
    {
        for (const Command &command : everyCommand()) {
            const Intent intent = makeIntent(command, m_clock, m_random);
            for (const RowRef &row : rowsTouched(intent)) {
                const QJsonObject base = row.type == &typeInfo<Ticket>() ? toJson(ticket()) : QJsonObject();
                const QJsonObject once = applied(row, base, intent, m_context);
                QCOMPARE(applied(row, once, intent, m_context), once);
            }
        }
    }

    void takingATicketThatSomebodyElseHasChangesNothing()
    {
        Ticket taken = ticket();
        taken.assignee = AgentId{u"a9"_s};
        const Intent intent = makeIntent(Assign{taken.id, {}, m_context.me, {}, true}, m_clock, m_random);
        QCOMPARE(applied({&typeInfo<Ticket>(), taken.id.value}, toJson(taken), intent, m_context), toJson(taken));
    }

    void aReplyShowsAtOnceAndHasNoServerTime()
    {
        Reply reply;
        reply.id = MessageId{u"m1"_s};
        reply.ticket = ticket().id;
        reply.text = u"Bonjour"_s;
        reply.fromStatus = TicketStatus::Open;
        reply.thenStatus = TicketStatus::WaitingCustomer;
        const Intent intent = makeIntent(reply, m_clock, m_random);
        const Result<Message> message =
            fromJson<Message>(applied({&typeInfo<Message>(), u"m1"_s}, {}, intent, m_context));
        QVERIFY(message.has_value());
        QCOMPARE(message->text, u"Bonjour"_s);
        QCOMPARE(message->author.value, m_context.me.value);
        QVERIFY(!message->at.isValid());
        const QJsonObject after =
            applied({&typeInfo<Ticket>(), reply.ticket.value}, toJson(ticket()), intent, m_context);
        QCOMPARE(after.value(u"status"_s).toString(), u"waitingCustomer"_s);
    }

    void aTagAddedAndRemovedIsGone()
    {
        const Intent add = makeIntent(SetTags{ticket().id, {TagId{u"g1"_s}}, {}}, m_clock, m_random);
        const Intent remove = makeIntent(SetTags{ticket().id, {}, {TagId{u"g1"_s}}}, m_clock, m_random);
        const RowRef row{&typeInfo<Ticket>(), ticket().id.value};
        const QJsonObject with = applied(row, toJson(ticket()), add, m_context);
        QCOMPARE(with.value(u"tags"_s).toArray(), QJsonArray{u"g1"_s});
        QCOMPARE(applied(row, with, remove, m_context), toJson(ticket()));
    }

    void anEscalation_isShownWithItsNotice_andLeavesTheTicketToTheServer()
    {
        Escalate command;
        command.escalation.id = EscalationId{u"u1"_s};
        command.escalation.ticket = ticket().id;
        command.escalation.notice = MessageId{u"m5"_s};
        command.text = u"La suite"_s;
        const Intent intent = makeIntent(command, m_clock, m_random);
        QCOMPARE(intent.entity, u"u1"_s);
        const QJsonObject escalation = applied({&typeInfo<Escalation>(), u"u1"_s}, {}, intent, m_context);
        QCOMPARE(escalation.value(u"openedBy"_s).toString(), u"a1"_s);
        const QJsonObject notice = applied({&typeInfo<Message>(), u"m5"_s}, {}, intent, m_context);
        QCOMPARE(notice.value(u"text"_s).toString(), u"La suite"_s);
        QCOMPARE(notice.value(u"delivery"_s).toString(), u"queued"_s);
        const QJsonObject before = toJson(ticket());
        QCOMPARE(applied({&typeInfo<Ticket>(), ticket().id.value}, before, intent, m_context), before);
    }

    void anEscalationThatSomebodyTookFirst_isNotTakenOnTheScreen()
    {
        const MoveEscalation take{EscalationId{u"u1"_s}, ticket().id, EscalationState::Requested,
                                  EscalationState::Accepted};
        const Intent intent = makeIntent(take, m_clock, m_random);
        const RowRef row{&typeInfo<Escalation>(), u"u1"_s};
        Escalation escalation{.id = EscalationId{u"u1"_s}, .ticket = ticket().id};
        const QJsonObject taken = applied(row, toJson(escalation), intent, m_context);
        QCOMPARE(taken.value(u"state"_s).toString(), u"accepted"_s);
        QCOMPARE(taken.value(u"acceptedBy"_s).toString(), u"a1"_s);
        escalation.state = EscalationState::Accepted;
        escalation.acceptedBy = AgentId{u"a2"_s};
        QCOMPARE(applied(row, toJson(escalation), intent, m_context), toJson(escalation));
    }

    void aNotice_isReadOnce_atTheTimeOfTheFirst()
    {
        Notice notice;
        notice.id = NoticeId{u"n1"_s};
        const Intent intent = makeIntent(ReadNotice{notice.id}, m_clock, m_random);
        const RowRef row{&typeInfo<Notice>(), u"n1"_s};
        QCOMPARE(rowsTouched(intent), QList{row});
        const QJsonObject once = applied(row, toJson(notice), intent, m_context);
        QCOMPARE(fromJson<Notice>(once)->readAt, m_clock.now());
        ManualClock later(m_clock.now().addSecs(60));
        const Intent again = makeIntent(ReadNotice{notice.id}, later, m_random);
        QCOMPARE(applied(row, once, again, m_context), once);
        QVERIFY(applied(row, {}, intent, m_context).isEmpty()); // it makes none
    }

private:
    static Ticket ticket()
    {
        Ticket ticket;
        ticket.id = TicketId{u"t1"_s};
        ticket.status = TicketStatus::Open;
        return ticket;
    }

    static QList<Command> everyCommand()
    {
        const TicketId t{u"t1"_s};
        QList<Command> all{
            CreateCustomer{.customer = {.id = CustomerId{u"c1"_s}, .name = u"Rosine"_s}},
            CreateTicket{.ticket = {.id = TicketId{u"t2"_s}, .subject = u"Toner"_s}},
            SetStatus{t, TicketStatus::New, TicketStatus::Open, {}},
            Assign{t, TeamId{u"e1"_s}, AgentId{u"a1"_s}, {}, false},
            SetField{t, u"priority"_s, u"normal"_s, u"high"_s},
            SetTags{t, {TagId{u"g1"_s}}, {}},
            Follow{t, true},
            Reply{MessageId{u"m1"_s}, t, {{u"R"_s, u"r@example.org"_s}}, {}, u"Oui"_s, {}, {}, {}},
            AddNote{MessageId{u"m2"_s}, t, u"note"_s},
            LogCall{MessageId{u"m3"_s}, t, Direction::Incoming, u"appel"_s, 80, CallOutcome::Answered},
            CaptureMessage{MessageId{u"m4"_s}, t, Channel::Linkedin, CustomerId{u"c1"_s}, u"Bonjour"_s, {}, {}},
            CancelSend{MessageId{u"m1"_s}, t},
            SaveDraft{.draft = {.id = DraftId{u"w1"_s}, .ticket = t, .text = u"Bon"_s}},
            DiscardDraft{DraftId{u"w1"_s}},
            ResumeMail{t},
            NeedNoReply{t, true, MessageId{u"m1"_s}},
            Promise{t, QDateTime::fromMSecsSinceEpoch(1795417200000, Qt::UTC)},
            Escalate{.escalation = {.id = EscalationId{u"u1"_s}, .ticket = t, .notice = MessageId{u"m5"_s}},
                     .text = u"La suite"_s},
            MoveEscalation{EscalationId{u"u1"_s}, t, EscalationState::Requested, EscalationState::Accepted},
            ReadNotice{NoticeId{u"n1"_s}},
        };
        Q_ASSERT(all.size() == static_cast<qsizetype>(std::variant_size_v<Command>));
        return all;
    }

    ManualClock m_clock{QDateTime::fromMSecsSinceEpoch(1795330800000, Qt::UTC)};
    SeededRandom m_random{7};
    ApplyContext m_context{AgentId{u"a1"_s}, DeviceId{u"d1"_s}};
};

QTEST_GUILESS_MAIN(TestIntent)
#include "tst_intent.moc"
