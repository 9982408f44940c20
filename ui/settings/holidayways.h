// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"
#include "core/domain/servicelevelchange.h"

#include <functional>

namespace akwaba {

/// The way to the holidays at the server; empty where there is none.
struct HolidayWays {
    std::function<QFuture<Result<RuleEffect>>(const Holiday &)> tryOut;
    std::function<QFuture<Result<Holiday>>(const Holiday &)> set;
    std::function<QFuture<Result<HolidayImport>>(const QByteArray &ics)> import;
    /// Asks the agent for a file and gives its path, later; not at all when he decides otherwise.
    std::function<void(const std::function<void(const QString &path)> &chosen)> chooseFile;
};

} // namespace akwaba
