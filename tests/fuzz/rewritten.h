// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/channels/email/htmlrewrite.h"

namespace akwaba::fuzz {

/// Reads rewritten HTML by a grammar of its own, one that knows nothing of libxml2: every tag closes in order, nothing
/// stands in it that could reach out, and the limits are kept.
void promiseAllowed(const QString &html, const mail::HtmlLimits &limits);

} // namespace akwaba::fuzz
