// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/caller.h"
#include "core/protocol/intent.h"
#include "core/protocol/lineages.h"

#include <optional>

namespace akwaba::store {

/// An intent with its place in the order of its device's requests (sync.md 2.8).
struct SentIntent {
    qint64 dseq = 0;
    Intent intent;
    SentBefore sentBefore = SentBefore::No;
};

/// What a device or a stranger asks to be decided: Intent/apply, or one change of a /set.
struct IntentBatch {
    Caller caller;
    qint64 ackedThrough = 0;
    QList<SentIntent> intents;
    bool together = false; ///< all or none, in one job and outside the device's order: what one change of a /set means
    QString once; ///< with `together`: done before under this name, it is not done again; empty: that is of no account
    qint64 forgottenThrough = 0; ///< what is missing up to here does not come any more
    std::optional<QString> lineage; ///< of the server, as the device knows it; a stranger does not say
};

/// What became of them, or why nothing was done at all.
struct Applied {
    QList<Outcome> outcomes; ///< of `together` the last is the one that refused, if any did
    std::optional<qint64> expected; ///< set: nothing was done, the device is to send from this dseq on
    std::optional<Lineages> restored; ///< set: nothing was done, the device knows a server of before (sync.md 2.20)
    bool repeated = false; ///< `once` was done before: there is one outcome, of then
};

} // namespace akwaba::store
