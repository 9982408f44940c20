// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/clientworker.h"

#include "core/sync/localwrite.h"
#include "core/sync/storedservers.h"

#include <QFileInfo>

namespace akwaba {

using namespace Qt::StringLiterals;

namespace {
constexpr int clocksAtOnce = 128; // the same
constexpr int textsAtOnce = 64; // some milliseconds: an agent's own write waits no longer than that
constexpr auto leaseEvery = std::chrono::hours(1);
/// Begun by the first change: who types for long sends his draft as often, and not each word of it.
constexpr auto draftsEvery = std::chrono::seconds(10);
} // namespace

ClientWorker::ClientWorker(ClientConfig config, const Clock &clock)
    : m_config(std::move(config)), m_clock(clock), m_server(m_config.server), m_leaseTimer(this), m_draftTimer(this),
      m_token(m_config.secrets.token),
      m_ballast(QFileInfo(m_config.outboxFile).path() + u"/ballast"_s, m_config.ballast), m_indexing(this)
{
    m_leaseTimer.setInterval(leaseEvery);
    m_leaseTimer.setSingleShot(true);
    connect(&m_leaseTimer, &QTimer::timeout, this, [this] { renewLease(); });
    m_draftTimer.setInterval(draftsEvery);
    m_draftTimer.setSingleShot(true);
    connect(&m_draftTimer, &QTimer::timeout, this, [this] { saveDrafts(); });
    m_indexing.setInterval(0);
    connect(&m_indexing, &QTimer::timeout, this, [this] { indexSome(); });
}

ClientWorker::~ClientWorker() = default;

Result<void> ClientWorker::open()
{
    Result<std::unique_ptr<Outbox>> outbox = Outbox::open(m_config.outboxFile, m_config.secrets.outboxKey, m_clock);
    if (!outbox) return tl::unexpected(outbox.error());
    m_outbox = std::move(*outbox);
    if (Result<void> cache = openCache(); !cache) return cache;
    // The answer first: what lies here can be read and is shown before anything of the network is loaded.
    QMetaObject::invokeMethod(
        this,
        [this] {
            (void)m_outbox->forgetOld(); // housekeeping: the next start tries again
            m_downloads = std::make_unique<Downloads>(m_config.server, m_config.account, m_token);
            m_prefetch = std::make_unique<Prefetch>(*m_downloads, m_config.blobs.stillness);
            useBlobs(&m_cache->blobs());
            begin();
            if (m_config.offline) m_driver->handle(event::WentOffline{});
            m_driver->handle(event::Started{});
            saveDrafts(); // what was journalled last before the program ended
        },
        Qt::QueuedConnection);
    return {};
}

Result<void> ClientWorker::openCache()
{
    auto cache = openShown(m_config.cacheFile, m_config.secrets.cacheKey(), *m_outbox, m_config.me, m_config.blobs);
    if (!cache) return tl::unexpected(cache.error());
    m_cache = std::move(*cache);
    return {};
}

void ClientWorker::begin()
{
    m_engine = std::make_unique<Engine>(*m_cache, *m_outbox, m_clock, m_random, m_config.me, m_config.window);
    m_driver = std::make_unique<QtDriver>(*m_engine, m_config.server, m_token);
    connect(m_driver.get(), &QtDriver::statusChanged, this, [this] { tellStatus(); });
    connect(m_driver.get(), &QtDriver::changed, this, [this](const Changed &changed) { tellChanged(changed); });
    connect(m_driver.get(), &QtDriver::presenceTold, this, &ClientWorker::presenceTold);
    m_driver->setPresence(m_presence);
    m_driver->useServers(storedServers(*m_outbox));
    connect(m_driver.get(), &QtDriver::serverChanged, this, [this](const ServerAddress &server) {
        m_server = server;
        m_downloads->useServer(server);
    });
    connect(m_driver.get(), &QtDriver::cacheBroken, this, [this] { rebuildCache(); });
    tellStatus();
}

void ClientWorker::rebuildCache()
{
    const bool offline = m_engine->status().reason == Code::Offline;
    m_indexing.stop();
    m_driver.reset();
    m_engine.reset();
    useBlobs(nullptr);
    m_cache.reset();
    Cache::destroy(m_config.cacheFile);
    if (Result<void> cache = openCache(); !cache) {
        qCritical("the cache can't be made anew: %s", qUtf8Printable(codeName(cache.error().code)));
        return;
    }
    useBlobs(&m_cache->blobs());
    begin();
    Q_EMIT cacheReplaced();
    if (offline) m_driver->handle(event::WentOffline{});
    m_driver->handle(event::Started{});
}

void ClientWorker::useBlobs(BlobStore *store)
{
    m_prefetch->useStore(store); // first: nothing is on its way ahead any more
    m_downloads->useStore(store);
}

void ClientWorker::giveWay()
{
    if (m_prefetch) m_prefetch->giveWay();
}

void ClientWorker::openAttachment(const Attachment &attachment, const Downloads::Receiver &receiver)
{
    if (m_driver) {
        if (auto kept = m_cache->blobs().read(attachment.blob)) return receiver->give(std::move(*kept));
    }
    download([&](Downloads &downloads) { downloads.start(attachment, receiver); }, receiver);
}

void ClientWorker::download(const std::function<void(Downloads &)> &start, const Downloads::Receiver &receiver)
{
    if (!m_driver) return receiver->give(fail(Code::Internal, u"not open"_s));
    if (m_engine->status().reason == Code::Offline) return receiver->give(fail(Code::Offline));
    start(*m_downloads);
}

void ClientWorker::happened(const SyncEvent &event)
{
    if (!m_driver) return;
    if (std::holds_alternative<event::WentOffline>(event)) m_downloads->giveUp(Code::Offline);
    m_driver->handle(event);
}

void ClientWorker::useToken(const QByteArray &token)
{
    m_token = token;
    if (m_downloads) m_downloads->useToken(token);
    if (m_driver) m_driver->useToken(token);
}

void ClientWorker::setPresence(const OwnPresence &own)
{
    m_presence = own;
    if (m_driver) m_driver->setPresence(own);
}

void ClientWorker::tellStatus()
{
    if (!m_engine) return;
    const SyncStatus status = m_engine->status();
    Q_EMIT statusChanged(status, m_engine->serverOffset().value_or(std::chrono::milliseconds()).count());
    indexWhenIdle();
    m_prefetch->setIdle(status.phase == SyncPhase::Live && status.pending == 0);
    renewLease();
}

/// Not more often than it says, and only while the server answers.
void ClientWorker::renewLease()
{
    if (!m_config.isLeased || m_leaseTimer.isActive()) return;
    if (!m_engine || m_engine->status().phase != SyncPhase::Live) return; // no engine: a cache that can't be made anew
    m_leaseTimer.start();
    const int holds = m_config.secrets.lease.half.generation;
    onResult(requestLease(m_server, m_token, holds, this), this, [this](const Result<LeaseGrant> &grant) {
        if (grant) return Q_EMIT leaseGranted(*grant);
        // A server of before grants none. Else the next contact asks again.
        if (grant.error().code != Code::Protocol) m_leaseTimer.stop();
    });
}

void ClientWorker::tellChanged(const Changed &changed)
{
    if (changed.isEmpty()) return;
    indexWhenIdle(); // there may be new texts
    if (m_prefetch) m_prefetch->look(changed.tickets); // and new attachments
    Q_EMIT this->changed(changed);
}

void ClientWorker::tellTicket(const TicketId &ticket)
{
    Changed changed;
    changed.tickets.insert(ticket);
    changed.lists = true; // drafts and refused items are counted
    tellChanged(changed);
}

/// Rows first: a filling is not held up by the index of what it brings.
void ClientWorker::indexWhenIdle()
{
    if (m_engine && m_engine->state() != Engine::State::Filling)
        m_indexing.start();
    else
        m_indexing.stop();
}

void ClientWorker::indexSome()
{
    const bool isRefreshing = m_cache && refreshClocks();
    const bool isIndexing = m_cache && m_cache->indexSome(textsAtOnce).value_or(false);
    if (!isRefreshing && !isIndexing && !evictSome() && !m_ballast.fillSome()) m_indexing.stop();
}

/// After a holiday was declared, say: what is seen first is late for nobody.
bool ClientWorker::refreshClocks()
{
    Changed changed;
    const bool isMore = m_cache->refreshClocks(clocksAtOnce, changed).value_or(false);
    if (!changed.isEmpty()) tellChanged(changed);
    return isMore;
}

bool ClientWorker::evictSome()
{
    const std::optional<Changed> gone = m_engine ? m_engine->tidy(m_presence.ticket) : std::nullopt;
    if (gone) tellChanged(*gone);
    return gone.has_value();
}

} // namespace akwaba
