// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/config/reading.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace akwaba::config {

namespace {

/// How many letters have to be put in, taken out, changed or swapped with their neighbour.
int distance(const QString &a, const QString &b)
{
    const auto width = std::size_t(b.size()) + 1;
    std::vector<std::vector<int>> cost(std::size_t(a.size()) + 1, std::vector<int>(width));
    std::iota(cost[0].begin(), cost[0].end(), 0);
    for (std::size_t i = 1; i < cost.size(); ++i) {
        cost[i][0] = int(i);
        for (std::size_t j = 1; j < width; ++j) {
            const auto x = qsizetype(i) - 1;
            const auto y = qsizetype(j) - 1;
            const int change = cost[i - 1][j - 1] + (a[x] == b[y] ? 0 : 1);
            cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, change});
            if (x > 0 && y > 0 && a[x] == b[y - 1] && a[x - 1] == b[y])
                cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
    }
    return cost.back().back();
}

} // namespace

QString nearest(const QString &word, const QStringList &known)
{
    QString best;
    int least = 1 + std::max(1, int(word.size() / 3)); // further away it is another word
    for (const QString &candidate : known) {
        const int far = word.size() > 64 ? least : distance(word, candidate);
        if (far >= least) continue;
        least = far;
        best = candidate;
    }
    return best;
}

} // namespace akwaba::config
