// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/hundredserver.h"

#include <QList>

namespace akwaba::bench {

/// What several devices got done that hand intents to the real server over HTTP, each its next batch of 50 once the
/// last one is answered: notes, and following tickets.
struct IntentLoad {
    QList<double> rates; ///< accepted intents per second, one sample for each second
    QList<double> roundTrips; ///< of a batch, in milliseconds
    qint64 others = 0; ///< that were not accepted
};

/// The first `devices` of the server's tokens take part.
[[nodiscard]] IntentLoad loadWithIntents(const HundredServer &server, int devices, int seconds);

} // namespace akwaba::bench
