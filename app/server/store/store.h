// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/blobfiles.h"
#include "app/server/store/caller.h"
#include "app/server/store/commitlane.h"
#include "app/server/store/databasesource.h"
#include "app/server/store/erasureledger.h"
#include "app/server/store/snapshot.h"
#include "app/server/store/statekey.h"
#include "app/server/store/witness.h"
#include "app/server/store/writer.h"
#include "core/database/database.h"

#include <QPointer>
#include <QUuid>

#include <memory>
#include <vector>

namespace akwaba::store {

class CommitWatch;
class ReadPool;

/// A log-in that worked. The token is shown once and kept as a hash only.
struct Login {
    QString token;
    Caller caller;
};

/// What a name stands for at log-in. One that is unknown or disabled has no agent, and a hash that nothing fits.
struct Account {
    AgentId agent;
    QString passwordHash;
    bool knowsDevice = false; // he logged in on it before, and it was not revoked
    bool hasSecondFactor = false;
};

/// The installation that somebody logs in on, as it describes itself.
struct Installation {
    QString name;
    QString version;
    DeviceId known; // that it was before
};

/// The central database of one place: the tables, the blobs, and beside them the key of the state strings. Everything
/// is read through snapshots and written through the one commit lane. One thread, which runs an event loop where
/// submit() is used. Other processes may work on the same place (deliver, user add, a second server): watchOthers()
/// tells the listeners what they committed.
class Store {
public:
    /// Makes the directory, the key file and an empty database, or the tables in an empty database of PostgreSQL.
    /// Code::Conflict where there is a company already.
    [[nodiscard]] static Result<std::unique_ptr<Store>> create(const Place &place, const Clock &clock, Random &random);
    /// For tables that PostgresqlSetup has made: makes the directory, and a key file for a company without a past.
    /// Code::NotFound where it has one and its key file is not in the directory.
    [[nodiscard]] static Result<std::unique_ptr<Store>> join(const Place &place, const Clock &clock, Random &random);
    /// Code::NotFound where there is none, Code::TooNew where a newer program wrote it, Code::TooOld where the tables
    /// are older and the user of the URL may not change them.
    [[nodiscard]] static Result<std::unique_ptr<Store>> open(const Place &place, const Clock &clock, Random &random);
    Q_DISABLE_COPY_MOVE(Store)
    ~Store();

    [[nodiscard]] const Clock &clock() const { return m_clock; }
    [[nodiscard]] Random &random() const { return m_random; }
    [[nodiscard]] const Place &place() const { return m_source.place(); }
    [[nodiscard]] QString directory() const { return place().directory; }

    [[nodiscard]] Result<Snapshot> read();
    /// For what reads whole tables: on a connection of its own, and as slowly as it wants.
    [[nodiscard]] Result<Snapshot> readAll();

    /// Writes together with what others submit within 3 ms: in one transaction, each job rolled back alone when it
    /// fails. `done` is called on this thread, after the commit or the failure.
    /// `about` names rows that the job will ask for, so that they are read together with those of the others.
    void submit(Work work, Done done, Why why = {}, QList<RowRef> about = {})
    {
        m_lane.submit(std::move(work), std::move(done), std::move(why), std::move(about));
    }
    /// The same lane, now: committed when it returns. Not from within a job.
    [[nodiscard]] Result<void> write(const Work &work, Why why = {});
    /// Runs what was submitted, now.
    void flush() { m_lane.flush(); }

    /// After each commit that changed something, ours or another process's.
    void onCommitted(std::function<void(const CommitNotice &)> listener);
    /// Looks for commits of other processes, now.
    void noticeOthers();
    /// From now on by itself, as a server that runs does, and settles which of several sends and fetches mail.
    /// Code::Locked where another one works on the same file.
    [[nodiscard]] Result<void> watchOthers();
    /// Called when this process becomes the one, and when it no longer is. Before watchOthers().
    void onLeading(std::function<void(bool leads)> listener);

    /// Says something to the other processes that serve this company; it is stored nowhere and may be lost.
    void tellOthers(const QString &message);
    /// What they said, as long as `context` lives.
    void onTold(QObject *context, std::function<void(const QString &message)> listener);

    [[nodiscard]] Result<Account> accountCalled(const QString &email, const DeviceId &device = {});
    /// For an agent who proved who he is. Where the installation was a device of his it stays the same device, so that
    /// its outbox keeps its place, and its former token ends. Else a new one is registered.
    [[nodiscard]] Result<Login> openSession(const AgentId &agent, const Installation &installation);
    /// Code::Unauthenticated for a token that is unknown, revoked, or of an agent who was disabled.
    [[nodiscard]] Result<Caller> authenticate(const QString &token);
    /// Whose the token was, whatever became of it: for erasing what he holds (caller.h).
    [[nodiscard]] Result<Caller> formerCaller(const QString &token);
    /// Without a token: Code::Unauthenticated for an agent who is unknown or disabled.
    [[nodiscard]] Result<Caller> callerOf(const AgentId &agent, const DeviceId &device);
    [[nodiscard]] Result<void> logOut(const QString &token);
    /// Ends every session of the agent. Whether the password is a good one is asked of passwordrules.h before.
    [[nodiscard]] Result<void> setPassword(const AgentId &agent, const QString &password);
    /// The same with the hash of a password, which takes long to make. The session with the token `kept` goes on: it is
    /// the agent's own, and he changes the password. Without it the command line does.
    [[nodiscard]] Result<void> setPasswordHash(const AgentId &agent, const QString &hash, const QString &kept = {});
    [[nodiscard]] Result<void> setActive(const AgentId &agent, bool active);

    [[nodiscard]] BlobFiles &blobs() { return m_blobs; }
    /// A secret of this company for one purpose. It lies outside the database and its backups.
    [[nodiscard]] QByteArray keyFor(const QByteArray &purpose) const { return m_key.derived(purpose); }
    /// Erases a customer here, and asks every device for it that ever may have held something of him; returns the id of
    /// the erasure. Remembered outside the database first. `by` is empty for the command line. Code::NotFound.
    [[nodiscard]] Result<QString> eraseCustomer(const CustomerId &customer, const AgentId &by = {});
    /// A restore was noticed (sync.md 2.20): consoles will start over, keeping their outboxes.
    [[nodiscard]] Result<void> beginLineage();

private:
    Store(DatabaseSource source, Database writing, QByteArray key, const Clock &clock, Random &random);
    [[nodiscard]] static Result<std::unique_ptr<Store>> openWith(const Place &place, const QByteArray &key,
                                                                 const Clock &clock, Random &random);
    [[nodiscard]] Result<Snapshot> readFrom(const std::shared_ptr<ReadPool> &pool);
    [[nodiscard]] Result<void> renewLineage(Writer &writer);
    [[nodiscard]] Result<void> repeatErasures();
    [[nodiscard]] Result<void> sweepErased();
    void announce(CommitNotice notice);
    /// What was committed since the last notice.
    [[nodiscard]] Result<CommitNotice> changesUpTo(qint64 seq);
    [[nodiscard]] Result<Caller> lookUp(const std::function<Result<Caller>(Database &)> &look);
    /// At most every some minutes, and not at once.
    void noteSeen(const DeviceId &device);

    DatabaseSource m_source;
    Witness m_witness;
    const Clock &m_clock;
    Random &m_random;
    BlobFiles m_blobs;
    StateKey m_key;
    ErasureLedger m_erasures;
    Database m_writing;
    CommitLane m_lane;
    std::shared_ptr<ReadPool> m_pool;
    std::unique_ptr<CommitWatch> m_watch;
    const QString m_voice =
        QUuid::createUuid().toString(QUuid::Id128); // by which this process knows what it said itself
    std::vector<std::function<void(const CommitNotice &)>> m_listeners;
    std::vector<std::function<void(bool)>> m_leadingListeners;
    std::vector<std::pair<QPointer<QObject>, std::function<void(const QString &)>>> m_toldListeners;
    qint64 m_announced = 0;
    QString m_lineage; // for the witness
    QHash<DeviceId, std::chrono::milliseconds> m_notedAt; // when it was last seen, as far as this process wrote it
};

} // namespace akwaba::store
