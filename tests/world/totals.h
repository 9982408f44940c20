// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lived.h"

#include <QTextStream>

namespace akwaba::world {

/// What came of many lives. The same for the same lives in the same order, whoever lived them, but for what they cost.
struct Totals {
    int lives = 0;
    int failed = 0;
    int violations = 0;
    int poor = 0; // lives with less trouble than promised
    qint64 crashes = 0;
    std::chrono::milliseconds virtualTime{0};
    QMap<QString, qint64> faults;
    QMap<QString, qint64> deeds;
    PairCounts pairs{};
    QByteArray trace; // of all of them
    double cpuSeconds = 0;
    double longestSeconds = 0; // of CPU, of one life

    void add(const Lived &lived);
};

/// One line for programs.
[[nodiscard]] QByteArray jsonLine(const Totals &totals, quint64 first, int steps);
/// The same for people, with what was never reached.
void print(QTextStream &out, const Totals &totals, double wallSeconds);

} // namespace akwaba::world
