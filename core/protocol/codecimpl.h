// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The codec itself: included by the files that instantiate it, and by nobody else.

#include "core/domain/enums.h"
#include "core/domain/fields.h"
#include "core/domain/ids.h"
#include "core/protocol/codec.h"

#include <QJsonArray>
#include <QStringList>

#include <cmath>
#include <type_traits>

namespace akwaba::codec {

inline QString memberName(std::string_view name)
{
    return QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()));
}

inline QJsonValue write(const QString &value)
{
    if (!value.contains(QChar(QChar::Null))) return value;
    // Nobody would read it: see below.
    return QString(value).replace(QChar(QChar::Null), QChar(QChar::ReplacementCharacter));
}
inline QJsonValue write(bool value) { return value; }
inline QJsonValue write(int value) { return value; }
inline QJsonValue write(qint64 value) { return value; }
inline QJsonValue write(const QJsonObject &value) { return value; }
inline QJsonValue write(const QDateTime &value)
{
    return value.isValid() ? QJsonValue(utcDate(value)) : QJsonValue(QJsonValue::Null);
}

inline QJsonValue write(const QDate &value) { return value.toString(Qt::ISODate); } // empty for an invalid one

template <class Tag> QJsonValue write(const Id<Tag> &value) { return value.value; }

template <class E>
    requires std::is_enum_v<E>
QJsonValue write(E value)
{
    return wireName(value);
}

template <HasFields T> QJsonValue write(const T &value) { return toJson(value); }

template <class V> QJsonValue write(const QList<V> &values)
{
    QJsonArray array;
    for (const V &value : values)
        array.append(write(value));
    return array;
}

// read() leaves `out` alone and returns false where the value is of another type.

inline bool read(const QJsonValue &value, QString &out)
{
    if (!value.isString()) return false;
    const QString text = value.toString();
    if (text.contains(QChar(QChar::Null))) return false; // no text of PostgreSQL holds one
    out = text;
    return true;
}

inline bool read(const QJsonValue &value, bool &out)
{
    if (!value.isBool()) return false;
    out = value.toBool();
    return true;
}

inline bool read(const QJsonValue &value, qint64 &out)
{
    // RFC 8620 1.3: an Int lies within what a double holds exactly.
    const double number = value.toDouble(std::nan(""));
    if (!value.isDouble() || std::floor(number) != number || std::abs(number) > 9007199254740991.0) return false;
    out = value.toInteger();
    return true;
}

inline bool read(const QJsonValue &value, int &out)
{
    qint64 number = 0;
    if (!read(value, number) || number < std::numeric_limits<int>::min() || number > std::numeric_limits<int>::max())
        return false;
    out = static_cast<int>(number);
    return true;
}

inline bool read(const QJsonValue &value, QJsonObject &out)
{
    if (!value.isObject()) return false;
    out = value.toObject();
    return true;
}

inline bool read(const QJsonValue &value, QDateTime &out)
{
    const QDateTime instant = fromUtcDate(value.toString());
    if (!value.isString() || (!instant.isValid() && !value.toString().isEmpty())) return false;
    out = instant;
    return true;
}

inline bool read(const QJsonValue &value, QDate &out)
{
    const QDate day = QDate::fromString(value.toString(), Qt::ISODate);
    if (!value.isString() || (!day.isValid() && !value.toString().isEmpty())) return false;
    out = day;
    return true;
}

template <class Tag> bool read(const QJsonValue &value, Id<Tag> &out) { return read(value, out.value); }

template <class E>
    requires std::is_enum_v<E>
bool read(const QJsonValue &value, E &out)
{
    const std::optional<E> known = fromWireName<E>(value.toString());
    if (!known) return false;
    out = *known;
    return true;
}

template <HasFields T> bool read(const QJsonValue &value, T &out)
{
    if (!value.isObject()) return false;
    Result<T> inner = fromJson<T>(value.toObject());
    if (!inner) return false;
    out = std::move(*inner);
    return true;
}

template <class V> bool read(const QJsonValue &value, QList<V> &out)
{
    if (!value.isArray()) return false;
    const QJsonArray array = value.toArray();
    QList<V> result;
    result.reserve(array.size());
    for (const QJsonValue &entry : array) {
        V element{};
        if (!read(entry, element)) return false;
        result.append(std::move(element));
    }
    out = std::move(result);
    return true;
}

} // namespace akwaba::codec

namespace akwaba {

template <class T> QJsonObject toJson(const T &value)
{
    QJsonObject object;
    forEachField<T>(
        [&](const auto &entry) { object.insert(codec::memberName(entry.name), codec::write(value.*entry.member)); });
    return object;
}

template <class T> Result<T> fromJson(const QJsonObject &object)
{
    T value{};
    QString wrong;
    forEachField<T>([&](const auto &entry) {
        const QString name = codec::memberName(entry.name);
        const QJsonValue member = object.value(name);
        if (!member.isUndefined() && !member.isNull() && !codec::read(member, value.*entry.member)) wrong = name;
    });
    if (!wrong.isEmpty()) return fail(Code::BadInput, codec::memberName(Fields<T>::type) + u'.' + wrong);
    return value;
}

namespace codec {

template <class V> void editTextsOf(std::string_view field, V &value, const EditText &edit);

template <class T> void editTextsIn(T &record, const EditText &edit)
{
    forEachField<T>([&](const auto &entry) {
        if (entry.privacy.personal != Personal::No && !entry.is(FieldFlag::Verbatim))
            editTextsOf(entry.name, record.*entry.member, edit);
    });
}

template <class V> struct IsList : std::false_type { };
template <class E> struct IsList<QList<E>> : std::true_type { };

template <class V> void editTextsOf(std::string_view field, V &value, const EditText &edit)
{
    if constexpr (std::is_same_v<V, QString>) {
        edit(field, value);
    } else if constexpr (HasFields<V>) {
        editTextsIn(value, edit);
    } else if constexpr (IsList<V>::value) {
        for (auto &each : value)
            editTextsOf(field, each, edit);
    }
}

} // namespace codec

template <class T> void editPersonalTexts(T &value, const EditText &edit) { codec::editTextsIn(value, edit); }

} // namespace akwaba

/// The codec of one type. Put each in exactly one .cpp file.
#define AKWABA_CODEC(T)                                                                                                \
    template QJsonObject akwaba::toJson<T>(const T &);                                                                 \
    template akwaba::Result<T> akwaba::fromJson<T>(const QJsonObject &);                                               \
    template void akwaba::editPersonalTexts<T>(std::add_lvalue_reference_t<T>, const akwaba::EditText &);
