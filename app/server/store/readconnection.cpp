// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/readconnection.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace akwaba::store {

namespace {

constexpr std::size_t idleConnections = 4;

} // namespace

Result<std::unique_ptr<Database>> ReadPool::take(const std::function<Result<void>(Database &)> &begin)
{
    for (;;) {
        const bool isFresh = m_idle.empty();
        if (isFresh) {
            auto opened = m_source.open(m_use);
            if (!opened) return tl::unexpected(opened.error());
            m_idle.push_back(std::make_unique<Database>(std::move(*opened)));
        }
        std::unique_ptr<Database> database = std::move(m_idle.back());
        m_idle.pop_back();
        // A file that was moved away can still be read: only asking tells.
        if (!isFresh && database->isLost()) continue;
        const auto begun = begin(*database);
        if (begun) return database;
        if (isFresh || !database->isLost()) return tl::unexpected(begun.error());
    }
}

void ReadPool::give(std::unique_ptr<Database> database)
{
    if (!database->isLost() && m_idle.size() < idleConnections) m_idle.push_back(std::move(database));
}

QHash<int, qint64> &ReadPool::lastChangesAt(const QString &lineage, qint64 seq)
{
    if (seq != m_seq || lineage != m_lineage) m_lastChanges.clear();
    m_seq = seq;
    m_lineage = lineage;
    return m_lastChanges;
}

ReadConnection::ReadConnection(std::shared_ptr<ReadPool> pool, const StateKey &key, const Clock &clock)
    : m_pool(std::move(pool)), m_key(key), m_clock(clock)
{
}

Result<std::unique_ptr<ReadConnection>> ReadConnection::open(const std::shared_ptr<ReadPool> &pool, const StateKey &key,
                                                             const Clock &clock)
{
    std::unique_ptr<ReadConnection> connection(new ReadConnection(pool, key, clock));
    auto database = pool->take([&connection](Database &candidate) { return connection->begin(candidate); });
    if (!database) return tl::unexpected(database.error());
    connection->m_database = std::move(*database);
    return connection;
}

Result<void> ReadConnection::begin(Database &database)
{
    auto transaction = Transaction::read(database);
    if (!transaction) return tl::unexpected(transaction.error());
    // The transaction's view begins with its first read: this one.
    const auto log = clockRow(database);
    if (!log) return tl::unexpected(log.error());
    m_log = *log;
    m_transaction.emplace(std::move(*transaction));
    return {};
}

ReadConnection::~ReadConnection()
{
    m_transaction.reset();
    if (m_database) m_pool->give(std::move(m_database));
}

} // namespace akwaba::store
