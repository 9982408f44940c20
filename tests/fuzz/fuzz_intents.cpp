// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/ledger.h"
#include "core/protocol/codec.h"
#include "tests/fuzz/intentmaker.h"
#include "tests/fuzz/promise.h"
#include "tests/fuzz/rows.h"

#include <algorithm>

using namespace akwaba;
using namespace akwaba::fuzz;
using namespace akwaba::intents;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// Batches of intents from several devices, out of order and again, with time going by.

namespace {

bool changesSomething(const Outcome &outcome)
{
    return outcome.kind == OutcomeKind::Accepted || outcome.kind == OutcomeKind::Merged;
}

/// The ledger keeps no content, so an outcome that is asked for again comes without its patch.
Outcome withoutPatch(Outcome outcome)
{
    outcome.patch = {};
    return outcome;
}

/// Devices that send, and what each of them has been told so far.
class Devices {
public:
    explicit Devices(Company &company, Choices &choices)
        : m_company(company), m_choices(choices), m_maker(company, choices)
    {
    }

    void step()
    {
        if (m_choices.oneIn(4)) m_company.clock().advance(m_choices.of(QList{1000ms, 1'200'000ms, 90'000'000ms}));
        const QString who = m_choices.of(QStringList{u"awa"_s, u"awa"_s, u"yao"_s, u"koffi"_s, u"chef"_s, u"ancien"_s});
        Batch batch = m_choices.oneIn(5) && !m_sent.isEmpty() ? m_choices.of(m_sent) : newBatch(who);
        if (batch.together)
            sendTogether(batch);
        else
            sendInOrder(batch);
    }

private:
    struct Told {
        Outcome outcome;
        qint64 dseq = 0;
    };
    struct Device {
        qint64 lastDseq = 0;
        QHash<QString, Told> told;
        qint64 ackedThrough = 0; // what the server may forget
    };

    Batch newBatch(const QString &who)
    {
        Batch batch;
        batch.caller = m_company.caller(who);
        Device &device = m_devices[batch.caller.device.value];
        batch.together = m_choices.oneIn(5);
        if (m_choices.oneIn(6)) batch.once = u"name%1"_s.arg(m_choices.below(2));
        if (m_choices.oneIn(6)) batch.ackedThrough = m_choices.below(8);
        if (m_choices.oneIn(8)) batch.forgottenThrough = m_choices.below(8);
        qint64 dseq = device.lastDseq;
        for (int left = 1 + m_choices.below(3); left > 0; --left) {
            dseq += m_choices.oneIn(12) ? m_choices.below(4) - 1 : 1;
            Intent intent = m_maker.make();
            const auto before = dseq % 2 == 0 ? SentBefore::Accepted : SentBefore::Unanswered;
            batch.intents.append({dseq, std::move(intent), m_choices.oneIn(10) ? before : SentBefore::No});
        }
        device.lastDseq = std::max(device.lastDseq, dseq);
        m_sent.append(batch);
        return batch;
    }

    Applied send(const Batch &batch)
    {
        std::optional<Result<Applied>> answer;
        m_company.intents().apply(batch, [&answer](const Result<Applied> &applied) {
            promise(!answer, "a batch is answered once");
            answer = applied;
        });
        m_company.store().flush();
        promise(answer.has_value(), "a batch is answered");
        promise(answer->has_value(), "a batch is decided", *answer ? QString() : codeName(answer->error().code));
        return **answer;
    }

    void sendTogether(const Batch &batch)
    {
        const qint64 before = m_company.seq();
        const Applied applied = send(batch);
        promise(applied.outcomes.size() <= batch.intents.size(), "no more outcomes than intents");
        promise(!applied.outcomes.isEmpty(), "a change has an outcome");
        const qsizetype done = std::ranges::count_if(applied.outcomes, changesSomething);
        if (!applied.repeated) promise(done >= applied.outcomes.size() - 1, "nothing is tried behind a refusal");
        const bool all = done == batch.intents.size();
        promise(all || applied.repeated || m_company.seq() == before, "all or nothing");
        promise(!applied.repeated || m_company.seq() == before, "what was done before is not done again");
        promiseSoundRows(m_company.store(), before);
    }

    void sendInOrder(const Batch &batch)
    {
        const qint64 before = m_company.seq();
        const Applied applied = send(batch);
        promiseSoundRows(m_company.store(), before);
        if (applied.expected) {
            promise(applied.outcomes.isEmpty() && m_company.seq() == before, "out of order, nothing is done");
            return;
        }
        promise(applied.outcomes.size() == batch.intents.size(), "every intent has an outcome");
        bool waits = false; // for one that needs another number
        for (qsizetype i = 0; i < batch.intents.size(); ++i) {
            const Outcome &outcome = applied.outcomes[i];
            const bool isUndecided = outcome.kind == OutcomeKind::Transient && outcome.reason == Reason::None;
            if (!waits || !isUndecided) promiseOutcome(batch, batch.intents[i], outcome);
            waits |= outcome.reason == Reason::NumberTaken;
        }
        askAgain(batch, applied);
    }

    void promiseOutcome(const Batch &batch, const SentIntent &sent, const Outcome &outcome)
    {
        promise(outcome.iid == sent.intent.iid, "outcomes come in the order of the intents");
        if (outcome.reason == Reason::NumberTaken) {
            promise(outcome.kind == OutcomeKind::Transient, "another number is asked for where nobody knows",
                    sent.intent.op);
            return;
        }
        promise(outcome.kind != OutcomeKind::Transient, "an intent is decided", sent.intent.op);
        promise(fromJson<Outcome>(toJson(outcome)) == outcome, "an outcome travels");
        promise(outcome.kind != OutcomeKind::Blocked || !commandOf(sent.intent), "what is known is not blocked");
        if (changesSomething(outcome))
            promise(outcome.seq >= 0 && outcome.seq <= m_company.seq(), "an outcome has its place in the log");
        else
            promise(outcome.reason != Reason::None, "a refusal says why");
        Device &device = m_devices[batch.caller.device.value];
        device.ackedThrough = std::max(device.ackedThrough, batch.ackedThrough);
        QHash<QString, Told> &told = device.told;
        const auto known = told.constFind(outcome.iid);
        if (outcome.kind == OutcomeKind::Blocked) return; // not for good
        if (known == told.cend())
            told.insert(outcome.iid, {withoutPatch(outcome), sent.dseq});
        else
            promise(known->outcome == withoutPatch(outcome) || wasForgotten(outcome)
                        || known->dseq <= device.ackedThrough,
                    "an outcome stays", sent.intent.op);
    }

    static bool wasForgotten(const Outcome &outcome)
    {
        return outcome.kind == OutcomeKind::Rejected && outcome.reason == Reason::AlreadyExists;
    }

    /// What was blocked is not decided for good, and its number is used.
    static bool wantsAnotherNumber(const Outcome &first, const Outcome &second)
    {
        return first.kind == OutcomeKind::Blocked && second.reason == Reason::NumberTaken;
    }

    /// Of two intents under one name the ledger keeps one, or, once that is acknowledged, none.
    static bool sharesItsName(const QList<Outcome> &outcomes, const QString &iid)
    {
        return std::count_if(outcomes.begin(), outcomes.end(), [&iid](const Outcome &each) { return each.iid == iid; })
            > 1;
    }

    void askAgain(Batch batch, const Applied &first)
    {
        const qint64 before = m_company.seq();
        batch.ackedThrough = 0;
        const Applied second = send(batch);
        promise(m_company.seq() == before, "asking again does nothing");
        promise(!second.expected, "asking again is in order");
        for (qsizetype i = 0; i < first.outcomes.size(); ++i)
            promise(withoutPatch(second.outcomes[i]) == withoutPatch(first.outcomes[i])
                        || sharesItsName(first.outcomes, first.outcomes[i].iid)
                        || wantsAnotherNumber(first.outcomes[i], second.outcomes[i]),
                    "asking again gives the same outcome", batch.intents[i].intent.op);
        const store::Snapshot moment = must(m_company.store().read());
        for (const Outcome &outcome : second.outcomes) {
            const auto entry = must(store::decided(moment.database(), batch.caller.device, outcome.iid));
            promise(!entry || *entry == outcome, "the ledger says what was answered");
        }
    }

    Company &m_company;
    Choices &m_choices;
    IntentMaker m_maker;
    QHash<QString, Device> m_devices;
    QList<Batch> m_sent;
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, size_t size)
{
    constexpr int mostSteps = 8;
    Company &company = Company::asMade();
    company.spoil();
    Choices choices(QByteArrayView(data, qsizetype(size)));
    Devices devices(company, choices);
    for (int step = 0; step < mostSteps && !choices.isOver(); ++step)
        devices.step();
    return 0;
}
