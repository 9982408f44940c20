// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/statement.h"

#include "core/database/database.h"
#include "core/database/statementcache.h"

#include <utility>

namespace akwaba {

namespace {

/// What no text can hold in PostgreSQL, and what ends one for SQLite's functions.
QString withoutZeros(QString text)
{
    if (text.isNull()) return QLatin1StringView("");
    if (text.contains(QChar::Null)) text.replace(QChar::Null, QChar::ReplacementCharacter);
    return text;
}

/// Qt would bind a null QString as NULL, a QDateTime as text, and a bool as a type of its own in PostgreSQL: none is
/// how our columns hold them.
QVariant asColumn(const QVariant &value)
{
    if (value.metaType() == QMetaType::fromType<QString>()) return withoutZeros(value.toString());
    if (value.metaType() == QMetaType::fromType<QDateTime>()) return instantColumn(value.toDateTime());
    if (value.metaType() == QMetaType::fromType<bool>()) return value.toInt();
    return value;
}

} // namespace

QVariant instantColumn(const QDateTime &instant)
{
    return instant.isValid() ? QVariant(instant.toMSecsSinceEpoch()) : QVariant();
}

Statement::Statement(const Database &database, const QString &sql)
    : m_calls(&database.calls()), m_cache(&database.statements()), m_sql(sql), m_query(m_cache->take(sql)),
      m_prepared(m_query != nullptr), m_tried(m_prepared)
{
    if (!m_query) m_query = database.query();
}

/// Once: where it failed, values that were bound since are not to be run without those before.
void Statement::prepare()
{
    if (std::exchange(m_tried, true)) return;
    const Call call(*m_calls);
    m_prepared = m_query->prepare(m_sql);
}

Statement::Statement(Statement &&other) noexcept
    : m_calls(std::exchange(other.m_calls, nullptr)), m_cache(std::exchange(other.m_cache, nullptr)),
      m_sql(std::move(other.m_sql)), m_query(std::move(other.m_query)), m_prepared(other.m_prepared),
      m_tried(other.m_tried), m_running(other.m_running)
{
}

/// PostgreSQL is told of a statement that ends, so all of it belongs into a call.
Statement::~Statement()
{
    if (m_calls == nullptr) return;
    const Call call(*m_calls);
    m_query->finish();
    if (m_cache != nullptr && m_prepared) m_cache->give(m_sql, std::move(m_query));
    m_query.reset();
}

/// What failed for another reason than its values is prepared anew by the next: a table may have changed under it, or
/// the connection be another.
tl::unexpected<Error> Statement::failed()
{
    const Error error = m_query->error().value_or(Error{Code::Internal, m_sql});
    if (error.code != Code::Conflict && error.code != Code::Locked && error.code != Code::Denied) m_cache = nullptr;
    m_running = false;
    return tl::unexpected(error);
}

Statement &Statement::bind(const QString &name, const QVariant &value)
{
    prepare();
    if (m_prepared) m_query->bind(name, asColumn(value));
    return *this;
}

Statement &Statement::bind(int index, const QVariant &value)
{
    prepare();
    if (m_prepared) m_query->bind(index, asColumn(value));
    return *this;
}

Result<void> Statement::run()
{
    prepare();
    const Call call(*m_calls);
    if (!m_prepared || !m_query->run()) return failed();
    m_running = false;
    return {};
}

Result<bool> Statement::next()
{
    if (!m_running) {
        if (const auto done = run(); !done) return tl::unexpected(done.error());
        m_running = true;
    }
    const Call call(*m_calls);
    if (m_query->next()) return true;
    m_running = false;
    if (m_query->error()) return failed();
    return false;
}

void Statement::finish()
{
    const Call call(*m_calls);
    m_query->finish();
    m_running = false;
}

QDateTime Statement::instant(int column) const
{
    if (isNull(column)) return {};
    return QDateTime::fromMSecsSinceEpoch(integer(column), Qt::UTC);
}

} // namespace akwaba
