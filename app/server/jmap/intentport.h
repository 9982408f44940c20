// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/jmap/methoderror.h"
#include "app/server/store/intentbatch.h"

#include <functional>

namespace akwaba::jmap {

using store::Applied;
using store::IntentBatch;
using store::SentIntent;

/// What decides intents, whoever it is: answers once, at once or later, on the server's thread.
using ApplyIntents = std::function<void(const IntentBatch &, std::function<void(const Result<Applied> &)>)>;

/// Intent/apply, read from its arguments.
[[nodiscard]] tl::expected<IntentBatch, MethodError> intentBatch(const QJsonObject &arguments,
                                                                 const store::Caller &caller);

} // namespace akwaba::jmap
