// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/changelog.h"
#include "app/server/store/databasesource.h"
#include "app/server/store/statekey.h"
#include "core/base/clock.h"
#include "core/database/transaction.h"

#include <QHash>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace akwaba::store {

/// Connections for reading that are open and unused.
class ReadPool {
public:
    explicit ReadPool(DatabaseSource &source, DatabaseSource::Use use = DatabaseSource::Use::Read)
        : m_source(source), m_use(use)
    {
    }

    /// One on which `begin` worked: an idle one, or a new one where the idle ones broke meanwhile.
    [[nodiscard]] Result<std::unique_ptr<Database>> take(const std::function<Result<void>(Database &)> &begin);
    void give(std::unique_ptr<Database> database);

    /// The last changes of types where the log stands at `seq`, as somebody found them: nobody has to look again until
    /// it moves.
    [[nodiscard]] QHash<int, qint64> &lastChangesAt(const QString &lineage, qint64 seq);

private:
    DatabaseSource &m_source;
    const DatabaseSource::Use m_use;
    std::vector<std::unique_ptr<Database>> m_idle;
    QString m_lineage;
    qint64 m_seq = -1;
    QHash<int, qint64> m_lastChanges; // by the number of the type
};

/// What a Snapshot stands on: a connection of its own inside a read transaction, and where the log stood.
class ReadConnection {
public:
    [[nodiscard]] static Result<std::unique_ptr<ReadConnection>> open(const std::shared_ptr<ReadPool> &pool,
                                                                      const StateKey &key, const Clock &clock);
    Q_DISABLE_COPY_MOVE(ReadConnection)
    ~ReadConnection();

    [[nodiscard]] Database &database() { return *m_database; }
    [[nodiscard]] const ClockRow &log() const { return m_log; }
    [[nodiscard]] const StateKey &key() const { return m_key; }
    [[nodiscard]] const Clock &clock() const { return m_clock; }
    [[nodiscard]] QHash<int, qint64> &lastChanges() { return m_pool->lastChangesAt(m_log.lineage, m_log.seq); }

    /// A client showed a state of this lineage that is ahead of us, with a MAC that holds: we were rolled back.
    std::function<void()> rollbackProved;

private:
    ReadConnection(std::shared_ptr<ReadPool> pool, const StateKey &key, const Clock &clock);
    [[nodiscard]] Result<void> begin(Database &database);

    std::shared_ptr<ReadPool> m_pool;
    std::unique_ptr<Database> m_database;
    std::optional<Transaction> m_transaction;
    ClockRow m_log;
    const StateKey &m_key;
    const Clock &m_clock;
};

} // namespace akwaba::store
