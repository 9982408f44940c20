// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/enums.h"
#include "core/domain/ids.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

/// Small values that entities are made of. Amounts are integers of the currency's smallest unit.
namespace akwaba {

struct Money {
    qint64 amount = 0;
    QString currency; // ISO 4217; XOF has no decimals
    bool operator==(const Money &) const = default;
};

/// A name and an address as in RFC 5322; JSContact's EmailAddress where it belongs to a customer.
struct EmailAddress {
    QString name;
    QString address;
    bool operator==(const EmailAddress &) const = default;
};

struct PhoneNumber {
    QString number; // as written, +225 07 00 00 48 12
    QString label;
    bool operator==(const PhoneNumber &) const = default;
};

struct PostalAddress {
    QString full; // lines as written
    QString locality;
    QString countryCode; // ISO 3166-1
    bool operator==(const PostalAddress &) const = default;
};

/// A handle on a social network (JSContact OnlineService).
struct OnlineService {
    QString service; // facebook, instagram, x, linkedin, whatsapp
    QString user;
    QString uri;
    bool operator==(const OnlineService &) const = default;
};

struct OrderLine {
    ProductId product;
    QString reference;
    QString description;
    int quantity = 0;
    Money amount; // of the whole line
    bool operator==(const OrderLine &) const = default;
};

/// A return or a refund of an order.
struct OrderReturn {
    QString reference;
    int quantity = 0;
    QDateTime at;
    bool operator==(const OrderReturn &) const = default;
};

/// One field changed by an event message: values as on the wire.
struct FieldChange {
    QString field;
    QString from;
    QString to;
    bool operator==(const FieldChange &) const = default;
};

/// One attempt to deliver an outgoing message.
struct DeliveryAttempt {
    QDateTime at;
    Delivery result = Delivery::None;
    QString reply; // what the mail server answered, without addresses
    bool operator==(const DeliveryAttempt &) const = default;
};

/// One condition on a ticket, of a view or of a policy: the field's value is (or, negated, is not) one of the values,
/// as on the wire. In a view the words "me" and "none" stand for the agent who looks and for nobody.
struct FieldCondition {
    QString field;
    QStringList values;
    bool negated = false;
    bool operator==(const FieldCondition &) const = default;
};

} // namespace akwaba
