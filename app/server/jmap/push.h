// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/http/router.h"
#include "app/server/jmap/socketsession.h"
#include "app/server/store/store.h"

#include <QObject>
#include <QSet>

#include <vector>

namespace akwaba::jmap {

/// The WebSockets of all devices at /jmap/ws. Registers itself in the router and must outlive it.
class Push : public QObject {
    Q_OBJECT
public:
    Push(http::Router &router, const SocketSession::Surroundings &around);
    ~Push() override;

    [[nodiscard]] std::size_t sessionCount() const { return m_sessions.size(); }
    [[nodiscard]] QSet<AgentId> agents() const;

private:
    [[nodiscard]] http::Response decision(const http::Request &request) const;
    void adopt(const http::Request &request, std::unique_ptr<QWebSocket> socket);

    const SocketSession::Surroundings m_around;
    std::vector<SocketSession *> m_sessions; // children of this
};

} // namespace akwaba::jmap
