// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/readconnection.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace akwaba::store {

namespace {

constexpr std::size_t idleConnections = 4;

} // namespace

ReadConnection::ReadConnection(std::shared_ptr<ReadPool> pool, std::unique_ptr<Database> database, const StateKey &key,
                               const Clock &clock)
    : m_pool(std::move(pool)), m_database(std::move(database)), m_key(key), m_clock(clock)
{
}

Result<std::unique_ptr<ReadConnection>> ReadConnection::open(const std::shared_ptr<ReadPool> &pool, const StateKey &key,
                                                             const Clock &clock)
{
    for (;;) {
        const bool isFresh = pool->idle.empty();
        if (isFresh) {
            auto opened = pool->source.open(pool->use);
            if (!opened) return tl::unexpected(opened.error());
            pool->idle.push_back(std::make_unique<Database>(std::move(*opened)));
        }
        std::unique_ptr<Database> database = std::move(pool->idle.back());
        pool->idle.pop_back();
        std::unique_ptr<ReadConnection> connection(new ReadConnection(pool, std::move(database), key, clock));
        const auto begun = connection->begin();
        if (begun) return connection;
        if (isFresh || !connection->database().isLost()) return tl::unexpected(begun.error());
    }
}

Result<void> ReadConnection::begin()
{
    auto transaction = Transaction::read(*m_database);
    if (!transaction) return tl::unexpected(transaction.error());
    m_transaction.emplace(std::move(*transaction));
    // The transaction's view begins with its first read: this one.
    return clockRow(*m_database).map([this](const ClockRow &log) { m_log = log; });
}

ReadConnection::~ReadConnection()
{
    m_transaction.reset();
    if (!m_database->isLost() && m_pool->idle.size() < idleConnections) m_pool->idle.push_back(std::move(m_database));
}

} // namespace akwaba::store
