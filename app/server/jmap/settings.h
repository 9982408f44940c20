// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

#include <chrono>

namespace akwaba::jmap {

/// What the operator says about this server, and what it advertises of its limits (RFC 8620 2).
struct Settings {
    QUrl publicUrl; // empty: as each request came, from its Host
    QStringList servers; // where else consoles reach this company; they are told
    QString vendorCapability; // a URL under the operator's own name (sync.md 2.1)
    bool basicAllowed = false; // name and password with each request: for test instances only
    int maxCallsInRequest = 32;
    int maxObjectsInGet = 500;
    int maxObjectsInSet = 500;
    qsizetype maxSizeObject = 1'000'000; // of one create or update, as JSON
    int maxChanges = 2000;
    int maxDepth = 100; // of arrays and objects in a request
    qsizetype maxValuesInRequest = 500'000; // more than 32 calls with 500 objects of 30 properties
    qsizetype readAsideAbove = 64 * 1024; // bytes of a request: it would hold up everybody
    int maxFilterDepth = 10; // operators within operators
    int maxFilterConditions = 100; // in all of a filter
    qsizetype maxSizeUpload = 10'000'000;
    qsizetype maxSizeRequest = 10'000'000;
    int maxConcurrentRequests = 4;
    int maxConcurrentUpload = 4;
    std::chrono::days lease{7}; // for so long a device opens its cache without another contact
    int maxEventStreams = 8; // of a device
    std::chrono::milliseconds pushEvery{50};
    std::chrono::seconds pingLeast{5}; // of event streams; at most 30 (RFC 8620 7.3)
    std::chrono::seconds pingMost{900}; // at least 300
};

inline constexpr QLatin1StringView coreCapability("urn:ietf:params:jmap:core");
inline constexpr QLatin1StringView webSocketCapability("urn:ietf:params:jmap:websocket");
/// The one account: the company's correspondence, of which each agent sees his part.
inline constexpr QLatin1StringView account("company");

/// The default capability of a server known by that name: "https://<name>/jmap/akwaba".
[[nodiscard]] inline QString vendorCapabilityOf(const QString &publicName)
{
    return QStringLiteral("https://%1/jmap/akwaba").arg(publicName);
}

} // namespace akwaba::jmap
