// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/databasesource.h"

#include "core/base/clock.h"

#include <QLoggingCategory>
#include <QUrl>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace akwaba::store {

namespace {

Q_LOGGING_CATEGORY(lcSource, "akwaba.store")

constexpr auto pauseAfterFailure = 1s;
constexpr auto firstPause = 1s;
constexpr auto longestPause = 15s;
constexpr auto prompt = 1s; // a failure that took longer cost everybody time
constexpr auto soon = 1min; // for another hang to belong to the one before

} // namespace

QString Place::name() const
{
    if (!isPostgresql()) return databaseFile();
    return QUrl(databaseUrl).toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery);
}

std::chrono::seconds GrowingPause::next(std::chrono::milliseconds now)
{
    m_times = m_times > 0 && now < m_last + soon ? m_times + 1 : 1;
    m_last = now;
    return std::min<std::chrono::seconds>(firstPause * (1 << std::min(m_times - 1, 4)), longestPause);
}

DatabaseSource::DatabaseSource(Place place, const Clock &clock)
    : m_place(std::move(place)), m_clock(clock),
      m_limit(m_place.isPostgresql() ? std::make_shared<CallLimit>(m_place.patience) : nullptr)
{
}

PostgresqlOptions DatabaseSource::options(Use use) const
{
    const bool mayLast = use == Use::Rebuild || use == Use::ReadAll;
    return {m_place.databaseUrl, m_place.password, use == Use::Read || use == Use::ReadAll,
            mayLast ? nullptr : m_limit};
}

/// What exceeds the limit is found out by whoever was in the call; here it is noticed when he comes for a connection.
Result<void> DatabaseSource::mayTry()
{
    const int exceeded = m_limit ? m_limit->exceeded() : 0;
    if (std::exchange(m_exceeded, exceeded) != exceeded) askAside();
    if (m_knock) {
        if (!m_knock->isAnswered()) return fail(Code::Unreachable, u"the database hangs"_s);
        m_knock.reset();
        qCInfo(lcSource) << "the database answers again";
    }
    if (m_failedAt && m_clock.monotonic() < *m_failedAt + pauseAfterFailure)
        return fail(Code::Unreachable, u"the database was out of reach a moment ago"_s);
    return {};
}

template <class F> std::invoke_result_t<F> DatabaseSource::tryTo(F connect)
{
    if (const auto may = mayTry(); !may) return tl::unexpected(may.error());
    const auto begunAt = m_clock.monotonic();
    auto result = connect();
    m_failedAt.reset();
    if (result || result.error().code != Code::Unreachable) return result;
    m_failedAt = m_clock.monotonic();
    if (*m_failedAt - begunAt > prompt) askAside();
    return result;
}

void DatabaseSource::askAside()
{
    if (m_knock && !m_knock->isAnswered()) return; // another connection is found to hang as well
    m_knock = std::make_unique<Knock>(options(Use::Write), m_pause.next(m_clock.monotonic()));
    qCWarning(lcSource) << "the database does not answer; requests are refused until it does";
}

Result<Database> DatabaseSource::open(Use use)
{
    if (m_place.isPostgresql()) return tryTo([&] { return Database::connect(options(use)); });
    DatabaseOptions options;
    options.readOnly = use == Use::Read || use == Use::ReadAll;
    if (!options.readOnly) options.synchronous = DatabaseOptions::Synchronous::Full;
    return Database::open(m_place.databaseFile(), options);
}

Result<void> DatabaseSource::revive(Database &database)
{
    if (!database.isLost()) return {};
    return tryTo([&] { return database.reconnect(); });
}

} // namespace akwaba::store
