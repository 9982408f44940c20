// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/databasesource.h"
#include "app/server/store/writer.h"
#include "core/database/transaction.h"

#include <QElapsedTimer>
#include <QTimer>

#include <deque>

namespace akwaba::store {

/// What a commit changed: whom it concerns, never what it says.
struct CommitNotice {
    qint64 first = 0; // the first change
    qint64 seq = 0; // the last change
    QStringList scopes; // of everybody who could or can see something of it
    bool people = false; // an agent or a team is another: anybody may see something else now
};

using Work = std::function<Result<void>(Writer &)>;
using Done = std::function<void(const Result<void> &)>;

/// The one way to write (sync.md 2.2). Gathers up to 64 jobs or 3 ms, or after a rest what comes at once; opens one
/// transaction, runs each job so that it fails alone, takes the numbers of the change log last, writes what the jobs
/// have put, commits, and then answers all. Where that last writing fails, all of them failed, as with a failed commit:
/// whoever sends intents then sends them one by one. Where several processes share a database, one is in its lane at a
/// time. A connection that broke is opened again by the next batch. One thread.
class CommitLane {
public:
    CommitLane(Database &database, DatabaseSource &source, const Clock &clock, Random &random, BlobFiles &blobs,
               std::function<void(const CommitNotice &)> committed);
    Q_DISABLE_COPY_MOVE(CommitLane)
    ~CommitLane() = default;

    /// `about` is what the job will ask for: read together with what the others do.
    void submit(Work work, Done done, Why why, QList<RowRef> about = {});
    /// Runs everything that waits, jobs included that answers submit meanwhile.
    void flush();
    [[nodiscard]] bool isRunning() const { return m_running; }

private:
    struct Job {
        Work work;
        Done done;
        Why why;
        QList<RowRef> about;
        Result<void> result;
        std::unique_ptr<Writer> writer;
    };

    [[nodiscard]] Result<Transaction> begin();
    void runDue();
    void runNext();
    void runBatch(std::vector<Job> &batch);
    [[nodiscard]] Result<CommitNotice> commitBatch(std::vector<Job> &batch);
    [[nodiscard]] static Expected expected(const std::vector<Job> &batch);
    [[nodiscard]] Result<void> runJob(Job &job, bool isAlone);

    Database &m_database;
    DatabaseSource &m_source;
    const Clock &m_clock;
    Random &m_random;
    BlobFiles &m_blobs;
    std::function<void(const CommitNotice &)> m_committed;
    std::deque<Job> m_waiting;
    QTimer m_timer;
    QElapsedTimer m_resting; // since the last batch
    WriteBehind m_behind; // of the transaction that runs
    bool m_running = false;
};

} // namespace akwaba::store
