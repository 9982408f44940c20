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
    /// Looks at the head alone: 101 lets him in, anything else is the refusal.
    std::function<Response(const Request &)> decide;
    /// Owns the open socket from here on.
    std::function<void(const Request &, std::unique_ptr<QWebSocket>)> accepted;
    QStringList subprotocols;
    QString pattern; ///< set by the router
};

/// From method and path to what answers. A pattern is "/jmap/download/{account}/{blob}": literal segments and named
/// ones. HEAD is answered by GET's handler. Filled before the server listens; then read only.
class Router {
public:
    void add(const QByteArray &method, const QString &pattern, Handler handler);
    void addUpgrade(const QString &pattern, Upgrade upgrade);

    /// Requests to this pattern may have no larger bodies, whatever the server takes elsewhere.
    void limitBody(const QString &pattern, qsizetype bytes);

    /// What a request leads to: a handler, or the refusal to answer with (400, 404, 405 or 426).
    struct Match {
        QString pattern; ///< empty where there is none
        const Handler *handler = nullptr;
        Response refusal;
    };
    /// Fills the request's parameters.
    [[nodiscard]] Match match(Request &request) const;
    /// Calls the handler, or answers the refusal.
    void dispatch(Request request, Responder responder) const;
    /// Nothing where the path has no limit of its own.
    [[nodiscard]] std::optional<qsizetype> bodyLimitFor(const Request &request) const;
    /// The upgrade of this path, if there is one; fills the request's parameters.
    [[nodiscard]] const Upgrade *upgradeFor(Request &request) const;
    [[nodiscard]] QStringList subprotocols() const;

private:
    struct Route {
        QByteArray method;
        QString pattern;
        QStringList segments;
        Handler handler;
    };
    struct UpgradeRoute {
        QStringList segments;
        Upgrade upgrade;
    };
    struct BodyLimit {
        QStringList segments;
        qsizetype bytes;
    };

    [[nodiscard]] bool hasUpgradeAt(const QStringList &path) const;

    std::vector<Route> m_routes;
    std::vector<UpgradeRoute> m_upgrades;
    std::vector<BodyLimit> m_bodyLimits;
};

} // namespace akwaba::http
