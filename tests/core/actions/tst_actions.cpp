// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/actions/actions.h"

#include <QSet>
#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;

namespace {

QStringList shortcutsOf(const ActionInfo &info)
{
    QStringList all;
    for (const QLatin1StringView shortcut : {info.shortcut, info.alternative})
        if (!shortcut.isEmpty()) all.append(shortcut);
    return all;
}

bool overlap(Places a, Places b) { return a.testFlag(Place::Global) || b.testFlag(Place::Global) || (a & b); }

QString lastKey(const QString &shortcut) { return shortcut.section(u'+', -1); }

ActionContext contextWith(TicketStatus status)
{
    ActionContext context;
    context.me = AgentId{u"a-me"_s};
    Ticket ticket;
    ticket.id = TicketId{u"t-1"_s};
    ticket.number = u"A-10482"_s;
    ticket.status = status;
    context.ticket = ticket;
    return context;
}

} // namespace

class TestActions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyId_hasOneEntry()
    {
        for (int i = 0; i <= static_cast<int>(ActionId::About); ++i) {
            const auto id = static_cast<ActionId>(i);
            const auto entries =
                std::ranges::count_if(actionTable(), [id](const ActionInfo &info) { return info.id == id; });
            QCOMPARE(entries, 1);
            QCOMPARE(actionInfo(id).id, id);
            QCOMPARE(actionByName(QString(actionInfo(id).name)), std::optional(id));
        }
        QCOMPARE(actionTable().size(), std::size_t(ActionId::About) + 1);
        QCOMPARE(actionByName(u"conjure"), std::nullopt);
    }

    void mailboxes_areForAdministratorsOnline()
    {
        ActionContext context;
        QCOMPARE(whyUnavailable(ActionId::Mailboxes, context), std::optional(Unavailable::NotAdministrator));
        context.isAdministrator = true;
        QCOMPARE(whyUnavailable(ActionId::Mailboxes, context), std::nullopt);
        context.isConnected = false;
        QCOMPARE(whyUnavailable(ActionId::Mailboxes, context), std::optional(Unavailable::NotConnected));
        context.workingOffline = true;
        QCOMPARE(whyUnavailable(ActionId::Mailboxes, context), std::optional(Unavailable::WorkingOffline));
    }

    void whatIsPromised_isForSupervisorsOnline()
    {
        for (const ActionId id : {ActionId::Policies, ActionId::Calendars, ActionId::Holidays}) {
            ActionContext context;
            QCOMPARE(whyUnavailable(id, context), std::optional(Unavailable::SupervisorsOnly));
            context.supervises = true;
            QCOMPARE(whyUnavailable(id, context), std::nullopt);
            context.isConnected = false;
            QCOMPARE(whyUnavailable(id, context), std::optional(Unavailable::NotConnected));
            context.workingOffline = true;
            QCOMPARE(whyUnavailable(id, context), std::optional(Unavailable::WorkingOffline));
        }
    }

    void oneKey_meansOneThing_inEveryPlace()
    {
        for (const ActionInfo &a : actionTable())
            for (const ActionInfo &b : actionTable()) {
                if (a.id == b.id || !overlap(a.places, b.places)) continue;
                for (const QString &key : shortcutsOf(a))
                    QVERIFY2(!shortcutsOf(b).contains(key), qPrintable(key + u" of "_s + a.name + u", "_s + b.name));
            }
    }

    void shortcuts_canBeTypedOnAzerty()
    {
        // The comma is typed without Shift on AZERTY and on QWERTY alike; . / ? and the digits are not.
        const QSet<QString> named{u"Return"_s, u"Enter"_s, u"Esc"_s, u"Space"_s, u","_s};
        for (const ActionInfo &info : actionTable())
            for (const QString &shortcut : shortcutsOf(info)) {
                const QString key = lastKey(shortcut);
                const bool letter = key.size() == 1 && key.at(0) >= u'A' && key.at(0) <= u'Z';
                const bool function = key.size() > 1 && key.startsWith(u'F');
                QVERIFY2(letter || function || named.contains(key), qPrintable(shortcut));
                QVERIFY2(!shortcut.contains("Alt"_L1), qPrintable(shortcut));
            }
    }

    void singleLetters_areNotShortcutsWhereOneWrites()
    {
        for (const ActionInfo &info : actionTable())
            for (const QString &shortcut : shortcutsOf(info))
                if (shortcut.size() == 1) {
                    QVERIFY2(!info.places.testFlag(Place::Global), qPrintable(info.name));
                    QVERIFY2(!info.places.testFlag(Place::Composer), qPrintable(info.name));
                }
    }

    void withoutATicket_nothingCanBeDoneToOne()
    {
        const ActionContext nothing;
        for (const ActionId id : {ActionId::Reply, ActionId::Note, ActionId::LogCall, ActionId::Take, ActionId::Status,
                                  ActionId::Resolve, ActionId::Tags, ActionId::CopyNumber, ActionId::Send})
            QCOMPARE(whyUnavailable(id, nothing), std::optional(Unavailable::NoTicket));
        QCOMPARE(whyUnavailable(ActionId::NewCall, nothing), std::nullopt);
        QCOMPARE(whyUnavailable(ActionId::Quit, nothing), std::nullopt);
    }

    void aMergedTicket_isLeftAlone_butItsNumberCanBeCopied()
    {
        const ActionContext context = contextWith(TicketStatus::Merged);
        QCOMPARE(whyUnavailable(ActionId::Reply, context), std::optional(Unavailable::TicketMerged));
        QCOMPARE(whyUnavailable(ActionId::Take, context), std::optional(Unavailable::TicketMerged));
        QCOMPARE(whyUnavailable(ActionId::CopyNumber, context), std::nullopt);
    }

    void aPendingTicket_hasNoNumberToCopy()
    {
        ActionContext context = contextWith(TicketStatus::New);
        context.ticket->number.clear();
        QCOMPARE(whyUnavailable(ActionId::CopyNumber, context), std::optional(Unavailable::NumberPending));
    }

    void takingAndResolving_areOfferedOnce()
    {
        ActionContext context = contextWith(TicketStatus::Open);
        QCOMPARE(whyUnavailable(ActionId::Take, context), std::nullopt);
        QCOMPARE(whyUnavailable(ActionId::Resolve, context), std::nullopt);
        context.ticket->assignee = context.me;
        context.ticket->status = TicketStatus::Resolved;
        QCOMPARE(whyUnavailable(ActionId::Take, context), std::optional(Unavailable::AlreadyYours));
        QCOMPARE(whyUnavailable(ActionId::Resolve, context), std::optional(Unavailable::AlreadyResolved));
    }

    void escalating_isOffered_whereThereIsSomebodyToAskAndSomethingToDo()
    {
        ActionContext context = contextWith(TicketStatus::Open);
        QCOMPARE(whyUnavailable(ActionId::Escalate, {}), std::optional(Unavailable::NoTicket));
        QCOMPARE(whyUnavailable(ActionId::Escalate, context), std::optional(Unavailable::NobodyToEscalateTo));
        context.hasPaths = true;
        QCOMPARE(whyUnavailable(ActionId::Escalate, context), std::optional(Unavailable::AlreadyEscalated));
        context.hasPathLeft = true;
        QCOMPARE(whyUnavailable(ActionId::Escalate, context), std::nullopt);
        context.ticket->status = TicketStatus::Resolved;
        QCOMPARE(whyUnavailable(ActionId::Escalate, context), std::optional(Unavailable::TicketDone));
    }

    void anEscalation_isMoved_byWhoseTurnItIs_alsoOnATicketThatIsDone()
    {
        ActionContext context = contextWith(TicketStatus::Resolved);
        QCOMPARE(whyUnavailable(ActionId::MoveEscalation, {}), std::optional(Unavailable::NoTicket));
        QCOMPARE(whyUnavailable(ActionId::MoveEscalation, context), std::optional(Unavailable::NotEscalated));
        context.isEscalated = true;
        QCOMPARE(whyUnavailable(ActionId::MoveEscalation, context), std::optional(Unavailable::NotYourEscalation));
        context.hasEscalationMoves = true;
        QCOMPARE(whyUnavailable(ActionId::MoveEscalation, context), std::nullopt);
    }

    void mailIsResumed_bySupervisors_whereALoopWasStopped()
    {
        ActionContext context = contextWith(TicketStatus::Open);
        context.supervises = true;
        QCOMPARE(whyUnavailable(ActionId::ResumeMail, context), std::optional(Unavailable::NothingStopped));
        context.ticket->loopStoppedAt = QDateTime(QDate(2026, 11, 23), QTime(9, 0), Qt::UTC);
        QCOMPARE(whyUnavailable(ActionId::ResumeMail, context), std::nullopt);
        context.supervises = false;
        QCOMPARE(whyUnavailable(ActionId::ResumeMail, context), std::optional(Unavailable::SupervisorsOnly));
        context.ticket.reset();
        QCOMPARE(whyUnavailable(ActionId::ResumeMail, context), std::optional(Unavailable::NoTicket));
        QCOMPARE(whyUnavailable(ActionId::WhyDue, context), std::optional(Unavailable::NoTicket));
        context.ticket = Ticket{};
        QCOMPARE(whyUnavailable(ActionId::WhyDue, context), std::optional(Unavailable::NothingPromised));
        context.hasClocks = true;
        QCOMPARE(whyUnavailable(ActionId::WhyDue, context), std::nullopt);
    }

    void noReplyNeeded_whereSomebodyWaits_orToTakeItBack()
    {
        ActionContext context = contextWith(TicketStatus::Open);
        QCOMPARE(whyUnavailable(ActionId::NoReplyNeeded, context), std::optional(Unavailable::NobodyWaits));
        context.saidNoReplyNeeded = true;
        QCOMPARE(whyUnavailable(ActionId::NoReplyNeeded, context), std::nullopt);
        context.saidNoReplyNeeded = false;
        context.ticket->waitingSince = QDateTime(QDate(2026, 11, 23), QTime(9, 0), Qt::UTC);
        QCOMPARE(whyUnavailable(ActionId::NoReplyNeeded, context), std::nullopt);
    }

    void whatIsDone_isNeitherPromisedNorSnoozed()
    {
        for (const ActionId id : {ActionId::PromiseDate, ActionId::Snooze}) {
            QCOMPARE(whyUnavailable(id, contextWith(TicketStatus::WaitingCustomer)), std::nullopt);
            QCOMPARE(whyUnavailable(id, contextWith(TicketStatus::Resolved)), std::optional(Unavailable::TicketDone));
            QCOMPARE(whyUnavailable(id, ActionContext()), std::optional(Unavailable::NoTicket));
        }
    }

    void sending_needsAnOpenComposer_text_andForAReplySomebodyToSendItTo()
    {
        ActionContext context = contextWith(TicketStatus::Open);
        QCOMPARE(whyUnavailable(ActionId::Send, context), std::optional(Unavailable::NotWriting));
        context.writing = true;
        context.needsRecipient = true;
        QCOMPARE(whyUnavailable(ActionId::Send, context), std::optional(Unavailable::NothingWritten));
        context.hasText = true;
        QCOMPARE(whyUnavailable(ActionId::SendAndNext, context), std::optional(Unavailable::NoRecipient));
        context.hasRecipient = true;
        QCOMPARE(whyUnavailable(ActionId::Send, context), std::nullopt);
        context.needsRecipient = context.hasRecipient = false;
        QCOMPARE(whyUnavailable(ActionId::Send, context), std::nullopt);
    }

    void theEndsOfTheList_areSaid()
    {
        ActionContext context = contextWith(TicketStatus::Open);
        QCOMPARE(whyUnavailable(ActionId::NextTicket, context), std::optional(Unavailable::AtTheEnd));
        context.hasNext = true;
        QCOMPARE(whyUnavailable(ActionId::NextTicket, context), std::nullopt);
        QCOMPARE(whyUnavailable(ActionId::PreviousTicket, context), std::optional(Unavailable::AtTheStart));
    }
};

QTEST_GUILESS_MAIN(TestActions)
#include "tst_actions.moc"
