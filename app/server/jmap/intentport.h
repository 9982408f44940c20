// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/jmap/methoderror.h"
#include "app/server/store/caller.h"
#include "core/protocol/intent.h"
#include "core/protocol/lineages.h"

#include <functional>
#include <optional>

namespace akwaba::jmap {

/// An intent with its place in the order of its device's requests (sync.md 2.8).
struct SentIntent {
    qint64 dseq = 0;
    Intent intent;
    SentBefore sentBefore = SentBefore::No;
};

struct IntentBatch {
    store::Caller caller;
    qint64 ackedThrough = 0;
    QList<SentIntent> intents;
    bool together = false; // all or none, whatever the order of the device: for /set (RFC 8620 5.3)
    QString once; // with `together`: done before under this name, it is not done again; empty: that is of no account
    qint64 forgottenThrough = 0; // what is missing up to here does not come any more
    std::optional<QString> lineage; // of the server, as the device knows it; it may not say
};

struct Applied {
    QList<Outcome> outcomes; // of `together` the last is the one that refused, if any did
    std::optional<qint64> expected; // set: nothing was done, the device must send from this dseq on
    std::optional<Lineages> restored; // set: nothing was done, the device knows a server of before (sync.md 2.20)
    bool repeated = false; // `once` was done before: there is one outcome, of then
};

/// What decides intents, whoever it is: answers once, at once or later, on the server's thread.
using ApplyIntents = std::function<void(const IntentBatch &, std::function<void(const Result<Applied> &)>)>;

/// Intent/apply, read from its arguments.
[[nodiscard]] tl::expected<IntentBatch, MethodError> intentBatch(const QJsonObject &arguments,
                                                                 const store::Caller &caller);

} // namespace akwaba::jmap
