// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jmap/session.h"

#include "core/protocol/codec.h"
#include "core/protocol/intent.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <utility>

namespace akwaba::jmap {

using namespace Qt::StringLiterals;

namespace {

/// Every op that this server knows, with the newest version of it.
QJsonObject opVersions()
{
    QJsonObject versions;
    const auto add = [&versions](const Command &command) { versions.insert(opOf(command), Intent().opver); };
    [&add]<std::size_t... i>(std::index_sequence<i...>) {
        (add(Command(std::in_place_index<i>)), ...);
    }(std::make_index_sequence<std::variant_size_v<Command>>());
    return versions;
}

QJsonObject coreLimits(const Settings &settings)
{
    return {{u"maxSizeUpload"_s, qint64(settings.maxSizeUpload)},
            {u"maxConcurrentUpload"_s, settings.maxConcurrentUpload},
            {u"maxSizeRequest"_s, qint64(settings.maxSizeRequest)},
            {u"maxConcurrentRequests"_s, settings.maxConcurrentRequests},
            {u"maxCallsInRequest"_s, settings.maxCallsInRequest},
            {u"maxObjectsInGet"_s, settings.maxObjectsInGet},
            {u"maxObjectsInSet"_s, settings.maxObjectsInSet},
            {u"collationAlgorithms"_s, QJsonArray()}};
}

QString at(const QUrl &base, QLatin1StringView path) { return base.toString(QUrl::StripTrailingSlash) + path; }

QString webSocketUrl(QUrl base)
{
    base.setScheme(base.scheme() == u"https" ? u"wss"_s : u"ws"_s);
    return at(base, "/jmap/ws"_L1);
}

QJsonObject capabilities(const Settings &settings, const QUrl &base, const store::Caller &caller, const QDateTime &now)
{
    QJsonObject vendor{{u"agent"_s, caller.agent.value},
                       {u"device"_s, caller.device.value},
                       {u"scopeState"_s, caller.member.state()},
                       {u"opversions"_s, opVersions()},
                       {u"maxSizeObject"_s, qint64(settings.maxSizeObject)},
                       {u"maxValuesInRequest"_s, qint64(settings.maxValuesInRequest)},
                       {u"serverTime"_s, utcDate(now)}};
    if (!settings.servers.isEmpty()) vendor.insert(u"servers"_s, QJsonArray::fromStringList(settings.servers));
    const QJsonObject webSocket{{u"url"_s, webSocketUrl(base)}, {u"supportsPush"_s, true}};
    return {{QString(coreCapability), coreLimits(settings)},
            {QString(webSocketCapability), webSocket},
            {settings.vendorCapability, vendor}};
}

QJsonObject accountObject(const Settings &settings)
{
    return {{u"name"_s, QString(account)},
            {u"isPersonal"_s, false},
            {u"isReadOnly"_s, false},
            {u"accountCapabilities"_s,
             QJsonObject{{QString(coreCapability), QJsonObject()}, {settings.vendorCapability, QJsonObject()}}}};
}

} // namespace

QUrl baseUrl(const Settings &settings, const http::Request &request)
{
    if (settings.publicUrl.isValid()) return settings.publicUrl;
    const QString host = QString::fromLatin1(request.headers.value("Host"));
    QUrl url((request.secure ? u"https://"_s : u"http://"_s) + host, QUrl::StrictMode);
    const bool isHost = url.isValid() && url.path().isEmpty() && url.userInfo().isEmpty() && !url.hasQuery()
        && !url.hasFragment() && !url.host().isEmpty();
    return isHost ? url : QUrl();
}

QString sessionState(const Settings &settings, const store::Caller &caller)
{
    const QJsonObject shown{{u"core"_s, coreLimits(settings)},
                            {u"vendor"_s, settings.vendorCapability},
                            {u"url"_s, settings.publicUrl.toString()},
                            {u"servers"_s, QJsonArray::fromStringList(settings.servers)},
                            {u"username"_s, caller.email}};
    const QByteArray hash = QCryptographicHash::hash(QJsonDocument(shown).toJson(), QCryptographicHash::Sha256);
    return caller.member.state() + u'-' + QString::fromLatin1(hash.first(6).toHex());
}

QJsonObject sessionObject(const Settings &settings, const QUrl &base, const store::Caller &caller, const QDateTime &now)
{
    return {{u"capabilities"_s, capabilities(settings, base, caller, now)},
            {u"accounts"_s, QJsonObject{{QString(account), accountObject(settings)}}},
            {u"primaryAccounts"_s, QJsonObject{{settings.vendorCapability, QString(account)}}},
            {u"username"_s, caller.email},
            {u"apiUrl"_s, at(base, "/jmap/api"_L1)},
            {u"downloadUrl"_s, at(base, "/jmap/download/{accountId}/{blobId}/{name}?accept={type}"_L1)},
            {u"uploadUrl"_s, at(base, "/jmap/upload/{accountId}/"_L1)},
            {u"eventSourceUrl"_s, at(base, "/jmap/eventsource/?types={types}&closeafter={closeafter}&ping={ping}"_L1)},
            {u"state"_s, sessionState(settings, caller)}};
}

} // namespace akwaba::jmap
