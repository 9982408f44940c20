// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/attemptjournal.h"
#include "app/server/store/store.h"
#include "core/protocol/intent.h"
#include "core/protocol/lineages.h"

#include <memory>
#include <optional>

namespace akwaba::intents {

/// An intent with its place in the order of its device.
struct SentIntent {
    qint64 dseq = 0;
    Intent intent;
    SentBefore sentBefore = SentBefore::No;
};

struct Batch {
    store::Caller caller;
    qint64 ackedThrough = 0;
    QList<SentIntent> intents;
    bool together = false; ///< all or none, in one job and outside the device's order: what one change of a /set means
    QString once; ///< with `together`: done before under this name, it is not done again; empty: that is of no account
    qint64 forgottenThrough = 0; ///< what is missing up to here does not come any more
    std::optional<QString> lineage; ///< of the server, as the device knows it; it may not say
};

struct Applied {
    QList<Outcome> outcomes; ///< of `together` the last is the one that refused, if any did
    std::optional<qint64> expected; ///< set: nothing was done, the device is to send from this dseq on
    std::optional<Lineages> restored; ///< set: nothing was done, the device knows a server of before (sync.md 2.20)
    bool repeated = false; ///< `once` was done before: there is one outcome, of then
};

/// Intent/apply (sync.md 2.8): each intent once, in the order of its device, each with its own outcome; the effect and
/// the ledger in one transaction. What kills the process or fails three times is quarantined. Lives on the store's
/// thread and must outlive what it has submitted.
class IntentService {
public:
    [[nodiscard]] static Result<std::unique_ptr<IntentService>> open(store::Store &store);

    /// Answers once, later, on this thread.
    void apply(const Batch &batch, std::function<void(const Result<Applied> &)> done);

private:
    struct Run;
    IntentService(store::Store &store, store::AttemptJournal journal)
        : m_store(store), m_journal(std::move(journal)) { }

    void applyTogether(const Batch &batch, std::function<void(const Result<Applied> &)> done);
    /// What is answered instead where the device and the server don't know the same; without outcomes.
    [[nodiscard]] Result<std::optional<Applied>> refusalOf(const Batch &batch);
    [[nodiscard]] Result<void> beginAttempts(const std::shared_ptr<Run> &run);
    void submit(const std::shared_ptr<Run> &run, qsizetype index);
    [[nodiscard]] Result<void> execute(Run &run, qsizetype index, store::Writer &writer);
    [[nodiscard]] Result<Outcome> decideNow(const Run &run, qsizetype index, store::Writer &writer) const;
    void finished(const std::shared_ptr<Run> &run, qsizetype index, const Result<void> &done);
    void acknowledge(const Batch &batch);

    store::Store &m_store;
    store::AttemptJournal m_journal;
};

} // namespace akwaba::intents
