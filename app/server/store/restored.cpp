// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/restored.h"

#include "app/server/store/changelog.h"
#include "app/server/store/mailtables.h"
#include "app/server/store/store.h"
#include "core/base/clock.h"
#include "core/database/statement.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace akwaba::store {

namespace {

constexpr qsizetype atOnce = 200; // rows of one transaction (sync.md 2.2)
const auto unsettled = u"restored"_s; // a setting: the lineage that a restore began, until all of it was done
const auto earlierLineages = u"earlierLineages"_s; // a setting: Lineages::earlier, as JSON

Result<void> keepSetting(Database &database, const QString &name, const QString &value)
{
    Statement insert(database,
                     u"INSERT INTO settings (name, value) VALUES (?, ?) "
                     "ON CONFLICT (name) DO UPDATE SET value = excluded.value"_s);
    return insert.bind(0, name).bind(1, value).run();
}

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

Result<Lineages> lineagesOf(Database &database)
{
    const auto log = clockRow(database);
    if (!log) return tl::unexpected(log.error());
    const auto earlier = Reader(database).setting(earlierLineages);
    if (!earlier) return tl::unexpected(earlier.error());
    const QJsonObject object{{u"earlierLineages"_s, QJsonDocument::fromJson(earlier->toUtf8()).object()}};
    return Lineages{log->lineage, lineagesFromJson(object).earlier};
}

Result<qint64> revsBehind(Database &database)
{
    return Reader(database).setting(earlierLineages).map([](const QString &earlier) {
        return qint64(QJsonDocument::fromJson(earlier.toUtf8()).object().size()) << 32;
    });
}

Result<void> beginLineage(Database &database, const QString &lineage, qint64 through)
{
    auto lineages = lineagesOf(database);
    if (!lineages) return tl::unexpected(lineages.error());
    lineages->earlier.insert(lineages->current, through);
    const QJsonObject earlier = toJson(*lineages).value(u"earlierLineages"_s).toObject();
    const QByteArray json = QJsonDocument(earlier).toJson(QJsonDocument::Compact);
    if (auto done = keepSetting(database, earlierLineages, QString::fromUtf8(json)); !done) return done;
    Statement update(database, u"UPDATE sync_clock SET lineage = ? WHERE one = 1"_s);
    return update.bind(0, lineage).run();
}

Result<void> markRestored(Database &database, const QString &lineage)
{
    return clockRow(database)
        .and_then([&](const ClockRow &log) { return beginLineage(database, lineage, log.seq); })
        .and_then([&] { return keepSetting(database, unsettled, lineage); });
}

Result<void> settleRestored(Store &store)
{
    const auto mark = store.read().and_then([](const Snapshot &snapshot) { return snapshot.setting(unsettled); });
    if (!mark) return tl::unexpected(mark.error());
    if (mark->isEmpty()) return {};
    return giveUpMail(store).and_then(
        [&store] { return store.write([](Writer &writer) { return writer.setSetting(unsettled, QString()); }); });
}

} // namespace akwaba::store
