// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/connectionname.h"
#include "core/database/database.h"
#include "core/database/sqlerror.h"
#include "core/database/statementcache.h"

#include <QSqlDriver>
#include <QSqlError>

#include <libpq-fe.h>

using namespace Qt::StringLiterals;

// The part of Database that speaks with PostgreSQL.

namespace akwaba {

namespace {

/// A client that waits for somebody else's lock must not wait for ever, and one that was forgotten in the middle of a
/// transaction must not hold up all others. A server that vanished without a word is given up after 15 s.
constexpr auto session = "connect_timeout=5 keepalives_idle=10 keepalives_interval=5 keepalives_count=2 "
                         "tcp_user_timeout=15000 application_name=akwaba "
                         "options='-c lock_timeout=2s -c idle_in_transaction_session_timeout=10s "
                         "-c client_min_messages=warning -c timezone=UTC -c standard_conforming_strings=on'"_L1;

PGconn *libpq(const QSqlDatabase &connection)
{
    const QVariant handle = connection.isValid() ? connection.driver()->handle() : QVariant();
    return handle.isValid() ? *static_cast<PGconn *const *>(handle.constData()) : nullptr;
}

QString asValue(QString value) { return u'\'' + value.replace(u'\\', u"\\\\"_s).replace(u'\'', u"\\'"_s) + u'\''; }

struct Parameters {
    QString connection; // keyword=value pairs
    QString password; // apart: Qt changes what stands in the pairs
};

/// Takes a URL apart with libpq's own reader.
Result<Parameters> parametersOf(const PostgresqlOptions &options)
{
    char *complaint = nullptr;
    PQconninfoOption *const parsed = PQconninfoParse(options.url.toUtf8().constData(), &complaint);
    PQfreemem(complaint); // it may hold the password
    if (parsed == nullptr) return fail(Code::BadInput, u"the URL of the database is none"_s);
    Parameters parameters{{}, options.password};
    for (const PQconninfoOption *option = parsed; option->keyword != nullptr; ++option) {
        const QString value = QString::fromUtf8(option->val);
        if (option->val == nullptr || value.isEmpty()) continue;
        const auto keyword = QLatin1StringView(option->keyword);
        if (keyword == "password"_L1) {
            if (parameters.password.isEmpty()) parameters.password = value;
        } else if (keyword != "options"_L1 && keyword != "client_encoding"_L1) { // ours
            parameters.connection += keyword + u'=' + asValue(value) + u' ';
        }
    }
    PQconninfoFree(parsed);
    if (parameters.connection.contains(u';')) return fail(Code::BadInput, u"a semicolon in the URL of the database"_s);
    return parameters;
}

/// Why there is no connection. What the server says names the user and the database, which is no secret here.
Error notConnected(const QSqlError &error)
{
    const QString words = error.databaseText().trimmed();
    const bool refused = words.contains(u"authentication failed"_s) || words.contains(u"does not exist"_s)
        || words.contains(u"pg_hba.conf"_s) || words.contains(u"permission denied for database"_s)
        || words.contains(u"no password supplied"_s);
    return {refused ? Code::Denied : Code::Unreachable, u"PostgreSQL: "_s + words};
}

} // namespace

Result<Database> Database::connect(const PostgresqlOptions &options)
{
    const auto parameters = parametersOf(options);
    if (!parameters) return tl::unexpected(parameters.error());
    if (!QSqlDatabase::isDriverAvailable(u"QPSQL"_s))
        return fail(Code::Unsupported, u"Qt's driver for PostgreSQL is not installed (libqt6sql6-psql)"_s);
    Database database;
    database.m_dialect = Dialect::Postgresql;
    database.m_connection = QSqlDatabase::addDatabase(u"QPSQL"_s, connectionName());
    database.m_connection.setPassword(parameters->password);
    QString pairs = parameters->connection + session;
    if (options.readOnly) pairs.replace(u"options='"_s, u"options='-c default_transaction_read_only=on "_s);
    database.m_connection.setConnectOptions(pairs);
    return database.reconnect().map([&] { return std::move(database); });
}

Result<void> Database::reconnect()
{
    m_statements->clear();
    if (m_dialect == Dialect::Sqlite) return {};
    m_connection.close();
    if (!m_connection.open()) return tl::unexpected(notConnected(m_connection.lastError()));
    return {};
}

bool Database::isLost() const
{
    if (m_dialect == Dialect::Sqlite) return false;
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
