// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/cache/world.h"

#include "core/database/statement.h"

#include <QFile>

using namespace akwaba;
using namespace akwaba::test;
using namespace std::chrono_literals;

namespace {

Outcome outcome(const Intent &intent, OutcomeKind kind, Reason reason = Reason::None, qint64 seq = 0)
{
    return {.iid = intent.iid, .kind = kind, .reason = reason, .seq = seq};
}

Outcome accepted(const Intent &intent, qint64 seq) { return outcome(intent, OutcomeKind::Accepted, Reason::None, seq); }

QList<qint64> numbers(const QList<NumberedIntent> &batch)
{
    QList<qint64> all;
    for (const NumberedIntent &numbered : batch)
        all += numbered.dseq;
    return all;
}

} // namespace

class OutboxTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_world = std::make_unique<World>(); }
    void cleanup() { m_world.reset(); }
    void file_showsNoText();
    void intent_comesBackAsItWas_afterARestart();
    void intents_arePendingInTheOrderOfWriting();
    void secondIntentOfTheSameIid_isAConflict();
    void dseq_isGivenWhenARequestIsComposed_withoutGaps();
    void cancelledIntent_leavesNoGap();
    void unansweredIntents_areSentAgainFirst_underTheirNumbers();
    void request_holdsAtMostSoManyBytes_butOneIntentAlways();
    void transientOutcome_isAskedAgain();
    void acknowledgement_reachesToTheFirstWithoutAnOutcome();
    void serverThatMissesOne_getsItAndAllAfterIt();
    void serverThatMissesWhatIsForgotten_getsWhatIsLeft();
    void serverThatMissesMoreThanThereIs_waitsForNothing();
    void rejection_blocksWhatDependsOnIt_andNothingElse();
    void replacement_takesItsDependentsAlong();
    void sentIntent_canNotBeCancelled();
    void severalIntents_areKeptInTheirOrder_orNoneIs();
    void ofSeveral_whatWasNotSentCanStillBeCancelled();
    void onlyRefusedIntents_canBeDiscarded();
    void acceptedIntent_isFoldedUntilItsEchoIsMarked();
    void acceptedIntents_areKeptForSevenDays();
    void blockedByAnOldServer_isRetriedUnderANewNumber();
    void blockedWhenItIsReplayed_isStillAReplayAfterwards();
    void whatARestoredServerLost_isSentAgain_whateverItsLastNumber();
    void whatTheLostServerDidNotAnswer_isSentAsThat();
    void whatTheLostServerRefused_isSentAsNew();
    void whatARestoredServerOnlyKnowsOf_staysAccepted();
    void whatASetBackMachineNumberedTwice_getsOtherNumbers();
    void whatGetsOtherNumbers_keepsItsOrder();
    void whatWasWrittenBehindWhatGetsAnotherNumber_goesBehindIt();
    void whatGetsAnotherNumber_isNotForgottenUnderTheOld_andNotTakenBack();
    void whatIsToldAgain_getsAnotherNumberWhereItsOwnIsTaken_andStaysAccepted();
    void newerOutbox_canBeReadButNotWritten();
    void drafts_areJournalled();
    void draft_isSavedOnce_howeverOftenItChangedMeanwhile();
    void draftThatIsSent_isNoneAnyMore_untilItIsTakenBack();
    void whatIsBegunInAForm_staysHere_untilItIsSent();
    void formThatWasSent_isThereAgain_whenItIsTakenBack();
    void whatIsSentAgain_isAboutTheSamePeople();
    void whatWasSeenOfDraftsInALostHistory_countsNoMore();
    void erasure_destroysTheTextAndKeepsTheStreamWhole();
    void whatWasErased_isOfferedToARestoredServerOnce();
    void facts_surviveARestart();

private:
    [[nodiscard]] Outbox &outbox() const { return *m_world->outbox; }
    Intent add(const Command &command) const
    {
        const Intent intent = m_world->intent(command);
        must(outbox().append(intent));
        return intent;
    }
    Intent note(const QString &text = u"x"_s) const
    {
        return add(AddNote{.id = {u"m"_s + text}, .ticket = {u"t1"_s}, .text = text});
    }
    [[nodiscard]] QList<NumberedIntent> send() const { return outbox().compose(50, 1024 * 1024).value(); }
    [[nodiscard]] QVariant value(const QString &sql) const
    {
        return Database::open(m_world->outboxPath(), {.key = outboxKey, .readOnly = true})->value(sql).value();
    }

    std::unique_ptr<World> m_world;
};

void OutboxTest::file_showsNoText()
{
    note(u"confidentiel"_s);
    for (const QString &suffix : {u""_s, u"-wal"_s}) {
        QFile file(m_world->outboxPath() + suffix);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(!bytes.isEmpty());
        QVERIFY(!bytes.contains("confidentiel"));
    }
}

void OutboxTest::intent_comesBackAsItWas_afterARestart()
{
    Intent intent = m_world->intent(Reply{.id = {u"m1"_s}, .ticket = {u"t1"_s}, .text = u"Voilà."_s});
    intent.deps = {u"i0"_s};
    intent.subjects = {u"c1"_s, u"c2"_s};
    intent.baseRev = 4;
    QVERIFY(outbox().append(intent));
    m_world->reopen();
    QCOMPARE(m_world->pending(), QList<Intent>{intent});
    QCOMPARE(outbox().find(intent.iid).value(), intent);
    QCOMPARE(outbox().find(u"none"_s).error().code, Code::NotFound);
}

void OutboxTest::intents_arePendingInTheOrderOfWriting()
{
    QStringList written;
    for (int i = 0; i < 20; ++i)
        written += note(QString::number(i)).iid;
    QStringList read;
    for (const Intent &intent : m_world->pending())
        read += intent.iid;
    QCOMPARE(read, written);
    QCOMPARE(outbox().pendingCount(), 20);
}

void OutboxTest::secondIntentOfTheSameIid_isAConflict()
{
    const Intent intent = note();
    QCOMPARE(outbox().append(intent).error().code, Code::Conflict);
    QCOMPARE(outbox().pendingCount(), 1);
}

void OutboxTest::dseq_isGivenWhenARequestIsComposed_withoutGaps()
{
    for (int i = 0; i < 5; ++i)
        note(QString::number(i));
    QCOMPARE(value(u"SELECT count(dseq) FROM intent"_s).toInt(), 0);
    QCOMPARE(numbers(outbox().compose(3, 1024 * 1024).value()), (QList<qint64>{1, 2, 3}));
    const auto again = outbox().compose(3, 1024 * 1024).value();
    for (const NumberedIntent &sent : again)
        QVERIFY(outbox().record(outcome(sent.intent, OutcomeKind::Accepted)));
    m_world->reopen();
    QCOMPARE(numbers(send()), (QList<qint64>{4, 5}));
}

void OutboxTest::cancelledIntent_leavesNoGap()
{
    note(u"1"_s);
    const Intent second = note(u"2"_s);
    note(u"3"_s);
    QVERIFY(outbox().cancel(second.iid));
    const auto batch = send();
    QCOMPARE(numbers(batch), (QList<qint64>{1, 2}));
    QVERIFY(batch.at(1).intent.iid != second.iid);
}

void OutboxTest::unansweredIntents_areSentAgainFirst_underTheirNumbers()
{
    note(u"1"_s);
    const auto first = send();
    note(u"2"_s);
    m_world->reopen(); // the answer never came
    const auto second = send();
    QCOMPARE(numbers(second), (QList<qint64>{1, 2}));
    QCOMPARE(second.first(), first.first());
}

void OutboxTest::request_holdsAtMostSoManyBytes_butOneIntentAlways()
{
    note(QString(5000, u'a'));
    note(QString(5000, u'b'));
    QCOMPARE(outbox().compose(50, 100).value().size(), 1);
    QCOMPARE(outbox().compose(50, 100'000).value().size(), 2);
}

void OutboxTest::transientOutcome_isAskedAgain()
{
    const Intent intent = note();
    QCOMPARE(numbers(send()), QList<qint64>{1});
    QVERIFY(outbox().record(outcome(intent, OutcomeKind::Transient)));
    QVERIFY(outbox().hasReady());
    QCOMPARE(numbers(send()), QList<qint64>{1});
}

void OutboxTest::acknowledgement_reachesToTheFirstWithoutAnOutcome()
{
    const Intent first = note(u"1"_s);
    const Intent second = note(u"2"_s);
    QCOMPARE(outbox().ackedThrough(), 0);
    QCOMPARE(send().size(), 2);
    QCOMPARE(outbox().ackedThrough(), 0);
    QVERIFY(outbox().record(outcome(second, OutcomeKind::Accepted)));
    QCOMPARE(outbox().ackedThrough(), 0);
    QVERIFY(outbox().record(outcome(first, OutcomeKind::Rejected, Reason::Denied)));
    QCOMPARE(outbox().ackedThrough(), 2);
    note(u"3"_s);
    QCOMPARE(outbox().ackedThrough(), 2);
}

void OutboxTest::serverThatMissesOne_getsItAndAllAfterIt()
{
    QList<Intent> intents;
    for (int i = 0; i < 3; ++i)
        intents += note(QString::number(i));
    QCOMPARE(send().size(), 3);
    for (const Intent &intent : std::as_const(intents))
        QVERIFY(outbox().record(outcome(intent, OutcomeKind::Accepted)));
    QVERIFY(!outbox().hasReady());
    QVERIFY(outbox().resendFrom(2));
    QCOMPARE(outbox().ackedThrough(), 1);
    QCOMPARE(outbox().pending().value().size(), 3); // shown as pending again; the first was not seen in a pull yet
    const auto again = send();
    QCOMPARE(numbers(again), (QList<qint64>{2, 3}));
    QCOMPARE(again.at(0).sentBefore, SentBefore::Accepted);
    QCOMPARE(again.at(1).sentBefore, SentBefore::Accepted);
    QVERIFY(outbox().record(outcome(intents.at(1), OutcomeKind::Accepted)));
    QVERIFY(outbox().record(outcome(intents.at(2), OutcomeKind::Accepted)));
    QVERIFY(!outbox().hasReady());
    QCOMPARE(outbox().ackedThrough(), 3);
}

void OutboxTest::serverThatMissesWhatIsForgotten_getsWhatIsLeft()
{
    const Intent old = note(u"1"_s);
    QCOMPARE(send().size(), 1);
    QVERIFY(outbox().record(outcome(old, OutcomeKind::Accepted)));
    QVERIFY(outbox().markEchoed({old.iid}));
    m_world->clock.advance(24h * 8);
    const Intent young = note(u"2"_s);
    QCOMPARE(send().size(), 1);
    QVERIFY(outbox().record(outcome(young, OutcomeKind::Accepted)));
    QVERIFY(outbox().forgetOld());
    QCOMPARE(outbox().forgottenThrough(), 0);
    QVERIFY(outbox().resendFrom(1));
    QCOMPARE(outbox().forgottenThrough(), 1);
    QCOMPARE(numbers(send()), QList<qint64>{2});
}

void OutboxTest::serverThatMissesMoreThanThereIs_waitsForNothing()
{
    QVERIFY(outbox().resendFrom(1));
    QCOMPARE(outbox().forgottenThrough(), 0);
    QVERIFY(!outbox().hasReady());
    const Intent next = note(u"1"_s);
    const auto batch = send();
    QCOMPARE(numbers(batch), QList<qint64>{1});
    QCOMPARE(batch.first().sentBefore, SentBefore::No);
    QCOMPARE(batch.first().intent, next);
}

void OutboxTest::rejection_blocksWhatDependsOnIt_andNothingElse()
{
    Ticket ticket;
    ticket.id.value = u"t9"_s;
    const Intent create = add(CreateTicket{ticket});
    QCOMPARE(outbox().compose(1, 1024).value().size(), 1);
    Intent call = m_world->intent(LogCall{.id = {u"m1"_s}, .ticket = ticket.id});
    call.deps = {create.iid};
    Intent reply = m_world->intent(Reply{.id = {u"m2"_s}, .ticket = ticket.id});
    reply.deps = {call.iid};
    QVERIFY(outbox().append(call) && outbox().append(reply));
    const Intent other = note();

    QCOMPARE(outbox().dependentsOf(create.iid).value(), (QStringList{call.iid, reply.iid}));
    QVERIFY(outbox().record(outcome(create, OutcomeKind::Rejected, Reason::Denied)));
    QCOMPARE(outbox().notSentCount(), 3);
    QCOMPARE(outbox().pendingCount(), 1);
    const auto batch = send();
    QCOMPARE(batch.size(), 1);
    QCOMPARE(batch.first().intent, other);
    QCOMPARE(batch.first().dseq, 2);
}

void OutboxTest::replacement_takesItsDependentsAlong()
{
    const Intent create = add(CreateTicket{});
    QCOMPARE(send().size(), 1);
    Intent call = m_world->intent(LogCall{});
    call.deps = {create.iid};
    QVERIFY(outbox().append(call));
    QVERIFY(outbox().record(outcome(create, OutcomeKind::NeedsReview, Reason::NewerAgentReply)));
    QVERIFY(!outbox().hasReady());

    const Intent again = m_world->intent(CreateTicket{});
    QVERIFY(outbox().replace(create.iid, again));
    const auto batch = send();
    QCOMPARE(numbers(batch), (QList<qint64>{2, 3}));
    QCOMPARE(batch.at(0).intent.iid, again.iid);
    QCOMPARE(batch.at(1).intent.iid, call.iid);
    QCOMPARE(batch.at(1).intent.deps, QStringList{again.iid});
    QCOMPARE(outbox().notSentCount(), 0);
}

void OutboxTest::sentIntent_canNotBeCancelled()
{
    const Intent intent = note();
    QCOMPARE(send().size(), 1);
    QCOMPARE(outbox().cancel(intent.iid).error().code, Code::Conflict);
    QCOMPARE(outbox().pendingCount(), 1);
}

void OutboxTest::severalIntents_areKeptInTheirOrder_orNoneIs()
{
    const Intent first = m_world->intent(Follow{{u"t1"_s}, true});
    const Intent second = m_world->intent(Follow{{u"t2"_s}, true});
    QVERIFY(!outbox().append(QList<Intent>{first, second, first}));
    QCOMPARE(outbox().pendingCount(), 0);
    QVERIFY(outbox().append(QList<Intent>{second, first}));
    QCOMPARE(must(outbox().pending()), (QList<Intent>{second, first}));
}

void OutboxTest::ofSeveral_whatWasNotSentCanStillBeCancelled()
{
    const Intent sent = note();
    QCOMPARE(send().size(), 1);
    const Intent waiting = note();
    QCOMPARE(must(outbox().cancelUnsent({sent.iid, u"unheard of"_s, waiting.iid})), QStringList{waiting.iid});
    QCOMPARE(must(outbox().pending()), QList<Intent>{sent});
}

void OutboxTest::onlyRefusedIntents_canBeDiscarded()
{
    const Intent intent = note();
    QCOMPARE(outbox().discard(intent.iid).error().code, Code::Conflict);
    QCOMPARE(send().size(), 1);
    QVERIFY(outbox().record(outcome(intent, OutcomeKind::Rejected, Reason::Dead)));
    QCOMPARE(outbox().find(intent.iid).value().args, intent.args); // no word is lost
    QVERIFY(outbox().discard(intent.iid));
    QCOMPARE(outbox().notSentCount(), 0);
    QCOMPARE(value(u"SELECT count(*) FROM intent"_s).toInt(), 0);
}

void OutboxTest::acceptedIntent_isFoldedUntilItsEchoIsMarked()
{
    const Intent intent = note();
    QCOMPARE(send().size(), 1);
    QVERIFY(outbox().record(outcome(intent, OutcomeKind::Accepted, Reason::None, 9)));
    QCOMPARE(outbox().pendingCount(), 0);
    QCOMPARE(m_world->pending().size(), 1);
    QCOMPARE(outbox().awaitingEcho().value(), QStringList{intent.iid});
    QVERIFY(outbox().markEchoed({intent.iid}));
    QVERIFY(m_world->pending().isEmpty());
    QVERIFY(outbox().awaitingEcho().value().isEmpty());
}

void OutboxTest::acceptedIntents_areKeptForSevenDays()
{
    const Intent accepted = note(u"1"_s);
    const Intent rejected = note(u"2"_s);
    QCOMPARE(send().size(), 2);
    QVERIFY(outbox().record(outcome(accepted, OutcomeKind::Accepted)));
    QVERIFY(outbox().record(outcome(rejected, OutcomeKind::Rejected)));
    m_world->clock.advance(24h * 8);
    QVERIFY(outbox().forgetOld());
    QVERIFY(outbox().find(accepted.iid)); // its echo has not come yet
    QVERIFY(outbox().markEchoed({accepted.iid}));
    QVERIFY(outbox().forgetOld());
    QVERIFY(!outbox().find(accepted.iid));
    QVERIFY(outbox().find(rejected.iid)); // only the agent throws that away
    QCOMPARE(outbox().ackedThrough(), 2);
    note(u"3"_s);
    QCOMPARE(numbers(send()), QList<qint64>{3});
}

void OutboxTest::blockedByAnOldServer_isRetriedUnderANewNumber()
{
    const Intent intent = note();
    QCOMPARE(send().size(), 1);
    Intent dependent = m_world->intent(AddNote{});
    dependent.deps = {intent.iid};
    QVERIFY(outbox().append(dependent));
    QVERIFY(outbox().record(outcome(intent, OutcomeKind::Blocked, Reason::NeedsServerUpgrade)));
    QVERIFY(send().isEmpty());
    QVERIFY(m_world->pending().isEmpty());
    QCOMPARE(must(outbox().retryBlocked({{u"ticket.assign"_s, 1}})), false); // no newer in what matters
    QVERIFY(send().isEmpty());
    QCOMPARE(must(outbox().retryBlocked({{intent.op, intent.opver}})), true);
    QCOMPARE(numbers(send()), (QList<qint64>{2, 3})); // with what waited for it
}

void OutboxTest::blockedWhenItIsReplayed_isStillAReplayAfterwards()
{
    const Intent intent = note();
    QCOMPARE(send().size(), 1);
    QVERIFY(outbox().record(outcome(intent, OutcomeKind::Accepted)));
    QVERIFY(outbox().resendFrom(1)); // by a server that was restored, and is of an older version too
    QCOMPARE(send().first().sentBefore, SentBefore::Accepted);
    QVERIFY(outbox().record(outcome(intent, OutcomeKind::Blocked, Reason::NeedsServerUpgrade)));
    QCOMPARE(must(outbox().retryBlocked({{intent.op, intent.opver}})), true);
    const auto again = send();
    QCOMPARE(numbers(again), QList<qint64>{2});
    QCOMPARE(again.first().sentBefore, SentBefore::Accepted); // or a reply goes out a second time
}

void OutboxTest::whatARestoredServerLost_isSentAgain_whateverItsLastNumber()
{
    QVERIFY(outbox().follow({u"K"_s, {}}));
    const Intent held = note(u"1"_s);
    const Intent lost = note(u"2"_s);
    QCOMPARE(send().size(), 2);
    QVERIFY(outbox().record({accepted(held, 10), accepted(lost, 20)}));
    QVERIFY(!outbox().hasReady());
    // It had decided on both numbers before the backup, on the second as an older program: what counts is what it
    // holds.
    QVERIFY(outbox().follow({u"L"_s, {{u"K"_s, 10}}}));
    const auto again = send();
    QCOMPARE(numbers(again), QList<qint64>{2});
    QCOMPARE(outbox().awaitingEcho().value(), QStringList{held.iid}); // what it lost is in nothing that it can answer
    QCOMPARE(again.first().sentBefore, SentBefore::Accepted);
    QCOMPARE(outbox().pending().value().size(), 2); // shown: one as not seen in a pull yet, one as pending again
    QVERIFY(outbox().record(accepted(lost, 11)));
    // Restored once more, from a backup of the first lineage: what the second numbered is not in it.
    QVERIFY(outbox().follow({u"M"_s, {{u"K"_s, 15}}}));
    QCOMPARE(numbers(send()), QList<qint64>{2});
    QCOMPARE(outbox().lineage(), u"M"_s);
}

void OutboxTest::whatTheLostServerDidNotAnswer_isSentAsThat()
{
    QVERIFY(outbox().follow({u"K"_s, {}}));
    note(u"1"_s);
    QCOMPARE(send().first().sentBefore, SentBefore::No);
    QCOMPARE(send().first().sentBefore, SentBefore::No); // the same server: its ledger knows
    note(u"2"_s); // not sent before the restore
    QVERIFY(outbox().follow({u"L"_s, {{u"K"_s, 10}}}));
    const auto batch = send();
    QCOMPARE(batch.size(), 2);
    QCOMPARE(batch.at(0).sentBefore, SentBefore::Unanswered);
    QCOMPARE(batch.at(1).sentBefore, SentBefore::No);
    QVERIFY(!batch.at(0).isFirst && batch.at(1).isFirst);
    // The second was sent to a server that only said that it is another one.
    QVERIFY(outbox().follow({u"M"_s, {}}, {batch.at(1).intent.iid}));
    QCOMPARE(send().at(0).sentBefore, SentBefore::Unanswered);
    QCOMPARE(send().at(1).sentBefore, SentBefore::No);
}

void OutboxTest::whatTheLostServerRefused_isSentAsNew()
{
    QVERIFY(outbox().follow({u"K"_s, {}}));
    const Intent refused = note(u"1"_s);
    QCOMPARE(send().size(), 1);
    QVERIFY(outbox().record(outcome(refused, OutcomeKind::Rejected, Reason::Denied)));
    QVERIFY(outbox().follow({u"L"_s, {}}));
    QVERIFY(!outbox().hasReady());
    QVERIFY(outbox().resendFrom(1));
    QCOMPARE(send().first().sentBefore, SentBefore::No);
}

void OutboxTest::whatARestoredServerOnlyKnowsOf_staysAccepted()
{
    QVERIFY(outbox().follow({u"K"_s, {}}));
    const Intent intent = note(u"1"_s);
    const Intent other = note(u"2"_s);
    QCOMPARE(send().size(), 2);
    QVERIFY(outbox().record(accepted(intent, 10)));
    QVERIFY(outbox().follow({u"L"_s, {}}));
    QCOMPARE(send().size(), 2);
    QVERIFY(outbox().record({outcome(intent, OutcomeKind::Rejected, Reason::AlreadyExists),
                             outcome(other, OutcomeKind::Rejected, Reason::AlreadyExists)}));
    QCOMPARE(value(u"SELECT group_concat(state || ' ' || reason) FROM intent"_s).toString(),
             u"accepted none,rejected alreadyExists"_s);
}

void OutboxTest::whatASetBackMachineNumberedTwice_getsOtherNumbers()
{
    const Intent first = note(u"1"_s);
    const Intent second = note(u"2"_s);
    QCOMPARE(numbers(send()),
             (QList<qint64>{1, 2})); // given before, and not in the image that the disk was set back to
    Outcome taken = outcome(first, OutcomeKind::Transient, Reason::NumberTaken);
    taken.patch = {{u"lastDseq"_s, 7}};
    QVERIFY(outbox().record({taken, outcome(second, OutcomeKind::Accepted)}));
    QCOMPARE(outbox().lastDseq(), 7);
    const auto again = send();
    QCOMPARE(numbers(again), QList<qint64>{8});
    QCOMPARE(again.first().intent, first);
}

void OutboxTest::whatGetsOtherNumbers_keepsItsOrder()
{
    const Intent first = note(u"1"_s);
    const Intent second = note(u"2"_s);
    QCOMPARE(numbers(send()), (QList<qint64>{1, 2}));
    const Intent third = note(u"3"_s);
    QList<Outcome> taken;
    for (const Intent &intent : {first, second}) {
        taken.append(outcome(intent, OutcomeKind::Transient, Reason::NumberTaken));
        taken.last().patch = {{u"lastDseq"_s, 1}};
    }
    QVERIFY(outbox().record(taken));
    QList<Intent> again;
    for (const NumberedIntent &numbered : send())
        again.append(numbered.intent);
    QCOMPARE(again, (QList<Intent>{first, second, third}));
}

void OutboxTest::whatWasWrittenBehindWhatGetsAnotherNumber_goesBehindIt()
{
    const Intent before = note(u"0"_s);
    const Intent first = note(u"1"_s);
    const Intent second = note(u"2"_s);
    const Intent third = note(u"3"_s);
    QCOMPARE(numbers(send()), (QList<qint64>{1, 2, 3, 4}));
    Outcome taken = outcome(first, OutcomeKind::Transient, Reason::NumberTaken);
    taken.patch = {{u"lastDseq"_s, 3}};
    QVERIFY(outbox().record({taken, outcome(second, OutcomeKind::Accepted), outcome(third, OutcomeKind::Transient)}));
    const auto again = send();
    QCOMPARE(numbers(again), (QList<qint64>{1, 5, 6}));
    QCOMPARE(again.at(0).intent, before);
    QCOMPARE(again.at(1).intent, first);
    QCOMPARE(again.at(2).intent, third);
}

void OutboxTest::whatGetsAnotherNumber_isNotForgottenUnderTheOld_andNotTakenBack()
{
    const Intent first = note(u"1"_s);
    const Intent second = note(u"2"_s);
    (void)send();
    Outcome taken = outcome(first, OutcomeKind::Transient, Reason::NumberTaken);
    taken.patch = {{u"lastDseq"_s, 7}};
    QVERIFY(outbox().record(taken));
    QCOMPARE(outbox().ackedThrough(), 0);
    QCOMPARE(outbox().cancel(second.iid).error().code, Code::Conflict);
    QCOMPARE(numbers(send()), (QList<qint64>{8, 9}));
    QVERIFY(outbox().record(outcome(first, OutcomeKind::Accepted)));
    QCOMPARE(outbox().ackedThrough(), 1); // the second may have been done as number 2
    QVERIFY(outbox().record(outcome(second, OutcomeKind::Accepted)));
    QCOMPARE(outbox().ackedThrough(), 9);
}

void OutboxTest::whatIsToldAgain_getsAnotherNumberWhereItsOwnIsTaken_andStaysAccepted()
{
    const Intent intent = note();
    (void)send();
    QVERIFY(outbox().record({outcome(intent, OutcomeKind::Accepted)}));
    QVERIFY(outbox().resendFrom(1));
    Outcome taken = outcome(intent, OutcomeKind::Transient, Reason::NumberTaken);
    taken.patch = {{u"lastDseq"_s, 4}};
    QVERIFY(outbox().record({taken}));
    QCOMPARE(value(u"SELECT state FROM intent"_s).toString(), u"accepted"_s);
    const auto again = send();
    QCOMPARE(numbers(again), QList<qint64>{5});
    QCOMPARE(again.first().sentBefore, SentBefore::Accepted);
    QVERIFY(outbox().record({outcome(intent, OutcomeKind::Accepted)}));
    QVERIFY(send().isEmpty());
}

void OutboxTest::newerOutbox_canBeReadButNotWritten()
{
    const Intent intent = note();
    m_world->outbox.reset();
    QVERIFY(Database::open(m_world->outboxPath(), {.key = outboxKey})->execute(u"PRAGMA user_version = 99"_s));
    m_world->reopen();
    QVERIFY(outbox().isReadOnly());
    QCOMPARE(m_world->pending(), QList<Intent>{intent});
    QCOMPARE(outbox().append(m_world->intent(AddNote{})).error().code, Code::TooNew);
    QCOMPARE(outbox().compose(1, 1000).error().code, Code::TooNew);
}

void OutboxTest::drafts_areJournalled()
{
    Draft draft;
    draft.id.value = u"w1"_s;
    draft.ticket.value = u"t1"_s;
    draft.text = u"Bonj"_s;
    QVERIFY(outbox().journalDraft(draft));
    draft.text = u"Bonjour"_s;
    QVERIFY(outbox().journalDraft(draft));
    m_world->reopen();
    QCOMPARE(value(u"SELECT count(*) FROM draft"_s).toInt(), 1);
    QVERIFY(value(u"SELECT record FROM draft"_s).toString().contains(u"\"Bonjour\""_s));
    QVERIFY(outbox().append(m_world->intent(DiscardDraft{draft.id})));
    QCOMPARE(value(u"SELECT count(*) FROM draft"_s).toInt(), 0);
}

void OutboxTest::draft_isSavedOnce_howeverOftenItChangedMeanwhile()
{
    Draft draft;
    draft.id.value = u"w1"_s;
    draft.text = u"Bonj"_s;
    const Intent first = m_world->intent(SaveDraft{draft});
    QVERIFY(outbox().append(first));
    (void)note(u"entre nous"_s);
    draft.text = u"Bonjour"_s;
    QVERIFY(outbox().journalDraft(draft));
    const Intent last = m_world->intent(SaveDraft{draft});
    QVERIFY(outbox().append(last));
    QCOMPARE(outbox().journalledDrafts(), QList<Draft>{draft}); // until it is shown
    QVERIFY(outbox().forgetDraft(draft.id));
    QCOMPARE(outbox().journalledDrafts(), QList<Draft>());
    QCOMPARE(m_world->pending().size(), 2);
    QCOMPARE(m_world->pending().last(), last);
    // What was sent is sent: the next one goes behind it.
    QCOMPARE(send().size(), 2);
    draft.text = u"Bonjour !"_s;
    QVERIFY(outbox().append(m_world->intent(SaveDraft{draft})));
    QCOMPARE(m_world->pending().size(), 3);
}

void OutboxTest::draftThatIsSent_isNoneAnyMore_untilItIsTakenBack()
{
    Draft draft;
    draft.id.value = u"w1"_s;
    draft.ticket.value = u"t1"_s;
    draft.text = u"Bonjour"_s;
    draft.rev = 3;
    QVERIFY(outbox().append(m_world->intent(SaveDraft{draft})));
    QVERIFY(outbox().journalDraft(draft));
    Reply reply{.id = {u"m1"_s}, .ticket = draft.ticket, .text = draft.text, .draft = draft.id, .draftRev = draft.rev};
    const Intent sent = m_world->intent(reply);
    QCOMPARE(sent.baseRev, 3);
    QVERIFY(outbox().append(sent));
    QCOMPARE(outbox().journalledDrafts(), QList<Draft>());
    QCOMPARE(m_world->pending(), QList<Intent>{sent});
    QVERIFY(outbox().cancel(sent.iid));
    QCOMPARE(outbox().journalledDrafts(), QList<Draft>{draft});
    QCOMPARE(m_world->pending(), QList<Intent>());
}

void OutboxTest::whatIsBegunInAForm_staysHere_untilItIsSent()
{
    Escalate escalate;
    escalate.escalation.id.value = u"x1"_s;
    escalate.escalation.ticket.value = u"t1"_s;
    escalate.escalation.asked = u"Conf"_s;
    QVERIFY(outbox().journalForm(m_world->intent(escalate)));
    escalate.escalation.asked = u"Confirmer"_s;
    QVERIFY(outbox().journalForm(m_world->intent(escalate)));
    MoveEscalation move{{u"x2"_s}, {u"t1"_s}, EscalationState::Accepted, EscalationState::Refused, u"Non"_s, {}, {}};
    QVERIFY(outbox().journalForm(m_world->intent(move)));
    move.to = EscalationState::HandedBack;
    QVERIFY(outbox().journalForm(m_world->intent(move)));
    m_world->reopen();
    QCOMPARE(outbox().unsentWork()->forms.size(), 3); // one for each thing that can be written
    QCOMPARE(outbox().pendingCount(), 0);
    QCOMPARE(send(), QList<NumberedIntent>());
    QCOMPARE(outbox().journalledDrafts(), QList<Draft>());
    QCOMPARE(outbox().ticketsAtWork(), QSet<QString>{u"t1"_s});
    QVERIFY(outbox().forgetForm(formKey(move)));
    move.to = EscalationState::Refused;
    QVERIFY(outbox().append(m_world->intent(move)));
    QCOMPARE(outbox().unsentWork()->forms.size(), 1);
    QCOMPARE(outbox().unsentWork()->forms.first().args, toJson(escalate));
}

void OutboxTest::formThatWasSent_isThereAgain_whenItIsTakenBack()
{
    Escalate escalate;
    escalate.escalation.id.value = u"x1"_s;
    escalate.escalation.asked = u"Confirmer"_s;
    const Intent sent = m_world->intent(escalate);
    QVERIFY(outbox().journalForm(sent));
    QVERIFY(outbox().append(sent));
    QVERIFY(outbox().unsentWork()->forms.isEmpty());
    QVERIFY(outbox().cancel(sent.iid));
    QCOMPARE(outbox().unsentWork()->forms.first().args, sent.args);
    m_world->clock.jump(std::chrono::hours(24 * 29));
    QVERIFY(outbox().forgetOld());
    QVERIFY(!outbox().unsentWork()->isEmpty());
    m_world->clock.jump(std::chrono::hours(24 * 2));
    QVERIFY(outbox().forgetOld()); // nobody comes back to it
    QVERIFY(outbox().unsentWork()->isEmpty());
}

void OutboxTest::whatIsSentAgain_isAboutTheSamePeople()
{
    Intent refused = m_world->intent(AddNote{.id = {u"m1"_s}, .ticket = {u"t9"_s}, .text = u"secret"_s});
    refused.subjects = {u"c1"_s};
    QVERIFY(outbox().append(refused));
    (void)send();
    QVERIFY(outbox().record(outcome(refused, OutcomeKind::Rejected, Reason::Denied)));
    const Intent again = m_world->intent(AddNote{.id = {u"m1"_s}, .ticket = {u"t9"_s}, .text = u"secret"_s});
    QVERIFY(outbox().replace(refused.iid, again));
    QCOMPARE(outbox().eraseSubjects({u"c1"_s}, {}).value(), QStringList{again.iid});
}

void OutboxTest::whatWasSeenOfDraftsInALostHistory_countsNoMore()
{
    Draft draft;
    draft.id.value = u"w1"_s;
    draft.rev = 3;
    QVERIFY(outbox().follow({u"one"_s, {}}));
    QVERIFY(outbox().append(m_world->intent(SaveDraft{draft})));
    draft.id.value = u"w2"_s;
    QVERIFY(outbox().journalDraft(draft));
    QVERIFY(outbox().follow({u"two"_s, {}}));
    QCOMPARE(m_world->pending().first().baseRev, 0);
    QCOMPARE(outbox().journalledDrafts()->first().rev, 0);
}

void OutboxTest::erasure_destroysTheTextAndKeepsTheStreamWhole()
{
    Intent sent = m_world->intent(AddNote{.id = {u"m1"_s}, .ticket = {u"t1"_s}, .text = u"secret"_s});
    sent.subjects = {u"c1"_s};
    QVERIFY(outbox().append(sent));
    QCOMPARE(send().size(), 1);
    const Intent unsent = note(u"secret"_s);
    Intent other = m_world->intent(AddNote{.id = {u"m3"_s}, .ticket = {u"t2"_s}, .text = u"other"_s});
    QVERIFY(outbox().append(other));
    Draft draft;
    draft.id.value = u"w1"_s;
    draft.ticket.value = u"t1"_s;
    QVERIFY(outbox().journalDraft(draft));
    Escalate begun;
    begun.escalation.id.value = u"x1"_s;
    begun.escalation.ticket.value = u"t1"_s;
    QVERIFY(outbox().journalForm(m_world->intent(begun)));
    begun.escalation.id.value = u"x2"_s;
    begun.escalation.ticket.value = u"t2"_s;
    Intent about = m_world->intent(begun);
    about.subjects = {u"c1"_s};
    QVERIFY(outbox().journalForm(about));

    const auto erased = outbox().eraseSubjects({u"c1"_s}, {u"t1"_s});
    QCOMPARE(erased.value(), (QStringList{sent.iid, unsent.iid}));
    QCOMPARE(value(u"SELECT count(*) FROM intent WHERE args LIKE '%secret%'"_s).toInt(), 0);
    QCOMPARE(value(u"SELECT count(*) FROM draft"_s).toInt(), 0);
    QCOMPARE(value(u"SELECT count(*) FROM form"_s).toInt(), 0);
    QCOMPARE(outbox().notSentCount(), 1);
    const auto batch = send();
    QCOMPARE(numbers(batch), (QList<qint64>{1, 2}));
    QCOMPARE(batch.at(1).intent, other);
}

void OutboxTest::whatWasErased_isOfferedToARestoredServerOnce()
{
    const Intent refused = note(u"secret"_s);
    const Intent waiting = note(u"secret"_s);
    QCOMPARE(send().size(), 2);
    Outcome outcome;
    outcome.iid = refused.iid;
    outcome.kind = OutcomeKind::Rejected;
    outcome.reason = Reason::Denied;
    QVERIFY(outbox().record(outcome));
    QVERIFY(outbox().eraseSubjects({}, {u"t1"_s}));
    QVERIFY(outbox().resendFrom(1));
    // Without their words they are refused, for what is missing in them; why they were given up is the erasure.
    outcome.reason = Reason::Invalid;
    outcome.patch = {{u"text"_s, u"secret"_s}};
    for (const NumberedIntent &again : send()) {
        outcome.iid = again.intent.iid;
        QVERIFY(outbox().record(outcome));
    }
    QVERIFY(!outbox().hasReady());
    QCOMPARE(value(u"SELECT group_concat(state || ' ' || reason) FROM intent"_s).toString(),
             u"cancelled erased,rejected erased"_s);
    QCOMPARE(value(u"SELECT count(*) FROM intent WHERE patch LIKE '%secret%'"_s).toInt(), 0);
    QCOMPARE(outbox().find(waiting.iid)->args, QJsonObject());
}

void OutboxTest::facts_surviveARestart()
{
    QCOMPARE(outbox().fact(u"device"_s), QString());
    QVERIFY(outbox().setFact(u"device"_s, u"d1"_s));
    QVERIFY(outbox().setFact(u"device"_s, u"d2"_s));
    m_world->reopen();
    QCOMPARE(outbox().fact(u"device"_s), u"d2"_s);
}

QTEST_GUILESS_MAIN(OutboxTest)

#include "tst_outbox.moc"
