// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/intents/intentservice.h"

#include "app/server/intents/handle.h"
#include "app/server/intents/handling.h"
#include "app/server/store/ledger.h"
#include "app/server/store/restored.h"
#include "core/protocol/apply.h"

using namespace Qt::StringLiterals;

namespace akwaba::intents {

namespace {

constexpr int attemptsBeforeQuarantine = 3;

/// The machine's trouble, not the intent's.
bool isNobodysFault(Code code)
{
    return code == Code::DiskFull || code == Code::Io || code == Code::Unreachable || code == Code::Locked
        || code == Code::Corrupt;
}

Outcome refused(const Intent &intent, Reason reason)
{
    return outcomeOf(intent, OutcomeKind::Rejected, reason, intent.entity);
}

/// Of a number under which something was decided that the ledger does not know, or not any more: it was acknowledged,
/// or blocked and is tried again under another number, or it was another intent. A request that took long on its way
/// says so, and nobody hears the answer; or the answer was lost; or a device whose disk was set back gives its numbers
/// once more.
Outcome passedBy(const SentIntent &sent, const store::DeviceProgress &progress)
{
    const bool isAcknowledged = sent.dseq <= progress.ackedThrough;
    if (isAcknowledged && sent.sentBefore == SentBefore::Accepted) return refused(sent.intent, Reason::AlreadyExists);
    Outcome outcome = outcomeOf(sent.intent, OutcomeKind::Transient, Reason::NumberTaken, sent.intent.entity);
    outcome.patch = {{u"lastDseq"_s, progress.lastDseq}};
    return outcome;
}

/// What the handler will ask for, as far as the intent names it.
QList<RowRef> rowsAskedFor(const store::Caller &caller, const Intent &intent)
{
    QList<RowRef> rows{{&typeInfo<Agent>(), caller.agent.value}};
    const auto command = commandOf(intent);
    if (!command) return rows;
    rows.append({&typeInfo<Ticket>(), ticketOf(*command).value});
    return rows + rowsTouched(*command);
}

/// Of one that was decided earlier in this same transaction the ledger has the number only now.
Result<void> readSeq(store::Writer &writer, const DeviceId &device, Outcome &outcome)
{
    const auto entry = store::decided(writer.database(), device, outcome.iid);
    if (!entry) return tl::unexpected(entry.error());
    if (*entry) outcome.seq = (*entry)->seq;
    return {};
}

} // namespace

/// One request on its way.
struct IntentService::Run {
    Batch batch;
    std::function<void(const Result<Applied> &)> done;
    Applied answer;
    QList<int> attempts; // before this one, per intent
    QStringList ended; // attempts to be counted no longer
    qsizetype finished = 0;
    bool isRenumbered = false; // one needs another number: what was not decided yet must wait for it
    bool stopped = false; // an intent got no decision: those after it must wait, or they would overtake it
};

Result<std::unique_ptr<IntentService>> IntentService::open(store::Store &store)
{
    return store::AttemptJournal::open(store.directory()).map([&store](store::AttemptJournal journal) {
        return std::unique_ptr<IntentService>(new IntentService(store, std::move(journal)));
    });
}

void IntentService::apply(const Batch &batch, std::function<void(const Result<Applied> &)> done)
{
    if (batch.together) return applyTogether(batch, std::move(done));
    if (batch.caller.device.isEmpty()) return done(fail(Code::Denied, u"intents come from a device"_s));
    const auto refusal = refusalOf(batch);
    if (!refusal) return done(tl::unexpected(refusal.error()));
    if (*refusal) return done(**refusal);
    acknowledge(batch);
    if (batch.intents.isEmpty()) return done(Applied{});
    const auto run = std::make_shared<Run>();
    run->batch = batch;
    run->done = std::move(done);
    for (const SentIntent &sent : batch.intents) {
        Outcome outcome;
        outcome.iid = sent.intent.iid;
        run->answer.outcomes.append(outcome);
    }
    if (const auto begun = beginAttempts(run); !begun) return run->done(tl::unexpected(begun.error()));
    for (qsizetype i = 0; i < batch.intents.size(); ++i)
        submit(run, i);
}

/// The first number is at most one above the highest that was decided, and there is no gap behind it.
Result<std::optional<Applied>> IntentService::refusalOf(const Batch &batch)
{
    auto snapshot = m_store.read();
    if (!snapshot) return tl::unexpected(snapshot.error());
    if (batch.lineage && *batch.lineage != snapshot->lineage()) {
        return store::lineagesOf(snapshot->database()).map([](const Lineages &lineages) {
            return std::optional(Applied{.restored = lineages});
        });
    }
    const auto progress = store::progressOf(snapshot->database(), batch.caller.device);
    if (!progress) return tl::unexpected(progress.error());
    qint64 expected = std::max(progress->lastDseq, batch.forgottenThrough) + 1;
    for (const SentIntent &sent : batch.intents) {
        if (sent.dseq > expected) return std::optional(Applied{.expected = expected});
        expected = std::max(expected, sent.dseq + 1);
    }
    return std::optional<Applied>();
}

/// Counted before anything is done. Once something died or failed, the intents of a request go one by one, so that the
/// innocent are not counted with the guilty.
Result<void> IntentService::beginAttempts(const std::shared_ptr<Run> &run)
{
    const auto attempts = m_journal.attempts(run->batch.caller.device);
    if (!attempts) return tl::unexpected(attempts.error());
    QStringList iids;
    int most = 0;
    for (const SentIntent &sent : run->batch.intents) {
        run->attempts.append(attempts->value(sent.intent.iid));
        most = std::max(most, run->attempts.constLast());
        iids.append(sent.intent.iid);
    }
    if (most > 0) return {};
    return m_journal.begin(run->batch.caller.device, iids).map([&run] { run->attempts.fill(-1); });
}

void IntentService::submit(const std::shared_ptr<Run> &run, qsizetype index)
{
    const SentIntent &sent = run->batch.intents.at(index);
    const bool alone = run->attempts.at(index) >= 0;
    if (alone && run->attempts.at(index) < attemptsBeforeQuarantine) {
        // Without a count it is not safe to try.
        if (!m_journal.begin(run->batch.caller.device, {sent.intent.iid})) run->stopped = true;
    }
    m_store.submit([this, run, index](store::Writer &writer) { return execute(*run, index, writer); },
                   [this, run, index](const Result<void> &done) { finished(run, index, done); },
                   {run->batch.caller.device, sent.intent.iid}, rowsAskedFor(run->batch.caller, sent.intent));
    if (alone) m_store.flush();
}

Result<void> IntentService::execute(Run &run, qsizetype index, store::Writer &writer)
{
    if (run.stopped) return {};
    const DeviceId device = run.batch.caller.device;
    Outcome &outcome = run.answer.outcomes[index];
    const auto known = store::decided(writer, device, outcome.iid);
    if (!known) return tl::unexpected(known.error());
    if (*known) {
        outcome = **known;
        writer.whenNumbered([&outcome, &writer, device](qint64) { return readSeq(writer, device, outcome); });
    } else {
        const auto decision = decideNow(run, index, writer);
        run.stopped |= !decision;
        if (!decision) return tl::unexpected(decision.error());
        outcome = *decision;
        const bool applied = outcome.kind == OutcomeKind::Accepted || outcome.kind == OutcomeKind::Merged;
        writer.whenNumbered([&outcome, applied](qint64 seq) -> Result<void> {
            if (applied) outcome.seq = seq; // as the ledger has it
            return {};
        });
    }
    return {};
}

Result<Outcome> IntentService::decideNow(Run &run, qsizetype index, store::Writer &writer) const
{
    const SentIntent &sent = run.batch.intents.at(index);
    const DeviceId device = run.batch.caller.device;
    const auto progress = writer.progressOf(device);
    if (!progress) return tl::unexpected(progress.error());
    if (sent.dseq <= progress->lastDseq) {
        const Outcome outcome = passedBy(sent, *progress);
        run.isRenumbered |= outcome.reason == Reason::NumberTaken;
        return outcome;
    }
    if (run.isRenumbered) {
        run.stopped = true;
        return outcomeOf(sent.intent, OutcomeKind::Transient, Reason::None, sent.intent.entity);
    }
    auto decision = run.attempts.at(index) >= attemptsBeforeQuarantine
        ? Result<Outcome>(refused(sent.intent, Reason::Quarantined))
        : handle(writer, run.batch.caller, sent.intent, sent.sentBefore);
    if (!decision) return decision;
    return store::recordOutcome(writer, device, sent.dseq, *decision).map([&decision] { return *decision; });
}

void IntentService::finished(const std::shared_ptr<Run> &run, qsizetype index, const Result<void> &done)
{
    Outcome &outcome = run->answer.outcomes[index];
    if (!done) {
        run->stopped = true; // a commit that failed, too, leaves it undecided
        // What was written down for it was rolled back with it.
        const QString iid = outcome.iid;
        outcome = Outcome();
        outcome.iid = iid;
    }
    const bool decided = outcome.kind != OutcomeKind::Transient || outcome.reason == Reason::NumberTaken;
    const bool excused = (done && run->stopped) || (!done && isNobodysFault(done.error().code));
    if (decided || excused) run->ended.append(outcome.iid);
    if (++run->finished < run->batch.intents.size()) return;
    // A count that could not be taken back makes the next attempt go alone: slower, never wrong.
    (void)m_journal.end(run->batch.caller.device, run->ended);
    run->done(run->answer);
}

void IntentService::acknowledge(const Batch &batch)
{
    if (batch.ackedThrough <= 0) return;
    m_store.submit([device = batch.caller.device, through = batch.ackedThrough](
                       store::Writer &writer) { return store::acknowledge(writer, device, through); },
                   {});
}

} // namespace akwaba::intents
