// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulation.h"

#include <functional>

namespace akwaba::world {

/// A life that failed once, in a file of tests/world/seeds: lines "seed N", "steps N", "without kind kind",
/// "forgets", and comments that say when it was found and what it found. Code::BadInput for anything else.
[[nodiscard]] Result<Life> lifeFrom(const QString &text);
[[nodiscard]] QString textOf(const Life &life, const QString &comment);
/// The files of a folder, by name.
[[nodiscard]] QStringList keptLives(const QString &folder);
[[nodiscard]] Result<Life> readLife(const QString &path);

/// A life as short as can be found with so many tries that still fails: fewer steps first, then fewer kinds of trouble.
[[nodiscard]] Life shrunk(Life life, int tries, const std::function<bool(const Life &)> &fails);

} // namespace akwaba::world
