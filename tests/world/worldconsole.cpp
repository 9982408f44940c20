// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "worldconsole.h"

#include "core/database/database.h"
#include "core/database/statement.h"
#include "core/database/table.h"
#include "core/sync/localwrite.h"
#include "worldserver.h"

#include <QFile>

namespace akwaba::world {

using namespace Qt::StringLiterals;

WorldConsole::WorldConsole(int number, ApplyContext me, const Clock &clock, Random &random, Wants wants)
    : m_number(number), m_me(std::move(me)), m_clock(clock), m_random(random), m_wants(std::move(wants)),
      m_folder(folderTemplate())
{
    if (number % 2 == 0) return;
    // In the open, so that a search of the files as they lie there sees all that a cipher would hide from it.
    m_cacheKey.clear();
    m_outboxKey.clear();
}

WorldConsole::~WorldConsole() { kill(); }

QString WorldConsole::path(const char *file) const { return m_folder.filePath(QString::fromLatin1(file)); }

void WorldConsole::open()
{
    m_outbox = must(Outbox::open(path("outbox.db"), m_outboxKey, m_clock));
    m_cache = must(Cache::open(path("cache.db"), m_cacheKey));
    must(showAllPending(*m_outbox, *m_cache, m_me));
    m_engine = std::make_unique<Engine>(*m_cache, *m_outbox, m_clock, m_random, m_me);
}

void WorldConsole::start()
{
    if (isRunning()) return;
    ++m_incarnation;
    open();
    happens(event::Started{});
}

void WorldConsole::kill()
{
    m_engine.reset();
    m_cache.reset();
    m_outbox.reset();
    m_timerAt.reset();
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
    (void)m_engine->step(event); // nothing of what it wants is done any more
    kill();
    copyFiles(lost, true);
}

void WorldConsole::destroyCache()
{
    kill();
    Cache::destroy(path("cache.db"));
}

void WorldConsole::destroyOutbox()
{
    for (const char *suffix : {"", "-wal", "-shm"})
        QFile::remove(path("outbox.db") + QLatin1StringView(suffix));
}

QList<std::pair<QString, QByteArray>> WorldConsole::databases() const
{
    return {{path("cache.db"), m_cacheKey}, {path("outbox.db"), m_outboxKey}};
}

void WorldConsole::happens(const SyncEvent &event)
{
    if (std::holds_alternative<event::TimerFired>(event)) m_timerAt.reset();
    bool rebuilds = false;
    for (const Effect &wanted : m_engine->step(event)) {
        if (const auto *timer = std::get_if<effect::ArmTimer>(&wanted))
            m_timerAt = m_clock.monotonic() + timer->after;
        else if (std::holds_alternative<effect::StopTimer>(wanted))
            m_timerAt.reset();
        else if (std::holds_alternative<effect::RebuildCache>(wanted))
            rebuilds = true;
        else
            m_wants(wanted);
    }
    if (!rebuilds) return;
    kill();
    destroyCache();
    start();
}

QString WorldConsole::perform(const Command &command, bool dies)
{
    const Intent intent = makeIntent(command, m_clock, m_random);
    if (dies) {
        must(m_outbox->append(intent));
        kill();
        return intent.iid;
    }
    must(writeDown(*m_outbox, *m_cache, intent, m_me));
    happens(event::Written{});
    return intent.iid;
}

bool WorldConsole::cancel(const QString &iid) { return cancelUnsent(*m_outbox, *m_cache, iid, m_me).has_value(); }

bool WorldConsole::isIdle() const
{
    return isRunning() && m_engine->state() == Engine::State::Live && m_outbox->pendingCount() == 0
        && must(m_outbox->awaitingEcho()).isEmpty();
}

QString WorldConsole::intentState(const QString &iid)
{
    Database database = must(Database::open(path("outbox.db"), {.key = m_outboxKey, .readOnly = true}));
    Statement statement(database, u"SELECT state FROM intent WHERE iid = ?"_s);
    statement.bind(0, iid);
    return must(statement.first([](const Statement &row) { return row.text(0); })).value_or(QString());
}

QMap<QString, QJsonObject> WorldConsole::rows(const TypeInfo &type)
{
    Database database = must(Database::open(path("cache.db"), {.key = m_cacheKey, .readOnly = true}));
    Statement statement(database, select(type));
    QMap<QString, QJsonObject> rows;
    for (const QJsonObject &record : must(statement.rows([&](const Statement &row) { return readRecord(row, type); })))
        rows.insert(record.value(u"id"_s).toString(), record);
    return rows;
}

} // namespace akwaba::world
