// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/jmap/methoderror.h"
#include "app/server/store/caller.h"
#include "core/protocol/intent.h"

#include <functional>
#include <optional>

namespace akwaba::jmap {

/// An intent with its place in the order of its device's requests (sync.md 2.8).
struct SentIntent {
    qint64 dseq = 0;
    Intent intent;
    bool replay = false; // accepted before a restore, which lost it (sync.md 2.20)
};

struct IntentBatch {
    store::Caller caller;
    qint64 ackedThrough = 0;
    QList<SentIntent> intents;
    qint64 forgottenThrough = 0; // what is missing up to here does not come any more
};

struct Applied {
    QList<Outcome> outcomes;
    std::optional<qint64> expected; // set: nothing was done, the device must send from this dseq on
};

/// What decides intents, whoever it is: answers once, at once or later, on the server's thread.
using ApplyIntents = std::function<void(const IntentBatch &, std::function<void(const Result<Applied> &)>)>;

/// Intent/apply, read from its arguments.
[[nodiscard]] tl::expected<IntentBatch, MethodError> intentBatch(const QJsonObject &arguments,
                                                                 const store::Caller &caller);

} // namespace akwaba::jmap
