// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/http/router.h"

#include <functional>
#include <memory>

namespace akwaba::http {
class Server;
}
namespace akwaba::store {
class Store;
}

namespace akwaba {

/// What an operator's programs ask: is it alive (/healthz), can it serve (/readyz), how much does it do (/metrics).
/// No answer holds personal data, so the first two are for everybody. Must outlive the routers that it was added to.
class Monitoring {
public:
    struct Surroundings {
        store::Store &store;
        const http::Server &server;
        std::function<qint64()> freeBytes; // where the data are kept; negative where nobody knows
    };

    explicit Monitoring(Surroundings around);
    Q_DISABLE_COPY_MOVE(Monitoring)

    void addHealth(http::Router &router) const;
    /// For a port that strangers can't reach.
    void addMetrics(http::Router &router) const;

private:
    [[nodiscard]] http::Response readiness() const;
    [[nodiscard]] http::Response metrics() const;
    [[nodiscard]] bool isDatabaseReady() const;
    [[nodiscard]] bool hasRoom() const;

    const Surroundings m_around;
    const std::shared_ptr<quint64> m_commits; // the store may tell of one more after our end
};

/// Of the file system that holds this folder; negative where it can't be asked.
[[nodiscard]] qint64 freeBytesAt(const QString &directory);

} // namespace akwaba
