// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jmap/ijson.h"

#include <optional>

namespace akwaba::jmap {

namespace {

/// The unit that an escape \uXXXX at `at` stands for; 0 where there is none.
char16_t escapedUnit(QByteArrayView bytes, qsizetype at)
{
    if (at + 6 > bytes.size() || bytes[at] != '\\' || bytes[at + 1] != 'u') return 0;
    return char16_t(bytes.sliced(at + 2, 4).toByteArray().toUShort(nullptr, 16));
}

/// Goes once over the bytes. What is wrong in another way is left for the parser to say.
class Scan {
public:
    Scan(QByteArrayView bytes, JsonLimits limits) : m_bytes(bytes), m_limits(limits) { }

    std::optional<JsonFlaw> flaw()
    {
        for (m_at = 0; m_at < m_bytes.size(); ++m_at) {
            if (m_inText ? !readText() : !readMark()) return JsonFlaw::NotJson;
            if (m_values > m_limits.values) return JsonFlaw::TooManyValues;
        }
        return std::nullopt;
    }

private:
    bool readMark()
    {
        switch (m_bytes[m_at]) {
        case '"': m_inText = true; return true;
        case '[':
        case '{': ++m_values; return ++m_depth <= m_limits.depth;
        case ',':
        case ':': ++m_values; return true; // one stands behind it
        case ']':
        case '}': --m_depth; return true;
        default: return true;
        }
    }

    bool readText()
    {
        if (m_bytes[m_at] == '"') m_inText = false;
        if (m_bytes[m_at] != '\\') return true;
        const char16_t unit = escapedUnit(m_bytes, m_at);
        if (QChar::isLowSurrogate(unit)) return false;
        if (QChar::isHighSurrogate(unit)) {
            if (!QChar::isLowSurrogate(escapedUnit(m_bytes, m_at + 6))) return false;
            m_at += 6;
        }
        m_at += unit == 0 ? 1 : 5;
        return true;
    }

    QByteArrayView m_bytes;
    JsonLimits m_limits;
    qsizetype m_at = 0;
    qsizetype m_values = 0;
    int m_depth = 0;
    bool m_inText = false;
};

} // namespace

tl::expected<QJsonDocument, JsonFlaw> parseIJson(const QByteArray &bytes, JsonLimits limits)
{
    if (const auto flaw = Scan(bytes, limits).flaw()) return tl::unexpected(*flaw);
    QJsonDocument document = QJsonDocument::fromJson(bytes);
    if (document.isNull()) return tl::unexpected(JsonFlaw::NotJson);
    return document;
}

} // namespace akwaba::jmap
