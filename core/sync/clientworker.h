// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cache/ballast.h"
#include "core/cache/cache.h"
#include "core/cache/outbox.h"
#include "core/sync/client.h"
#include "core/sync/downloads.h"
#include "core/sync/prefetch.h"
#include "core/sync/qtdriver.h"

#include <QTimer>

namespace akwaba {

/// The writer thread's half of Client: owns the two files, the engine and its driver. One thread after the making.
class ClientWorker : public QObject {
    Q_OBJECT
public:
    ClientWorker(ClientConfig config, const Clock &clock);
    ~ClientWorker() override;

    [[nodiscard]] Result<void> open();
    [[nodiscard]] Result<QString> perform(const Intent &intent);
    [[nodiscard]] Result<QStringList> performAll(const QList<Intent> &intents);
    [[nodiscard]] Result<void> cancel(const QString &iid);
    [[nodiscard]] Result<QStringList> cancelAll(const QStringList &iids);
    [[nodiscard]] Result<QString> resend(const QString &iid, const Intent &again);
    [[nodiscard]] Result<void> discard(const QString &iid);
    [[nodiscard]] Result<void> journalDraft(const Draft &draft);
    /// What nothing that is shown follows from.
    [[nodiscard]] Result<void> keep(const std::function<Result<void>(Outbox &)> &work);
    [[nodiscard]] Result<void> markSeen(const TicketId &ticket, const QDateTime &messageAt);
    [[nodiscard]] Result<void> keepFigures(const LiveFigures &figures);
    /// The agent does something: what nobody has asked for stops.
    void giveWay();
    /// Its content, from this disk or from the server.
    void openAttachment(const Attachment &attachment, const Downloads::Receiver &receiver);
    /// Gives the downloads to `start`, or the receiver the reason why there are none.
    void download(const std::function<void(Downloads &)> &start, const Downloads::Receiver &receiver);
    void happened(const SyncEvent &event);
    /// What makes room for what an agent writes when the disk is full.
    [[nodiscard]] Ballast &ballast() { return m_ballast; }
    void useToken(const QByteArray &token);
    void setPresence(const OwnPresence &own);

Q_SIGNALS:
    void statusChanged(const akwaba::SyncStatus &status, qint64 serverOffset);
    void changed(const akwaba::Changed &changed);
    void cacheReplaced();
    void leaseGranted(const akwaba::LeaseGrant &grant);
    void presenceTold(const akwaba::TicketPresence &now);

private:
    [[nodiscard]] Result<void> openCache();
    void begin();
    void rebuildCache();
    void sendSoon();
    void useBlobs(BlobStore *store);
    void tellStatus();
    void tellChanged(const Changed &changed);
    void tellTicket(const TicketId &ticket);
    void renewLease();
    void saveDrafts();
    void indexWhenIdle();
    void indexSome();
    [[nodiscard]] bool refreshClocks();
    [[nodiscard]] bool evictSome();

    const ClientConfig m_config;
    const Clock &m_clock;
    ServerAddress m_server; // that answers
    QTimer m_leaseTimer; // stopped: the next contact renews
    QTimer m_draftTimer; // runs while a draft is journalled that no intent says
    SystemRandom m_random;
    QByteArray m_token;
    OwnPresence m_presence;
    Ballast m_ballast;
    std::unique_ptr<Outbox> m_outbox;
    std::unique_ptr<Cache> m_cache;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<QtDriver> m_driver;
    std::unique_ptr<Downloads> m_downloads;
    std::unique_ptr<Prefetch> m_prefetch;
    QTimer m_indexing; // runs when nothing else is to do
};

} // namespace akwaba
