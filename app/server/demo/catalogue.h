// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/customer.h"

#include <QHash>

namespace akwaba {
class Clock;
class Random;
} // namespace akwaba

namespace akwaba::demo {

/// The shop's products: real families of toner and printers, invented prices.
struct Catalogue {
    QList<Product> products;
    QHash<QString, qint64> prices; // by reference, XOF

    /// A toner and a printer that it fits.
    struct Pair {
        Product toner;
        Product printer;
    };
    [[nodiscard]] Pair pair(Random &random) const;
};

[[nodiscard]] Catalogue makeCatalogue(const Clock &clock, Random &random);

/// A past order of one or two kinds of toner, placed before `before`.
[[nodiscard]] Order makeOrder(const Catalogue &catalogue, const CustomerId &customer, const QString &number,
                              const QDateTime &before, const Clock &clock, Random &random);

} // namespace akwaba::demo
