// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace akwaba::jmap {

/// What a Range field asks for of so many bytes (RFC 9110 14.1.2).
struct ByteRange {
    enum class Kind {
        Whole, ///< no range, or one that we may pass over: another unit, several ranges, nonsense
        Part,
        Unsatisfiable,
    };
    Kind kind = Kind::Whole;
    qint64 first = 0;
    qint64 length = 0;
    bool operator==(const ByteRange &) const = default;
};

[[nodiscard]] ByteRange byteRange(const QByteArray &field, qint64 size);

} // namespace akwaba::jmap
