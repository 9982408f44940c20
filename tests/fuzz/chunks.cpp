// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/chunks.h"

#include <algorithm>

namespace akwaba::fuzz {

namespace {

bool isHex(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }
bool isBlank(char c) { return c == ' ' || c == '\t'; }

/// The line that begins here, without its end; nothing where it has none, or holds a CR or LF of its own.
std::optional<QByteArrayView> lineAt(QByteArrayView bytes, qsizetype from)
{
    const qsizetype end = bytes.indexOf("\r\n", from);
    if (end < 0) return std::nullopt;
    const QByteArrayView line = bytes.sliced(from, end - from);
    if (line.contains('\n') || line.contains('\r') || line.contains('\0')) return std::nullopt;
    return line;
}

std::optional<qsizetype> sizeIn(QByteArrayView line)
{
    const auto digits = std::ranges::find_if_not(line, isHex) - line.begin();
    bool fits = false;
    const qulonglong size = line.first(digits).toByteArray().toULongLong(&fits, 16);
    const QByteArray rest = line.sliced(digits).toByteArray();
    const bool isExtension = rest.isEmpty() || rest.trimmed().startsWith(';');
    if (!fits || !isExtension || size > 1'000'000'000) return std::nullopt;
    return qsizetype(size);
}

/// Where the body ends, of trailers that begin here.
std::optional<qsizetype> endOfTrailers(QByteArrayView bytes, qsizetype at)
{
    for (;;) {
        const auto line = lineAt(bytes, at);
        if (!line) return std::nullopt;
        at += line->size() + 2;
        if (line->isEmpty()) return at;
        const qsizetype colon = line->indexOf(':');
        if (colon <= 0 || std::ranges::any_of(line->first(colon), isBlank)) return std::nullopt;
    }
}

} // namespace

std::optional<Dechunked> dechunked(QByteArrayView bytes)
{
    Dechunked result;
    qsizetype at = 0;
    for (;;) {
        const auto line = lineAt(bytes, at);
        const auto size = line ? sizeIn(*line) : std::nullopt;
        if (!size) return std::nullopt;
        at += line->size() + 2;
        if (*size == 0) break;
        if (bytes.size() < at + *size + 2 || bytes.sliced(at + *size, 2) != QByteArrayView("\r\n")) return std::nullopt;
        result.body += bytes.sliced(at, *size);
        at += *size + 2;
    }
    const auto end = endOfTrailers(bytes, at);
    if (!end) return std::nullopt;
    result.length = *end;
    return result;
}

} // namespace akwaba::fuzz
