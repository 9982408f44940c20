// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/postgresqlquery.h"

#include "core/database/sqlerror.h"

#include <QSqlError>

namespace akwaba {

PostgresqlQuery::PostgresqlQuery(const QSqlDatabase &connection) : m_query(connection) { m_query.setForwardOnly(true); }

std::optional<Error> PostgresqlQuery::error() const
{
    const QSqlError last = m_query.lastError();
    return last.isValid() ? std::optional(sqlError(last)) : std::nullopt;
}

} // namespace akwaba
