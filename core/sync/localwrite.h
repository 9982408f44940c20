// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cache/cache.h"
#include "core/cache/outbox.h"

/// What an agent does, on its way into the two files. Free functions over them; writer thread.
namespace akwaba {

/// Durable in the outbox first, then shown (sync.md 2.9). An error of the second step is not reported: the deed is
/// kept, and the next start shows it.
[[nodiscard]] Result<Changed> writeDown(Outbox &outbox, Cache &cache, const Intent &intent, const ApplyContext &me);
/// The same of several, in this order, all or none; what they say they depend on stays.
[[nodiscard]] Result<Changed> writeDown(Outbox &outbox, Cache &cache, QList<Intent> intents, const ApplyContext &me);

/// What is journalled of drafts becomes intents, for the agent's other devices: one each, that says the last text.
[[nodiscard]] Result<Changed> saveDrafts(Outbox &outbox, Cache &cache, const Clock &clock, Random &random,
                                         const ApplyContext &me);

/// Undoes what was not sent yet: out of the outbox's queue, and out of the view. Code::Conflict when it was sent.
[[nodiscard]] Result<Changed> cancelUnsent(Outbox &outbox, Cache &cache, const QString &iid, const ApplyContext &me);
/// The same of as many of them as were not sent yet; `cancelled` are those.
[[nodiscard]] Result<Changed> cancelUnsent(Outbox &outbox, Cache &cache, const QStringList &iids,
                                           QStringList &cancelled, const ApplyContext &me);

/// Every pending intent over its row again, and nothing else: at the start, after whatever crash (sync.md 2.9), and
/// when several left at once.
[[nodiscard]] Result<Changed> showAllPending(Outbox &outbox, Cache &cache, const ApplyContext &me);

/// The cache of a program that begins, with everything pending shown in it. One that turns out to be damaged, however
/// late, is made anew. Errors are those of a disk that may do better later, and the outbox's.
[[nodiscard]] Result<std::unique_ptr<Cache>> openShown(const QString &path, const QByteArray &key, Outbox &outbox,
                                                       const ApplyContext &me, const BlobPolicy &policy = {});

} // namespace akwaba
