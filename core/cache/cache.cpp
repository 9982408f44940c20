// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/cache.h"

#include "core/cache/cacheschema.h"
#include "core/cache/cacheupgrade.h"
#include "core/cache/cachewriter.h"
#include "core/cache/outboxrows.h"
#include "core/database/database.h"
#include "core/database/migration.h"
#include "core/database/transaction.h"
#include "core/domain/livefigures.h"
#include "core/protocol/codec.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

Result<void> makeSchema(Database &database)
{
    auto transaction = Transaction::write(database);
    if (!transaction) return tl::unexpected(transaction.error());
    return createCacheSchema(database).and_then([&] { return transaction->commit(); });
}

QDateTime later(const QDateTime &one, const QDateTime &other)
{
    return other.isValid() && (!one.isValid() || one < other) ? other : one;
}

} // namespace

Cache::Cache(std::unique_ptr<Database> database, Opened opened, const BlobPolicy &policy)
    : m_database(std::move(database)), m_blobs(*m_database, m_database->path() + "-blobs"_L1, policy),
      m_clocks(*m_database), m_opened(opened)
{
}

Cache::~Cache() = default;

void Cache::destroy(const QString &path)
{
    for (const QLatin1StringView suffix : {""_L1, "-wal"_L1, "-shm"_L1})
        QFile::remove(path + suffix);
}

Result<std::unique_ptr<Database>> Cache::openFile(const QString &path, const QByteArray &key)
{
    auto opened = Database::open(path, {.key = key});
    if (!opened) return tl::unexpected(opened.error());
    auto database = std::make_unique<Database>(std::move(*opened));
    const auto version = schemaVersion(*database);
    if (!version) return tl::unexpected(version.error());
    if (*version == cacheSchemaVersion()) {
        // Whatever made it: an index that keeps deleted words is made anew from the rows (sync.md 3.3).
        const auto secure = database->value(u"SELECT v FROM words_config WHERE k = 'secure-delete'"_s);
        if (!secure) return tl::unexpected(secure.error());
        if (secure->toInt() == 1) return database;
        return fail(Code::TooOld, u"the text index does not delete"_s);
    }
    if (*version != 0) return fail(Code::TooOld, u"another schema"_s);
    if (const auto made = makeSchema(*database); !made) return tl::unexpected(made.error());
    return database;
}

Result<std::unique_ptr<Cache>> Cache::open(const QString &path, const QByteArray &key, const BlobPolicy &policy)
{
    finishCacheUpgrade(path);
    Opened how = QFile::exists(path) ? Opened::Existing : Opened::New;
    auto database = openFile(path, key);
    if (!database && database.error().code == Code::TooOld) {
        how = Opened::Upgraded;
        database = upgradeCache(path, key).and_then([&] { return openFile(path, key); });
    }
    // Damaged, or under another key. What may pass (a full disk, a lock) is another error.
    if (!database && database.error().code == Code::Corrupt) {
        destroy(path);
        how = Opened::Replaced;
        database = openFile(path, key);
    }
    if (!database) return tl::unexpected(database.error());
    std::unique_ptr<Cache> cache(new Cache(std::move(*database), how, policy));
    (void)cache->m_blobs.removeStrays(); // one that stays can be read by nobody
    return cache->readState().map([&] { return std::move(cache); });
}

Result<void> Cache::readState()
{
    Statement all(*m_database, u"SELECT name, value FROM meta"_s);
    return all.forEach([this](const Statement &row) {
        const QString name = row.text(0);
        if (name == u"cursor") m_state.cursor = row.text(1);
        if (name == u"scopeState") m_state.scopeState = row.text(1);
        if (name == u"resumeToken") m_state.resumeToken = row.text(1);
        if (name == u"asOf") m_state.asOf = fromUtcDate(row.text(1));
        if (name == u"wholeSince") m_state.wholeSince = fromUtcDate(row.text(1));
        if (name == u"generation") m_state.generation = row.integer(1);
    });
}

Result<void> Cache::keepFigures(const LiveFigures &figures)
{
    Statement upsert(*m_database,
                     u"INSERT INTO meta(name, value) VALUES('liveFigures', ?) ON CONFLICT(name) DO UPDATE SET value = "
                     "excluded.value"_s);
    return upsert.bind(0, jsonText(toJson(figures))).run();
}

Result<void> Cache::writeState(const State &state)
{
    Statement upsert(
        *m_database,
        u"INSERT INTO meta(name, value) VALUES(?, ?) ON CONFLICT(name) DO UPDATE SET value = excluded.value"_s);
    const std::pair<QString, QString> facts[]{
        {u"cursor"_s, state.cursor},
        {u"scopeState"_s, state.scopeState},
        {u"resumeToken"_s, state.resumeToken},
        {u"asOf"_s, utcDate(state.asOf)},
        {u"wholeSince"_s, utcDate(state.wholeSince)},
        {u"generation"_s, QString::number(state.generation)},
    };
    for (const auto &[name, value] : facts) {
        if (const auto done = upsert.bind(0, name).bind(1, value).run(); !done) return done;
    }
    return {};
}

Result<Changed> Cache::change(State next, const QList<Intent> &pending, const ApplyContext &context,
                              const std::function<Result<void>(CacheWriter &)> &work)
{
    auto transaction = Transaction::write(*m_database);
    if (!transaction) return tl::unexpected(transaction.error());
    CacheWriter writer(*m_database, m_clocks, pending, context, next.generation);
    writer.setAsOf(next.asOf);
    if (next.wholeSince.isValid()) writer.dropStrays();
    const auto done = writer.begin()
                          .and_then([&] { return work(writer); })
                          .and_then([&] { return writer.finish(); })
                          .and_then([&] { return m_clocks.follow(m_state.asOf, next.asOf); })
                          .and_then([&] {
                              next.wholeSince = later(next.wholeSince, writer.leftOutBefore());
                              return next == m_state ? Result<void>{} : writeState(next);
                          })
                          .and_then([&] { return transaction->commit(); });
    if (!done) {
        m_clocks.forget();
        m_isBehind = true;
    }
    // What is derived from rows contradicts them: a page was damaged in a way that nothing else shows.
    if (!done && done.error().code == Code::Conflict) return fail(Code::Corrupt, done.error().detail);
    if (!done) return tl::unexpected(done.error());
    m_state = std::move(next);
    m_blobs.removeFiles(writer.looseFiles());
    return writer.changed();
}

Result<void> Cache::beginFill(const QString &resumeToken)
{
    State next = m_state;
    next.resumeToken = resumeToken;
    next.wholeSince = {}; // its pages bring everything, or say again what they leave out
    ++next.generation;
    // At once: a filling that goes on under the generation of before would take every old row for one of its own.
    return change(next, {}, {}, [](CacheWriter &) { return Result<void>(); }).map([](const Changed &) {});
}

Result<Changed> Cache::applyPage(const CachePage &page, const QList<Intent> &pending, const ApplyContext &context)
{
    State next = m_state;
    if (!page.cursor.isEmpty()) next.cursor = page.cursor;
    if (!page.scopeState.isEmpty()) next.scopeState = page.scopeState;
    if (page.asOf.isValid()) next.asOf = page.asOf;
    if (page.resumeToken) next.resumeToken = *page.resumeToken;
    auto changed = change(next, pending, context, [this, &page](CacheWriter &writer) {
        writer.leaveOut(page.window);
        Result<void> done = m_isBehind ? writer.refoldAll() : Result<void>();
        for (const TypedRecords &records : page.upserts)
            done = done.and_then([&] { return writer.take(records); });
        for (const Gone &gone : page.gone)
            done = done.and_then([&] { return writer.purge(gone); });
        for (const QString &iid : page.settled)
            done = done.and_then([&] { return writer.settle(iid); });
        return page.sweepsStale ? done.and_then([&] { return writer.sweepStale(); }) : done;
    });
    if (changed) m_isBehind = false;
    return changed;
}

Result<Changed> Cache::rescope(const QStringList &scopes, const QString &scopeState, const QString &resumeToken,
                               const QList<Intent> &pending, const ApplyContext &context)
{
    State next = m_state;
    next.scopeState = scopeState;
    next.resumeToken = resumeToken;
    next.wholeSince = {};
    ++next.generation;
    return change(next, pending, context, [&](CacheWriter &writer) { return writer.purgeOutside(scopes); });
}

Result<Changed> Cache::showPending(const QList<Intent> &intents, const ApplyContext &context)
{
    return change(m_state, {}, context, [&](CacheWriter &writer) {
        Result<void> done;
        for (const Intent &intent : intents)
            done = done.and_then([&] { return writer.show(intent); });
        return done;
    });
}

Result<Changed> Cache::settle(const QString &iid, const QList<Intent> &pending, const ApplyContext &context)
{
    return change(m_state, pending, context, [&](CacheWriter &writer) { return writer.settle(iid); });
}

Result<Changed> Cache::refoldAll(const QList<Intent> &pending, const ApplyContext &context)
{
    auto changed = change(m_state, pending, context, [](CacheWriter &writer) { return writer.refoldAll(); });
    if (changed) m_isBehind = false;
    return changed;
}

Result<QStringList> Cache::missing(const TypeInfo &type, const QStringList &ids)
{
    RowStore rows(*m_database, m_clocks);
    Overlay overlay(*m_database, rows, {}, {});
    if (const auto loaded = overlay.load(); !loaded) return tl::unexpected(loaded.error());
    QStringList absent;
    for (const QString &id : ids) {
        const auto base = overlay.base(type, id);
        if (!base) return tl::unexpected(base.error());
        if (base->record.isEmpty()) absent += id;
    }
    return absent;
}

Result<bool> Cache::indexSome(int count)
{
    auto transaction = Transaction::write(*m_database);
    if (!transaction) return tl::unexpected(transaction.error());
    const auto more = TextIndex(*m_database).indexSome(count);
    if (!more) return more;
    return transaction->commit().map([&] { return *more; });
}

Result<bool> Cache::refreshClocks(int count, Changed &changed)
{
    auto transaction = Transaction::write(*m_database);
    if (!transaction) return tl::unexpected(transaction.error());
    QSet<QString> refreshed;
    const qint64 now = m_state.asOf.isValid() ? m_state.asOf.toMSecsSinceEpoch() : 0;
    const auto more = m_clocks.refreshSome(count, now, refreshed);
    const auto done = more ? transaction->commit() : tl::unexpected(more.error());
    if (!done) {
        m_clocks.forget();
        return tl::unexpected(done.error());
    }
    changed.lists = changed.lists || !refreshed.isEmpty();
    for (const QString &ticket : std::as_const(refreshed))
        changed.tickets.insert(TicketId{ticket});
    return *more;
}

} // namespace akwaba
