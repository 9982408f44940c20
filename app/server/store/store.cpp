// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/store.h"

#include "app/server/store/readconnection.h"
#include "app/server/store/scopes.h"
#include "app/server/store/scopesql.h"
#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/database/migration.h"
#include "core/database/statement.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

using namespace Qt::StringLiterals;

static void initResources() { Q_INIT_RESOURCE(migrations); }

namespace akwaba::store {

namespace {

constexpr int schemaGeneration = 1;

QString databasePath(const QString &directory) { return directory + u"/akwaba.db"_s; }
QString keyPath(const QString &directory) { return directory + u"/state.key"_s; }

Result<Database> openWriting(const QString &directory)
{
    DatabaseOptions options;
    options.synchronous = DatabaseOptions::Synchronous::Full;
    return Database::open(databasePath(directory), options);
}

Result<QByteArray> readKey(const QString &directory)
{
    QFile file(keyPath(directory));
    if (!file.open(QIODevice::ReadOnly)) return fail(Code::NotFound, u"can't read %1"_s.arg(keyPath(directory)));
    QByteArray key = QByteArray::fromHex(file.readAll().trimmed());
    if (key.size() != 32) return fail(Code::Corrupt, u"no key in %1"_s.arg(keyPath(directory)));
    return key;
}

Result<void> writeKey(const QString &directory, Random &random)
{
    QSaveFile file(keyPath(directory));
    const QByteArray text = random.bytes(32).toHex() + '\n';
    if (!file.open(QIODevice::WriteOnly)) return fail(Code::Io, u"can't write %1"_s.arg(keyPath(directory)));
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    if (file.write(text) != text.size() || !file.commit())
        return fail(Code::Io, u"can't write %1"_s.arg(keyPath(directory)));
    return {};
}

QString newLineage(Random &random) { return QString::fromLatin1(random.bytes(6).toHex()); }

Result<void> beginLog(Database &database, Random &random)
{
    Statement insert(database,
                     u"INSERT INTO sync_clock (one, seq, floor, lineage, schema_gen) VALUES (1, 0, 0, ?, ?) "
                     "ON CONFLICT (one) DO NOTHING"_s);
    return insert.bind(0, newLineage(random)).bind(1, schemaGeneration).run();
}

tl::unexpected<Error> inFile(const QString &directory, const Error &error)
{
    return fail(error.code, databasePath(directory) + u": "_s + error.detail);
}

} // namespace

Store::Store(QString directory, Database writing, QByteArray key, const Clock &clock, Random &random)
    : m_directory(std::move(directory)), m_clock(clock), m_random(random), m_blobs(m_directory + u"/blobs"_s),
      m_key(std::move(key)), m_writing(std::move(writing)),
      m_lane(m_writing, m_clock, m_random, m_blobs, [this](const CommitNotice &notice) { announce(notice); }),
      m_pool(std::make_shared<ReadPool>())
{
    m_pool->path = databasePath(m_directory);
}

Store::~Store() { m_lane.flush(); }

Result<std::unique_ptr<Store>> Store::create(const QString &directory, const Clock &clock, Random &random)
{
    if (QFile::exists(databasePath(directory)))
        return fail(Code::Conflict, u"there is a database already in %1"_s.arg(directory));
    if (!QDir().mkpath(directory)) return fail(Code::Io, u"can't make the folder %1"_s.arg(directory));
    QFile::setPermissions(directory, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    if (const auto done = writeKey(directory, random); !done) return tl::unexpected(done.error());
    return readKey(directory).and_then([&](const QByteArray &key) { return openWith(directory, key, clock, random); });
}

Result<std::unique_ptr<Store>> Store::open(const QString &directory, const Clock &clock, Random &random)
{
    if (!QFile::exists(databasePath(directory))) return fail(Code::NotFound, u"no database in %1"_s.arg(directory));
    // SQLite would take it for a new one, and tickets would be numbered from the beginning beside the lost ones.
    if (QFileInfo(databasePath(directory)).size() == 0)
        return fail(Code::Corrupt, u"%1 is empty"_s.arg(databasePath(directory)));
    return readKey(directory).and_then([&](const QByteArray &key) { return openWith(directory, key, clock, random); });
}

Result<std::unique_ptr<Store>> Store::openWith(const QString &directory, const QByteArray &key, const Clock &clock,
                                               Random &random)
{
    initResources();
    const auto migrations = migrationsIn(u":/akwaba/server/migrations"_s);
    if (!migrations) return tl::unexpected(migrations.error());
    auto writing = openWriting(directory);
    if (!writing) return inFile(directory, writing.error());
    if (const auto done = migrate(*writing, *migrations); !done) return inFile(directory, done.error());
    if (const auto done = beginLog(*writing, random); !done) return inFile(directory, done.error());
    const auto log = clockRow(*writing);
    if (!log) return inFile(directory, log.error());
    std::unique_ptr<Store> store(new Store(directory, std::move(*writing), key, clock, random));
    store->m_announced = log->seq;
    return store;
}

Result<Snapshot> Store::read()
{
    auto connection = ReadConnection::open(m_pool, m_key, m_clock);
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

void Store::announce(const CommitNotice &notice)
{
    m_announced = std::max(m_announced, notice.seq);
    for (const auto &listener : m_listeners)
        listener(notice);
}

void Store::noticeOthers()
{
    const auto log = clockRow(m_writing.database);
    if (!log || log->seq <= m_announced) return;
    Statement select(m_writing.database, u"SELECT DISTINCT scope FROM change_scope WHERE seq > :seq"_s);
    const auto scopes = select.bind(u":seq"_s, m_announced).rows([](const Statement &row) { return row.text(0); });
    if (scopes) announce({log->seq, normalised(QStringList(*scopes))});
}

Result<void> Store::renewLineage(Writer &writer)
{
    Statement update(writer.database(), u"UPDATE sync_clock SET lineage = :lineage WHERE one = 1"_s);
    return update.bind(u":lineage"_s, newLineage(m_random)).run();
}

Result<void> Store::beginLineage()
{
    return write([this](Writer &writer) { return renewLineage(writer); });
}

} // namespace akwaba::store
