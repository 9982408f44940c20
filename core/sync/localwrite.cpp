// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/localwrite.h"

namespace akwaba {

using namespace Qt::StringLiterals;

namespace {

bool isCreation(const Intent &intent) { return intent.op == u"ticket.create" || intent.op == u"customer.create"; }

/// The iids of what must be accepted first: whatever is to create the ticket, customer or message it speaks of.
QStringList dependenciesOf(const Intent &intent, const QList<Intent> &creations)
{
    if (creations.isEmpty()) return {};
    QStringList ids{intent.entity};
    if (const Result<Command> command = commandOf(intent)) ids.append(ticketOf(*command).value);
    QStringList deps;
    for (const Intent &earlier : creations)
        if (ids.contains(earlier.entity)) deps.append(earlier.iid);
    return deps;
}

/// A clock that was turned back makes nothing older than what waits still: a draft that is written on would pass for
/// the one that an earlier message was made of, and go with it.
Result<void> putBehindWhatWaits(Outbox &outbox, QList<Intent> &intents)
{
    return outbox.newestWaiting().map([&intents](QDateTime newest) {
        for (Intent &intent : intents) {
            if (intent.writtenAt < newest) intent.writtenAt = newest.addMSecs(1);
            newest = intent.writtenAt;
        }
    });
}

} // namespace

Result<Changed> writeDown(Outbox &outbox, Cache &cache, const Intent &intent, const ApplyContext &me)
{
    return writeDown(outbox, cache, QList<Intent>{intent}, me);
}

Result<Changed> writeDown(Outbox &outbox, Cache &cache, QList<Intent> intents, const ApplyContext &me)
{
    if (const auto put = putBehindWhatWaits(outbox, intents); !put) return tl::unexpected(put.error());
    Result<QList<Intent>> creations = outbox.pending();
    if (!creations) return tl::unexpected(creations.error());
    creations->removeIf([](const Intent &earlier) { return !isCreation(earlier); });
    for (Intent &intent : intents) {
        intent.deps += dependenciesOf(intent, *creations);
        if (isCreation(intent)) creations->append(intent);
    }
    if (Result<void> kept = outbox.append(intents); !kept) return tl::unexpected(kept.error());
    Changed shown = cache.showPending(intents, me).value_or(Changed{});
    // Only now, for whoever reads while this is written. What can't be forgotten is saved once more.
    for (const Intent &intent : std::as_const(intents))
        if (intent.op == opOf(SaveDraft{})) (void)outbox.forgetDraft(DraftId{intent.entity});
    return shown;
}

Result<Changed> saveDrafts(Outbox &outbox, Cache &cache, const Clock &clock, Random &random, const ApplyContext &me)
{
    const Result<QList<Draft>> drafts = outbox.journalledDrafts();
    if (!drafts) return tl::unexpected(drafts.error());
    Changed changed;
    for (Draft draft : *drafts) {
        draft.agent = me.me;
        draft.device = me.device;
        const auto done = writeDown(outbox, cache, makeIntent(SaveDraft{draft}, clock, random), me);
        if (!done) return tl::unexpected(done.error());
        changed.unite(*done);
    }
    return changed;
}

Result<Changed> cancelUnsent(Outbox &outbox, Cache &cache, const QString &iid, const ApplyContext &me)
{
    if (Result<void> cancelled = outbox.cancel(iid); !cancelled) return tl::unexpected(cancelled.error());
    return showAllPending(outbox, cache, me).value_or(Changed{}); // what depended on it is blocked too
}

Result<Changed> cancelUnsent(Outbox &outbox, Cache &cache, const QStringList &iids, QStringList &cancelled,
                             const ApplyContext &me)
{
    const Result<QStringList> done = outbox.cancelUnsent(iids);
    if (!done) return tl::unexpected(done.error());
    cancelled = *done;
    if (cancelled.isEmpty()) return Changed{};
    return showAllPending(outbox, cache, me).value_or(Changed{});
}

Result<Changed> showAllPending(Outbox &outbox, Cache &cache, const ApplyContext &me)
{
    const Result<QList<Intent>> pending = outbox.pending();
    if (!pending) return tl::unexpected(pending.error());
    return cache.refoldAll(*pending, me);
}

Result<std::unique_ptr<Cache>> openShown(const QString &path, const QByteArray &key, Outbox &outbox,
                                         const ApplyContext &me, const BlobPolicy &policy)
{
    const Result<QList<Intent>> pending = outbox.pending();
    if (!pending) return tl::unexpected(pending.error());
    const auto attempt = [&] {
        return Cache::open(path, key, policy).and_then([&](std::unique_ptr<Cache> cache) {
            return cache->refoldAll(*pending, me).map([&cache](const Changed &) { return std::move(cache); });
        });
    };
    auto cache = attempt();
    if (cache || cache.error().code != Code::Corrupt) return cache;
    Cache::destroy(path); // its head was whole, and nothing else is looked at when it is opened
    return attempt();
}

} // namespace akwaba
