// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/jmap/methoderror.h"

#include <QJsonArray>
#include <QStringList>

#include <optional>

/// Arguments of the types that RFC 8620 names; invalidArguments where they are of another.
namespace akwaba::jmap {

template <class T> using Argument = tl::expected<T, MethodError>;

[[nodiscard]] Argument<QString> stringArgument(const QJsonObject &arguments, const QString &name);
/// Nothing for null or absence.
[[nodiscard]] Argument<std::optional<QStringList>> idsArgument(const QJsonObject &arguments, const QString &name);
/// Nothing for null or absence; a whole number of at least `least`.
[[nodiscard]] Argument<std::optional<int>> intArgument(const QJsonObject &arguments, const QString &name, int least);

[[nodiscard]] QJsonArray toArray(const QList<QJsonObject> &records);

} // namespace akwaba::jmap
