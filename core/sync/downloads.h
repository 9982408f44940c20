// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"
#include "core/sync/arrivingblob.h"
#include "core/sync/httpclient.h"

#include <functional>
#include <memory>

namespace akwaba {

/// The content of attachments, the originals of mails and the remote pictures in them, over connections of its own, so
/// that the engine's requests neither wait for it nor end with it. Every download is answered once, with the content
/// that the attachment names or with the reason why not. What comes of an attachment is kept in the store, and goes on
/// from there the next time. On the thread that made it.
class Downloads : public QObject {
    Q_OBJECT
public:
    using Receiver = std::shared_ptr<Answer<QByteArray>>;
    using Told = std::function<void(const Result<QByteArray> &)>;
    static constexpr qint64 largest = 256 * 1024 * 1024; // it is held in memory
    static constexpr qint64 largestMail = 64 * 1024 * 1024; // the server takes no larger one
    static constexpr qint64 largestPicture = 5 * 1024 * 1024;

    Downloads(const ServerAddress &server, QString account, const QByteArray &token, HttpLimits limits = slow());

    /// Null: nothing is kept. Attachments under way are begun anew.
    void useStore(BlobStore *store);

    void start(const Attachment &attachment, const Receiver &receiver);
    /// One that nobody has asked for, into the store alone. Until it has ended, or stopAhead().
    void fetchAhead(const Attachment &attachment, const Told &told);
    /// Unless somebody has asked for it meanwhile. Nobody is told; what came is kept.
    void stopAhead();
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
    struct Transfer {
        ArrivingBlob content;
        std::vector<Told> told;
        bool isAhead;
        bool isResumed = false; // what was here before may be what is wrong
        quint64 request = 0;
    };
    using Transfers = QHash<BlobId, std::shared_ptr<Transfer>>; // no content is fetched twice at a time
    void bring(const Attachment &attachment, bool isAhead, const Told &told);
    void launch(const std::shared_ptr<Transfer> &transfer);
    void finish(const std::shared_ptr<Transfer> &transfer);
    void end(const std::shared_ptr<Transfer> &transfer, const Result<QByteArray> &content);

    using Check = std::function<Result<QByteArray>(const HttpReply &)>;
    void fetch(const QString &path, qint64 most, const Receiver &receiver, Check check);

    HttpClient m_http;
    const QString m_account;
    BlobStore *m_store = nullptr;
    quint64 m_last = 0;
    Transfers m_transfers;
    QHash<quint64, Receiver> m_running;
};

} // namespace akwaba
