// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/logcollector.h"

#include "app/server/store/changelog.h"
#include "app/server/store/manyrows.h"
#include "app/server/store/store.h"
#include "core/base/clock.h"
#include "core/database/database.h"
#include "core/database/statement.h"
#include "core/database/table.h"

#include <QLoggingCategory>
#include <QMap>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Q_LOGGING_CATEGORY(lcLog, "akwaba.store.log")

namespace akwaba::store {

namespace {

constexpr qint64 rowsInSlice = 500; // the lane is held for some milliseconds
constexpr auto betweenSlices = 1s;
constexpr auto betweenRounds = 24h;

struct OldRow {
    qint64 seq = 0;
    int type = 0;
    QString id;
    bool isPlain = false; // an update that left its scopes as they were
};

/// The next rows of the log, as far as they are from before `limit`; a row that is younger ends them.
Result<QList<OldRow>> rowsBefore(Database &database, const QDateTime &limit, qint64 after)
{
    Statement select(
        database,
        u"SELECT l.seq, l.type, l.id, l.\"at\", l.kind = 'u' AND NOT EXISTS (SELECT 1 FROM change_scope s "
        "WHERE s.seq = l.seq AND s.was <> s.is_) FROM change_log l WHERE l.seq > ? ORDER BY l.seq LIMIT ?"_s);
    select.bind(0, after).bind(1, rowsInSlice);
    QList<OldRow> rows;
    for (;;) {
        const auto more = select.next();
        if (!more) return tl::unexpected(more.error());
        if (!*more || select.instant(3) >= limit) break;
        rows.append({select.integer(0), static_cast<int>(select.integer(1)), select.text(2), select.flag(4)});
    }
    select.finish();
    return rows;
}

/// The number of the last change of each object that is still there.
Result<QHash<QString, qint64>> lastChanges(Database &database, const TypeInfo &type, const QStringList &ids)
{
    QHash<QString, qint64> last;
    return selectForRows(
               database,
               u"WITH asked (id) AS (%2) SELECT t.id, t.mod_seq FROM asked JOIN %1 t ON t.id = asked.id"_s.arg(
                   quoted(type.table), u"%1"_s),
               "t", rowsOf(ids), [&last](const Statement &row) { last.insert(row.text(0), row.integer(1)); })
        .map([&last] { return std::move(last); });
}

/// Of these, the updates after which the log has another word on the same object. What was destroyed has one: its end.
Result<QList<QVariantList>> outdated(Database &database, const QList<OldRow> &rows)
{
    QMap<int, QStringList> ids;
    for (const OldRow &row : rows) {
        if (row.isPlain) ids[row.type] += row.id;
    }
    QHash<QString, qint64> last;
    for (auto it = ids.cbegin(); it != ids.cend(); ++it) {
        const TypeInfo *type = typeByNumber(it.key());
        if (type == nullptr) return fail(Code::Corrupt, u"type %1 in the log"_s.arg(it.key()));
        QStringList each = *it;
        each.removeDuplicates();
        auto found = lastChanges(database, *type, each);
        if (!found) return tl::unexpected(found.error());
        last.insert(*found);
    }
    QList<QVariantList> result;
    for (const OldRow &row : rows) {
        if (row.isPlain && last.value(row.id, row.seq + 1) > row.seq) result.append(QVariantList{row.seq});
    }
    return result;
}

} // namespace

LogCollector::LogCollector(Store &store, LogAges ages, QObject *parent) : QObject(parent), m_store(store), m_ages(ages)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] { work(); });
}

void LogCollector::start()
{
    m_seen = 0;
    m_timer.start(betweenSlices);
}

void LogCollector::work()
{
    const auto more = collectSome();
    if (!more) qCWarning(lcLog).noquote() << "the log can't be collected:" << codeName(more.error().code);
    m_timer.start(more.value_or(false) ? std::chrono::milliseconds(betweenSlices) : betweenRounds);
}

Result<bool> LogCollector::collectSome()
{
    bool more = false;
    const auto done = m_store.write([&](Writer &writer) -> Result<void> {
        auto dropped = dropOld(writer);
        if (!dropped || *dropped) {
            more = true;
            return dropped ? Result<void>() : tl::unexpected(dropped.error());
        }
        const auto compacted = compact(writer);
        if (!compacted) return tl::unexpected(compacted.error());
        more = *compacted;
        return {};
    });
    if (!done) return tl::unexpected(done.error());
    if (!more) m_seen = 0;
    return more;
}

/// True where something was dropped.
Result<bool> LogCollector::dropOld(Writer &writer) const
{
    Database &database = writer.database();
    const auto log = clockRow(database);
    if (!log) return tl::unexpected(log.error());
    const auto rows = rowsBefore(database, writer.clock().now().addSecs(-m_ages.keep.count()), log->floor);
    if (!rows) return tl::unexpected(rows.error());
    if (rows->isEmpty()) return false;
    for (const QString &sql :
         {u"UPDATE sync_clock SET floor = ? WHERE one = 1"_s, u"DELETE FROM change_scope WHERE seq <= ?"_s,
          u"DELETE FROM change_log WHERE seq <= ?"_s}) {
        Statement statement(database, sql);
        if (auto done = statement.bind(0, rows->constLast().seq).run(); !done) return tl::unexpected(done.error());
    }
    return true;
}

/// True where the round is not at its end.
Result<bool> LogCollector::compact(Writer &writer)
{
    Database &database = writer.database();
    const auto rows = rowsBefore(database, writer.clock().now().addSecs(-m_ages.compactAfter.count()), m_seen);
    if (!rows) return tl::unexpected(rows.error());
    if (rows->isEmpty()) return false;
    const auto old = outdated(database, *rows);
    if (!old) return tl::unexpected(old.error());
    for (const QString &table : {u"change_scope"_s, u"change_log"_s}) {
        const QString sql =
            u"WITH old (seq) AS (%2) DELETE FROM %1 WHERE seq IN (SELECT seq FROM old)"_s.arg(table, u"%1"_s);
        if (auto done = runForRows(database, sql, "n", *old); !done) return tl::unexpected(done.error());
    }
    // A job that is rolled back is looked at again in the next round.
    m_seen = rows->constLast().seq;
    return true;
}

} // namespace akwaba::store
