// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "intentfixture.h"

#include "app/server/store/ledger.h"
#include "app/server/store/restored.h"
#include "core/database/statement.h"

using namespace akwaba;
using namespace akwaba::intents;
using namespace Qt::StringLiterals;

/// Order, idempotency, dependency and poison: sync.md 2.8.
class TestIntentService : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theSameIntentTwiceHasOneEffectAndOneOutcome();
    void theSameRequestTwiceAtOnceHasOneEffect();
    void aGapIsSentBackBeforeAnythingIsDone();
    void whoKnowsAServerOfBeforeIsToldBeforeAnythingIsDone();
    void whatWasSeenInALostHistoryIsNotTakenForWhatStandsHere();
    void whoGivesANumberTwiceIsAskedForAnother();
    void whatFollowsAnIntentThatNeedsAnotherNumberWaitsForIt();
    void whoGivesANumberTwiceIsAskedForAnother_alsoWhereItIsNotAcknowledged();
    void aRefusedIntentDoesNotHoldUpTheOthers();
    void whatDependsOnARefusedIntentIsRefused();
    void anUnknownOpWaitsForTheUpgrade();
    void acknowledgedOutcomesAreForgotten();
    void anAcknowledgementOfWhatIsToComeDoesNotLetThingsHappenTwice();
    void aRequestThatComesAfterItsAcknowledgementDoesNothing();
    void aLateRequestDoesNotDoWhatWasBlockedUnderAnotherNumber();
    void whatDiedThreeTimesIsQuarantinedAlone();
    void whatFailsInTheEndIsFoundOneByOne();
    void withoutADeviceNothingIsDone();
    void theLogNamesDeviceAndIntentAndNoContent();
    void ofWhatIsNoIdTheLedgerKeepsNothing();
    void togetherIsAllOrNothing();
    void togetherStandsOutsideTheOrderOfTheDevice();
    void onceIsDoneOnceWhateverDeviceAsks();
    void whatWasRefusedOnceMayBeTriedAgain();
};

namespace {

Batch together(const store::Caller &as, const QList<Intent> &intents, const QString &once = {})
{
    Batch batch{as, 0, {}, true, once};
    for (const Intent &intent : intents)
        batch.intents.append({0, intent});
    return batch;
}

} // namespace

void TestIntentService::togetherIsAllOrNothing()
{
    IntentFixture f;
    const Intent good = f.intent(SetField{f.ticket.id, u"subject"_s, u"Toner"_s, u"Fuite"_s});
    const Intent bad = f.intent(SetField{f.ticket.id, u"number"_s, {}, u"A-1"_s});
    const QString state = f.state();
    const Applied refused = f.send(together(f.asAwa, {good, bad, good}));
    QCOMPARE(refused.outcomes.size(), 2);
    QCOMPARE(refused.outcomes.last().kind, OutcomeKind::Rejected);
    QCOMPARE(f.state(), state);
    QCOMPARE(f.send(together(f.asAwa, {good})).outcomes.first().kind, OutcomeKind::Accepted);
    QCOMPARE(f.now().subject, u"Fuite"_s);
}

void TestIntentService::togetherStandsOutsideTheOrderOfTheDevice()
{
    IntentFixture f;
    f.send(together(f.asAwa, {f.intent(Follow{f.ticket.id, true})}));
    const Applied first = f.send(Batch{f.asAwa, 0, {{1, f.intent(Follow{f.ticket.id, false})}}});
    QVERIFY(!first.expected);
    QCOMPARE(first.outcomes.first().kind, OutcomeKind::Accepted);
}

void TestIntentService::onceIsDoneOnceWhateverDeviceAsks()
{
    IntentFixture f;
    const auto note = [&f] { return f.intent(AddNote{f.id<MessageId>(), f.ticket.id, u"Note"_s}); };
    const Intent intent = note();
    QVERIFY(!f.send(together(f.asAwa, {intent}, u"n1"_s)).repeated);
    const QString state = f.state();
    for (const store::Caller &who : {f.asAwa, f.asYao}) {
        const Applied again = f.send(together(who, {note()}, u"n1"_s));
        QVERIFY(again.repeated);
        QCOMPARE(again.outcomes.first().entity, intent.entity);
    }
    QCOMPARE(f.state(), state);
    QVERIFY(!f.send(together(f.asAwa, {note()}, u"n2"_s)).repeated);
}

void TestIntentService::whatWasRefusedOnceMayBeTriedAgain()
{
    IntentFixture f;
    const auto note = [&f](const QString &text) { return f.intent(AddNote{f.id<MessageId>(), f.ticket.id, text}); };
    QCOMPARE(f.send(together(f.asAwa, {note({})}, u"n1"_s)).outcomes.first().kind, OutcomeKind::Rejected);
    const Applied again = f.send(together(f.asAwa, {note(u"Note"_s)}, u"n1"_s));
    QVERIFY(!again.repeated);
    QCOMPARE(again.outcomes.first().kind, OutcomeKind::Accepted);
}

void TestIntentService::theSameIntentTwiceHasOneEffectAndOneOutcome()
{
    IntentFixture f;
    const Batch batch{f.asAwa, 0, {{1, f.intent(AddNote{f.id<MessageId>(), f.ticket.id, u"Note"_s})}}};
    const Outcome first = f.send(batch).outcomes.at(0);
    const QString state = f.state();
    const Outcome again = f.send(batch).outcomes.at(0);
    QCOMPARE(first.kind, OutcomeKind::Accepted);
    QVERIFY(first.seq > 0);
    QCOMPARE(again, first);
    QCOMPARE(f.state(), state);
}

void TestIntentService::theSameRequestTwiceAtOnceHasOneEffect()
{
    IntentFixture f;
    const Batch batch{f.asAwa, 0, {{1, f.intent(Follow{f.ticket.id, true})}}};
    QList<Outcome> outcomes;
    for (int i = 0; i < 2; ++i)
        f.service->apply(batch, [&](const Result<Applied> &applied) { outcomes += applied->outcomes; });
    f.store->flush();
    QCOMPARE(outcomes.size(), 2);
    QCOMPARE(outcomes.at(0), outcomes.at(1));
    QCOMPARE(f.timeLine().size(), 2); // the question and one event
}

/// A draft that two devices saw was lost at a restore, and both write on in it before they hear of that (seed 6214).
void TestIntentService::whatWasSeenInALostHistoryIsNotTakenForWhatStandsHere()
{
    IntentFixture f;
    QVERIFY(f.store->write([](store::Writer &w) { return store::markRestored(w.database(), u"abcdefabcdef"_s); }));
    Draft draft;
    draft.id = f.id<DraftId>();
    draft.ticket = f.ticket.id;
    draft.text = u"Bonjour"_s;
    draft.rev = 1; // in the lost history
    QCOMPARE(f.send(f.asAwa, SaveDraft{draft}).kind, OutcomeKind::Accepted);
    draft.text = u"Bonsoir"_s;
    const Outcome other = f.send(f.caller(f.awa.id), SaveDraft{draft});
    QCOMPARE(other.kind, OutcomeKind::Merged);
    QCOMPARE(f.find<Draft>(draft.id)->text, u"Bonsoir"_s);
    QCOMPARE(f.find<Draft>(DraftId{other.patch.value(u"copy"_s).toString()})->text, u"Bonjour"_s);
}

void TestIntentService::aGapIsSentBackBeforeAnythingIsDone()
{
    IntentFixture f;
    f.send(Batch{f.asAwa, 0, {{1, f.intent(Follow{f.ticket.id, true})}}});
    const QString state = f.state();
    const Applied gap = f.send(Batch{f.asAwa, 0, {{3, f.intent(Follow{f.ticket.id, false})}}});
    QCOMPARE(gap.expected, std::optional<qint64>(2));
    const Applied inside = f.send(
        Batch{f.asAwa, 0, {{2, f.intent(Follow{f.ticket.id, false})}, {4, f.intent(Follow{f.ticket.id, true})}}});
    QCOMPARE(inside.expected, std::optional<qint64>(3));
    QCOMPARE(f.state(), state);
}

/// Its numbers may stand for something else here (sync.md 2.20).
void TestIntentService::whoKnowsAServerOfBeforeIsToldBeforeAnythingIsDone()
{
    IntentFixture f;
    const QString before = IntentFixture::must(f.store->read()).lineage();
    const qint64 through = IntentFixture::must(f.store->read()).seq();
    QVERIFY(f.store->write([](store::Writer &w) { return store::markRestored(w.database(), u"abcdefabcdef"_s); }));
    Batch batch{f.asAwa, 0, {{1, f.intent(Follow{f.ticket.id, true})}}};
    batch.lineage = before;
    const Applied told = f.send(batch);
    QVERIFY(told.outcomes.isEmpty());
    QCOMPARE(told.restored, (std::optional<Lineages>({u"abcdefabcdef"_s, {{before, through}}})));
    QVERIFY(!f.now().followers.contains(f.awa.id));
    batch.lineage = told.restored->current;
    QCOMPARE(f.send(batch).outcomes.value(0).kind, OutcomeKind::Accepted);
}

/// The machine of a device was set back to an earlier state (sync.md 2.20).
void TestIntentService::whoGivesANumberTwiceIsAskedForAnother_alsoWhereItIsNotAcknowledged()
{
    IntentFixture f;
    f.send(Batch{f.asAwa, 0, {{1, f.intent(Follow{f.ticket.id, true})}, {2, f.intent(Follow{f.ticket.id, false})}}});
    const Intent other = f.intent(Follow{f.ticket.id, true});
    const Outcome asked = f.send(Batch{f.asAwa, 0, {{2, other}}}).outcomes.value(0);
    QCOMPARE(asked.reason, Reason::NumberTaken);
    QCOMPARE(asked.patch.value(u"lastDseq"_s).toInteger(), 2);
    QVERIFY(!f.now().followers.contains(f.awa.id));
    // Under a number of its own it is done, and stays known when the old ones are acknowledged.
    const Batch numbered{f.asAwa, 0, {{3, other}}};
    QCOMPARE(f.send(numbered).outcomes.value(0).kind, OutcomeKind::Accepted);
    f.send(Batch{f.asAwa, 2, {}});
    QCOMPARE(f.send(numbered).outcomes.value(0).kind, OutcomeKind::Accepted);
}

void TestIntentService::whoGivesANumberTwiceIsAskedForAnother()
{
    IntentFixture f;
    f.send(Batch{f.asAwa, 0, {{1, f.intent(Follow{f.ticket.id, true})}, {2, f.intent(Follow{f.ticket.id, false})}}});
    f.send(Batch{f.asAwa, 2, {}});
    const Intent again = f.intent(Follow{f.ticket.id, true});
    for (int i = 0; i < 4; ++i) { // and this is no attempt that would be counted for a quarantine
        const Outcome asked = f.send(Batch{f.asAwa, 0, {{2, again}}}).outcomes.value(0);
        QCOMPARE(asked.kind, OutcomeKind::Transient);
        QCOMPARE(asked.reason, Reason::NumberTaken);
        QCOMPARE(asked.patch.value(u"lastDseq"_s).toInteger(), 2);
    }
    QVERIFY(!f.now().followers.contains(f.awa.id));
    QCOMPARE(f.send(Batch{f.asAwa, 0, {{3, again}}}).outcomes.value(0).kind, OutcomeKind::Accepted);
}

void TestIntentService::whatFollowsAnIntentThatNeedsAnotherNumberWaitsForIt()
{
    IntentFixture f;
    const Intent known = f.intent(Follow{f.ticket.id, false});
    f.send(Batch{f.asAwa, 0, {{1, f.intent(Follow{f.ticket.id, true})}, {2, known}}});
    const Intent first = f.intent(Follow{f.ticket.id, true});
    const Intent second = f.intent(SetField{f.ticket.id, u"subject"_s, u"Toner"_s, u"Fuite"_s});
    for (int i = 0; i < 4; ++i) { // and this is no attempt, either
        const Applied told = f.send(Batch{f.asAwa, 0, {{1, first}, {2, known}, {3, second}}});
        QCOMPARE(told.outcomes.value(0).reason, Reason::NumberTaken);
        QCOMPARE(told.outcomes.value(1).kind, OutcomeKind::Accepted);
        QCOMPARE(told.outcomes.value(2).kind, OutcomeKind::Transient);
        QCOMPARE(told.outcomes.value(2).reason, Reason::None);
    }
    QCOMPARE(f.now().subject, u"Toner"_s);
    const Applied done = f.send(Batch{f.asAwa, 0, {{3, first}, {4, second}}});
    QCOMPARE(done.outcomes.value(0).kind, OutcomeKind::Accepted);
    QCOMPARE(done.outcomes.value(1).kind, OutcomeKind::Accepted);
    QCOMPARE(f.now().subject, u"Fuite"_s);
}

void TestIntentService::aRefusedIntentDoesNotHoldUpTheOthers()
{
    IntentFixture f;
    const Applied applied = f.send(Batch{f.asAwa,
                                         0,
                                         {{1, f.intent(SetField{f.ticket.id, u"rev"_s, {}, u"9"_s})},
                                          {2, f.intent(SetField{f.ticket.id, u"subject"_s, u"Toner"_s, u"Fuite"_s})}}});
    QCOMPARE(applied.outcomes.at(0).kind, OutcomeKind::Rejected);
    QCOMPARE(applied.outcomes.at(1).kind, OutcomeKind::Accepted);
    QCOMPARE(f.now().subject, u"Fuite"_s);
}

void TestIntentService::whatDependsOnARefusedIntentIsRefused()
{
    IntentFixture f;
    const Intent refused = f.intent(SetField{f.ticket.id, u"rev"_s, {}, u"9"_s});
    Intent dependent = f.intent(AddNote{f.id<MessageId>(), f.ticket.id, u"Suite"_s});
    dependent.deps = {refused.iid};
    const Applied applied = f.send(Batch{f.asAwa, 0, {{1, refused}, {2, dependent}}});
    QCOMPARE(applied.outcomes.at(1).reason, Reason::Dependency);
}

void TestIntentService::anUnknownOpWaitsForTheUpgrade()
{
    IntentFixture f;
    Intent unknown = f.intent(Follow{f.ticket.id, true});
    unknown.op = u"ticket.teleport"_s;
    const Applied applied = f.send(Batch{f.asAwa, 0, {{1, unknown}, {2, f.intent(Follow{f.ticket.id, true})}}});
    QCOMPARE(applied.outcomes.at(0).kind, OutcomeKind::Blocked);
    QCOMPARE(applied.outcomes.at(0).reason, Reason::NeedsServerUpgrade);
    QCOMPARE(applied.outcomes.at(1).kind, OutcomeKind::Accepted);
    unknown.op = u"ticket.follow"_s;
    QCOMPARE(f.send(Batch{f.asAwa, 0, {{3, unknown}}}).outcomes.at(0).kind, OutcomeKind::Accepted);
}

void TestIntentService::acknowledgedOutcomesAreForgotten()
{
    IntentFixture f;
    const Intent follow = f.intent(Follow{f.ticket.id, true});
    f.send(Batch{f.asAwa, 0, {{1, follow}}});
    const auto inLedger = [&] {
        const auto snapshot = IntentFixture::must(f.store->read());
        return IntentFixture::must(store::decided(snapshot.database(), f.asAwa.device, follow.iid)).has_value();
    };
    QVERIFY(inLedger());
    f.send(Batch{f.asAwa, 1, {{2, f.intent(Follow{f.ticket.id, false})}}});
    QVERIFY(!inLedger());
}

void TestIntentService::anAcknowledgementOfWhatIsToComeDoesNotLetThingsHappenTwice()
{
    IntentFixture f;
    const Batch follow{f.asAwa, 0, {{1, f.intent(Follow{f.ticket.id, true})}}};
    f.send(follow);
    f.send(f.asAwa, Follow{f.ticket.id, true});
    f.send(Batch{f.asAwa, 100, {}});
    f.send(f.asYao, Follow{f.ticket.id, true});
    const QString state = f.state();
    QCOMPARE(f.send(follow).outcomes.at(0).reason, Reason::NumberTaken);
    QCOMPARE(f.state(), state);
}

void TestIntentService::aRequestThatComesAfterItsAcknowledgementDoesNothing()
{
    IntentFixture f;
    const Batch slow{f.asAwa, 0, {{1, f.intent(Follow{f.ticket.id, true})}}};
    f.send(slow);
    f.send(Batch{f.asAwa, 1, {{2, f.intent(Follow{f.ticket.id, false})}}});
    const QString state = f.state();
    QCOMPARE(f.send(slow).outcomes.at(0).kind, OutcomeKind::Transient);
    QCOMPARE(f.state(), state);
    QVERIFY(f.now().followers.isEmpty());
}

/// It has another number by then, and under the first one nothing is done any more (seed 558).
void TestIntentService::aLateRequestDoesNotDoWhatWasBlockedUnderAnotherNumber()
{
    IntentFixture f;
    Intent note = f.intent(AddNote{f.id<MessageId>(), f.ticket.id, u"Suite"_s});
    Intent ofTomorrow = note;
    ofTomorrow.opver = 99; // to a server of yesterday it is this
    QCOMPARE(f.send(Batch{f.asAwa, 0, {{1, ofTomorrow}}}).outcomes.at(0).kind, OutcomeKind::Blocked);
    // Upgraded. What was on its way comes in once more, and then the client, which knows that 1 was blocked.
    QCOMPARE(f.send(Batch{f.asAwa, 0, {{1, note}}}).outcomes.at(0).reason, Reason::NumberTaken);
    // Also of what was accepted by a server that is lost: nobody has it (seed 420).
    QCOMPARE(f.send(Batch{f.asAwa, 0, {{1, note, SentBefore::Accepted}}}).outcomes.at(0).reason, Reason::NumberTaken);
    QCOMPARE(f.send(Batch{f.asAwa, 1, {{2, note}}}).outcomes.at(0).kind, OutcomeKind::Accepted);
}

void TestIntentService::whatDiedThreeTimesIsQuarantinedAlone()
{
    IntentFixture f;
    const Intent innocent = f.intent(Follow{f.ticket.id, true});
    const Intent poison = f.intent(AddNote{f.id<MessageId>(), f.ticket.id, u"Poison"_s});
    {
        // A process that began them and died: once both, twice more the guilty one.
        auto journal = IntentFixture::must(store::AttemptJournal::open(f.dir.path()));
        IntentFixture::must(journal.begin(f.asAwa.device, {innocent.iid, poison.iid}));
        IntentFixture::must(journal.begin(f.asAwa.device, {poison.iid}));
        IntentFixture::must(journal.begin(f.asAwa.device, {poison.iid}));
    }
    const Applied applied = f.send(Batch{f.asAwa, 0, {{1, innocent}, {2, poison}}});
    QCOMPARE(applied.outcomes.at(0).kind, OutcomeKind::Accepted);
    QCOMPARE(applied.outcomes.at(1).kind, OutcomeKind::Rejected);
    QCOMPARE(applied.outcomes.at(1).reason, Reason::Quarantined);
    auto journal = IntentFixture::must(store::AttemptJournal::open(f.dir.path()));
    QCOMPARE(IntentFixture::must(journal.attempts(f.asAwa.device)).value(innocent.iid), 0);
}

void TestIntentService::whatFailsInTheEndIsFoundOneByOne()
{
    IntentFixture f;
    f.refuseMessagesThatSay(u"Poison"_s);
    Batch batch{f.asAwa, 0, {}};
    for (const QString &text : {u"Bonjour"_s, u"Poison"_s, u"Merci"_s})
        batch.intents.append({batch.intents.size() + 1, f.intent(AddNote{f.id<MessageId>(), f.ticket.id, text})});
    const auto kinds = [&] {
        QList<OutcomeKind> found;
        for (const Outcome &outcome : f.send(batch).outcomes)
            found += outcome.kind;
        return found;
    };
    const QString state = f.state();
    QCOMPARE(kinds(), QList<OutcomeKind>(3, OutcomeKind::Transient)); // nobody knows whose fault it is
    QCOMPARE(f.state(), state);
    for (int attempt = 2; attempt <= 3; ++attempt) // one by one, and none overtakes another
        QCOMPARE(kinds(), (QList{OutcomeKind::Accepted, OutcomeKind::Transient, OutcomeKind::Transient}));
    QCOMPARE(kinds(), (QList{OutcomeKind::Accepted, OutcomeKind::Rejected, OutcomeKind::Accepted}));
    QCOMPARE(f.send(batch).outcomes.at(1).reason, Reason::Quarantined);
    QCOMPARE(f.timeLine().size(), 3); // with the question
}

void TestIntentService::withoutADeviceNothingIsDone()
{
    IntentFixture f;
    store::Caller anonymous = f.asAwa;
    anonymous.device = {};
    std::optional<Result<Applied>> answer;
    f.service->apply(Batch{anonymous, 0, {{1, f.intent(Follow{f.ticket.id, true})}}},
                     [&answer](const Result<Applied> &applied) { answer = applied; });
    QVERIFY(answer);
    QCOMPARE(answer->error().code, Code::Denied);
}

void TestIntentService::theLogNamesDeviceAndIntentAndNoContent()
{
    IntentFixture f;
    const Intent note = f.intent(AddNote{f.id<MessageId>(), f.ticket.id, u"Numéro de carte"_s});
    f.send(Batch{f.asAwa, 0, {{1, note}}});
    const auto snapshot = IntentFixture::must(f.store->read());
    Statement select(snapshot.database(), u"SELECT * FROM change_log WHERE intent = ?"_s);
    int rows = 0;
    IntentFixture::must(select.bind(0, note.iid).forEach([&](const Statement &row) {
        ++rows;
        QCOMPARE(row.text(7), f.asAwa.device.value);
        for (int column = 0; column < 9; ++column)
            QVERIFY(!row.text(column).contains(u"carte"_s));
    }));
    QVERIFY(rows > 0);
}

void TestIntentService::ofWhatIsNoIdTheLedgerKeepsNothing()
{
    IntentFixture f;
    Customer stranger;
    stranger.id = CustomerId{QString(u"Carte de Fatou "_s) + QChar(0xFFFF)};
    Batch batch{f.asAwa, 0, {{1, f.intent(CreateCustomer{stranger})}}};
    const Outcome first = f.send(batch).outcomes.first();
    QCOMPARE(first.reason, Reason::Invalid);
    QVERIFY(first.entity.isEmpty());
    QCOMPARE(f.send(batch).outcomes.first(), first);
}

QTEST_GUILESS_MAIN(TestIntentService)
#include "tst_intentservice.moc"
