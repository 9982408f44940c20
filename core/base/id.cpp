// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/id.h"

#include "core/base/clock.h"
#include "core/base/random.h"

#include <QCryptographicHash>

#include <algorithm>
#include <array>
#include <cstring>
#include <string_view>

namespace akwaba {

namespace {

constexpr std::string_view alphabet = "0123456789abcdefghjkmnpqrstvwxyz"; // Crockford: no i, l, o, u

QString base32(const std::array<quint8, 16> &bytes)
{
    QString text(26, Qt::Uninitialized);
    // 128 bits are 26 digits of 5 bits; the first digit holds the 3 bits that are left over.
    for (int digit = 25, bit = 0; digit >= 0; --digit, bit += 5) {
        unsigned value = 0;
        for (int i = 0; i < 5; ++i) {
            const int at = bit + i;
            if (at < 128 && (bytes.at(static_cast<std::size_t>(15 - at / 8)) >> (at % 8) & 1)) value |= 1U << i;
        }
        text[digit] = QLatin1Char(alphabet[value]);
    }
    return text;
}

} // namespace

QString newUuid7(const Clock &clock, Random &random)
{
    std::array<quint8, 16> bytes{};
    const QByteArray noise = random.bytes(16);
    std::memcpy(bytes.data(), noise.constData(), bytes.size());
    const auto millis = static_cast<quint64>(clock.now().toMSecsSinceEpoch());
    for (std::size_t i = 0; i < 6; ++i)
        bytes.at(i) = static_cast<quint8>(millis >> (8 * (5 - i)));
    bytes[6] = static_cast<quint8>((bytes[6] & 0x0f) | 0x70);
    bytes[8] = static_cast<quint8>((bytes[8] & 0x3f) | 0x80);
    return base32(bytes);
}

QString namedUuid(QByteArrayView name)
{
    std::array<quint8, 16> bytes{};
    const QByteArray hash = QCryptographicHash::hash(name.toByteArray(), QCryptographicHash::Sha256);
    std::memcpy(bytes.data(), hash.constData(), bytes.size());
    bytes[6] = static_cast<quint8>((bytes[6] & 0x0f) | 0x80);
    bytes[8] = static_cast<quint8>((bytes[8] & 0x3f) | 0x80);
    return base32(bytes);
}

bool isWellFormedId(const QString &id)
{
    if (id.size() != 27 || id[0] < u'a' || id[0] > u'z') return false;
    return std::all_of(id.cbegin() + 1, id.cend(), [](QChar letter) {
        return letter.unicode() < 128 && alphabet.find(static_cast<char>(letter.unicode())) != std::string_view::npos;
    });
}

} // namespace akwaba
