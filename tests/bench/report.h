// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QElapsedTimer>
#include <QJsonObject>
#include <QList>

/// What every benchmark shares: how a figure is printed, and what happens when something it builds on fails.
namespace akwaba::bench {

/// `goal` is the one of shared/design/numbers.md in its words; empty for a figure that only explains another one.
struct Figure {
    QString name;
    QString unit;
    QString goal;
    QJsonObject more; ///< what belongs to the figure: how many rows, how loaded the machine was
};

/// One JSON object on a line: name, value (the median), unit, n, p50, p95, p99, max, goal, and how loaded the machine
/// was.
void print(const Figure &figure, QList<double> samples);

[[nodiscard]] inline double milliseconds(const QElapsedTimer &timer) { return double(timer.nsecsElapsed()) / 1e6; }

/// Milliseconds of each of `count` runs.
template <class F> void measure(const Figure &figure, int count, F run)
{
    QList<double> samples;
    for (int i = 0; i < count; ++i) {
        QElapsedTimer timer;
        timer.start();
        run(i);
        samples += milliseconds(timer);
    }
    print(figure, samples);
}

/// A benchmark of something that does not work ends at once.
[[noreturn]] void giveUp(const Error &error);

template <class T> T must(Result<T> result)
{
    if (!result) giveUp(result.error());
    if constexpr (!std::is_void_v<T>) return std::move(*result);
}

} // namespace akwaba::bench
