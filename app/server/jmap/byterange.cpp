// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jmap/byterange.h"

#include <algorithm>
#include <limits>
#include <optional>

namespace akwaba::jmap {

namespace {

constexpr qint64 beyondAll = std::numeric_limits<qint64>::max();

/// Digits only; more of them than fit are beyond every end.
std::optional<qint64> numberIn(QByteArrayView text)
{
    const bool digits =
        !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!digits) return std::nullopt;
    bool fits = false;
    const qint64 number = text.toByteArray().toLongLong(&fits);
    return fits ? number : beyondAll;
}

} // namespace

ByteRange byteRange(const QByteArray &field, qint64 size)
{
    const qsizetype equals = field.indexOf('=');
    const QByteArray set = field.mid(equals + 1).trimmed();
    const qsizetype dash = set.indexOf('-');
    if (equals < 0 || field.first(equals).trimmed().toLower() != "bytes" || dash < 0) return {};
    const QByteArray from = set.first(dash).trimmed();
    const QByteArray to = set.mid(dash + 1).trimmed();
    const std::optional<qint64> first = numberIn(from);
    const std::optional<qint64> last = numberIn(to);
    if (from.isEmpty() && last) { // the last so many
        const qint64 length = std::min(*last, size);
        if (length == 0) return {ByteRange::Kind::Unsatisfiable, 0, 0};
        return {ByteRange::Kind::Part, size - length, length};
    }
    if (!first || (!to.isEmpty() && !last) || (last && *last < *first)) return {};
    if (*first >= size) return {ByteRange::Kind::Unsatisfiable, 0, 0};
    const qint64 end = std::min(last.value_or(beyondAll), size - 1);
    return {ByteRange::Kind::Part, *first, end - *first + 1};
}

} // namespace akwaba::jmap
