// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/http/chunkedbody.h"

#include <algorithm>

namespace akwaba::http {

namespace {

constexpr QByteArrayView lineEnd("\r\n");
constexpr qsizetype longestLine = 4096;
constexpr qsizetype mostDigits = 15; // a number that fits

bool isHexDigit(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }
bool isBlank(char c) { return c == ' ' || c == '\t'; }
bool isControl(char c) { return (c >= 0 && c < 0x20 && c != '\t') || c == 0x7f; }

/// What a head says of the length comes too late in a trailer (RFC 9110 6.5.1), and somebody might believe it.
bool saysLength(QByteArrayView name)
{
    return name.compare("Content-Length", Qt::CaseInsensitive) == 0
        || name.compare("Transfer-Encoding", Qt::CaseInsensitive) == 0;
}

/// Quotes that are closed in their line, whoever reads them; what is escaped in them nobody needs.
bool isExtension(QByteArrayView text)
{
    return text.trimmed().startsWith(';') && !text.contains('\\') && std::ranges::count(text, '"') % 2 == 0;
}

} // namespace

BodyProgress ChunkedBody::read(QByteArrayView bytes, QByteArray &body, qsizetype limit)
{
    qsizetype consumed = 0;
    while (!isComplete()) {
        const auto [taken, refusal] = step(bytes.sliced(consumed), body, limit);
        consumed += taken;
        if (taken == 0 || refusal != 0) return {consumed, refusal};
    }
    return {consumed, 0};
}

BodyProgress ChunkedBody::step(QByteArrayView bytes, QByteArray &body, qsizetype limit)
{
    switch (m_awaits) {
    case Awaits::Data: return readData(bytes, body);
    case Awaits::EndOfData:
        if (!lineEnd.startsWith(bytes.first(std::min(bytes.size(), lineEnd.size())))) return {0, 400};
        if (bytes.size() < lineEnd.size()) return {};
        m_awaits = Awaits::Size;
        return {lineEnd.size(), 0};
    case Awaits::Size:
    case Awaits::Trailer: return readLine(bytes, limit - body.size());
    case Awaits::Nothing: break;
    }
    return {};
}

BodyProgress ChunkedBody::readData(QByteArrayView bytes, QByteArray &body)
{
    const qsizetype taken = std::min(m_left, bytes.size());
    body.append(bytes.first(taken));
    m_left -= taken;
    if (m_left == 0) m_awaits = Awaits::EndOfData;
    return {taken, 0};
}

/// What is wrong with a line is said as soon as it shows, however much of the line is there.
BodyProgress ChunkedBody::readLine(QByteArrayView bytes, qsizetype room)
{
    const qsizetype end = bytes.indexOf(lineEnd);
    QByteArrayView line = end < 0 ? bytes : bytes.first(end);
    if (end < 0 && line.endsWith('\r')) line.chop(1); // the rest of the end may follow
    if (line.size() > longestLine || std::ranges::any_of(line, isControl)) return {0, 400};
    if (end < 0) return {};
    const int refusal = m_awaits == Awaits::Size ? beginChunk(line, room) : readTrailer(line);
    return {end + lineEnd.size(), refusal};
}

int ChunkedBody::beginChunk(QByteArrayView line, qsizetype room)
{
    const qsizetype digits = std::ranges::find_if_not(line, isHexDigit) - line.begin();
    if (digits == 0 || digits > mostDigits) return 400;
    const QByteArrayView rest = line.sliced(digits);
    if (!rest.isEmpty() && !isExtension(rest)) return 400;
    m_left = line.first(digits).toByteArray().toLongLong(nullptr, 16);
    if (m_left > room) return 413;
    m_awaits = m_left > 0 ? Awaits::Data : Awaits::Trailer;
    return 0;
}

int ChunkedBody::readTrailer(QByteArrayView line)
{
    if (line.isEmpty()) {
        m_awaits = Awaits::Nothing;
        return 0;
    }
    const QByteArrayView name = line.first(std::max(line.indexOf(':'), qsizetype{0}));
    return name.isEmpty() || std::ranges::any_of(name, isBlank) || saysLength(name) ? 400 : 0;
}

} // namespace akwaba::http
