// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/attemptjournal.h"
#include "app/server/store/intentbatch.h"
#include "app/server/store/store.h"

#include <memory>
#include <optional>

namespace akwaba::intents {

using store::Applied;
using Batch = store::IntentBatch;
using store::SentIntent;

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
    [[nodiscard]] Result<Outcome> decideNow(Run &run, qsizetype index, store::Writer &writer) const;
    void finished(const std::shared_ptr<Run> &run, qsizetype index, const Result<void> &done);
    void acknowledge(const Batch &batch);

    store::Store &m_store;
    store::AttemptJournal m_journal;
};

} // namespace akwaba::intents
