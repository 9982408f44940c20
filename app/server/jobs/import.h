// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace akwaba::store {
class Store;
}

namespace akwaba::jobs {

/// A line of the file that was not taken, and why: in words for the operator, without the data.
struct RefusedLine {
    int line = 0;
    QString reason;
    bool operator==(const RefusedLine &) const = default;
};

struct ImportReport {
    int created = 0;
    int updated = 0;
    int unchanged = 0;
    QList<RefusedLine> refused;
};

/// Products of the shop: columns reference, name, kind (toner, printer, accessory), compatible_with (references
/// separated by spaces), warranty_months, active (yes, no). The same file twice changes nothing. Code::BadInput for a
/// file that is none; lines that don't fit are refused one by one.
[[nodiscard]] Result<ImportReport> importProducts(store::Store &store, const QByteArray &csv);

/// Orders of the shop, one line of the file for each line of an order: columns number, customer_email, customer_name,
/// placed_at, delivered_at (ISO 8601; the latter may be empty), state, payment (card, paypal, offline), reference,
/// description, quantity, amount (of the line, in the currency's smallest unit), currency. Customers are found by
/// address or made. An order of which a line is refused is refused whole.
[[nodiscard]] Result<ImportReport> importOrders(store::Store &store, const QByteArray &csv);

} // namespace akwaba::jobs
