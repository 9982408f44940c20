// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/values.h"

namespace akwaba {

/// The person who asks. Property names are JSContact's (RFC 9553).
struct Customer {
    CustomerId id;
    QString name;
    QList<EmailAddress> emails;
    QList<PhoneNumber> phones;
    QList<PostalAddress> addresses;
    QList<OnlineService> onlineServices;
    QStringList preferredLanguages;
    QStringList organizations;
    QString notes;
    QString tier;
    QStringList consents; // purposes accepted
    QStringList restrictions; // purposes objected to
    CustomerId mergedInto;
    QDateTime since; // customer since
    qint64 rev = 0;
    bool operator==(const Customer &) const = default;
};

/// Comes from the shop by import; read-only in the console.
struct Order {
    OrderId id;
    QString number;
    CustomerId customer;
    CustomerId payer;
    QList<OrderLine> lines;
    Money total;
    QDateTime placedAt;
    QDateTime deliveredAt;
    OrderState state = OrderState::Placed;
    PaymentMeans paymentMeans = PaymentMeans::Offline;
    QList<OrderReturn> returns;
    QList<OrderReturn> refunds;
    qint64 rev = 0;
    bool operator==(const Order &) const = default;
};

struct Product {
    ProductId id;
    QString reference;
    QString name;
    ProductKind kind = ProductKind::Toner;
    QStringList compatibleWith; // references
    int warrantyMonths = 0;
    bool active = true;
    qint64 rev = 0;
    bool operator==(const Product &) const = default;
};

} // namespace akwaba
