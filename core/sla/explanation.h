// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sla/clocks.h"

/// Why a clock is due when it is: what the engine counted, for people to check.
namespace akwaba::sla {

/// A stretch of a clock's life in which one thing holds.
struct Passage {
    enum class Kind { Counted, Paused, ToCome };
    Kind kind = Kind::Counted;
    Span span;
    qint64 counted = 0; // milliseconds of it that count, or will; of a pause 0
    bool operator==(const Passage &) const = default;
};

struct Explanation {
    const PolicyInForce *policy = nullptr; // null where only a promise counts
    QString zone; // of its calendar; empty for wall time
    std::vector<Passage> passages; // in their order and without a gap, up to the due date or the end
    std::vector<Span> open; // when its calendar is open from the first day to the last, those two whole
    struct Alert {
        int percent = 0;
        qint64 at = 0;
    };
    std::vector<Alert> alerts; // when somebody is told
};

/// As of `now`, with the rules that made the clock.
[[nodiscard]] Explanation explain(const Rules &rules, const SlaClock &clock, qint64 now);

} // namespace akwaba::sla
