// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/downloads.h"

#include <QTimer>

namespace akwaba {

/// Fetches the small attachments of active tickets before anybody asks, those of the newest activity first, one at a
/// time (sync.md 2.18): while there is nothing to do on the way to the server and the agent is still. What he does
/// stops it at once. Where the disk is full or the network fails it waits until there was something to do again. On the
/// thread of its downloads.
class Prefetch : public QObject {
    Q_OBJECT
public:
    Prefetch(Downloads &downloads, std::chrono::milliseconds stillness);

    /// Null while there is none. All active tickets are looked at anew.
    void useStore(BlobStore *store);
    /// Something of these has changed: they are looked at first.
    void look(const QSet<TicketId> &tickets);
    /// Whether all is sent and read that there is.
    void setIdle(bool isIdle);
    /// The agent does something.
    void giveWay();

private:
    void goOn();
    void stop();
    void next();
    void fetch(const Attachment &attachment);
    void ended(const Result<QByteArray> &content);

    Downloads &m_downloads;
    BlobStore *m_store = nullptr;
    const std::chrono::milliseconds m_stillness;
    QTimer m_pause; // before the next one
    QList<qint64> m_tickets; // keys of rows to be looked at, in this order
    bool m_isListed = false; // all active ones are among them, or were
    bool m_isIdle = false;
    bool m_isHindered = false; // the next one would fare no better
    std::optional<BlobId> m_running;
    QSet<BlobId> m_failed; // not tried again by this process
};

} // namespace akwaba
