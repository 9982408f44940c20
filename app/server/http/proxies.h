// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/http/message.h"

#include <QHostAddress>

#include <optional>

namespace akwaba::http {

/// Who a request comes from, as far as somebody knows whom we believe.
struct Origin {
    QHostAddress client;
    std::optional<bool> secure; ///< how he reached the first of our proxies; nothing where none says so
};

/// The proxies in front of us that we believe. What others write into Forwarded or X-Forwarded-For is their own
/// invention, and so is whatever stands before the first entry that a proxy of ours wrote.
class Proxies {
public:
    /// Addresses, and networks like 10.0.0.0/8.
    explicit Proxies(const QStringList &trusted = {});

    [[nodiscard]] Origin originOf(const QHostAddress &peer, const Headers &headers) const;

private:
    struct Hop {
        std::optional<QHostAddress> from; // nothing: hidden, or nonsense
        std::optional<bool> secure;
    };

    [[nodiscard]] bool isTrusted(const QHostAddress &address) const;
    [[nodiscard]] Origin walk(const QHostAddress &peer, const QList<Hop> &hops) const;
    [[nodiscard]] static QList<Hop> forwarded(const QByteArray &value);
    [[nodiscard]] static QList<Hop> forwardedFor(const Headers &headers);

    QList<std::pair<QHostAddress, int>> m_trusted;
};

} // namespace akwaba::http
