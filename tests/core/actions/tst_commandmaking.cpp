// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/actions/commandmaking.h"

#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;

namespace {

const AgentId awa{u"a-awa"_s};
const AgentId ibrahim{u"a-ibrahim"_s};
const TagId toner{u"g-toner"_s};
const TagId urgent{u"g-urgent"_s};

Ticket openTicket()
{
    Ticket ticket;
    ticket.id = TicketId{u"t-1"_s};
    ticket.status = TicketStatus::Open;
    ticket.team = TeamId{u"e-n1"_s};
    ticket.assignee = ibrahim;
    ticket.tags = {toner};
    ticket.followers = {awa};
    return ticket;
}

QDateTime at(int hour) { return QDateTime(QDate(2026, 11, 23), QTime(hour, 0), Qt::UTC); }

Message message(Direction direction, int hour)
{
    Message message;
    message.direction = direction;
    message.author = {direction == Direction::Outgoing ? awa.value : u"c-1"_s};
    message.at = at(hour);
    return message;
}

Message eventOf(const QString &field, const QString &to, int hour)
{
    Message event;
    event.kind = MessageKind::Event;
    event.at = at(hour);
    event.changes = {{field, {}, to}};
    return event;
}

} // namespace

class TestCommandMaking : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aReply_carriesWhatTheAgentSaw()
    {
        Draft draft;
        draft.ticket = TicketId{u"t-1"_s};
        draft.text = u"Bonjour"_s;
        draft.toAddresses = {{u"Rosine Bamba"_s, u"rosine@cabinet-bamba.example"_s}};
        draft.basedOn = MessageId{u"m-9"_s};
        const Reply reply = replyOf(draft, openTicket(), TicketStatus::WaitingCustomer, MessageId{u"m-10"_s});
        QCOMPARE(reply.basedOn.value, u"m-9"_s);
        QCOMPARE(reply.toAddresses, draft.toAddresses);
        QCOMPARE(reply.fromStatus, TicketStatus::Open);
        QCOMPARE(reply.thenStatus, TicketStatus::WaitingCustomer);
    }

    void aReply_putsAnActiveTicketToWaiting_andLeavesAFinishedOne()
    {
        QCOMPARE(statusAfterReply(TicketStatus::New), TicketStatus::WaitingCustomer);
        QCOMPARE(statusAfterReply(TicketStatus::WaitingThirdParty), TicketStatus::WaitingCustomer);
        QCOMPARE(statusAfterReply(TicketStatus::Resolved), TicketStatus::Resolved);
    }

    void theStatusMenu_neverOffersWhatIs_norWhatOnlyTheServerMakes()
    {
        for (std::size_t i = 0; i < EnumNames<TicketStatus>::all.size(); ++i) {
            const auto from = static_cast<TicketStatus>(i);
            const QList<TicketStatus> choices = statusChoices(from);
            QVERIFY(!choices.contains(from));
            QVERIFY(!choices.contains(TicketStatus::New));
            QVERIFY(!choices.contains(TicketStatus::Merged));
            QCOMPARE(choices.isEmpty(), from == TicketStatus::Merged);
        }
    }

    void taking_namesWhoHadIt()
    {
        const Assign command = taken(openTicket(), awa);
        QVERIFY(command.take);
        QCOMPARE(command.ifFrom, ibrahim);
        QCOMPARE(command.assignee, awa);
        QCOMPARE(command.team, openTicket().team);
    }

    void noReplyNeeded_isOfTheLastWordsOfTheCustomer()
    {
        QList<Message> timeLine{message(Direction::Incoming, 1)};
        QVERIFY(!saysNoReplyNeeded(openTicket(), timeLine));
        timeLine += eventOf(u"noReplyNeeded"_s, u"true"_s, 2);
        QVERIFY(saysNoReplyNeeded(openTicket(), timeLine));
        QVERIFY(!saysNoReplyNeeded(openTicket(), timeLine + QList{eventOf(u"noReplyNeeded"_s, {}, 3)}));
        QVERIFY(!saysNoReplyNeeded(openTicket(), timeLine + QList{message(Direction::Incoming, 3)}));
    }

    void aPromise_standsUntilTheNextAnswer()
    {
        const QString date = u"2026-11-24T12:00:00.000Z"_s;
        // The notice of an escalation and its date come in one instant.
        const QList<Message> timeLine{eventOf(u"promisedAt"_s, date, 2), message(Direction::Outgoing, 2)};
        QCOMPARE(promisedDate(openTicket(), timeLine), QDateTime::fromString(date, Qt::ISODateWithMs));
        QVERIFY(!promisedDate(openTicket(), timeLine + QList{message(Direction::Outgoing, 3)}).isValid());
        QVERIFY(!promisedDate(openTicket(), timeLine + QList{eventOf(u"promisedAt"_s, {}, 3)}).isValid());
    }

    void aSnoozedTicket_isWokenUpByNoMoment()
    {
        Ticket ticket = openTicket();
        ticket.snoozedUntil = at(8);
        QCOMPARE(snoozed(ticket, at(9)).to, u"2026-11-23T09:00:00.000Z"_s);
        QCOMPARE(snoozed(ticket, {}).to, QString());
        QCOMPARE(snoozed(ticket, {}).from, u"2026-11-23T08:00:00.000Z"_s);
    }

    void wantedTags_becomeWhatIsAddedAndRemoved()
    {
        const SetTags command = withTags(openTicket(), {urgent});
        QCOMPARE(command.add, QList<TagId>{urgent});
        QCOMPARE(command.remove, QList<TagId>{toner});
        const SetTags same = withTags(openTicket(), {toner});
        QVERIFY(same.add.isEmpty() && same.remove.isEmpty());
    }

    void following_isToggled()
    {
        QVERIFY(!followToggled(openTicket(), awa).follow);
        QVERIFY(followToggled(openTicket(), ibrahim).follow);
    }

    void fields_travelByTheirWireWords()
    {
        const SetField command = withPriority(openTicket(), Priority::Urgent);
        QCOMPARE(command.name, u"priority"_s);
        QCOMPARE(command.from, u"normal"_s);
        QCOMPARE(command.to, u"urgent"_s);
        QCOMPARE(withSubject(openTicket(), u"  Traces \n noires "_s).to, u"Traces noires"_s);
    }
};

QTEST_GUILESS_MAIN(TestCommandMaking)
#include "tst_commandmaking.moc"
