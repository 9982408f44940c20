// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/changelog.h"

#include "app/server/store/scopes.h"
#include "core/database/database.h"
#include "core/database/statement.h"
#include "core/database/table.h"

using namespace Qt::StringLiterals;

namespace akwaba::store {

namespace {

Result<qint64> takeNumbers(Database &database, qint64 count)
{
    Statement take(database, u"UPDATE sync_clock SET seq = seq + :count WHERE one = 1 RETURNING seq"_s);
    take.bind(u":count"_s, count);
    const auto seq = take.first([](const Statement &row) { return row.integer(0); });
    if (!seq) return tl::unexpected(seq.error());
    if (!*seq) return fail(Code::Corrupt, u"sync_clock is empty"_s);
    return **seq;
}

/// The changes of one transaction.
class LogWriter {
public:
    LogWriter(Database &database, qint64 txn, const QDateTime &at)
        : m_database(database), m_txn(txn), m_at(at),
          m_log(database,
                u"INSERT INTO change_log (seq, txn, \"at\", type, id, kind, rev, device, intent) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s),
          m_scope(database, u"INSERT INTO change_scope (scope, seq, type, id, was, is_) VALUES (?, ?, ?, ?, ?, ?)"_s)
    {
    }

    Result<void> write(qint64 seq, const RowChange &change, const Why &why)
    {
        m_log.bind(0, seq).bind(1, m_txn).bind(2, m_at).bind(3, change.type->number).bind(4, change.id);
        m_log.bind(5, QString(QLatin1Char(change.kind))).bind(6, change.rev).bind(7, why.device.value);
        m_log.bind(8, why.intent);
        return m_log.run().and_then([&] { return writeScopes(seq, change); }).and_then([&] {
            return stampRow(seq, change);
        });
    }

private:
    Result<void> writeScopes(qint64 seq, const RowChange &change)
    {
        for (const QString &scope : united(change.before, change.after)) {
            m_scope.bind(0, scope).bind(1, seq).bind(2, change.type->number).bind(3, change.id);
            m_scope.bind(4, change.before.contains(scope) ? 1 : 0).bind(5, change.after.contains(scope) ? 1 : 0);
            if (auto done = m_scope.run(); !done) return done;
        }
        return {};
    }

    Result<void> stampRow(qint64 seq, const RowChange &change)
    {
        Statement stamp(m_database, u"UPDATE %1 SET mod_seq = ? WHERE id = ?"_s.arg(quoted(change.type->table)));
        return stamp.bind(0, seq).bind(1, change.id).run();
    }

    Database &m_database;
    qint64 m_txn;
    QDateTime m_at;
    Statement m_log;
    Statement m_scope;
};

} // namespace

Result<ClockRow> clockRow(Database &database)
{
    Statement select(database, u"SELECT seq, floor, lineage, schema_gen FROM sync_clock WHERE one = 1"_s);
    const auto row = select.first([](const Statement &found) {
        return ClockRow{found.integer(0), found.integer(1), found.text(2), static_cast<int>(found.integer(3))};
    });
    if (!row) return tl::unexpected(row.error());
    if (!*row) return fail(Code::Corrupt, u"sync_clock is empty"_s);
    return **row;
}

Result<qint64> numberChanges(Database &database, const QDateTime &at, std::span<LoggedJob> jobs)
{
    qint64 count = 0;
    for (const LoggedJob &job : jobs)
        count += job.changes->size();
    const auto last = takeNumbers(database, count);
    if (!last) return last;
    qint64 seq = *last - count;
    LogWriter log(database, seq + 1, at);
    for (LoggedJob &job : jobs) {
        for (const RowChange &change : *job.changes) {
            if (const auto done = log.write(++seq, change, job.why); !done) return tl::unexpected(done.error());
        }
        job.lastSeq = seq;
    }
    return last;
}

} // namespace akwaba::store
