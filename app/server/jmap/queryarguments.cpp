// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jmap/queryarguments.h"

#include "core/protocol/codec.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace akwaba::jmap {

using namespace Qt::StringLiterals;

namespace {

using store::Filter;
using Kind = store::Filter::Kind;

tl::unexpected<MethodError> unsupportedFilter(const QString &why) { return methodFail(u"unsupportedFilter"_s, why); }

bool isComparable(const FieldInfo &field) { return field.kind != ValueKind::List && field.kind != ValueKind::Object; }

/// Reads one filter, and counts what it costs.
class FilterReader {
public:
    FilterReader(const TypeInfo &type, const Settings &settings) : m_type(type), m_settings(settings) { }

    Argument<Filter> read(const QJsonValue &value, int depth)
    {
        if (!value.isObject()) return invalidArguments(u"filter: a filter is an object"_s);
        if (depth > m_settings.maxFilterDepth) return unsupportedFilter(u"too deep"_s);
        const QJsonObject object = value.toObject();
        return object.contains(u"operator"_s) ? readOperator(object, depth) : readCondition(object);
    }

private:
    /// Of what says something, and of what says nothing: it is a term of SQL too.
    Argument<void> countCondition()
    {
        if (++m_conditions > m_settings.maxFilterConditions) return unsupportedFilter(u"too many conditions"_s);
        return {};
    }

    Argument<Filter> readOperator(const QJsonObject &object, int depth)
    {
        static constexpr std::array kinds{std::pair{"AND", Kind::All}, std::pair{"OR", Kind::Any},
                                          std::pair{"NOT", Kind::None}};
        const QString name = object.value(u"operator"_s).toString();
        const auto known =
            std::ranges::find_if(kinds, [&name](const auto &kind) { return name == QLatin1StringView(kind.first); });
        if (known == kinds.end()) return invalidArguments(u"filter: operator is AND, OR or NOT"_s);
        if (object.size() != 2 || !object.value(u"conditions"_s).isArray())
            return invalidArguments(u"filter: an operator has conditions and nothing else"_s);
        Filter filter{known->second, nullptr, {}, {}};
        const QJsonArray conditions = object.value(u"conditions"_s).toArray();
        if (conditions.isEmpty()) {
            if (const auto fits = countCondition(); !fits) return tl::unexpected(fits.error());
        }
        for (const QJsonValue &condition : conditions) {
            const Argument<Filter> part = read(condition, depth + 1);
            if (!part) return part;
            filter.parts.append(*part);
        }
        return filter;
    }

    Argument<Filter> readCondition(const QJsonObject &object)
    {
        Filter filter;
        if (object.isEmpty()) {
            if (const auto fits = countCondition(); !fits) return tl::unexpected(fits.error());
        }
        for (auto it = object.begin(); it != object.end(); ++it) {
            if (const auto fits = countCondition(); !fits) return tl::unexpected(fits.error());
            const Argument<Filter> part = readEntry(it.key(), it.value());
            if (!part) return part;
            filter.parts.append(*part);
        }
        return filter;
    }

    Argument<Filter> readEntry(const QString &name, const QJsonValue &value) const
    {
        if (const FieldInfo *field = servedField(m_type, name)) return readValue(*field, value);
        for (const auto &[suffix, kind] : {std::pair{u"After"_s, Kind::NotBefore}, {u"Before"_s, Kind::Before}}) {
            if (!name.endsWith(suffix)) continue;
            const FieldInfo *field = servedField(m_type, QStringView(name).chopped(suffix.size()));
            if (field == nullptr || field->kind != ValueKind::Instant) continue;
            const QDateTime instant = fromUtcDate(value.toString());
            if (!instant.isValid()) return invalidArguments(u"filter: %1 is a UTCDate"_s.arg(name));
            return Filter{kind, field, toColumn(instant), {}};
        }
        return unsupportedFilter(name);
    }

    static Argument<Filter> readValue(const FieldInfo &field, const QJsonValue &value)
    {
        const auto equals = [&field](const QVariant &column) { return Filter{Kind::Equals, &field, column, {}}; };
        const auto wrong = [&field] { return invalidArguments(u"filter: the value of %1"_s.arg(field.name)); };
        switch (field.kind) {
        case ValueKind::Text:
        case ValueKind::Id:
        case ValueKind::Enum: return value.isString() ? equals(value.toString()) : Argument<Filter>(wrong());
        case ValueKind::Flag: return value.isBool() ? equals(value.toBool() ? 1 : 0) : Argument<Filter>(wrong());
        case ValueKind::Integer:
            return value == QJsonValue(value.toInteger()) ? equals(value.toInteger()) : Argument<Filter>(wrong());
        case ValueKind::List:
            if (!value.isString()) return wrong();
            if (!store::isElement(value.toString())) return unsupportedFilter(field.name);
            return Filter{Kind::Contains, &field, value.toString(), {}};
        case ValueKind::Instant:
        case ValueKind::Object: break;
        }
        return unsupportedFilter(field.name);
    }

    static QVariant toColumn(const QDateTime &instant) { return instant.toMSecsSinceEpoch(); }

    const TypeInfo &m_type;
    const Settings &m_settings;
    int m_conditions = 0;
};

Argument<store::SortKey> readComparator(const TypeInfo &type, const QJsonValue &value)
{
    const QJsonObject comparator = value.toObject();
    const QJsonValue property = comparator.value(u"property"_s);
    const QJsonValue ascending = comparator.value(u"isAscending"_s);
    const QJsonValue collation = comparator.value(u"collation"_s);
    const bool fits = value.isObject() && property.isString() && (ascending.isUndefined() || ascending.isBool())
        && (collation.isUndefined() || collation.isString());
    if (!fits) return invalidArguments(u"sort: a comparator has property, isAscending and collation"_s);
    const FieldInfo *field = servedField(type, property.toString());
    if (field == nullptr || !isComparable(*field)) return methodFail(u"unsupportedSort"_s, property.toString());
    if (!collation.isUndefined()) return methodFail(u"unsupportedSort"_s, u"collation"_s);
    return store::SortKey{field, ascending.toBool(true)};
}

} // namespace

const FieldInfo *servedField(const TypeInfo &type, QStringView name)
{
    const FieldInfo *field = type.field(name);
    return field != nullptr && field->privacy.personal != Personal::Secret ? field : nullptr;
}

Argument<store::Filter> filterArgument(const TypeInfo &type, const QJsonValue &value, const Settings &settings)
{
    if (value.isNull() || value.isUndefined()) return Filter{};
    return FilterReader(type, settings).read(value, 1);
}

Argument<QList<store::SortKey>> sortArgument(const TypeInfo &type, const QJsonValue &value)
{
    if (value.isNull() || value.isUndefined()) return QList<store::SortKey>();
    if (!value.isArray()) return invalidArguments(u"sort"_s);
    QList<store::SortKey> keys;
    for (const QJsonValue &entry : value.toArray()) {
        const Argument<store::SortKey> key = readComparator(type, entry);
        if (!key) return tl::unexpected(key.error());
        const auto isSame = [&key](const store::SortKey &known) { return known.field == key->field; };
        if (std::ranges::none_of(keys, isSame)) keys.append(*key); // a second time it can't decide anything
    }
    return keys;
}

} // namespace akwaba::jmap
