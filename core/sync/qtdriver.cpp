// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/qtdriver.h"

namespace akwaba {

QtDriver::QtDriver(Engine &engine, const ServerAddress &server, QByteArray token, QObject *parent)
    : QObject(parent), m_engine(engine), m_token(std::move(token)), m_servers(server), m_http(server), m_push(server)
{
    m_http.setToken(m_token);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] { handle(event::TimerFired{}); });
    connect(&m_push, &PushChannel::opened, this, [this] { handle(event::PushOpened{}); });
    connect(&m_push, &PushChannel::hinted, this, [this] { handle(event::PushChanged{}); });
    connect(&m_push, &PushChannel::closed, this, [this] { handle(event::PushClosed{}); });
    connect(&m_push, &PushChannel::presenceTold, this, &QtDriver::presenceTold);
}

void QtDriver::handle(const SyncEvent &event)
{
    bool statusMayDiffer = false;
    for (const Effect &wanted : m_engine.step(event)) {
        statusMayDiffer = statusMayDiffer || std::holds_alternative<effect::TellStatus>(wanted);
        std::visit([this](const auto &one) { perform(one); }, wanted);
    }
    if (statusMayDiffer) Q_EMIT statusChanged(); // once a step, when all of it is done
}

void QtDriver::useToken(const QByteArray &token)
{
    m_token = token;
    m_http.setToken(token);
    handle(event::LoggedIn{});
}

void QtDriver::perform(const effect::Send &send)
{
    const quint64 request = send.request;
    m_http.send(request, send.method, send.path, send.body,
                [this, request](const HttpReply &reply) { answered(request, reply); });
}

/// Of several server processes one may be gone, or what stands before it says so: the engine comes back soon, and meets
/// the next, which did not ask it to wait.
void QtDriver::answered(quint64 request, HttpReply reply)
{
    const std::optional<Error> error = errorOf(reply);
    if (error && error->code == Code::Unreachable && m_servers.moveOn()) {
        reply.retryAfter.reset();
        m_http.setServer(m_servers.current());
        m_push.setServer(m_servers.current());
        Q_EMIT serverChanged(m_servers.current());
    }
    handle(event::Answered{request, std::move(reply)});
}

void QtDriver::perform(const effect::UseServers &servers) { useServers(servers.urls); }

void QtDriver::perform(const effect::Abort &abort) { m_http.abort(abort.request); }
void QtDriver::perform(const effect::ArmTimer &timer) { m_timer.start(timer.after); }
void QtDriver::perform(const effect::StopTimer &) { m_timer.stop(); }
void QtDriver::perform(const effect::OpenPush &) { m_push.open(m_token); }
void QtDriver::perform(const effect::ClosePush &) { m_push.close(); }
void QtDriver::perform(const effect::TellStatus &) { }
void QtDriver::perform(const effect::TellChanged &tell) { Q_EMIT changed(tell.changed); }

void QtDriver::perform(const effect::Continue &)
{
    QMetaObject::invokeMethod(this, [this] { handle(event::Continued{}); }, Qt::QueuedConnection);
}

void QtDriver::perform(const effect::RebuildCache &)
{
    // Later, since whoever hears it deletes the engine that is in the middle of this.
    QMetaObject::invokeMethod(this, &QtDriver::cacheBroken, Qt::QueuedConnection);
}

} // namespace akwaba
