// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/readconnection.h"

using namespace Qt::StringLiterals;

namespace akwaba::store {

namespace {

constexpr std::size_t idleConnections = 4;

} // namespace

Result<std::unique_ptr<Connection>> ReadPool::take()
{
    if (idle.empty()) {
        DatabaseOptions options;
        options.readOnly = true;
        return Database::open(path, options).map([](Database database) {
            return std::make_unique<Connection>(std::move(database));
        });
    }
    std::unique_ptr<Connection> connection = std::move(idle.back());
    idle.pop_back();
    return connection;
}

ReadConnection::ReadConnection(std::shared_ptr<ReadPool> pool, std::unique_ptr<Connection> connection,
                               const StateKey &key, const Clock &clock)
    : m_pool(std::move(pool)), m_connection(std::move(connection)), m_key(key), m_clock(clock)
{
}

Result<std::unique_ptr<ReadConnection>> ReadConnection::open(const std::shared_ptr<ReadPool> &pool, const StateKey &key,
                                                             const Clock &clock)
{
    auto taken = pool->take();
    if (!taken) return tl::unexpected(taken.error());
    std::unique_ptr<ReadConnection> connection(new ReadConnection(pool, std::move(*taken), key, clock));
    Database &database = connection->connection().database;
    auto transaction = Transaction::read(database);
    if (!transaction) return tl::unexpected(transaction.error());
    connection->m_transaction.emplace(std::move(*transaction));
    // The transaction's view begins with its first read: this one.
    const auto log = clockRow(database);
    if (!log) return tl::unexpected(log.error());
    connection->m_log = *log;
    return connection;
}

ReadConnection::~ReadConnection()
{
    m_transaction.reset();
    if (m_pool->idle.size() < idleConnections) m_pool->idle.push_back(std::move(m_connection));
}

} // namespace akwaba::store
