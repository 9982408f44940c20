// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jmap/arguments.h"

#include <cmath>
#include <limits>

namespace akwaba::jmap {

using namespace Qt::StringLiterals;

Argument<QString> stringArgument(const QJsonObject &arguments, const QString &name)
{
    const QJsonValue value = arguments.value(name);
    if (!value.isString()) return invalidArguments(name);
    return value.toString();
}

Argument<std::optional<QStringList>> idsArgument(const QJsonObject &arguments, const QString &name)
{
    const QJsonValue value = arguments.value(name);
    if (value.isNull() || value.isUndefined()) return std::optional<QStringList>();
    if (!value.isArray()) return invalidArguments(name);
    QStringList ids;
    for (const QJsonValue &entry : value.toArray()) {
        if (!entry.isString()) return invalidArguments(name);
        ids.append(entry.toString());
    }
    return std::optional(std::move(ids));
}

Argument<std::optional<int>> intArgument(const QJsonObject &arguments, const QString &name, int least)
{
    const QJsonValue value = arguments.value(name);
    if (value.isNull() || value.isUndefined()) return std::optional<int>();
    const double number = value.toDouble(std::numeric_limits<double>::quiet_NaN());
    if (!(number >= least && number == std::floor(number))) return invalidArguments(name);
    return std::optional(int(std::min<double>(number, std::numeric_limits<int>::max())));
}

QJsonArray toArray(const QList<QJsonObject> &records)
{
    QJsonArray array;
    for (const QJsonObject &record : records)
        array.append(record);
    return array;
}

} // namespace akwaba::jmap
