// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/pushchannel.h"

#include "core/sync/address.h"
#include "core/sync/certificaterule.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QWebSocketHandshakeOptions>

namespace akwaba {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr auto pingEvery = 25s;
constexpr int silentPings = 2; // dead after 50 to 75 s
constexpr quint64 largestHint = 64 * 1024;
constexpr auto presenceEvery = presenceLasts * 2 / 3;
} // namespace

PushChannel::PushChannel(ServerAddress server, QObject *parent) : QObject(parent), m_server(std::move(server))
{
    m_socket.setMaxAllowedIncomingMessageSize(largestHint);
    connect(&m_socket, &QWebSocket::connected, this, [this] {
        m_unanswered = 0;
        m_pings.start(pingEvery);
        say({{u"@type"_s, u"WebSocketPushEnable"_s}, {u"dataTypes"_s, QJsonValue::Null}});
        tellPresence();
        Q_EMIT opened();
    });
    connect(&m_socket, &QWebSocket::disconnected, this, [this] {
        m_pings.stop();
        if (std::exchange(m_wanted, false)) Q_EMIT closed();
    });
    connect(&m_socket, &QWebSocket::textMessageReceived, this, [this](const QString &text) { receive(text); });
    connect(&m_socket, &QWebSocket::pong, this, [this] { m_unanswered = 0; });
    connect(&m_socket, &QWebSocket::sslErrors, this, [this] {
        if (isPinned(m_socket.sslConfiguration().peerCertificate(), m_server.pinnedCertificate))
            m_socket.ignoreSslErrors();
    });
    connect(&m_pings, &QTimer::timeout, this, [this] { ping(); });
    connect(&m_presenceAgain, &QTimer::timeout, this, [this] { tellPresence(); });
    m_presenceAgain.setInterval(presenceEvery);
}

PushChannel::~PushChannel()
{
    // The socket says goodbye while it is destroyed, when the timer is gone already.
    m_socket.disconnect(this);
}

void PushChannel::open(const QByteArray &token)
{
    QUrl url = m_server.url;
    url.setScheme(url.scheme() == u"https" ? u"wss"_s : u"ws"_s);
    url.setPath(u"/jmap/ws"_s);
    m_wanted = true;
    if (!isSecureOrLocal(url)) {
        m_wanted = false;
        QMetaObject::invokeMethod(this, &PushChannel::closed, Qt::QueuedConnection);
        return;
    }
    QNetworkRequest request(url);
    request.setRawHeader("Authorization", "Bearer " + token);
    QWebSocketHandshakeOptions options;
    options.setSubprotocols({u"jmap"_s});
    m_socket.open(request, options);
}

void PushChannel::close()
{
    m_wanted = false;
    m_pings.stop();
    m_socket.abort();
}

void PushChannel::receive(const QString &text)
{
    m_unanswered = 0;
    const QJsonObject message = QJsonDocument::fromJson(text.toUtf8()).object();
    if (message.value(u"@type"_s).toString() == u"StateChange") return hinted();
    if (const auto now = ticketPresenceFrom(message)) Q_EMIT presenceTold(*now);
}

void PushChannel::say(const QJsonObject &message)
{
    m_socket.sendTextMessage(QString::fromUtf8(QJsonDocument(message).toJson(QJsonDocument::Compact)));
}

void PushChannel::setPresence(const OwnPresence &own)
{
    if (m_presence == own) return;
    m_presence = own;
    tellPresence();
}

void PushChannel::tellPresence()
{
    // On no ticket there is nothing to repeat; said once, it lets us hear of the others.
    m_presence.ticket.isEmpty() ? m_presenceAgain.stop() : m_presenceAgain.start();
    if (m_socket.state() == QAbstractSocket::ConnectedState) say(toJson(m_presence));
}

void PushChannel::ping()
{
    if (m_unanswered >= silentPings) {
        m_socket.abort(); // disconnected() follows
        return;
    }
    ++m_unanswered;
    m_socket.ping();
}

} // namespace akwaba
