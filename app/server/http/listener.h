// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSslConfiguration>
#include <QTcpServer>
#include <QTcpSocket>

#include <memory>
#include <optional>

namespace akwaba::http {

/// Accepts connections and hands each over at once. Not QSslServer: that one keeps a connection until its handshake is
/// over, where nobody counts it, and takes nobody else once enough of them say nothing.
class Listener : public QTcpServer {
    Q_OBJECT
public:
    /// For the connections from now on; without one they are plain.
    void setTls(const QSslConfiguration &tls) { m_tls = tls; }
    /// Another one on the same port. After accept() has failed once, as it does without a free descriptor, Qt takes
    /// every end of a queue for the same failure. Null where even this one descriptor is missing.
    [[nodiscard]] std::unique_ptr<Listener> renewed() const;
    /// What came since the last call, oldest first; with TLS the handshake has begun.
    [[nodiscard]] std::unique_ptr<QTcpSocket> next();

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    std::optional<QSslConfiguration> m_tls;
};

} // namespace akwaba::http
