// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/place.h"
#include "core/database/database.h"

#include <chrono>
#include <optional>

namespace akwaba {
class Clock;
}

namespace akwaba::store {

/// Opens connections to the database of a place, and opens those again that broke. A server that can't be reached is
/// not asked again within a second: whoever waits for it in vain makes all others wait. One thread.
class DatabaseSource {
public:
    enum class Use { Write, Read };

    DatabaseSource(Place place, const Clock &clock) : m_place(std::move(place)), m_clock(clock) { }

    [[nodiscard]] const Place &place() const { return m_place; }
    /// Code::Unreachable, at once, within a second of a failure.
    [[nodiscard]] Result<Database> open(Use use);
    /// Does nothing for one that is alive.
    [[nodiscard]] Result<void> revive(Database &database);

private:
    [[nodiscard]] Result<void> mayTry() const;
    template <class T> Result<T> noted(Result<T> result);

    const Place m_place;
    const Clock &m_clock;
    std::optional<std::chrono::milliseconds> m_failedAt;
};

} // namespace akwaba::store
