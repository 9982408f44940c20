// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/actions/bulk.h"

#include "core/protocol/apply.h"
#include "core/protocol/codec.h"

#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;

namespace {

const AgentId awa{u"a-awa"_s};
const AgentId ibrahim{u"a-ibrahim"_s};
const TagId toner{u"g-toner"_s};
const MessageId newest{u"m-9"_s};
const QDateTime monday(QDate(2026, 11, 23), QTime(8, 0), Qt::UTC);

Ticket ticketIn(TicketStatus status)
{
    Ticket ticket;
    ticket.id = TicketId{u"t-1"_s};
    ticket.customer = CustomerId{u"c-1"_s};
    ticket.status = status;
    ticket.team = TeamId{u"e-n1"_s};
    ticket.assignee = ibrahim;
    return ticket;
}

BulkSkip skipOf(const Ticket &ticket, const BulkChange &change)
{
    const auto step = stepOf(ticket, newest, change);
    return step ? BulkSkip::NotReached : step.error();
}

/// The ticket as it looks after the command.
Ticket after(const Ticket &ticket, const Command &command)
{
    Intent intent;
    intent.iid = u"i-1"_s;
    intent.op = opOf(command);
    intent.entity = ticket.id.value;
    std::visit([&intent](const auto &meant) { intent.args = toJson(meant); }, command);
    const QJsonObject record = applied({&typeInfo<Ticket>(), ticket.id.value}, toJson(ticket), intent, {awa, {}});
    return fromJson<Ticket>(record).value_or(Ticket());
}

QList<BulkChange> everyChange()
{
    return {BulkAssign{{}, awa},
            BulkAssign{{u"e-n2"_s}, {}},
            BulkTake{awa},
            BulkStatus{TicketStatus::Resolved},
            BulkPriority{Priority::Urgent},
            BulkCategory{{u"g-delivery"_s}},
            BulkTag{toner, true},
            BulkSnooze{monday}};
}

} // namespace

class TestBulk : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatHasTheValueAlready_isLeftAlone()
    {
        Ticket ticket = ticketIn(TicketStatus::Open);
        ticket.priority = Priority::High;
        ticket.category = CategoryId{u"g-delivery"_s};
        ticket.tags = {toner};
        ticket.snoozedUntil = monday;
        for (const BulkChange &change :
             {BulkChange(BulkAssign{{}, ibrahim}), BulkChange(BulkAssign{ticket.team, ibrahim}),
              BulkChange(BulkTake{ibrahim}), BulkChange(BulkStatus{TicketStatus::Open}),
              BulkChange(BulkPriority{Priority::High}), BulkChange(BulkCategory{ticket.category}),
              BulkChange(BulkTag{toner, true}), BulkChange(BulkSnooze{monday})})
            QCOMPARE(skipOf(ticket, change), BulkSkip::AlreadySo);
        QCOMPARE(skipOf(ticketIn(TicketStatus::Open), BulkTag{toner, false}), BulkSkip::AlreadySo);
    }

    void aClosedTicket_countsAsResolved()
    {
        QCOMPARE(skipOf(ticketIn(TicketStatus::Resolved), BulkStatus{TicketStatus::Resolved}), BulkSkip::AlreadySo);
        QCOMPARE(skipOf(ticketIn(TicketStatus::Closed), BulkStatus{TicketStatus::Resolved}), BulkSkip::AlreadySo);
    }

    void aStatusThatLeadsNowhereNear_isLeftAlone()
    {
        QCOMPARE(skipOf(ticketIn(TicketStatus::Resolved), BulkStatus{TicketStatus::WaitingCustomer}),
                 BulkSkip::NotFromHere);
    }

    void aMergedTicket_isNeverTouched()
    {
        for (const BulkChange &change : everyChange())
            QCOMPARE(skipOf(ticketIn(TicketStatus::Merged), change), BulkSkip::Merged);
    }

    void whatIsDone_doesNotSleep()
    {
        QCOMPARE(skipOf(ticketIn(TicketStatus::Resolved), BulkSnooze{monday}), BulkSkip::Done);
    }

    void aCommand_saysWhatTheAgentKnew()
    {
        const auto status = stepOf(ticketIn(TicketStatus::Open), newest, BulkStatus{TicketStatus::Resolved});
        QVERIFY(status);
        QVERIFY(status->command == Command(SetStatus{{u"t-1"_s}, TicketStatus::Open, TicketStatus::Resolved, newest}));
        QCOMPARE(status->customer.value, u"c-1"_s);
        const auto take = stepOf(ticketIn(TicketStatus::Open), newest, BulkTake{awa});
        QVERIFY(take);
        QVERIFY(take->command == Command(Assign{{u"t-1"_s}, {u"e-n1"_s}, awa, ibrahim, true}));
    }

    void withoutATeam_eachTicketKeepsItsOwn()
    {
        const auto step = stepOf(ticketIn(TicketStatus::Open), newest, BulkAssign{{}, awa});
        QVERIFY(step);
        QCOMPARE(std::get<Assign>(step->command).team.value, u"e-n1"_s);
    }

    void theInverse_givesTheTicketBackAsItWas()
    {
        const Ticket before = ticketIn(TicketStatus::Open);
        for (const BulkChange &change : everyChange()) {
            const auto step = stepOf(before, newest, change);
            QVERIFY(step);
            QVERIFY(!stillHolds(step->command, before));
            const Ticket changed = after(before, step->command);
            QVERIFY2(changed != before, qPrintable(QString::number(change.index())));
            QVERIFY2(stillHolds(step->command, changed), qPrintable(QString::number(change.index())));
            const Ticket again = after(changed, step->inverse);
            QCOMPARE(again.status, before.status);
            QCOMPARE(again.assignee, before.assignee);
            QCOMPARE(again.team, before.team);
            QCOMPARE(again.priority, before.priority);
            QCOMPARE(again.category, before.category);
            QCOMPARE(again.tags, before.tags);
            QCOMPARE(again.snoozedUntil, before.snoozedUntil);
        }
    }

    void theInverse_isNeverATaking()
    {
        const auto step = stepOf(ticketIn(TicketStatus::Open), newest, BulkTake{awa});
        QVERIFY(step);
        QVERIFY(step->inverse == Command(Assign{{u"t-1"_s}, {u"e-n1"_s}, ibrahim, awa, false}));
    }

    void whatSomebodyChangedSince_isNotOursAnyMore()
    {
        const Ticket before = ticketIn(TicketStatus::Open);
        Ticket now = before;
        now.assignee = AgentId{u"a-third"_s};
        now.status = TicketStatus::WaitingCustomer;
        now.priority = Priority::Low;
        for (const BulkChange &change :
             {BulkChange(BulkTake{awa}), BulkChange(BulkStatus{TicketStatus::Resolved}),
              BulkChange(BulkPriority{Priority::Urgent}), BulkChange(BulkTag{toner, true})}) {
            const auto step = stepOf(before, newest, change);
            QVERIFY(step);
            QVERIFY(!stillHolds(step->command, now));
        }
    }
};

QTEST_GUILESS_MAIN(TestBulk)
#include "tst_bulk.moc"
