// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/http/responder.h"

#include <QStringList>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

QT_BEGIN_NAMESPACE
class QWebSocket;
QT_END_NAMESPACE

namespace akwaba::http {

using Handler = std::function<void(Request, Responder)>;

/// What a path does with a request to become a WebSocket.
struct Upgrade {
    /// Looks at the head alone: nothing to let him in, else the refusal.
    std::function<std::optional<Response>(const Request &)> refuse;
    /// Owns the open socket from here on.
    std::function<void(const Request &, std::unique_ptr<QWebSocket>)> accepted;
    QStringList subprotocols;
};

/// From method and path to what answers. A pattern is "/jmap/download/{account}/{blob}": literal segments and named
/// ones. HEAD is answered by GET's handler. Filled before the server listens; then read only.
class Router {
public:
    void add(const QByteArray &method, const QString &pattern, Handler handler);
    void addUpgrade(const QString &pattern, Upgrade upgrade);

    /// Calls the handler, or answers 400, 404, 405 or 426 itself.
    void dispatch(Request request, Responder responder) const;
    /// The upgrade of this path, if there is one; fills the request's parameters.
    [[nodiscard]] const Upgrade *upgradeFor(Request &request) const;
    [[nodiscard]] QStringList subprotocols() const;

private:
    struct Route {
        QByteArray method;
        QStringList segments;
        Handler handler;
    };
    struct UpgradeRoute {
        QStringList segments;
        Upgrade upgrade;
    };

    [[nodiscard]] bool hasUpgradeAt(const QStringList &path) const;

    std::vector<Route> m_routes;
    std::vector<UpgradeRoute> m_upgrades;
};

} // namespace akwaba::http
