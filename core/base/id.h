// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QHashFunctions>
#include <QString>

namespace akwaba {

class Clock;
class Random;

/// An id of one kind of object: one letter and a UUIDv7 in Crockford base32 (27 characters), made by whoever creates
/// the object (domain.md). Distinct types, so that a customer can't be passed where a ticket is meant.
template <class Tag> struct Id {
    static constexpr char letter = Tag::letter;

    QString value;

    [[nodiscard]] bool isEmpty() const { return value.isEmpty(); }
    bool operator==(const Id &) const = default;
    auto operator<=>(const Id &other) const { return value.compare(other.value) <=> 0; }
};

template <class Tag> [[nodiscard]] size_t qHash(const Id<Tag> &id, size_t seed = 0) { return qHash(id.value, seed); }

/// 16 random bytes with the time of `clock` in front (RFC 9562, version 7) as 26 letters of Crockford base32, lower
/// case, so that ids sort by the time of their making.
[[nodiscard]] QString newUuid7(const Clock &clock, Random &random);

/// A new id of the kind named by I, with the letter of its tag.
template <class I> [[nodiscard]] I newId(const Clock &clock, Random &random)
{
    return I{QChar::fromLatin1(I::letter) + newUuid7(clock, random)};
}

/// The same for the same name, wherever it is made (RFC 9562, version 8): of what others have named already.
[[nodiscard]] QString namedUuid(QByteArrayView name);

template <class I> [[nodiscard]] I namedId(QByteArrayView name)
{
    return I{QChar::fromLatin1(I::letter) + namedUuid(name)};
}

/// True for one letter and 26 letters of Crockford base32, as newId() makes them.
[[nodiscard]] bool isWellFormedId(const QString &id);

} // namespace akwaba
