// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/http/message.h"

#include <algorithm>
#include <array>

namespace akwaba::http {

namespace {

bool sameName(QByteArrayView a, QByteArrayView b) { return a.compare(b, Qt::CaseInsensitive) == 0; }

constexpr std::array reasons{
    std::pair{100, "Continue"},
    std::pair{101, "Switching Protocols"},
    std::pair{200, "OK"},
    std::pair{201, "Created"},
    std::pair{202, "Accepted"},
    std::pair{204, "No Content"},
    std::pair{206, "Partial Content"},
    std::pair{301, "Moved Permanently"},
    std::pair{302, "Found"},
    std::pair{303, "See Other"},
    std::pair{304, "Not Modified"},
    std::pair{307, "Temporary Redirect"},
    std::pair{308, "Permanent Redirect"},
    std::pair{400, "Bad Request"},
    std::pair{401, "Unauthorized"},
    std::pair{403, "Forbidden"},
    std::pair{404, "Not Found"},
    std::pair{405, "Method Not Allowed"},
    std::pair{406, "Not Acceptable"},
    std::pair{408, "Request Timeout"},
    std::pair{409, "Conflict"},
    std::pair{410, "Gone"},
    std::pair{411, "Length Required"},
    std::pair{412, "Precondition Failed"},
    std::pair{413, "Content Too Large"},
    std::pair{414, "URI Too Long"},
    std::pair{415, "Unsupported Media Type"},
    std::pair{416, "Range Not Satisfiable"},
    std::pair{417, "Expectation Failed"},
    std::pair{422, "Unprocessable Content"},
    std::pair{426, "Upgrade Required"},
    std::pair{429, "Too Many Requests"},
    std::pair{431, "Request Header Fields Too Large"},
    std::pair{500, "Internal Server Error"},
    std::pair{501, "Not Implemented"},
    std::pair{502, "Bad Gateway"},
    std::pair{503, "Service Unavailable"},
    std::pair{504, "Gateway Timeout"},
    std::pair{505, "HTTP Version Not Supported"},
    std::pair{507, "Insufficient Storage"},
};

} // namespace

void Headers::set(QByteArray name, QByteArray value)
{
    m_fields.removeIf([&name](const Field &field) { return sameName(field.first, name); });
    add(std::move(name), std::move(value));
}

int Headers::count(QByteArrayView name) const
{
    return int(std::count_if(m_fields.begin(), m_fields.end(),
                             [name](const Field &field) { return sameName(field.first, name); }));
}

QByteArray Headers::value(QByteArrayView name) const
{
    QByteArray joined;
    bool first = true;
    for (const auto &[fieldName, fieldValue] : m_fields) {
        if (!sameName(fieldName, name)) continue;
        if (!first) joined += ", ";
        joined += fieldValue;
        first = false;
    }
    return joined;
}

bool Headers::hasToken(QByteArrayView name, QByteArrayView token) const
{
    const QList<QByteArray> tokens = value(name).split(',');
    return std::any_of(tokens.begin(), tokens.end(),
                       [token](const QByteArray &one) { return sameName(one.trimmed(), token); });
}

Response textResponse(int status, QByteArray text)
{
    Response response{
        .status = status, .headers = {}, .body = std::move(text), .authenticated = false, .stream = nullptr};
    if (response.body.isEmpty() && status >= 400) response.body = reasonPhrase(status) + '\n';
    if (!response.body.isEmpty()) response.headers.set("Content-Type", "text/plain; charset=utf-8");
    return response;
}

QByteArray reasonPhrase(int status)
{
    for (const auto &[number, text] : reasons) {
        if (number == status) return text;
    }
    return "Status " + QByteArray::number(status);
}

} // namespace akwaba::http
