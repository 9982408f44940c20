// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/statement.h"

#include "core/database/database.h"
#include "core/database/sqlerror.h"

#include <QSqlError>

namespace akwaba {

namespace {

/// Qt would bind a null QString as NULL and a QDateTime as text: neither is how our columns hold them.
QVariant asColumn(const QVariant &value)
{
    if (value.metaType() == QMetaType::fromType<QString>() && value.toString().isNull())
        return QString(QLatin1StringView(""));
    if (value.metaType() == QMetaType::fromType<QDateTime>()) return instantColumn(value.toDateTime());
    return value;
}

} // namespace

QVariant instantColumn(const QDateTime &instant)
{
    return instant.isValid() ? QVariant(instant.toMSecsSinceEpoch()) : QVariant();
}

Statement::Statement(const Database &database, const QString &sql) : m_query(database.connection())
{
    m_query.setForwardOnly(true);
    m_prepared = m_query.prepare(sql);
}

Statement &Statement::bind(const QString &name, const QVariant &value)
{
    m_query.bindValue(name, asColumn(value));
    return *this;
}

Statement &Statement::bind(int index, const QVariant &value)
{
    m_query.bindValue(index, asColumn(value));
    return *this;
}

Result<void> Statement::run()
{
    if (!m_prepared || !m_query.exec()) return tl::unexpected(sqlError(m_query.lastError()));
    m_running = false;
    return {};
}

Result<bool> Statement::next()
{
    if (!m_running) {
        if (const auto done = run(); !done) return tl::unexpected(done.error());
        m_running = true;
    }
    if (m_query.next()) return true;
    m_running = false;
    if (m_query.lastError().isValid()) return tl::unexpected(sqlError(m_query.lastError()));
    return false;
}

void Statement::finish()
{
    m_query.finish();
    m_running = false;
}

QDateTime Statement::instant(int column) const
{
    if (m_query.isNull(column)) return {};
    return QDateTime::fromMSecsSinceEpoch(integer(column), Qt::UTC);
}

} // namespace akwaba
