// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "worldconsole.h"

#include "core/database/database.h"
#include "core/database/statement.h"
#include "core/database/table.h"
#include "core/sync/localwrite.h"
#include "worldserver.h"

#include <QFile>
#include <QFileInfo>

namespace akwaba::world {

using namespace Qt::StringLiterals;

WorldConsole::WorldConsole(int number, ApplyContext me, const Clock &world, Random &random, Wants wants)
    : m_number(number), m_me(std::move(me)), m_clock(world), m_random(random), m_wants(std::move(wants)),
      m_folder(folderTemplate()), m_disk(QFileInfo(m_folder.path()).canonicalFilePath())
{
}

WorldConsole::~WorldConsole() { close(); }

QString WorldConsole::path(const char *file) const { return m_folder.filePath(QString::fromLatin1(file)); }

// ------------------------------------------------------------------------------------------------ begin and end

Result<void> WorldConsole::open()
{
    auto outbox = Outbox::open(path("outbox.db"), m_outboxKey, m_clock);
    if (!outbox) return tl::unexpected(outbox.error());
    m_outbox = std::move(*outbox);
    return openCache();
}

Result<void> WorldConsole::openCache()
{
    if (m_isDamaged) ++m_setbacks; // a log ends where it is damaged
    const bool existed = QFile::exists(path("cache.db"));
    auto cache = openShown(path("cache.db"), m_cacheKey, *m_outbox, m_me);
    if (!cache) return tl::unexpected(cache.error());
    if (existed && (*cache)->opened() != Cache::Opened::Existing) {
        ++m_rebuilds;
        m_isDamaged = false;
    }
    m_cache = std::move(*cache);
    return {};
}

Result<void> WorldConsole::start()
{
    if (isRunning()) return {};
    ++m_incarnation;
    const Result<void> opened = open();
    if (!opened || m_disk.isDead()) {
        kill();
        return opened ? fail(Code::Io, u"it died while it began"_s) : opened;
    }
    m_offline = false;
    m_engine = std::make_unique<Engine>(*m_cache, *m_outbox, m_clock, m_random, m_me, m_window);
    happens(event::Started{});
    return {};
}

void WorldConsole::close()
{
    m_engine.reset();
    m_reader.reset();
    m_cache.reset();
    m_outbox.reset();
    m_timerAt.reset();
}

void WorldConsole::kill()
{
    if (m_disk.hasLostPower()) ++m_setbacks;
    m_disk.die(); // or closing would tidy up
    close();
    m_disk.revive(m_random);
}

void WorldConsole::cutPower()
{
    m_disk.cutPower();
    kill();
}

void WorldConsole::rebuildCache()
{
    ++m_rebuilds;
    m_cacheIsBroken = false;
    m_engine.reset();
    m_reader.reset();
    m_cache.reset();
    m_timerAt.reset();
    Cache::destroy(path("cache.db"));
    m_isDamaged = false;
    if (!openCache() || m_disk.isDead()) return kill(); // the program has no cache: the agent starts it again
    m_engine = std::make_unique<Engine>(*m_cache, *m_outbox, m_clock, m_random, m_me, m_window);
    if (m_offline) happens(event::WentOffline{});
    happens(event::Started{});
}

void WorldConsole::copyFiles(const char *database, bool back) const
{
    for (const char *suffix : {"", "-wal"}) {
        const QString live = path(database) + QLatin1StringView(suffix);
        const QString copy = live + ".copy"_L1;
        const QString from = back ? copy : live;
        const QString to = back ? live : copy;
        QFile::remove(to);
        if (!QFile::exists(from)) continue;
        if (back)
            QFile::rename(from, to); // no copy stays: no real console has one
        else
            QFile::copy(from, to);
    }
    if (back) QFile::remove(path(database) + "-shm"_L1);
}

void WorldConsole::dieDuring(const SyncEvent &event, Torn torn)
{
    const char *lost = torn == Torn::OutboxLost ? "outbox.db" : "cache.db";
    copyFiles(lost, false);
    ++m_pairs[std::size_t(m_engine->state())][event.index()];
    (void)m_engine->step(event); // nothing of what it wants is done any more
    kill();
    copyFiles(lost, true);
    m_disk.forgetUnsynced();
    ++m_setbacks;
}

QStringList WorldConsole::files() const
{
    QStringList all;
    for (const char *database : {"outbox.db", "cache.db"}) {
        for (const char *suffix : {"", "-wal", "-shm"})
            all.append(path(database) + QLatin1StringView(suffix));
    }
    return all;
}

void WorldConsole::keepImage()
{
    m_image.clear();
    m_imageIsDamaged = m_isDamaged;
    for (const QString &path : files()) {
        QFile file(path);
        if (!path.endsWith("-shm"_L1) && file.open(QIODevice::ReadOnly)) m_image.insert(path, file.readAll());
    }
}

void WorldConsole::setBackToImage()
{
    kill();
    for (const QString &path : files())
        QFile::remove(path);
    for (auto each = m_image.cbegin(); each != m_image.cend(); ++each) {
        QFile file(each.key());
        if (!file.open(QIODevice::WriteOnly) || file.write(each.value()) != each.value().size())
            qFatal("an image can't be written");
    }
    m_disk.forgetUnsynced();
    m_isDamaged = m_imageIsDamaged;
    ++m_setbacks;
}

void WorldConsole::destroyCache()
{
    Cache::destroy(path("cache.db"));
    m_isDamaged = false;
    ++m_setbacks;
}

void WorldConsole::destroyOutbox()
{
    for (const char *suffix : {"", "-wal", "-shm"})
        QFile::remove(path("outbox.db") + QLatin1StringView(suffix));
}

void WorldConsole::layOpen()
{
    m_cacheKey.clear();
    m_outboxKey.clear();
}

QList<std::pair<QString, QByteArray>> WorldConsole::databases() const
{
    return {{path("cache.db"), m_cacheKey}, {path("outbox.db"), m_outboxKey}};
}

void WorldConsole::flipBitOfCache(quint64 bit)
{
    QFile file(path("cache.db"));
    QFile log(path("cache.db-wal")); // most of it lies there
    const quint64 all = quint64(file.size() + log.size());
    if (all == 0) return;
    auto at = qint64(bit / 8 % all);
    QFile &damaged = at < file.size() ? file : log;
    if (&damaged == &log) at -= file.size();
    char byte = 0;
    if (!damaged.open(QIODevice::ReadWrite | QIODevice::Unbuffered)) return;
    if (!damaged.seek(at) || !damaged.getChar(&byte) || !damaged.seek(at)) return;
    damaged.putChar(char(byte ^ (1 << (bit % 8))));
    m_disk.forgetUnsynced();
    ++m_setbacks;
    m_isDamaged = true;
}

// ------------------------------------------------------------------------------------------------ what it does

void WorldConsole::happens(const SyncEvent &event)
{
    if (!isRunning()) return;
    if (std::holds_alternative<event::TimerFired>(event)) m_timerAt.reset();
    if (std::holds_alternative<event::WentOffline>(event)) m_offline = true;
    if (std::holds_alternative<event::WentOnline>(event)) m_offline = false;
    ++m_pairs[std::size_t(m_engine->state())][event.index()];
    const Effects effects = m_engine->step(event);
    if (m_disk.isDead()) return kill();
    for (const Effect &wanted : effects) {
        if (const auto *timer = std::get_if<effect::ArmTimer>(&wanted))
            m_timerAt = m_clock.monotonic() + timer->after;
        else if (std::holds_alternative<effect::StopTimer>(wanted))
            m_timerAt.reset();
        else if (std::holds_alternative<effect::RebuildCache>(wanted))
            m_cacheIsBroken = true;
        else
            m_wants(wanted);
    }
    if (m_cacheIsBroken) return rebuildCache();
    tidy();
}

/// As a driver does that has nothing else to do.
void WorldConsole::tidy()
{
    const auto gone = isRunning() ? m_engine->tidy({}) : std::nullopt;
    if (gone) m_evicted += int(gone->tickets.size());
    if (m_disk.isDead()) kill();
}

WorldConsole::Performed WorldConsole::perform(const Command &command, bool dies)
{
    const Intent intent = makeIntent(command, m_clock, m_random);
    if (dies) {
        const bool isKept = m_outbox->append(intent).has_value();
        kill();
        return {intent.iid, isKept};
    }
    const bool isKept = writeDown(*m_outbox, *m_cache, intent, m_me).has_value();
    if (m_disk.isDead())
        kill();
    else if (isKept)
        happens(event::Written{});
    return {intent.iid, isKept};
}

std::optional<bool> WorldConsole::cancel(const QString &iid)
{
    const Result<Changed> cancelled = cancelUnsent(*m_outbox, *m_cache, iid, m_me);
    if (m_disk.isDead()) {
        kill();
        return cancelled ? std::optional(true) : std::nullopt;
    }
    if (cancelled) return true;
    if (cancelled.error().code == Code::Conflict || cancelled.error().code == Code::NotFound) return false;
    return std::nullopt;
}

void WorldConsole::indexTexts()
{
    while (isRunning() && m_cache->indexSome(500).value_or(false)) { }
}

// ------------------------------------------------------------------------------------------------ looked at

bool WorldConsole::isIdle() const
{
    return isRunning() && m_engine->state() == Engine::State::Live && m_outbox->pendingCount() == 0
        && !m_outbox->hasReady() && m_outbox->awaitingEcho().value_or(QStringList{QString()}).isEmpty();
}

QHash<QString, QString> WorldConsole::intentStates()
{
    Database database = must(Database::open(path("outbox.db"), {.key = m_outboxKey, .readOnly = true}));
    // After an upgrade nothing waits for it any more.
    Statement statement(
        database, u"SELECT iid, iif(reason = 'needsServerUpgrade', 'waiting for an upgrade', state) FROM intent"_s);
    QHash<QString, QString> states;
    must(statement.forEach([&states](const Statement &row) { states.insert(row.text(0), row.text(1)); }));
    return states;
}

QString WorldConsole::reasonOf(const QString &iid)
{
    Database database = must(Database::open(path("outbox.db"), {.key = m_outboxKey, .readOnly = true}));
    Statement statement(database, u"SELECT reason FROM intent WHERE iid = ?"_s);
    return must(statement.bind(0, iid).first([](const Statement &row) { return row.text(0); })).value_or(QString());
}

QList<WorldConsole::Sent> WorldConsole::numbered()
{
    Database database = must(Database::open(path("outbox.db"), {.key = m_outboxKey, .readOnly = true}));
    Statement all(database, u"SELECT iid, dseq, attempts, deps FROM intent WHERE dseq IS NOT NULL ORDER BY oseq"_s);
    return must(all.rows([](const Statement &row) {
        return Sent{row.text(0), row.integer(1), row.integer(2) > 0, row.text(3) == u"[]"};
    }));
}

QSet<QString> WorldConsole::neverSent()
{
    auto database = Database::open(path("outbox.db"), {.key = m_outboxKey, .readOnly = true});
    if (!database) return {};
    Statement waiting(*database, u"SELECT iid FROM intent WHERE attempts = 0"_s);
    const auto iids = waiting.rows([](const Statement &row) { return row.text(0); });
    return iids ? QSet<QString>(iids->begin(), iids->end()) : QSet<QString>();
}

Database *WorldConsole::reader()
{
    if (!isRunning()) return nullptr;
    if (!m_reader) {
        auto opened = Database::open(path("cache.db"), {.key = m_cacheKey, .readOnly = true});
        if (opened) m_reader = std::make_unique<Database>(std::move(*opened));
    }
    return m_reader.get();
}

QMap<QString, QJsonObject> WorldConsole::rows(const TypeInfo &type)
{
    QMap<QString, QJsonObject> rows;
    if (reader() == nullptr) return rows;
    Statement all(*m_reader, select(type));
    const auto records = all.rows([&type](const Statement &row) { return readRecord(row, type); });
    for (const QJsonObject &record : records.value_or(QList<QJsonObject>()))
        rows.insert(record.value(u"id"_s).toString(), record);
    return rows;
}

QJsonObject WorldConsole::row(const TypeInfo &type, const QString &id)
{
    if (reader() == nullptr) return {};
    Statement one(*m_reader, select(type) + u" WHERE id = ?"_s);
    const auto found = one.bind(0, id).first([&type](const Statement &row) { return readRecord(row, type); });
    return found ? found->value_or(QJsonObject()) : QJsonObject();
}

QMap<QString, qint64> WorldConsole::revs(const TypeInfo &type)
{
    QMap<QString, qint64> revs;
    if (reader() == nullptr) return revs;
    Statement all(*m_reader, u"SELECT id, rev FROM %1"_s.arg(quoted(type.table)));
    (void)all.forEach([&revs](const Statement &row) { revs.insert(row.text(0), row.integer(1)); });
    return revs;
}

QList<QStringList> WorldConsole::ask(const QString &sql, const QString &value)
{
    if (reader() == nullptr) return {};
    Statement question(*m_reader, sql);
    const auto found =
        question.bind(0, value).rows([](const Statement &row) { return QStringList{row.text(0), row.text(1)}; });
    return found.value_or(QList<QStringList>());
}

} // namespace akwaba::world
