// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/databasesource.h"

#include "core/base/clock.h"

#include <QUrl>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace akwaba::store {

namespace {

constexpr auto pauseAfterFailure = 1s;

} // namespace

QString Place::name() const
{
    if (!isPostgresql()) return databaseFile();
    return QUrl(databaseUrl).toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery);
}

Result<void> DatabaseSource::mayTry() const
{
    if (m_failedAt && m_clock.monotonic() < *m_failedAt + pauseAfterFailure)
        return fail(Code::Unreachable, u"the database was out of reach a moment ago"_s);
    return {};
}

template <class T> Result<T> DatabaseSource::noted(Result<T> result)
{
    m_failedAt.reset();
    if (!result && result.error().code == Code::Unreachable) m_failedAt = m_clock.monotonic();
    return result;
}

Result<Database> DatabaseSource::open(Use use)
{
    if (m_place.isPostgresql()) {
        return mayTry().and_then(
            [&] { return noted(Database::connect({m_place.databaseUrl, m_place.password, use == Use::Read})); });
    }
    DatabaseOptions options;
    options.readOnly = use == Use::Read;
    if (use == Use::Write) options.synchronous = DatabaseOptions::Synchronous::Full;
    return Database::open(m_place.databaseFile(), options);
}

Result<void> DatabaseSource::revive(Database &database)
{
    if (!database.isLost()) return {};
    return mayTry().and_then([&] { return noted(database.reconnect()); });
}

} // namespace akwaba::store
