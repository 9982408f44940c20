// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jobs/csv.h"
#include "app/server/jobs/import.h"
#include "app/server/store/store.h"
#include "core/base/clock.h"
#include "core/base/random.h"

#include <QMap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba::jobs {

namespace {

constexpr qsizetype ordersTogether = 100;
constexpr qint64 largestAmount = 999'999'999'999'999; // JSON keeps 15 digits

/// An order as the file has it, before it is known whose it is.
struct OrderRows {
    Order order;
    QString email;
    QString name;
    QList<int> lines;
    QString refusal; // empty: fine so far
};

Result<OrderLine> orderLineOf(const CsvRow &row)
{
    bool quantity = false;
    bool amount = false;
    OrderLine line;
    line.reference = row[u"reference"_s];
    line.description = row[u"description"_s];
    line.quantity = row[u"quantity"_s].toInt(&quantity);
    line.amount = {row[u"amount"_s].toLongLong(&amount), row[u"currency"_s].toUpper()};
    if (line.reference.isEmpty()) return fail(Code::BadInput, u"no reference"_s);
    if (!quantity || line.quantity <= 0) return fail(Code::BadInput, u"quantity is no number above 0"_s);
    if (!amount || line.amount.amount < 0 || line.amount.amount > largestAmount)
        return fail(Code::BadInput, u"amount is no number of the currency's smallest unit"_s);
    if (line.amount.currency.size() != 3) return fail(Code::BadInput, u"currency is no ISO 4217 code"_s);
    return line;
}

Result<void> readHead(const CsvRow &row, OrderRows &into)
{
    Order &order = into.order;
    order.number = row[u"number"_s];
    into.email = row[u"customer_email"_s];
    into.name = row[u"customer_name"_s];
    order.placedAt = fromUtcDate(row[u"placed_at"_s]);
    const QString delivered = row[u"delivered_at"_s];
    order.deliveredAt = fromUtcDate(delivered);
    const auto state = fromWireName<OrderState>(row[u"state"_s]);
    const auto payment = fromWireName<PaymentMeans>(row[u"payment"_s]);
    if (!into.email.contains(u'@')) return fail(Code::BadInput, u"customer_email is no address"_s);
    if (!order.placedAt.isValid()) return fail(Code::BadInput, u"placed_at is no instant like 2026-11-22T07:00:00Z"_s);
    if (!delivered.isEmpty() && !order.deliveredAt.isValid())
        return fail(Code::BadInput, u"delivered_at is no instant like 2026-11-22T07:00:00Z"_s);
    if (!state) return fail(Code::BadInput, u"unknown state"_s);
    if (!payment) return fail(Code::BadInput, u"payment is none of card, paypal, offline"_s);
    order.state = *state;
    order.paymentMeans = *payment;
    return {};
}

void addLine(const CsvRow &row, OrderRows &into)
{
    const bool first = into.lines.isEmpty();
    into.lines.append(row.line);
    if (first) {
        if (const auto head = readHead(row, into); !head) into.refusal = head.error().detail;
    } else if (row[u"customer_email"_s].compare(into.email, Qt::CaseInsensitive) != 0) {
        into.refusal = u"two customers in one order"_s;
    }
    const auto line = orderLineOf(row);
    if (!line) {
        into.refusal = line.error().detail;
        return;
    }
    Money &total = into.order.total;
    if (total.currency.isEmpty()) total.currency = line->amount.currency;
    if (total.currency != line->amount.currency) into.refusal = u"two currencies in one order"_s;
    total.amount += line->amount.amount;
    if (total.amount > largestAmount) {
        into.refusal = u"the total of the order is too large"_s;
        total.amount = 0; // what follows may not overflow
    }
    into.order.lines.append(*line);
}

Result<CustomerId> payerOf(store::Writer &writer, const OrderRows &rows)
{
    const auto known = writer.customerByAddress(rows.email);
    if (!known) return tl::unexpected(known.error());
    if (*known) return (*known)->id;
    Customer customer;
    customer.id = newId<CustomerId>(writer.clock(), writer.random());
    customer.name = rows.name.isEmpty() ? rows.email : rows.name;
    customer.emails = {{rows.name, rows.email}};
    customer.since = rows.order.placedAt;
    return writer.put(customer).map([](const Customer &made) { return made.id; });
}

Result<void> keep(store::Writer &writer, OrderRows rows, ImportReport &report)
{
    Order &order = rows.order;
    const auto customer = payerOf(writer, rows);
    const auto known = writer.orderByNumber(order.number);
    if (!customer) return tl::unexpected(customer.error());
    if (!known) return tl::unexpected(known.error());
    order.id = *known ? (*known)->id : newId<OrderId>(writer.clock(), writer.random());
    order.customer = *customer;
    order.payer = *customer;
    if (*known) {
        order.payer = (*known)->payer;
        order.returns = (*known)->returns;
        order.refunds = (*known)->refunds;
    }
    for (OrderLine &line : order.lines) {
        const auto product = writer.productByReference(line.reference);
        if (!product) return tl::unexpected(product.error());
        if (*product) line.product = (*product)->id;
    }
    const auto stored = writer.put(order);
    if (!stored) return tl::unexpected(stored.error());
    if (!*known)
        ++report.created;
    else if (stored->rev != (*known)->rev)
        ++report.updated;
    else
        ++report.unchanged;
    return {};
}

} // namespace

Result<ImportReport> importOrders(store::Store &store, const QByteArray &csv)
{
    const auto rows =
        readCsv(csv,
                {u"number"_s, u"customer_email"_s, u"customer_name"_s, u"placed_at"_s, u"delivered_at"_s, u"state"_s,
                 u"payment"_s, u"reference"_s, u"description"_s, u"quantity"_s, u"amount"_s, u"currency"_s});
    if (!rows) return tl::unexpected(rows.error());
    ImportReport report;
    QMap<QString, OrderRows> orders;
    for (const CsvRow &row : *rows) {
        if (row[u"number"_s].isEmpty())
            report.refused.append({row.line, u"no number"_s});
        else
            addLine(row, orders[row[u"number"_s]]);
    }
    QList<OrderRows> good;
    for (const OrderRows &order : std::as_const(orders)) {
        if (order.refusal.isEmpty()) good.append(order);
        for (const int line : order.refusal.isEmpty() ? QList<int>() : order.lines)
            report.refused.append({line, order.refusal});
    }
    for (qsizetype at = 0; at < good.size(); at += ordersTogether) {
        const auto done = store.write([&](store::Writer &writer) -> Result<void> {
            for (const OrderRows &order : good.mid(at, ordersTogether)) {
                if (auto stored = keep(writer, order, report); !stored) return stored;
            }
            return {};
        });
        if (!done) return tl::unexpected(done.error());
    }
    std::ranges::sort(report.refused, {}, &RefusedLine::line);
    return report;
}

} // namespace akwaba::jobs
