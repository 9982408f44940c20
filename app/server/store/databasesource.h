// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/place.h"
#include "core/database/database.h"
#include "core/database/knock.h"

#include <chrono>
#include <memory>
#include <optional>
#include <type_traits>

namespace akwaba {
class Clock;
}

namespace akwaba::store {

/// How long a server that hung is left alone before it is asked again: 1 s, and twice as long each time that it hangs
/// within a minute of the time before, but 15 s at most.
class GrowingPause {
public:
    /// It hangs, now.
    [[nodiscard]] std::chrono::seconds next(std::chrono::milliseconds now);

private:
    int m_times = 0;
    std::chrono::milliseconds m_last{0};
};

/// Opens connections to the database of a place, and opens those again that broke. Whoever waits for a server in vain
/// makes all others wait, so: one that refuses is not asked again within a second, and one that hangs is asked aside
/// (Knock) until it answers. It costs us one call of `patience`, or 5 s where it already hung when we came; from then
/// on nobody waits. One that answers and hangs again at once costs 10 of 25 s, after a minute of it: the pause before
/// it is asked grows. One thread, which runs an event loop where it is to get over a server that hung.
class DatabaseSource {
public:
    /// The last two may take as long as they do: they have no place in a server that serves.
    enum class Use {
        Write,
        Read,
        Rebuild, ///< new tables, a restore
        ReadAll, ///< a backup
    };

    DatabaseSource(Place place, const Clock &clock);

    [[nodiscard]] const Place &place() const { return m_place; }
    /// Code::Unreachable, at once, within a second of a failure and while the server hangs.
    [[nodiscard]] Result<Database> open(Use use);
    /// Does nothing for one that is alive.
    [[nodiscard]] Result<void> revive(Database &database);

private:
    [[nodiscard]] PostgresqlOptions options(Use use) const;
    [[nodiscard]] Result<void> mayTry();
    template <class F> std::invoke_result_t<F> tryTo(F connect);
    void askAside();

    const Place m_place;
    const Clock &m_clock;
    std::shared_ptr<CallLimit> m_limit; // of PostgreSQL
    int m_exceeded = 0; // as far as we know
    std::unique_ptr<Knock> m_knock; // while it hangs
    GrowingPause m_pause; // before the knock
    std::optional<std::chrono::milliseconds> m_failedAt;
};

} // namespace akwaba::store
