// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"
#include "core/domain/message.h"
#include "core/sync/httpclient.h"

namespace akwaba {

/// The content of attachments, over connections of its own, so that the engine's requests neither wait for it nor end
/// with it. Every download is answered once, with the content that the attachment names or with the reason why not. On
/// the thread that made it.
class Downloads : public QObject {
    Q_OBJECT
public:
    using Receiver = std::shared_ptr<Answer<QByteArray>>;
    static constexpr qint64 largest = 256 * 1024 * 1024; // it is held in memory

    Downloads(const ServerAddress &server, QString account, const QByteArray &token, HttpLimits limits = slow());

    void start(const Attachment &attachment, const Receiver &receiver);
    /// Ends those under way.
    void giveUp(Code code);
    void useToken(const QByteArray &token) { m_http.setToken(token); }

    /// A large file takes long where the network is slow; silence is still not waited for.
    [[nodiscard]] static HttpLimits slow() { return {.whole = std::chrono::hours(1)}; }

private:
    HttpClient m_http;
    const QString m_account;
    quint64 m_last = 0;
    QHash<quint64, Receiver> m_running;
};

} // namespace akwaba
