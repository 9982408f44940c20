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

/// invalidArguments where there is one of another name (RFC 8620 3.8).
[[nodiscard]] Argument<void> onlyArguments(const QJsonObject &arguments, const QStringList &names);
[[nodiscard]] Argument<QString> stringArgument(const QJsonObject &arguments, const QString &name);
/// Nothing for null or absence. An empty id is passed over: it is what a property holds that refers to nothing, and
/// comes here by a reference to a result.
[[nodiscard]] Argument<std::optional<QStringList>> idsArgument(const QJsonObject &arguments, const QString &name);
[[nodiscard]] Argument<std::optional<QStringList>> namesArgument(const QJsonObject &arguments, const QString &name);
[[nodiscard]] Argument<std::optional<QString>> optionalStringArgument(const QJsonObject &arguments,
                                                                      const QString &name);
/// Nothing for null or absence; a whole number of at least `least`.
[[nodiscard]] Argument<std::optional<int>> intArgument(const QJsonObject &arguments, const QString &name, int least);
/// 0 for null or absence; any whole number within RFC 8620's bounds.
[[nodiscard]] Argument<qint64> wholeArgument(const QJsonObject &arguments, const QString &name);
/// False for null or absence.
[[nodiscard]] Argument<bool> flagArgument(const QJsonObject &arguments, const QString &name);
/// Empty for null or absence.
[[nodiscard]] Argument<QString> optionalIdArgument(const QJsonObject &arguments, const QString &name);
/// True for 1 to 255 letters, digits, "-" and "_" (RFC 8620 1.2).
[[nodiscard]] bool isId(const QString &text);

[[nodiscard]] QJsonArray toArray(const QList<QJsonObject> &records);

} // namespace akwaba::jmap
