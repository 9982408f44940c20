// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sla/clocks.h"

/// Between the facts and the clocks: when each target is waited for, whoever promised it.
namespace akwaba::sla {

struct Window {
    enum class End { None, Met, Cancelled, Merged };
    struct Promise {
        qint64 at = 0;
        std::optional<qint64> date; // nothing where it was taken back
    };

    Target target = Target::FirstResponse;
    int instance = 1;
    qint64 start = 0;
    std::optional<qint64> end;
    End how = End::None;
    bool isReopened = false; // a resolution after the first (rule 11)
    std::vector<Promise> promises; // by their time
};

struct Windows {
    std::vector<Window> all; // by their start
    // Each in its order and apart; the last may have no end: maxInstant.
    std::vector<Span> waitingCustomer;
    std::vector<Span> waitingThirdParty;
    std::vector<Span> spam;
};

[[nodiscard]] Windows windowsOf(const Facts &facts);

} // namespace akwaba::sla
