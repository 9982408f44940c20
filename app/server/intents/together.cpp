// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/intents/handle.h"
#include "app/server/intents/intentservice.h"
#include "app/server/store/ledger.h"

using namespace Qt::StringLiterals;

// The part of IntentService that does several intents as one.

namespace akwaba::intents {

namespace {

/// Under which the ledger keeps what has a name of its own, whatever device sends it.
DeviceId named() { return {u"uid"_s}; }

bool changesSomething(const Outcome &outcome)
{
    return outcome.kind == OutcomeKind::Accepted || outcome.kind == OutcomeKind::Merged;
}

/// Fails, so that all is rolled back, where one of them is refused.
Result<void> decideAll(store::Writer &writer, const Batch &batch, Applied &answer)
{
    answer = {};
    if (!batch.once.isEmpty()) {
        const auto known = store::decided(writer, named(), batch.once);
        if (!known) return tl::unexpected(known.error());
        if (*known) {
            answer = {.outcomes = {**known}, .repeated = true};
            return {};
        }
    }
    for (const SentIntent &sent : batch.intents) {
        const auto outcome = handle(writer, batch.caller, sent.intent);
        if (!outcome) return tl::unexpected(outcome.error());
        answer.outcomes.append(*outcome);
        if (!changesSomething(*outcome)) return fail(Code::Conflict, u"refused"_s);
    }
    if (batch.once.isEmpty() || answer.outcomes.isEmpty()) return {};
    Outcome entry = answer.outcomes.first();
    entry.iid = batch.once;
    return store::recordOutcome(writer, named(), 0, entry);
}

} // namespace

void IntentService::applyTogether(const Batch &batch, std::function<void(const Result<Applied> &)> done)
{
    const auto answer = std::make_shared<Applied>();
    const QString iid = batch.intents.isEmpty() ? QString() : batch.intents.first().intent.iid;
    m_store.submit([batch, answer](store::Writer &writer) { return decideAll(writer, batch, *answer); },
                   [answer, done = std::move(done)](const Result<void> &written) {
                       const bool refused = !answer->outcomes.isEmpty() && !changesSomething(answer->outcomes.last());
                       if (written || refused)
                           done(*answer);
                       else
                           done(tl::unexpected(written.error()));
                   },
                   {batch.caller.device, iid});
}

} // namespace akwaba::intents
