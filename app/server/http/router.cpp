// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/http/router.h"

#include <QStringDecoder>
#include <QUrl>

#include <algorithm>

namespace akwaba::http {

namespace {

using Parameters = QHash<QString, QString>;

/// The decoded segments of a path; nothing for what no honest client sends: bad escapes or UTF-8, control characters,
/// and "." or ".." however written.
std::optional<QStringList> segmentsOf(const QByteArray &path)
{
    if (!path.startsWith('/')) return std::nullopt;
    QStringList segments;
    for (const QByteArray &raw : path.mid(1).split('/')) {
        QStringDecoder utf8(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless); // a letter cut short is an error
        const QString segment = utf8(QByteArray::fromPercentEncoding(raw));
        const bool control = std::any_of(segment.begin(), segment.end(),
                                         [](QChar c) { return c.unicode() < 0x20 || c.unicode() == 0x7f; });
        if (utf8.hasError() || control || segment == QLatin1StringView(".") || segment == QLatin1StringView(".."))
            return std::nullopt;
        segments.append(segment);
    }
    return segments;
}

bool isNamed(const QString &segment) { return segment.startsWith(u'{') && segment.endsWith(u'}'); }

std::optional<Parameters> parametersOf(const QStringList &pattern, const QStringList &path)
{
    if (pattern.size() != path.size()) return std::nullopt;
    Parameters parameters;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        if (isNamed(pattern[i])) {
            if (path[i].isEmpty()) return std::nullopt;
            parameters.insert(pattern[i].mid(1, pattern[i].size() - 2), path[i]);
        } else if (pattern[i] != path[i]) {
            return std::nullopt;
        }
    }
    return parameters;
}

QStringList patternSegments(const QString &pattern)
{
    Q_ASSERT(pattern.startsWith(u'/'));
    return pattern.mid(1).split(u'/');
}

Response notAllowed(const QByteArrayList &methods)
{
    Response response = textResponse(405);
    response.headers.set("Allow", methods.join(", "));
    return response;
}

Response upgradeRequired()
{
    Response response = textResponse(426);
    response.headers.set("Upgrade", "websocket");
    response.headers.set("Connection", "Upgrade");
    return response;
}

} // namespace

void Router::add(const QByteArray &method, const QString &pattern, Handler handler)
{
    m_routes.push_back({method, pattern, patternSegments(pattern), std::move(handler)});
}

void Router::addUpgrade(const QString &pattern, Upgrade upgrade)
{
    upgrade.pattern = pattern;
    m_upgrades.push_back({patternSegments(pattern), std::move(upgrade)});
}

void Router::limitBody(const QString &pattern, qsizetype bytes)
{
    m_bodyLimits.push_back({patternSegments(pattern), bytes});
}

Router::Match Router::match(Request &request) const
{
    const std::optional<QStringList> path = segmentsOf(request.path);
    if (!path) return {.refusal = textResponse(400)};
    const QByteArray method = request.method == "HEAD" ? QByteArray("GET") : request.method;
    QByteArrayList allowed;
    QString pattern;
    for (const Route &route : m_routes) {
        std::optional<Parameters> parameters = parametersOf(route.segments, *path);
        if (!parameters) continue;
        pattern = route.pattern;
        if (route.method == method) {
            request.parameters = std::move(*parameters);
            return {.pattern = route.pattern, .handler = &route.handler};
        }
        allowed.append(route.method);
        if (route.method == "GET") allowed.append("HEAD");
    }
    if (!allowed.isEmpty()) return {.pattern = pattern, .refusal = notAllowed(allowed)};
    return {.refusal = hasUpgradeAt(*path) ? upgradeRequired() : textResponse(404)};
}

void Router::dispatch(Request request, Responder responder) const
{
    const Match found = match(request);
    if (found.handler)
        (*found.handler)(std::move(request), std::move(responder));
    else
        responder.answer(found.refusal);
}

std::optional<qsizetype> Router::bodyLimitFor(const Request &request) const
{
    if (m_bodyLimits.empty()) return std::nullopt;
    const std::optional<QStringList> path = segmentsOf(request.path);
    if (!path) return std::nullopt;
    for (const BodyLimit &limit : m_bodyLimits) {
        if (parametersOf(limit.segments, *path)) return limit.bytes;
    }
    return std::nullopt;
}

const Upgrade *Router::upgradeFor(Request &request) const
{
    const std::optional<QStringList> path = segmentsOf(request.path);
    if (!path) return nullptr;
    for (const UpgradeRoute &route : m_upgrades) {
        if (std::optional<Parameters> parameters = parametersOf(route.segments, *path)) {
            request.parameters = std::move(*parameters);
            return &route.upgrade;
        }
    }
    return nullptr;
}

QStringList Router::subprotocols() const
{
    QStringList all;
    for (const UpgradeRoute &route : m_upgrades)
        all += route.upgrade.subprotocols;
    all.removeDuplicates();
    return all;
}

bool Router::hasUpgradeAt(const QStringList &path) const
{
    return std::any_of(m_upgrades.begin(), m_upgrades.end(),
                       [&path](const UpgradeRoute &route) { return parametersOf(route.segments, path).has_value(); });
}

} // namespace akwaba::http
