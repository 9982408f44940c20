// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/httpreply.h"

#include <QHash>
#include <QNetworkAccessManager>
#include <QObject>
#include <QUrl>

#include <functional>

namespace akwaba {

/// Where a server is, and which certificate the agent confirmed for it.
struct ServerAddress {
    QUrl url; // root, without a path
    QString pinnedCertificate; // fingerprint; empty: as the system trusts
};

/// The limits of sync.md 2.14.
struct HttpLimits {
    std::chrono::milliseconds connect{10'000};
    std::chrono::milliseconds idle{30'000};
    std::chrono::milliseconds whole{120'000};
};

/// Something large, or what is missing of it.
struct HttpPart {
    QString path;
    qint64 from = 0; // what comes before is here already
    QByteArray tag; // that the server gives to the whole: where it is another one now, all of it comes
    qint64 most = 0; // bytes of the whole
};

/// HTTP to one server, with the console's rules: no plain http but to this machine, no unknown certificate, no redirect
/// to elsewhere, no wait without end. Every request is answered once unless aborted. On the thread that made it.
class HttpClient : public QObject {
    Q_OBJECT
public:
    using Receive = std::function<void(const HttpReply &)>;
    /// A piece of the content and its place in the whole, one after the other: from HttpPart::from on, or from 0 where
    /// the server sends all of it.
    using Take = std::function<void(qint64 at, const QByteArray &piece)>;

    explicit HttpClient(ServerAddress server, HttpLimits limits = {}, QObject *parent = nullptr);
    ~HttpClient() override;

    [[nodiscard]] const ServerAddress &server() const { return m_server; }
    void setToken(const QByteArray &token) { m_token = token; }
    /// For the requests from now on.
    void setServer(const ServerAddress &server) { m_server = server; }

    /// `receive` is called later, never from within.
    void send(quint64 request, const QByteArray &method, const QString &path, const QByteArray &body, Receive receive);
    /// GET of something large: its bytes as they are, and Code::Protocol as soon as there are more than `most`.
    void fetch(quint64 request, const QString &path, qint64 most, Receive receive);
    /// The same without holding it: pieces as they come, then an answer without a body. `take` may abort the request.
    void fetchPart(quint64 request, const HttpPart &part, Take take, Receive receive);
    /// Nobody will be told.
    void abort(quint64 request);

private:
    [[nodiscard]] QNetworkRequest requestFor(const QString &path) const;
    void refuse(Code code, const Receive &receive);
    void follow(quint64 request, QNetworkReply *reply, Receive receive);
    void watch(QNetworkReply *reply);
    void finish(quint64 request, QNetworkReply *reply, const Receive &receive);

    ServerAddress m_server;
    const HttpLimits m_limits;
    QByteArray m_token;
    QNetworkAccessManager m_network;
    QHash<quint64, QNetworkReply *> m_running;
};

} // namespace akwaba
