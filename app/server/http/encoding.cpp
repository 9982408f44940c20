// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/http/encoding.h"

#include "app/server/http/gzip.h"

#include <QLocale>

#include <algorithm>

namespace akwaba::http {

namespace {

/// Whether Accept-Encoding names gzip, or everything, without a quality of zero.
bool acceptsGzip(const Headers &request)
{
    const QList<QByteArray> choices = request.value("Accept-Encoding").split(',');
    for (const QByteArray &choice : choices) {
        const QList<QByteArray> parts = choice.split(';');
        const QByteArray coding = parts.first().trimmed().toLower();
        if (coding != "gzip" && coding != "*") continue;
        const QByteArray quality = parts.size() > 1 ? parts[1].trimmed().toLower() : QByteArray("q=1");
        return !quality.startsWith("q=") || quality.mid(2).toDouble() > 0;
    }
    return false;
}

bool shrinks(const QByteArray &contentType)
{
    return contentType.startsWith("text/") || contentType.startsWith("application/json")
        || contentType.startsWith("application/problem+json") || contentType.startsWith("image/svg+xml");
}

bool hasBody(int status) { return status >= 200 && status != 204 && status != 304; }

/// What came from outside must not end a line of ours.
QByteArray oneLine(QByteArray value)
{
    std::replace_if(value.begin(), value.end(), [](char c) { return c == '\r' || c == '\n' || c == '\0'; }, ' ');
    return value;
}

QByteArray httpDate(const QDateTime &now)
{
    return QLocale::c().toString(now.toUTC(), QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'")).toLatin1();
}

} // namespace

bool isPacked(const Request &request) { return request.headers.contains("Content-Encoding"); }

int decodeBody(Request &request, const Limits &limits)
{
    const QByteArray coding = request.headers.value("Content-Encoding").toLower();
    if (coding.isEmpty() || coding == "identity") return 0;
    if (coding != "gzip" && coding != "x-gzip") return 415;
    Result<QByteArray> plain = gunzip(request.body, limits.inflatedBody);
    if (!plain) return plain.error().code == Code::Unsupported ? 413 : 400;
    request.body = std::move(*plain);
    return 0;
}

void encodeBody(Response &response, const Headers &request, const Limits &limits)
{
    if (response.body.size() <= limits.compressAbove || response.headers.contains("Content-Encoding")
        || response.headers.contains("Accept-Ranges") // its parts are those of what lies here
        || !shrinks(response.headers.value("Content-Type")))
        return;
    response.headers.add("Vary", "Accept-Encoding");
    if (!acceptsGzip(request)) return;
    response.body = gzip(response.body);
    response.headers.set("Content-Encoding", "gzip");
}

QByteArray serialise(const Response &response, Framing framing, const QDateTime &now)
{
    QByteArray bytes = "HTTP/1.1 " + QByteArray::number(response.status) + ' ' + reasonPhrase(response.status) + "\r\n";
    bytes += "Date: " + httpDate(now) + "\r\n";
    for (const auto &[name, value] : response.headers.fields())
        bytes += oneLine(name) + ": " + oneLine(value) + "\r\n";
    if (hasBody(response.status) && !response.stream)
        bytes += "Content-Length: " + QByteArray::number(response.body.size()) + "\r\n";
    if (!framing.keepAlive && !response.headers.contains("Connection")) bytes += "Connection: close\r\n";
    bytes += "\r\n";
    if (!framing.headOnly && hasBody(response.status)) bytes += response.body;
    return bytes;
}

} // namespace akwaba::http
