// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/commitwatch.h"

#include "app/server/store/laneguard.h"
#include "core/base/lockfile.h"

#include <QVariant>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace akwaba::store {

namespace {

constexpr auto lookAtFile = 500ms;
constexpr auto watchdogEvery = 5s;

} // namespace

CommitWatch::CommitWatch(DatabaseSource &source, QObject *parent) : QObject(parent), m_source(source)
{
    connect(&m_watchdog, &QTimer::timeout, this, [this] { check(); });
}

CommitWatch::~CommitWatch() = default;

Result<void> CommitWatch::start()
{
    if (m_source.place().isPostgresql()) {
        m_watchdog.setInterval(watchdogEvery);
    } else {
        auto alone = lockServing(m_source.place().directory);
        if (!alone) return tl::unexpected(alone.error());
        m_alone = std::move(*alone);
        m_watchdog.setInterval(lookAtFile);
    }
    m_watchdog.start();
    check();
    return {};
}

/// The look comes after the listening has begun, so that nothing falls in between.
void CommitWatch::check()
{
    if (m_source.place().isPostgresql())
        listen();
    else
        setLeading(true);
    Q_EMIT woken();
}

void CommitWatch::listen()
{
    // An idle connection shows that it is dead only when it is used.
    if (m_database && (!m_database->execute(u"SELECT 1"_s) || m_database->isLost())) {
        m_database.reset();
        m_listening = false;
        m_locked = false;
    }
    if (!m_database) {
        auto opened = m_source.open(DatabaseSource::Use::Read);
        if (!opened) return setLeading(false);
        m_database.emplace(std::move(*opened));
    }
    if (!m_listening) {
        QSqlDriver *driver = m_database->connection().driver();
        connect(driver, &QSqlDriver::notification, this, &CommitWatch::hear, Qt::UniqueConnection);
        const Call call(m_database->calls());
        m_listening =
            driver->subscribeToNotification(commitChannel()) && driver->subscribeToNotification(talkChannel());
    }
    setLeading(holdsLeadership());
}

void CommitWatch::hear(const QString &channel, QSqlDriver::NotificationSource, const QVariant &payload)
{
    if (channel == commitChannel())
        Q_EMIT woken();
    else
        Q_EMIT told(payload.toString());
}

/// The lock belongs to the connection: whoever dies gives it back. Asked for by its holder it would be counted twice.
bool CommitWatch::holdsLeadership()
{
    if (!m_locked) m_locked = lockLeading(*m_database).has_value();
    return m_locked;
}

void CommitWatch::setLeading(bool leads)
{
    if (std::exchange(m_leading, leads) != leads) Q_EMIT leadingChanged(leads);
}

Result<std::unique_ptr<QLockFile>> lockServing(const QString &directory)
{
    auto lock = std::make_unique<QLockFile>(directory + u"/server.lock"_s);
    if (lockNow(*lock)) return lock;
    if (lock->error() == QLockFile::LockFailedError)
        return fail(Code::Locked, u"another server is running on %1"_s.arg(directory));
    return fail(Code::Io, u"can't write the lock in %1"_s.arg(directory));
}

Result<void> lockLeading(Database &database)
{
    const auto taken = database.value(u"SELECT pg_try_advisory_lock(hashtext('akwaba leader'))"_s);
    if (!taken) return tl::unexpected(taken.error());
    return taken->toBool() ? Result<void>() : fail(Code::Locked, u"a server is running on this database"_s);
}

} // namespace akwaba::store
