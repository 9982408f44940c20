// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"
#include "core/domain/macro.h"

#include <functional>

namespace akwaba {

/// The way to text modules and macros at the server; empty where there is none.
struct MacroWays {
    std::function<QFuture<Result<TextModule>>(const TextModule &)> setTextModule;
    std::function<QFuture<Result<Macro>>(const Macro &)> setMacro;
};

} // namespace akwaba
