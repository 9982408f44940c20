// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"
#include "core/domain/mailaccount.h"

#include <functional>

namespace akwaba {

/// The way to the mailboxes at the server; empty where there is none.
struct MailboxWays {
    std::function<QFuture<Result<QList<MailAccount>>>()> list;
    std::function<QFuture<Result<void>>(const MailAccount &, const MailPasswords &)> set;
    std::function<QFuture<Result<void>>(const MailAccountId &)> remove;
    std::function<QFuture<Result<QList<MailCheck>>>(const MailAccount &, const MailPasswords &)> test;
};

} // namespace akwaba
