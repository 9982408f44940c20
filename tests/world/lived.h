// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulation.h"

namespace akwaba::world {

/// What came of one life.
struct Lived {
    quint64 seed = 0;
    Report report; // but for its erasures, of which nobody else is told
    double cpuSeconds = 0;
    QString keptAs; // a failure: the file in which it was kept
};

/// As one process tells another: a line of JSON.
[[nodiscard]] QByteArray toLine(const Lived &lived);
/// Code::BadInput for what is no such line.
[[nodiscard]] Result<Lived> livedFrom(const QByteArray &line);

} // namespace akwaba::world
