// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jmap/eventsource.h"

#include "app/server/http/stream.h"
#include "app/server/jmap/requesterror.h"

#include <QJsonDocument>

#include <algorithm>

namespace akwaba::jmap {

using namespace Qt::StringLiterals;

namespace {

QByteArray compact(const QJsonObject &object) { return QJsonDocument(object).toJson(QJsonDocument::Compact); }

std::optional<EventSession::Wishes> wishesOf(const http::Request &request, const Settings &settings)
{
    const auto value = [&request](const QString &name) {
        return request.query.queryItemValue(name, QUrl::FullyDecoded);
    };
    EventSession::Wishes wishes;
    const QString types = value(u"types"_s);
    if (types.isEmpty()) return std::nullopt;
    if (types != u"*") wishes.types = types.split(u',', Qt::SkipEmptyParts);
    const QString closeAfter = value(u"closeafter"_s);
    if (closeAfter != u"state" && closeAfter != u"no") return std::nullopt;
    wishes.closeAfterState = closeAfter == u"state";
    bool isNumber = false;
    const uint ping = value(u"ping"_s).toUInt(&isNumber);
    if (!isNumber) return std::nullopt;
    if (ping > 0) wishes.ping = std::clamp(std::chrono::seconds(ping), settings.pingLeast, settings.pingMost);
    wishes.lastEventId = QString::fromUtf8(request.headers.value("Last-Event-ID"));
    return wishes;
}

} // namespace

EventSession::EventSession(std::shared_ptr<http::Stream> stream, std::unique_ptr<StateWatch> watch,
                           const Wishes &wishes, std::shared_ptr<void> place, QObject *parent)
    : QObject(parent), m_stream(std::move(stream)), m_watch(std::move(watch)), m_wishes(wishes),
      m_place(std::move(place))
{
    m_ping.setInterval(wishes.ping);
    connect(&m_ping, &QTimer::timeout, this, [this] { sendPing(); });
    connect(m_watch.get(), &StateWatch::changed, this, &EventSession::sendState);
    connect(m_watch.get(), &StateWatch::refused, m_stream.get(), &http::Stream::end);
}

void EventSession::begin()
{
    if (m_wishes.ping.count() > 0) m_ping.start();
    m_watch->begin(m_wishes.types, m_wishes.lastEventId);
}

void EventSession::sendState(const QJsonObject &stateChange, const QString &state)
{
    m_stream->send("event: state\nid: " + state.toUtf8() + "\ndata: " + compact(stateChange) + "\n\n");
    if (m_ping.isActive()) m_ping.start(); // it is since the last event
    if (m_wishes.closeAfterState) m_stream->end();
}

void EventSession::sendPing()
{
    m_stream->send("event: ping\ndata: " + compact({{u"interval"_s, qint64(m_wishes.ping.count())}}) + "\n\n");
}

EventSource::EventSource(http::Router &router, const StateWatch::Surroundings &around)
    : m_around(around), m_admission(around.settings.maxEventStreams)
{
    router.add("GET", u"/jmap/eventsource/"_s,
               [this](const http::Request &request, http::Responder responder) { responder.answer(open(request)); });
}

EventSource::~EventSource() = default;

http::Response EventSource::open(const http::Request &request)
{
    const Result<store::Caller> caller = m_around.authenticator.callerOf(request.headers);
    if (!caller) return m_around.authenticator.refusal(caller.error());
    const auto wishes = wishesOf(request, m_around.settings);
    if (!wishes) return problemResponse(400);
    std::shared_ptr<void> place = m_admission.enter(*caller);
    if (!place) return problemResponse(429);
    http::Response response = forDevice(caller->device, {});
    response.headers.set("Content-Type", "text/event-stream");
    response.headers.set("Cache-Control", "no-store");
    response.headers.set("X-Accel-Buffering", "no"); // nginx would keep events back
    response.stream = std::make_shared<http::Stream>();
    auto watch = std::make_unique<StateWatch>(m_around, request.headers, *caller);
    auto *session = new EventSession(response.stream, std::move(watch), *wishes, std::move(place), this);
    connect(response.stream.get(), &http::Stream::closed, session, [this, session] {
        std::erase(m_sessions, session);
        session->deleteLater();
    });
    m_sessions.push_back(session);
    // Behind the head of the answer, which goes out when this returns.
    QMetaObject::invokeMethod(session, &EventSession::begin, Qt::QueuedConnection);
    return response;
}

} // namespace akwaba::jmap
