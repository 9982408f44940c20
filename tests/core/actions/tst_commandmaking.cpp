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
