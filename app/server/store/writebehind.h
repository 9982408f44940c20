// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/batchreader.h"
#include "app/server/store/unwritten.h"
#include "core/database/transaction.h"

namespace akwaba::store {

/// Between the jobs of a batch and the tables. What a job puts is kept here, is read from here by it and by the jobs
/// behind it, and is written with few statements when the batch ends, or before somebody works on the tables himself.
/// What a failing job did is taken back, here and in the tables; it has a savepoint only if it did anything there. One
/// thread.
class WriteBehind {
public:
    explicit WriteBehind(Database &database) : m_database(database), m_reader(database) { }
    Q_DISABLE_COPY_MOVE(WriteBehind)
    ~WriteBehind() = default;

    /// A transaction has begun.
    void begin(Expected expected);
    void beginJob();
    /// `done` is what the job says of itself; what became of it is returned.
    [[nodiscard]] Result<void> endJob(Result<void> done);
    /// What a job did can't be told from the rest any more: nothing of the batch may be committed.
    [[nodiscard]] bool isBroken() const { return m_broken; }
    /// What is left to be written once the jobs are done.
    [[nodiscard]] Unwritten &left() { return m_batch; }

    /// The tables, with everything in them that was put. Where that can't be written the job fails when it ends.
    [[nodiscard]] Database &tables();
    /// For the tables that nothing is ever kept from: other than those of synced types, ledger and progress.
    [[nodiscard]] Database &sideTables();
    /// Writes what there is now, so that what is wrong with it is this job's failure and nobody else's.
    [[nodiscard]] Result<void> writeNow();
    /// Whether what the job had to be written early was written.
    [[nodiscard]] const Result<void> &written() const { return m_written; }
    [[nodiscard]] bool hasRows() const { return !m_job.rows.isEmpty() || !m_job.moved.isEmpty(); }

    void keepRow(const TypeInfo &type, const QString &id, const StoredRow &row) { m_job.rows[id] = {&type, row}; }
    /// The messages and attachments of a ticket have these keys from now on.
    void keepMove(const QString &ticket, const QStringList &keys) { m_job.moved[ticket] = keys; }
    void keepEntry(const LedgerEntry &entry) { m_job.ledger.entries.append(entry); }
    void keepProgress(const DeviceId &device, const DeviceProgress &progress);
    void forgetEntries(const DeviceId &device, qint64 through);

    [[nodiscard]] Result<StoredRow> row(const TypeInfo &type, const QString &id);
    [[nodiscard]] Result<DeviceProgress> progressOf(const DeviceId &device);
    [[nodiscard]] Result<std::optional<LedgerEntry>> entry(const IntentKey &key);
    /// `stored` with what was put since. In the order of the ids.
    [[nodiscard]] QList<StoredRow> withPuts(const Relation &relation, QList<StoredRow> stored) const;
    /// The keys of all tickets that name something in a column.
    [[nodiscard]] Result<QStringList> ticketKeys(const QString &column, const QString &value);
    /// What is never kept here.
    [[nodiscard]] BatchReader &reader() { return m_reader; }
    /// As restored.h says it, read once in a batch.
    [[nodiscard]] Result<qint64> revsBehind();
    /// Another history has begun.
    void forgetRevs() { m_revsBehind.reset(); }

private:
    void protect();
    /// Those of a type, each as it is now.
    template <class Visit> void forEachPut(const TypeInfo &type, Visit visit) const;
    [[nodiscard]] const PutRow *put(const QString &id) const;
    void follow(const TypeInfo &type, StoredRow &row) const;

    Database &m_database;
    BatchReader m_reader;
    Unwritten m_batch; // by the jobs that are done
    Unwritten m_job; // by the one that runs
    std::optional<Unwritten> m_before; // m_batch without what the job wrote early
    std::optional<Savepoint> m_savepoint;
    std::optional<qint64> m_revsBehind;
    Result<void> m_written; // what the job that runs had to be written early
    bool m_jobRuns = false;
    bool m_broken = false;
};

} // namespace akwaba::store
