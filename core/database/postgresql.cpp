// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/calllimit.h"
#include "core/database/connectionname.h"
#include "core/database/database.h"
#include "core/database/postgresqlparameters.h"
#include "core/database/sqlerror.h"
#include "core/database/statementcache.h"

#include <QSqlDriver>
#include <QSqlError>

#include <libpq-fe.h>

using namespace Qt::StringLiterals;

// The part of Database that speaks with PostgreSQL.

namespace akwaba {

namespace {

PGconn *libpq(const QSqlDatabase &connection)
{
    const QVariant handle = connection.isValid() ? connection.driver()->handle() : QVariant();
    return handle.isValid() ? *static_cast<PGconn *const *>(handle.constData()) : nullptr;
}

} // namespace

Result<Database> Database::connect(const PostgresqlOptions &options)
{
    const auto parameters = postgresqlParameters(options);
    if (!parameters) return tl::unexpected(parameters.error());
    if (!QSqlDatabase::isDriverAvailable(u"QPSQL"_s))
        return fail(Code::Unsupported, u"Qt's driver for PostgreSQL is not installed (libqt6sql6-psql)"_s);
    Database database;
    database.m_dialect = Dialect::Postgresql;
    database.m_limit = options.limit;
    database.m_connection = QSqlDatabase::addDatabase(u"QPSQL"_s, connectionName());
    database.m_connection.setPassword(parameters->password);
    database.m_connection.setConnectOptions(parameters->pairs);
    return database.reconnect().map([&] { return std::move(database); });
}

Result<void> Database::reconnect()
{
    forgetStatements();
    if (m_dialect == Dialect::Sqlite) return fileIsInPlace();
    m_calls->release();
    m_connection.close();
    if (!m_connection.open()) return tl::unexpected(notConnected(m_connection.lastError().databaseText()));
    if (m_calls->putUnder(m_limit, PQsocket(libpq(m_connection)))) return {};
    m_connection.close();
    return fail(Code::Unreachable,
                u"PostgreSQL: the connection broke at once, or there is no handle left to watch it"_s);
}

bool Database::isLost() const
{
    if (m_dialect == Dialect::Sqlite) return !fileIsInPlace();
    PGconn *const connection = libpq(m_connection);
    return connection == nullptr || PQstatus(connection) != CONNECTION_OK;
}

bool Database::isAborted() const
{
    if (m_dialect == Dialect::Sqlite) return !hasTransaction();
    PGconn *const connection = libpq(m_connection);
    return connection == nullptr || PQtransactionStatus(connection) == PQTRANS_INERROR;
}

Result<QString> passwordVerifier(const Database &database, const QString &role, const QString &password)
{
    char *const made = PQencryptPasswordConn(libpq(database.connection()), password.toUtf8().constData(),
                                             role.toUtf8().constData(), "scram-sha-256");
    if (made == nullptr) return fail(Code::Internal, u"no verifier of a password"_s);
    const QString verifier = QString::fromLatin1(made);
    PQfreemem(made);
    return verifier;
}

} // namespace akwaba
