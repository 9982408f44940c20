// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/agent.h"

#include <functional>

namespace akwaba::store {
class Store;
}

namespace akwaba::demo {

class Generator;

struct FillReport {
    qint64 tickets = 0;
    qint64 messages = 0;
    QList<Agent> agents;
};

/// Called now and then with how many tickets are written.
using FillProgress = std::function<void(qint64 tickets)>;

/// Writes the invented world into an empty store, in transactions of about 200 rows so that others get their turn.
/// Every agent gets `password`; an empty one leaves them without.
[[nodiscard]] Result<FillReport> fill(store::Store &store, Generator &generator, const QString &password,
                                      const FillProgress &progress = {});

} // namespace akwaba::demo
