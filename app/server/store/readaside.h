// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/place.h"
#include "app/server/store/reader.h"
#include "core/base/workers.h"

#include <utility>

namespace akwaba {
class Clock;
} // namespace akwaba

namespace akwaba::store {

/// Calls look(reader) inside a read transaction, on a connection of its own to the database of the place.
[[nodiscard]] Result<void> lookAside(const Place &place, const Clock &clock,
                                     const std::function<Result<void>(const Reader &)> &look);

/// Reads what takes long on a thread of its own, one after another, so that those who are served meanwhile don't wait.
class ReadAside {
public:
    /// The clock is asked on that thread too.
    ReadAside(Place place, const Clock &clock) : m_place(std::move(place)), m_clock(clock) { }

    /// Gives T for work(const Reader &) that returns Result<T>, all of it as of one moment; take it with onResult().
    template <class Work> [[nodiscard]] auto run(Work work)
    {
        using Given = decltype(work(std::declval<const Reader &>()));
        return m_thread.run([place = m_place, &clock = m_clock, work = std::move(work)]() -> Given {
            Given given = fail(Code::Internal);
            const auto looked = lookAside(place, clock, [&](const Reader &reader) -> Result<void> {
                given = work(reader);
                return {};
            });
            if (!looked) return tl::unexpected(looked.error());
            return given;
        });
    }

private:
    const Place m_place;
    const Clock &m_clock;
    Workers m_thread{1};
};

} // namespace akwaba::store
