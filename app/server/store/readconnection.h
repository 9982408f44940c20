// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/changelog.h"
#include "app/server/store/databasesource.h"
#include "app/server/store/statekey.h"
#include "core/base/clock.h"
#include "core/database/transaction.h"

#include <memory>
#include <optional>
#include <vector>

namespace akwaba::store {

/// Connections for reading that are open and unused.
struct ReadPool {
    DatabaseSource &source;
    DatabaseSource::Use use = DatabaseSource::Use::Read;
    std::vector<std::unique_ptr<Database>> idle = {};
};

/// What a Snapshot stands on: a connection of its own inside a read transaction, and where the log stood.
class ReadConnection {
public:
    /// Takes one that is idle, or a new one where the idle ones broke meanwhile.
    [[nodiscard]] static Result<std::unique_ptr<ReadConnection>> open(const std::shared_ptr<ReadPool> &pool,
                                                                      const StateKey &key, const Clock &clock);
    Q_DISABLE_COPY_MOVE(ReadConnection)
    ~ReadConnection();

    [[nodiscard]] Database &database() { return *m_database; }
    [[nodiscard]] const ClockRow &log() const { return m_log; }
    [[nodiscard]] const StateKey &key() const { return m_key; }
    [[nodiscard]] const Clock &clock() const { return m_clock; }

    /// A client showed a state of this lineage that is ahead of us, with a MAC that holds: we were rolled back.
    std::function<void()> rollbackProved;

private:
    ReadConnection(std::shared_ptr<ReadPool> pool, std::unique_ptr<Database> database, const StateKey &key,
                   const Clock &clock);
    [[nodiscard]] Result<void> begin();

    std::shared_ptr<ReadPool> m_pool;
    std::unique_ptr<Database> m_database;
    std::optional<Transaction> m_transaction;
    ClockRow m_log;
    const StateKey &m_key;
    const Clock &m_clock;
};

} // namespace akwaba::store
