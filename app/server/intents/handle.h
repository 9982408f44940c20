// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/caller.h"
#include "app/server/store/writer.h"
#include "core/protocol/intent.h"

namespace akwaba::intents {

/// Decides one intent and writes its effect (sync.md 2.8, 2.11): may he, does it still hold, write, effects to queue.
/// A refusal is an outcome and has written nothing; an error is no decision, and the job is to be rolled back.
/// What was sent before a restore is written again, but nothing goes out a second time (sync.md 2.20).
[[nodiscard]] Result<Outcome> handle(store::Writer &writer, const store::Caller &caller, const Intent &intent,
                                     SentBefore sentBefore = SentBefore::No);

} // namespace akwaba::intents
