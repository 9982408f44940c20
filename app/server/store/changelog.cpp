// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/changelog.h"

#include "app/server/store/manyrows.h"
#include "app/server/store/scopes.h"
#include "core/database/database.h"
#include "core/database/statement.h"
#include "core/database/table.h"

#include <QMap>

#include <algorithm>

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

bool changesSomething(OutcomeKind kind) { return kind == OutcomeKind::Accepted || kind == OutcomeKind::Merged; }

/// The changes of one transaction, gathered and then written with few statements.
class LogWriter {
public:
    LogWriter(Database &database, qint64 txn, const QDateTime &at, Unwritten &left)
        : m_database(database), m_txn(txn), m_at(at), m_left(left)
    {
    }

    void add(qint64 seq, const RowChange &change, const Why &why)
    {
        m_log.append({seq, m_txn, m_at, change.type->number, change.id, QString(QLatin1Char(change.kind)), change.rev,
                      why.device.value, why.intent});
        for (const QString &scope : united(change.before, change.after)) {
            m_scopes.append({scope, seq, change.type->number, change.id, change.before.contains(scope),
                             change.after.contains(scope)});
        }
        // The last one stays.
        if (const auto row = m_left.rows.find(change.id); row != m_left.rows.end())
            row->row.modSeq = seq;
        else
            m_stamps[change.type][change.id] = seq;
    }

    /// The answer to an intent names the last change up to it.
    void addAnswer(qint64 seq, const Why &why)
    {
        const IntentKey key{why.device, why.intent};
        const auto entry =
            std::ranges::find_if(m_left.ledger.entries, [&key](const LedgerEntry &each) { return each.isOf(key); });
        if (entry == m_left.ledger.entries.end())
            m_answers.insert(key, seq);
        else if (changesSomething(entry->outcome.kind))
            entry->outcome.seq = seq;
    }

    Result<void> write()
    {
        return store::write(m_database, m_left)
            .and_then([this] { return writeStamps(); })
            .and_then([this] { return writeAnswers(); })
            .and_then([this] {
                return runForRows(
                    m_database, u"INSERT INTO change_log (seq, txn, \"at\", type, id, kind, rev, device, intent) %1"_s,
                    "nnnnttntt", m_log);
            })
            .and_then([this] {
                return runForRows(m_database, u"INSERT INTO change_scope (scope, seq, type, id, was, is_) %1"_s,
                                  "tnntnn", m_scopes);
            });
    }

private:
    /// Of rows that had to be written before they had a number.
    Result<void> writeStamps()
    {
        for (auto type = m_stamps.cbegin(); type != m_stamps.cend(); ++type) {
            QList<QVariantList> rows;
            for (auto stamp = type->cbegin(); stamp != type->cend(); ++stamp)
                rows.append({stamp.key(), stamp.value()});
            const QString sql = u"WITH stamp (id, seq) AS (%2) UPDATE %1 SET mod_seq = stamp.seq FROM stamp "
                                "WHERE %1.id = stamp.id"_s.arg(quoted(type.key()->table), u"%1"_s);
            if (auto done = runForRows(m_database, sql, "tn", rows); !done) return done;
        }
        return {};
    }

    Result<void> writeAnswers()
    {
        QList<QVariantList> rows;
        for (auto answer = m_answers.cbegin(); answer != m_answers.cend(); ++answer)
            rows.append({answer.key().device.value, answer.key().iid, *answer});
        return runForRows(m_database,
                          u"WITH answer (device, iid, seq) AS (%1) UPDATE intent_ledger SET seq = answer.seq "
                          "FROM answer WHERE intent_ledger.device = answer.device AND intent_ledger.iid = answer.iid "
                          "AND intent_ledger.seq = 0 AND intent_ledger.outcome IN ('accepted', 'merged')"_s,
                          "ttn", rows);
    }

    Database &m_database;
    qint64 m_txn;
    QDateTime m_at;
    Unwritten &m_left;
    QList<QVariantList> m_log;
    QList<QVariantList> m_scopes;
    QMap<const TypeInfo *, QMap<QString, qint64>> m_stamps; // ids in their order
    QHash<IntentKey, qint64> m_answers; // to what had to be written early
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

Result<qint64> numberChanges(Database &database, const QDateTime &at, std::span<LoggedJob> jobs, Unwritten &left)
{
    qint64 count = 0;
    for (const LoggedJob &job : jobs)
        count += job.changes->size();
    const auto last = takeNumbers(database, count);
    if (!last) return last;
    qint64 seq = *last - count;
    LogWriter log(database, seq + 1, at, left);
    for (LoggedJob &job : jobs) {
        for (const RowChange &change : *job.changes)
            log.add(++seq, change, job.why);
        job.lastSeq = seq;
        if (job.hasOutcome) log.addAnswer(seq, job.why);
    }
    return log.write().map([&] {
        left = {};
        return *last;
    });
}

} // namespace akwaba::store
