// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/readconnection.h"

using namespace Qt::StringLiterals;

namespace akwaba::store {

namespace {

constexpr std::size_t idleConnections = 4;

} // namespace

Result<std::unique_ptr<Database>> ReadPool::take()
{
    if (idle.empty()) {
        DatabaseOptions options;
        options.readOnly = true;
        return Database::open(path, options).map([](Database database) {
            return std::make_unique<Database>(std::move(database));
        });
    }
    std::unique_ptr<Database> database = std::move(idle.back());
    idle.pop_back();
    return database;
}

ReadConnection::ReadConnection(std::shared_ptr<ReadPool> pool, std::unique_ptr<Database> database, const StateKey &key,
                               const Clock &clock)
    : m_pool(std::move(pool)), m_database(std::move(database)), m_key(key), m_clock(clock)
{
}

Result<std::unique_ptr<ReadConnection>> ReadConnection::open(const std::shared_ptr<ReadPool> &pool, const StateKey &key,
                                                             const Clock &clock)
{
    auto database = pool->take();
    if (!database) return tl::unexpected(database.error());
    std::unique_ptr<ReadConnection> connection(new ReadConnection(pool, std::move(*database), key, clock));
    auto transaction = Transaction::read(connection->database());
    if (!transaction) return tl::unexpected(transaction.error());
    connection->m_transaction.emplace(std::move(*transaction));
    // The transaction's view begins with its first read: this one.
    const auto log = clockRow(connection->database());
    if (!log) return tl::unexpected(log.error());
    connection->m_log = *log;
    return connection;
}

ReadConnection::~ReadConnection()
{
    m_transaction.reset();
    if (m_pool->idle.size() < idleConnections) m_pool->idle.push_back(std::move(m_database));
}

} // namespace akwaba::store
