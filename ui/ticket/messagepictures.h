// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"
#include "core/domain/message.h"

#include <QHash>
#include <QImage>
#include <QQueue>
#include <QSet>
#include <QThreadPool>

#include <functional>

namespace akwaba {

/// The pictures in the messages of one ticket, held in memory while it is open: those that came with a mail as soon as
/// they are in sight, those that lie elsewhere only after the agent asked for them. A few are fetched at once, and
/// decoded beside the UI thread, on which this lives.
class MessagePictures : public QObject {
    Q_OBJECT

public:
    struct Ways {
        std::function<QFuture<Result<QByteArray>>(const Attachment &)> download;
        std::function<QFuture<Result<QByteArray>>(const MessageId &, const QString &key)> fetchRemote;
    };
    static constexpr int widest = 1440; // the widest column on the finest screen

    explicit MessagePictures(Ways ways, QObject *parent = nullptr);
    ~MessagePictures() override;

    /// Another ticket.
    void forget();
    /// Null while it is not there.
    [[nodiscard]] QImage picture(const MessageId &message, const QString &name) const;
    /// These names stand in what is displayed of the message: what came with it is fetched, unless it was before.
    void want(const Message &message, const QList<Attachment> &attachments, const QStringList &names);
    /// The agent wants to see the remote ones of this message, although its sender will know. What could not be had
    /// before is tried again.
    void showRemote(const MessageId &message);
    [[nodiscard]] bool isRemoteShown(const MessageId &message) const { return m_shown.contains(message); }

    /// How many of these could not be had.
    [[nodiscard]] int missing(const MessageId &message, const QStringList &names) const;

Q_SIGNALS:
    /// One of them, or the knowledge that it will not.
    void arrived(const akwaba::MessageId &message);

private:
    struct Wanted {
        MessageId message;
        QString name;
        Attachment attachment; // without an id: a remote one
    };
    using Key = std::pair<MessageId, QString>;

    void fetchNext();
    void decode(const Wanted &wanted, const QByteArray &content);
    void take(const Wanted &wanted, const Result<QImage> &image);

    const Ways m_ways;
    QHash<Key, QImage> m_pictures; // null: on its way, or not to be had
    QSet<Key> m_missing;
    QSet<MessageId> m_shown;
    QQueue<Wanted> m_waiting;
    QThreadPool m_decoder;
    int m_running = 0;
    int m_ticket = 0; // what was asked for before the last forget() is nobody's
};

} // namespace akwaba
