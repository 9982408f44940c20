// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/jmap/seterror.h"
#include "app/server/store/snapshot.h"

#include <QList>

/// What /set means: the table from type, verb and property to intents. What has no row has no intent, and is refused.
namespace akwaba::jmap {

/// One intent to be, and the properties that say it.
struct Meant {
    Command command;
    QStringList properties;
};
using Meaning = tl::expected<QList<Meant>, SetError>;

/// One way to create an object of a type. The record is complete: with its id, and defaults where nothing was given.
struct CreateRule {
    bool (*fits)(const QJsonObject &record);
    QStringList properties; // that a client may give; the others are the server's
    Meaning (*meaning)(const QJsonObject &record, const store::Snapshot &snapshot);
};

/// Properties that mean something together when they change.
struct UpdateRule {
    QStringList properties;
    Meaning (*meaning)(const QJsonObject &before, const QJsonObject &after, const store::Snapshot &snapshot,
                       const store::Caller &caller);
};

struct SetType {
    const TypeInfo *type = nullptr;
    QJsonObject defaults;
    /// As the server writes it; Code::BadInput where a member doesn't fit.
    Result<QJsonObject> (*normalised)(const QJsonObject &record) = nullptr;
    QList<CreateRule> creates;
    QList<UpdateRule> updates; // in the order in which their intents are applied
    Meaning (*destroy)(const QJsonObject &before) = nullptr;
};

/// Null for a type that no intent changes.
[[nodiscard]] const SetType *setTypeOf(const TypeInfo &type);
/// The type that ids in this property are of; null where it holds none. One word means one thing (domain.md).
[[nodiscard]] const TypeInfo *referredType(QStringView property);

// One file each.
[[nodiscard]] SetType setTicket();
[[nodiscard]] SetType setMessage();
[[nodiscard]] SetType setCustomer();
[[nodiscard]] SetType setDraft();

template <class T> [[nodiscard]] Result<QJsonObject> normalisedAs(const QJsonObject &record)
{
    return fromJson<T>(record).map([](const T &value) { return toJson(value); });
}
/// Of a record that was normalised.
template <class T> [[nodiscard]] T structOf(const QJsonObject &record) { return fromJson<T>(record).value_or(T{}); }

} // namespace akwaba::jmap
