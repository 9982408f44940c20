// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/report.h"

#include <QJsonDocument>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace akwaba::bench {

using namespace Qt::StringLiterals;

namespace {

double rounded(double value)
{
    const double step = std::pow(10.0, 3 - std::floor(std::log10(std::max(std::abs(value), 1e-6))));
    return std::round(value * step) / step;
}

} // namespace

void print(const Figure &figure, QList<double> samples)
{
    if (samples.isEmpty()) giveUp({Code::Internal, u"nothing was measured: "_s + figure.name});
    std::sort(samples.begin(), samples.end());
    const auto at = [&samples](double part) {
        return rounded(samples.at(qsizetype(std::lround(part * double(samples.size() - 1)))));
    };
    QJsonObject line = figure.more;
    line.insert(u"name"_s, figure.name);
    line.insert(u"value"_s, at(0.5));
    line.insert(u"unit"_s, figure.unit);
    line.insert(u"n"_s, qint64(samples.size()));
    line.insert(u"p50"_s, at(0.5));
    line.insert(u"p95"_s, at(0.95));
    line.insert(u"p99"_s, at(0.99));
    line.insert(u"max"_s, at(1));
    if (!figure.goal.isEmpty()) line.insert(u"goal"_s, figure.goal);
    double load = 0;
    if (getloadavg(&load, 1) == 1) line.insert(u"load"_s, rounded(load));
    std::puts(QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

void giveUp(const Error &error)
{
    qFatal("%s: %s", qPrintable(codeName(error.code)), qPrintable(error.detail));
    std::abort(); // qFatal() is not declared as one that never returns
}

} // namespace akwaba::bench
