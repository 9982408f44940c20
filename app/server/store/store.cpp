// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/store.h"

#include "app/server/store/commitwatch.h"
#include "app/server/store/erasecustomer.h"
#include "app/server/store/keyfile.h"
#include "app/server/store/laneguard.h"
#include "app/server/store/membership.h"
#include "app/server/store/postgresqlsetup.h"
#include "app/server/store/readconnection.h"
#include "app/server/store/restored.h"
#include "app/server/store/scopes.h"
#include "app/server/store/scopesql.h"
#include "app/server/store/serverschema.h"
#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/database/statement.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLoggingCategory>

using namespace Qt::StringLiterals;

namespace akwaba::store {

namespace {

Q_LOGGING_CATEGORY(lcStore, "akwaba.store")

tl::unexpected<Error> inPlace(const Place &place, const Error &error)
{
    return fail(error.code, place.name() + u": "_s + error.detail);
}

Result<void> makeFolder(const QString &directory)
{
    if (!QDir().mkpath(directory)) return fail(Code::Io, u"can't make the folder %1"_s.arg(directory));
    QFile::setPermissions(directory, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    return {};
}

/// A company's tables, in a file or in PostgreSQL: is there one already?
Result<bool> isTaken(const Place &place, DatabaseSource &source)
{
    if (!place.isPostgresql()) return QFile::exists(place.databaseFile());
    auto database = source.open(DatabaseSource::Use::Read);
    if (!database) return inPlace(place, database.error());
    const auto version = schemaVersion(*database);
    if (!version || *version == 0) return version.map([](int) { return false; });
    // Tables alone are no company yet: it begins with its log.
    return hasLog(*database);
}

/// Only the owner of the tables changes them; a server as a rule is not.
Result<void> prepare(Database &database, DatabaseSource &source, Random &random)
{
    if (database.dialect() == Dialect::Postgresql) {
        if (auto fit = checkTexts(database); !fit) return fit;
    }
    const auto prepared = isPrepared(database);
    if (!prepared) return tl::unexpected(prepared.error());
    if (*prepared) return {};
    auto done = source.open(DatabaseSource::Use::Rebuild).and_then([&random](Database rebuilding) {
        return prepareSchema(rebuilding, random);
    });
    if (!done && done.error().code == Code::Denied)
        return fail(Code::TooOld,
                    u"its tables are older than this program; akwaba-server init as their owner renews them"_s);
    return done;
}

} // namespace

Store::Store(DatabaseSource source, Database writing, QByteArray key, const Clock &clock, Random &random)
    : m_source(std::move(source)), m_witness(directory()), m_clock(clock), m_random(random),
      m_blobs(directory() + u"/blobs"_s), m_key(std::move(key)), m_erasures(directory(), m_key.derived("erasures")),
      m_writing(std::move(writing)),
      m_lane(m_writing, m_source, m_clock, m_random, m_blobs, [this](const CommitNotice &notice) { announce(notice); }),
      m_pool(std::make_shared<ReadPool>(m_source))
{
}

Store::~Store() { m_lane.flush(); }

Result<std::unique_ptr<Store>> Store::create(const Place &place, const Clock &clock, Random &random)
{
    DatabaseSource source(place, clock);
    const auto taken = isTaken(place, source);
    if (!taken) return tl::unexpected(taken.error());
    if (*taken) return fail(Code::Conflict, u"there is a company already in %1"_s.arg(place.name()));
    return makeFolder(place.directory)
        .and_then([&] { return makeStateKey(place.directory, random); })
        .and_then([&] { return readStateKey(place.directory); })
        .and_then([&](const QByteArray &key) { return openWith(place, key, clock, random); });
}

Result<std::unique_ptr<Store>> Store::join(const Place &place, const Clock &clock, Random &random)
{
    if (hasStateKey(place.directory)) return open(place, clock, random);
    DatabaseSource source(place, clock);
    const auto log =
        source.open(DatabaseSource::Use::Read).and_then([](Database database) { return clockRow(database); });
    if (!log) return inPlace(place, log.error());
    if (log->seq > 0)
        return fail(Code::NotFound,
                    u"the company in %1 has a past: copy its state.key to %2"_s.arg(place.name(), place.directory));
    return makeFolder(place.directory).and_then([&] { return makeStateKey(place.directory, random); }).and_then([&] {
        return open(place, clock, random);
    });
}

Result<std::unique_ptr<Store>> Store::open(const Place &place, const Clock &clock, Random &random)
{
    if (!place.isPostgresql()) {
        if (!QFile::exists(place.databaseFile()))
            return fail(Code::NotFound, u"no database in %1"_s.arg(place.directory));
        // SQLite would take it for a new one, and tickets would be numbered from the beginning beside the lost ones.
        if (QFileInfo(place.databaseFile()).size() == 0)
            return fail(Code::Corrupt, u"%1 is empty"_s.arg(place.databaseFile()));
    } else {
        DatabaseSource source(place, clock);
        const auto taken = isTaken(place, source);
        if (!taken) return tl::unexpected(taken.error());
        if (!*taken) return fail(Code::NotFound, u"no company in %1"_s.arg(place.name()));
    }
    return readStateKey(place.directory).and_then([&](const QByteArray &key) {
        return openWith(place, key, clock, random);
    });
}

Result<std::unique_ptr<Store>> Store::openWith(const Place &place, const QByteArray &key, const Clock &clock,
                                               Random &random)
{
    DatabaseSource source(place, clock);
    auto writing = source.open(DatabaseSource::Use::Write);
    if (!writing) return inPlace(place, writing.error());
    if (const auto done = prepare(*writing, source, random); !done) return inPlace(place, done.error());
    const auto log = clockRow(*writing);
    if (!log) return inPlace(place, log.error());
    std::unique_ptr<Store> store(new Store(std::move(source), std::move(*writing), key, clock, random));
    store->m_announced = log->seq;
    store->m_lineage = log->lineage;
    if (store->m_witness.contradicts(log->lineage, log->seq)) {
        qCCritical(lcStore) << "the database is older than what was seen of it: it counts as restored from a backup";
        store->m_lineage = newLineage(random);
        const auto marked =
            store->write([&store](Writer &writer) { return markRestored(writer.database(), store->m_lineage); });
        if (!marked) return inPlace(place, marked.error());
    }
    if (const auto settled = settleRestored(*store); !settled) return inPlace(place, settled.error());
    if (const auto repeated = store->repeatErasures(); !repeated) return inPlace(place, repeated.error());
    return store;
}

Result<Snapshot> Store::read() { return readFrom(m_pool); }

Result<Snapshot> Store::readAll()
{
    return readFrom(std::make_shared<ReadPool>(m_source, DatabaseSource::Use::ReadAll));
}

Result<Snapshot> Store::readFrom(const std::shared_ptr<ReadPool> &pool)
{
    auto connection = ReadConnection::open(pool, m_key, m_clock);
    if (!connection) return tl::unexpected(connection.error());
    (*connection)->rollbackProved = [this] { submit([this](Writer &writer) { return renewLineage(writer); }, {}); };
    return Snapshot(std::move(*connection));
}

Result<void> Store::write(const Work &work, Why why)
{
    if (m_lane.isRunning()) return fail(Code::Internal, u"a write within a write"_s);
    Result<void> result = fail(Code::Internal, u"the lane did not answer"_s);
    m_lane.submit(work, [&result](const Result<void> &done) { result = done; }, std::move(why));
    m_lane.flush();
    return result;
}

void Store::onCommitted(std::function<void(const CommitNotice &)> listener)
{
    m_listeners.push_back(std::move(listener));
}

Result<CommitNotice> Store::changesUpTo(qint64 seq)
{
    CommitNotice notice{m_announced + 1, seq, {}, false};
    Statement select(m_writing, u"SELECT DISTINCT scope, type FROM change_scope WHERE seq > ?"_s);
    const auto done = select.bind(0, m_announced).forEach([&notice](const Statement &row) {
        notice.scopes += row.text(0);
        const TypeInfo *type = typeByNumber(static_cast<int>(row.integer(1)));
        notice.people |= type == nullptr || decidesMembership(*type);
    });
    if (!done) return tl::unexpected(done.error());
    notice.scopes = normalised(std::move(notice.scopes));
    return notice;
}

void Store::announce(CommitNotice notice)
{
    // Another process was in the lane between two batches of ours: that is to be told too, now or by noticeOthers().
    if (notice.first > m_announced + 1) notice = changesUpTo(notice.seq).value_or(notice);
    if (notice.first <= m_announced + 1) m_announced = std::max(m_announced, notice.seq);
    m_witness.see(m_lineage, notice.seq);
    for (const auto &listener : m_listeners)
        listener(notice);
}

Result<void> Store::watchOthers()
{
    m_watch = std::make_unique<CommitWatch>(m_source);
    QObject::connect(m_watch.get(), &CommitWatch::woken, m_watch.get(), [this] { noticeOthers(); });
    QObject::connect(m_watch.get(), &CommitWatch::leadingChanged, m_watch.get(), [this](bool leads) {
        for (const auto &listener : m_leadingListeners)
            listener(leads);
    });
    QObject::connect(m_watch.get(), &CommitWatch::told, m_watch.get(), [this](const QString &message) {
        // We hear ourselves too: who speaks stands before the message.
        if (message.section(u' ', 0, 0) == m_voice) return;
        for (const auto &[context, listener] : m_toldListeners) {
            if (context) listener(message.section(u' ', 1));
        }
    });
    return m_watch->start();
}

void Store::tellOthers(const QString &message)
{
    // A courtesy: what does not go out now is said again by whoever goes on.
    if (!m_watch || m_lane.isRunning() || !m_source.revive(m_writing)) return;
    (void)talk(m_writing, m_voice + u' ' + message);
}

void Store::onTold(QObject *context, std::function<void(const QString &message)> listener)
{
    m_toldListeners.emplace_back(context, std::move(listener));
}

void Store::onLeading(std::function<void(bool leads)> listener) { m_leadingListeners.push_back(std::move(listener)); }

void Store::noticeOthers()
{
    // Not in the middle of a batch of ours: its connection is busy with it.
    if (m_lane.isRunning() || !m_source.revive(m_writing)) return;
    const auto log = clockRow(m_writing);
    if (!log || log->seq <= m_announced) return;
    if (const auto notice = changesUpTo(log->seq)) announce(*notice);
}

Result<void> Store::renewLineage(Writer &writer)
{
    m_lineage = newLineage(m_random);
    // Nobody knows when it happened, so nothing is certain of what was numbered before (0). These tables are older than
    // they were: what was erased since is there again.
    return store::beginLineage(writer.database(), m_lineage, 0).and_then([&] {
        writer.behind().forgetRevs();
        return eraseAgain(writer, m_erasures);
    });
}

Result<void> Store::beginLineage()
{
    return write([this](Writer &writer) { return renewLineage(writer); });
}

} // namespace akwaba::store
