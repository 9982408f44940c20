// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jmap/arguments.h"

#include "core/text/extract.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace akwaba::jmap {

using namespace Qt::StringLiterals;

namespace {

constexpr double largestInt = 9007199254740991.0; // RFC 8620 1.3

bool isLeftOut(const QJsonValue &value) { return value.isNull() || value.isUndefined(); }

} // namespace

Argument<void> onlyArguments(const QJsonObject &arguments, const QStringList &names)
{
    for (auto it = arguments.begin(); it != arguments.end(); ++it) {
        if (!names.contains(it.key()))
            return invalidArguments(u"there is no argument %1"_s.arg(beginningOf(it.key(), 100)));
    }
    return {};
}

Argument<QString> stringArgument(const QJsonObject &arguments, const QString &name)
{
    const QJsonValue value = arguments.value(name);
    if (!value.isString()) return invalidArguments(name);
    return value.toString();
}

Argument<std::optional<QString>> optionalStringArgument(const QJsonObject &arguments, const QString &name)
{
    const QJsonValue value = arguments.value(name);
    if (isLeftOut(value)) return std::optional<QString>();
    if (!value.isString()) return invalidArguments(name);
    return std::optional(value.toString());
}

Argument<std::optional<QStringList>> namesArgument(const QJsonObject &arguments, const QString &name)
{
    const QJsonValue value = arguments.value(name);
    if (isLeftOut(value)) return std::optional<QStringList>();
    if (!value.isArray()) return invalidArguments(name);
    QStringList names;
    for (const QJsonValue &entry : value.toArray()) {
        if (!entry.isString()) return invalidArguments(name);
        names.append(entry.toString());
    }
    return std::optional(std::move(names));
}

Argument<std::optional<QStringList>> idsArgument(const QJsonObject &arguments, const QString &name)
{
    auto ids = namesArgument(arguments, name);
    if (!ids || !*ids) return ids;
    (*ids)->removeAll(QString());
    if (!std::all_of((*ids)->begin(), (*ids)->end(), isId)) return invalidArguments(name);
    return ids;
}

Argument<qint64> wholeArgument(const QJsonObject &arguments, const QString &name)
{
    const QJsonValue value = arguments.value(name);
    if (isLeftOut(value)) return 0;
    const double number = value.toDouble(std::numeric_limits<double>::quiet_NaN());
    if (!(number == std::floor(number) && std::abs(number) <= largestInt)) return invalidArguments(name);
    return value.toInteger();
}

Argument<bool> flagArgument(const QJsonObject &arguments, const QString &name)
{
    const QJsonValue value = arguments.value(name);
    if (isLeftOut(value)) return false;
    if (!value.isBool()) return invalidArguments(name);
    return value.toBool();
}

Argument<QString> optionalIdArgument(const QJsonObject &arguments, const QString &name)
{
    const QJsonValue value = arguments.value(name);
    if (isLeftOut(value)) return QString();
    if (!isId(value.toString())) return invalidArguments(name);
    return value.toString();
}

bool isId(const QString &text)
{
    const auto fits = [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'-'
            || c == u'_';
    };
    return !text.isEmpty() && text.size() <= 255 && std::all_of(text.begin(), text.end(), fits);
}

Argument<std::optional<int>> intArgument(const QJsonObject &arguments, const QString &name, int least)
{
    const QJsonValue value = arguments.value(name);
    if (isLeftOut(value)) return std::optional<int>();
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
