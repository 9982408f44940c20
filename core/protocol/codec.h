// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QDateTime>
#include <QJsonObject>
#include <QString>

#include <functional>
#include <string_view>

namespace akwaba {

/// JSON of a value, by its field table. Instantiated in this library for every entity, value, command and Intent.
/// Every member is written, empty ones too. A NUL in a text becomes U+FFFD.
template <class T> [[nodiscard]] QJsonObject toJson(const T &value);

/// The inverse. Unknown members are ignored (a newer program wrote them), missing ones keep their defaults, null is
/// empty; a member of the wrong type, an unknown enum name or a text with a NUL is Code::BadInput, naming the member
/// only.
template <class T> [[nodiscard]] Result<T> fromJson(const QJsonObject &object);

/// Calls edit(field, text) for every text in a value, and in the values that it is made of, in which somebody may have
/// written something about a person. Ids and addresses that others gave out (FieldFlag::Verbatim) are none.
/// Instantiated as above.
using EditText = std::function<void(std::string_view field, QString &text)>;
template <class T> void editPersonalTexts(T &value, const EditText &edit);

/// RFC 8620 UTCDate with milliseconds: "2026-11-22T07:00:00.120Z"; empty for an invalid instant.
[[nodiscard]] QString utcDate(const QDateTime &instant);
/// Invalid for anything that is not an ISO 8601 instant with a zone, in the years 1 to 9999.
[[nodiscard]] QDateTime fromUtcDate(const QString &text);

} // namespace akwaba
