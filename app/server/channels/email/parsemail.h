// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/channels/email/incomingmail.h"
#include "core/base/result.h"

namespace akwaba::mail {

/// The largest mail that is taken apart; the doors refuse larger ones.
inline constexpr qsizetype largestMail = 64 * 1024 * 1024;

/// A received mail as a value. Broken headers, unknown charsets and missing
/// parts are warnings; the one error is input in which nothing is a mail
/// (Code::BadInput). Does not touch disk or network. Any thread.
[[nodiscard]] Result<IncomingMail> parseMail(const QByteArray &raw);

} // namespace akwaba::mail
