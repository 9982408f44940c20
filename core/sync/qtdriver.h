// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/engine.h"
#include "core/sync/httpclient.h"
#include "core/sync/pushchannel.h"
#include "core/sync/serverlist.h"

#include <QTimer>

namespace akwaba {

/// Does what the engine wants with Qt's network and one timer, and tells it what happened. Decides nothing. Lives on
/// the writer thread together with the engine and its files.
class QtDriver : public QObject {
    Q_OBJECT
public:
    QtDriver(Engine &engine, const ServerAddress &server, QByteArray token, QObject *parent = nullptr);

    void handle(const SyncEvent &event);
    /// A new token after a log-in: the engine is told.
    void useToken(const QByteArray &token);
    /// Further addresses of the same company.
    void useServers(const QStringList &urls) { m_servers.learn(urls); }
    void setPresence(const OwnPresence &own) { m_push.setPresence(own); }

Q_SIGNALS:
    void statusChanged();
    void changed(const akwaba::Changed &changed);
    void presenceTold(const akwaba::TicketPresence &now);
    /// The last one did not answer, or can't: this one is asked from now on.
    void serverChanged(const akwaba::ServerAddress &server);
    void cacheBroken(); // make a new cache, engine and driver; told once, later

private:
    void perform(const effect::Send &send);
    void perform(const effect::Abort &abort);
    void perform(const effect::ArmTimer &timer);
    void perform(const effect::StopTimer &stop);
    void perform(const effect::OpenPush &open);
    void perform(const effect::ClosePush &close);
    void perform(const effect::TellStatus &tell);
    void perform(const effect::TellChanged &tell);
    void perform(const effect::Continue &);
    void perform(const effect::UseServers &servers);
    void perform(const effect::RebuildCache &rebuild);

    void answered(quint64 request, HttpReply reply);

    Engine &m_engine;
    QByteArray m_token;
    ServerList m_servers;
    HttpClient m_http;
    PushChannel m_push;
    QTimer m_timer;
};

} // namespace akwaba
