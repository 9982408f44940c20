// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/commitlane.h"

#include "app/server/store/changelog.h"
#include "app/server/store/laneguard.h"
#include "app/server/store/membership.h"
#include "app/server/store/scopes.h"
#include "core/base/clock.h"
#include "core/database/database.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace akwaba::store {

namespace {

constexpr std::size_t jobsTogether = 64;
constexpr std::chrono::milliseconds gatheringTime = 3ms;

} // namespace

CommitLane::CommitLane(Database &database, DatabaseSource &source, const Clock &clock, Random &random, BlobFiles &blobs,
                       std::function<void(const CommitNotice &)> committed)
    : m_database(database), m_source(source), m_clock(clock), m_random(random), m_blobs(blobs),
      m_committed(std::move(committed)), m_behind(database)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(gatheringTime);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { runDue(); });
}

void CommitLane::submit(Work work, Done done, Why why, QList<RowRef> about)
{
    m_waiting.push_back({std::move(work), std::move(done), std::move(why), std::move(about), {}, nullptr});
    // After a rest nobody else is likely to come within the gathering time: one agent's key waits for nobody.
    const bool isRested = !m_resting.isValid() || m_resting.elapsed() >= gatheringTime.count();
    if (m_waiting.size() >= jobsTogether)
        m_timer.start(0ms);
    else if (!m_timer.isActive())
        m_timer.start(isRested ? 0ms : gatheringTime);
}

void CommitLane::flush()
{
    // A job or an answer asked for it: the loop below comes to what it submitted.
    if (m_running) return;
    m_running = true;
    while (!m_waiting.empty())
        runNext();
    m_running = false;
    m_timer.stop();
}

/// One batch: between two of a long queue answers go out and requests come in.
void CommitLane::runDue()
{
    if (m_running || m_waiting.empty()) return;
    m_running = true;
    runNext();
    m_running = false;
    if (!m_waiting.empty()) m_timer.start(0ms);
}

void CommitLane::runNext()
{
    std::vector<Job> batch;
    while (!m_waiting.empty() && batch.size() < jobsTogether) {
        batch.push_back(std::move(m_waiting.front()));
        m_waiting.pop_front();
    }
    runBatch(batch);
    m_resting.start();
}

void CommitLane::runBatch(std::vector<Job> &batch)
{
    const auto notice = commitBatch(batch);
    if (notice && !notice->scopes.isEmpty()) m_committed(*notice);
    for (Job &job : batch) {
        if (job.done) job.done(notice ? job.result : tl::unexpected(notice.error()));
    }
}

Expected CommitLane::expected(const std::vector<Job> &batch)
{
    Expected all;
    for (const Job &job : batch) {
        all.rows += job.about;
        if (!job.why.intent.isEmpty()) all.intents.append({job.why.device, job.why.intent});
    }
    return all;
}

Result<void> CommitLane::runJob(Job &job, bool isAlone)
{
    m_behind.beginJob();
    job.writer = std::make_unique<Writer>(m_database, m_clock, m_random, m_blobs, m_behind);
    auto done = job.work(*job.writer).and_then([&] { return job.writer->finish(); });
    // Only an intent is tried again alone when what it put can't be written: others find out now.
    if (done && !isAlone && job.why.intent.isEmpty() && m_behind.hasRows()) done = m_behind.writeNow();
    return m_behind.endJob(std::move(done));
}

/// That the connection broke is found out by using it: then once more.
Result<Transaction> CommitLane::begin()
{
    const auto enter = [this] {
        return m_source.revive(m_database)
            .and_then([this] { return Transaction::write(m_database); })
            .and_then(
                [this](Transaction begun) { return enterLane(m_database).map([&begun] { return std::move(begun); }); });
    };
    auto transaction = enter();
    if (transaction || !m_database.isLost()) return transaction;
    return enter();
}

Result<CommitNotice> CommitLane::commitBatch(std::vector<Job> &batch)
{
    m_behind.begin(expected(batch)); // others may have written since
    auto transaction = begin();
    if (!transaction) return tl::unexpected(transaction.error());
    std::vector<LoggedJob> logged;
    std::vector<Writer *> writers;
    CommitNotice notice;
    for (Job &job : batch) {
        job.result = runJob(job, batch.size() == 1);
        if (!job.result) {
            if (m_behind.isBroken() || m_database.isAborted()) return tl::unexpected(job.result.error());
            continue;
        }
        logged.push_back({&job.writer->changes(), job.why, job.writer->hasOutcome(), 0});
        writers.push_back(job.writer.get());
        for (const RowChange &change : job.writer->changes()) {
            notice.scopes += change.before + change.after;
            notice.people |= decidesMembership(*change.type);
        }
    }
    const auto seq = numberChanges(m_database, m_clock.now(), logged, m_behind.left());
    if (!seq) return tl::unexpected(seq.error());
    for (std::size_t i = 0; i < writers.size(); ++i) {
        if (const auto done = writers[i]->numbered(logged[i].lastSeq); !done) return tl::unexpected(done.error());
    }
    if (!notice.scopes.isEmpty()) {
        if (const auto done = wakeOthers(m_database, *seq); !done) return tl::unexpected(done.error());
    }
    if (const auto done = transaction->commit(); !done) return tl::unexpected(done.error());
    notice.seq = *seq;
    notice.first = *seq + 1;
    for (const LoggedJob &job : logged)
        notice.first -= job.changes->size();
    notice.scopes = normalised(std::move(notice.scopes));
    return notice;
}

} // namespace akwaba::store
