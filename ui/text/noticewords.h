// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cache/readmodel.h"
#include "ui/widgets/tokens.h"

/// What the server tells an agent, in words. Pure.
namespace akwaba {

/// "A-10482: first response due in 12 min", "3 tickets late": all of it, and nothing about the customer, so that it may
/// stand where others look.
[[nodiscard]] QString sentence(const NoticeItem &item, const QDateTime &now);
/// Whose ticket it is and what about; of several, the most urgent one.
[[nodiscard]] QString secondLine(const NoticeItem &item, const QDateTime &now);
[[nodiscard]] QString iconOf(NoticeKind kind);
[[nodiscard]] Token inkOf(NoticeKind kind);

} // namespace akwaba
