// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"
#include "core/domain/message.h"
#include "core/sync/httpclient.h"

namespace akwaba {

/// The content of attachments, the originals of mails and the remote pictures in them, over connections of its own, so
/// that the engine's requests neither wait for it nor end with it. Every download is answered once, with the content
/// that the attachment names or with the reason why not. On the thread that made it.
class Downloads : public QObject {
    Q_OBJECT
public:
    using Receiver = std::shared_ptr<Answer<QByteArray>>;
    static constexpr qint64 largest = 256 * 1024 * 1024; // it is held in memory
    static constexpr qint64 largestMail = 64 * 1024 * 1024; // the server takes no larger one
    static constexpr qint64 largestPicture = 5 * 1024 * 1024;

    Downloads(const ServerAddress &server, QString account, const QByteArray &token, HttpLimits limits = slow());

    void start(const Attachment &attachment, const Receiver &receiver);
    /// The mail that the message was made of, as the server keeps it.
    void startOriginal(const MessageId &message, const Receiver &receiver);
    /// A picture of the message that lies elsewhere, by its key: the server fetches it. Code::Denied where it lies in a
    /// place that may not be asked, Unsupported for what is no picture or too large.
    void startPicture(const MessageId &message, const QString &key, const Receiver &receiver);
    /// Ends those under way.
    void giveUp(Code code);
    void useToken(const QByteArray &token) { m_http.setToken(token); }
    void useServer(const ServerAddress &server) { m_http.setServer(server); }

    /// A large file takes long where the network is slow; silence is still not waited for.
    [[nodiscard]] static HttpLimits slow() { return {.whole = std::chrono::hours(1)}; }

private:
    using Check = std::function<Result<QByteArray>(const HttpReply &)>;
    void fetch(const QString &path, qint64 most, const Receiver &receiver, Check check);

    HttpClient m_http;
    const QString m_account;
    quint64 m_last = 0;
    QHash<quint64, Receiver> m_running;
};

} // namespace akwaba
