// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/restored.h"

#include "app/server/store/mailtables.h"
#include "app/server/store/store.h"
#include "core/base/clock.h"

namespace akwaba::store {

namespace {

constexpr qsizetype atOnce = 200; // rows of one transaction (sync.md 2.2)

Result<void> giveUp(Writer &writer, MailJob job)
{
    auto message = writer.find<Message>(job.message);
    if (!message) return tl::unexpected(message.error());
    job.state = Delivery::Cancelled;
    job.attemptingAt = {};
    if (auto done = putMailJob(writer, job); !done || !*message) return done;
    (*message)->delivery = Delivery::Unknown;
    (*message)->sendAfter = {};
    (*message)->deliveryLog.append({writer.clock().now(), Delivery::Unknown, {}});
    return writer.put(**message).map([](const Message &) { });
}

Result<void> giveUpMail(Store &store)
{
    const auto jobs = [&store]() -> Result<QList<MailJob>> {
        auto snapshot = store.read();
        if (!snapshot) return tl::unexpected(snapshot.error());
        return unfinishedMailJobs(snapshot->database());
    }();
    if (!jobs) return tl::unexpected(jobs.error());
    for (qsizetype from = 0; from < jobs->size(); from += atOnce) {
        const auto done = store.write([&](Writer &writer) -> Result<void> {
            for (const MailJob &job : jobs->mid(from, atOnce)) {
                if (auto given = giveUp(writer, job); !given) return given;
            }
            return {};
        });
        if (!done) return done;
    }
    return {};
}

} // namespace

Result<void> settleRestored(Store &store)
{
    return store.beginLineage().and_then([&store] { return giveUpMail(store); });
}

} // namespace akwaba::store
