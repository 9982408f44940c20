// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/message.h"

/// What the agent reads of a message besides its text.
namespace akwaba {

/// Why a message stands on this ticket, as a phrase: "joined because it answers a mail of this conversation". Empty
/// where it opened it.
[[nodiscard]] QString joinPhrase(const QString &joinedBecause);

/// Why a message did not arrive, or not yet, in a sentence; empty where nothing is known to be wrong.
[[nodiscard]] QString deliveryTrouble(const Message &message);

/// What a status of RFC 3463 says, or an answer of SMTP that has none: "The mailbox is full." Never empty: what we
/// don't know, or what says nothing, is said to be so.
[[nodiscard]] QString deliveryReason(const QString &reply);

} // namespace akwaba
