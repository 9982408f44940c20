// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jmap/socketsession.h"

#include "app/server/jmap/arguments.h"
#include "app/server/store/scopes.h"
#include "app/server/store/store.h"
#include "core/base/clock.h"
#include "core/protocol/codec.h"

#include <QJsonDocument>
#include <QPointer>

namespace akwaba::jmap {

using namespace Qt::StringLiterals;

SocketSession::SocketSession(std::unique_ptr<QWebSocket> socket, http::Headers headers, store::Caller caller,
                             const Surroundings &around, QObject *parent)
    : QObject(parent), m_socket(std::move(socket)), m_around(around),
      m_watch({around.store, around.authenticator, around.settings, around.herald}, std::move(headers),
              std::move(caller))
{
    connect(&m_watch, &StateWatch::changed, this, [this](QJsonObject stateChange, const QString &state) {
        stateChange.insert(u"pushState"_s, state);
        send(stateChange);
    });
    connect(&m_watch, &StateWatch::refused, this, &SocketSession::close);
    connect(m_socket.get(), &QWebSocket::textMessageReceived, this, [this](const QString &text) { receive(text); });
    connect(m_socket.get(), &QWebSocket::binaryMessageReceived, this,
            [this] { m_socket->close(QWebSocketProtocol::CloseCodeDatatypeNotSupported); });
    connect(m_socket.get(), &QWebSocket::disconnected, this, [this] { Q_EMIT closed(); });
}

SocketSession::~SocketSession() { m_around.presence.leave(m_watch.caller().device, this); }

void SocketSession::close() { m_socket->close(QWebSocketProtocol::CloseCodePolicyViolated, u"unauthenticated"_s); }

void SocketSession::receive(const QString &text)
{
    Waiting next{text.toUtf8(), nullptr};
    if (m_reading || m_around.reader.isLarge(next.bytes)) {
        // It is held for a while, and who could send more and more of them would fill the memory.
        const auto place = m_around.dispatcher.admit(m_watch.caller());
        if (!place) return sendError(place.error(), QJsonValue());
        next.place = *place;
    }
    m_waiting.push_back(std::move(next));
    readNext();
}

void SocketSession::readNext()
{
    if (m_reading || m_waiting.empty()) return;
    const Waiting next = std::move(m_waiting.front());
    m_waiting.pop_front();
    m_reading = true;
    m_around.reader.read(next.bytes, [self = QPointer(this), place = next.place](const RequestReader::Read &read) {
        if (!self) return;
        self->m_reading = false;
        self->handle(read, place);
        self->readNext();
    });
}

void SocketSession::handle(const RequestReader::Read &read, const std::shared_ptr<void> &place)
{
    if (!read) return sendError(read.error(), QJsonValue());
    const QString kind = read->message.value(u"@type"_s).toString();
    if (kind == u"Request") return request(*read, place);
    if (kind == u"WebSocketPushEnable") return enablePush(read->message);
    if (kind == u"Presence") return presence(read->message);
    if (kind == u"WebSocketPushDisable")
        m_watch.end();
    else
        sendError(notRequest(u"@type"_s), read->message.value(u"id"_s));
}

void SocketSession::request(const Incoming &incoming, std::shared_ptr<void> place)
{
    if (!m_watch.renewCaller()) return;
    const QJsonValue id = incoming.message.value(u"id"_s);
    if (!incoming.request) return sendError(incoming.request.error(), id);
    if (!place) {
        auto entered = m_around.dispatcher.admit(m_watch.caller());
        if (!entered) return sendError(entered.error(), id);
        place = std::move(*entered);
    }
    m_around.dispatcher.run(*incoming.request, m_watch.caller(),
                            [self = QPointer(this), id, kept = std::move(place)](const Response &response) {
                                if (!self) return;
                                QJsonObject answer = toJson(response);
                                answer.insert(u"@type"_s, u"Response"_s);
                                answer.insert(u"serverTime"_s, utcDate(self->m_around.store.clock().now()));
                                if (id.isString()) answer.insert(u"requestId"_s, id);
                                self->send(answer);
                            });
}

void SocketSession::enablePush(const QJsonObject &message)
{
    const Argument<std::optional<QStringList>> types = namesArgument(message, u"dataTypes"_s);
    const Argument<std::optional<QString>> known = optionalStringArgument(message, u"pushState"_s);
    if (!types || !known) return sendError(notRequest(u"dataTypes are names, pushState is a string"_s), QJsonValue());
    m_watch.begin(*types, known->value_or(QString()));
}

/// Whoever says where he is hears where the others are.
void SocketSession::presence(const QJsonObject &message)
{
    if (!m_watch.renewCaller()) return;
    const auto own = ownPresenceFrom(message);
    if (!own) return sendError(notRequest(u"ticket is an id or null, mode is viewing or replying"_s), QJsonValue());
    m_around.presence.say(m_watch.caller(), *own, this);
    if (std::exchange(m_hearsOfPresence, true)) return;
    connect(&m_around.presence, &PresenceBoard::changed, this, &SocketSession::tellPresence);
    for (const TicketPresence &now : m_around.presence.visibleTo(m_watch.caller()))
        send(toJson(now));
}

void SocketSession::tellPresence(const TicketPresence &now, const QStringList &keys)
{
    if (m_watch.renewCaller() && store::intersects(keys, m_watch.caller().member.scopes)) send(toJson(now));
}

void SocketSession::send(const QJsonObject &message)
{
    m_socket->sendTextMessage(QString::fromUtf8(QJsonDocument(message).toJson(QJsonDocument::Compact)));
}

void SocketSession::sendError(const RequestError &error, const QJsonValue &requestId)
{
    QJsonObject message = toJson(error);
    message.insert(u"@type"_s, u"RequestError"_s);
    message.insert(u"requestId"_s, requestId.isString() ? requestId : QJsonValue());
    send(message);
}

} // namespace akwaba::jmap
