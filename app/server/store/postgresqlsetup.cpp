// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/postgresqlsetup.h"

#include "app/server/store/serverschema.h"
#include "core/database/database.h"
#include "core/database/statement.h"
#include "core/database/table.h"
#include "core/database/transaction.h"

#include <QRegularExpression>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace akwaba::store {

namespace {

bool isName(const QString &name)
{
    static const QRegularExpression plain(u"^[a-z_][a-z0-9_]{0,62}\\z"_s);
    return plain.match(name).hasMatch();
}

QString databaseOf(const QString &url) { return QUrl(url).path().mid(1); }

QString serverOf(const QString &url)
{
    const QUrl parsed(url);
    return parsed.host().isEmpty() ? u"this machine"_s : parsed.host();
}

/// Where PostgreSQL keeps what belongs to no database of ours.
QString maintenanceUrl(const QString &url)
{
    QUrl changed(url);
    changed.setPath(u"/postgres"_s);
    return changed.toString(QUrl::FullyEncoded);
}

Result<bool> exists(Database &database, const QString &sql, const QString &name)
{
    Statement select(database, sql);
    return select.bind(0, name).first([](const Statement &) { return true; }).map([](const std::optional<bool> &found) {
        return found.has_value();
    });
}

Result<void> runAll(Database &database, const QStringList &statements)
{
    auto transaction = Transaction::write(database);
    if (!transaction) return tl::unexpected(transaction.error());
    for (const QString &statement : statements) {
        if (auto done = database.execute(statement); !done) return done;
    }
    return transaction->commit();
}

/// Rows, and nothing else: the tables and the version of them are their owner's.
QStringList grants(const QString &databaseName, const QString &roleName)
{
    const QString database = quoted(databaseName);
    const QString role = quoted(roleName);
    return {
        u"REVOKE ALL ON DATABASE %1 FROM PUBLIC"_s.arg(database),
        u"REVOKE CREATE ON SCHEMA public FROM PUBLIC"_s,
        u"GRANT CONNECT ON DATABASE %1 TO %2"_s.arg(database, role),
        u"GRANT USAGE ON SCHEMA public TO %1"_s.arg(role),
        u"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO %1"_s.arg(role),
        u"REVOKE INSERT, UPDATE, DELETE ON schema_version FROM %1"_s.arg(role),
        u"ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO %1"_s.arg(role)};
}

} // namespace

Result<void> checkTexts(Database &database)
{
    Statement select(database,
                     u"SELECT pg_encoding_to_char(encoding), datcollate FROM pg_database "
                     "WHERE datname = current_database()"_s);
    const auto found = select.first([](const Statement &row) { return std::pair(row.text(0), row.text(1)); });
    if (!found) return tl::unexpected(found.error());
    const auto [encoding, collation] = found->value_or(std::pair<QString, QString>());
    if (encoding == u"UTF8" && QStringList{u"C"_s, u"POSIX"_s, u"C.UTF-8"_s, u"C.utf8"_s}.contains(collation))
        return {};
    return fail(Code::BadInput,
                u"the database is %1 with the collation %2; it has to be UTF8 with C: CREATE DATABASE ... TEMPLATE "
                "template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'"_s.arg(encoding, collation));
}

Result<PostgresqlSetup> PostgresqlSetup::look(const PostgresqlWish &wish)
{
    if (!isName(databaseOf(wish.ownerUrl)))
        return fail(Code::BadInput,
                    u"the URL has to end with the name of the database, in small letters: .../akwaba"_s);
    if (!isName(wish.serverRole))
        return fail(Code::BadInput, u"the name of the server's role has to be of small letters, digits and _"_s);
    PostgresqlSetup setup(wish);
    return setup.lookAtServer()
        .and_then([&] { return setup.m_lacksDatabase ? Result<void>() : setup.lookAtDatabase(); })
        .map([&] { return setup; });
}

Result<void> PostgresqlSetup::lookAtServer()
{
    auto server = Database::connect({maintenanceUrl(m_wish.ownerUrl), m_wish.ownerPassword, true});
    if (!server) return tl::unexpected(server.error());
    const auto database =
        exists(*server, u"SELECT 1 FROM pg_database WHERE datname = ?"_s, databaseOf(m_wish.ownerUrl));
    const auto role = exists(*server, u"SELECT 1 FROM pg_roles WHERE rolname = ?"_s, m_wish.serverRole);
    if (!database) return tl::unexpected(database.error());
    if (!role) return tl::unexpected(role.error());
    m_lacksDatabase = !*database;
    m_lacksRole = !*role;
    if (m_lacksRole && m_wish.serverPassword.isEmpty())
        return fail(Code::BadInput, u"there is no role %1, and no password to make it with"_s.arg(m_wish.serverRole));
    return {};
}

Result<void> PostgresqlSetup::lookAtDatabase()
{
    auto database = Database::connect({m_wish.ownerUrl, m_wish.ownerPassword, true});
    if (!database) return tl::unexpected(database.error());
    if (auto fit = checkTexts(*database); !fit) return fit;
    const auto version = schemaVersion(*database);
    const auto prepared = isPrepared(*database);
    if (!version) return tl::unexpected(version.error());
    if (!prepared) return tl::unexpected(prepared.error());
    m_version = *version;
    m_lacksTables = !*prepared;
    if (m_version == 0 || m_lacksRole) return {};
    const auto granted =
        exists(*database, u"SELECT 1 WHERE has_table_privilege(?, 'tickets', 'INSERT')"_s, m_wish.serverRole);
    return granted.map([this](bool may) { m_lacksGrants = !may; });
}

QStringList PostgresqlSetup::steps() const
{
    QStringList steps;
    const QString database = databaseOf(m_wish.ownerUrl);
    if (m_lacksDatabase)
        steps += u"make the database %1 on %2 (UTF8, sorted by code point)"_s.arg(database, serverOf(m_wish.ownerUrl));
    if (m_lacksRole) steps += u"make the role %1, which may log in and nothing more"_s.arg(m_wish.serverRole);
    if (m_lacksTables)
        steps += m_version == 0
            ? u"make the tables in %1, with the triggers that guard them"_s.arg(database)
            : u"bring the tables in %1 from version %2 to that of this program"_s.arg(database).arg(m_version);
    if (m_lacksGrants)
        steps += u"let %1 read and write the rows in %2, and change no table; let nobody else connect"_s.arg(
            m_wish.serverRole, database);
    return steps;
}

QString PostgresqlSetup::serverUrl() const
{
    QUrl url(m_wish.ownerUrl);
    url.setUserName(m_wish.serverRole);
    url.setPassword(QString());
    return url.toString(QUrl::FullyEncoded);
}

Result<void> PostgresqlSetup::makeDatabase() const
{
    return Database::connect({maintenanceUrl(m_wish.ownerUrl), m_wish.ownerPassword, false})
        .and_then([this](Database server) {
            return server.execute(
                u"CREATE DATABASE %1 TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'"_s.arg(
                    quoted(databaseOf(m_wish.ownerUrl))));
        });
}

/// The server gets to see no password, so neither does its log.
Result<void> PostgresqlSetup::makeRole() const
{
    return Database::connect({maintenanceUrl(m_wish.ownerUrl), m_wish.ownerPassword, false})
        .and_then([this](Database server) {
            return passwordVerifier(server, m_wish.serverRole, m_wish.serverPassword)
                .and_then([&](const QString &verifier) {
                    return server.execute(
                        u"CREATE ROLE %1 LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD '%2'"_s.arg(
                            quoted(m_wish.serverRole), verifier));
                });
        });
}

Result<void> PostgresqlSetup::carryOut(Random &random) const
{
    if (m_lacksDatabase) {
        if (auto done = makeDatabase(); !done) return done;
    }
    if (m_lacksRole) {
        if (auto done = makeRole(); !done) return done;
    }
    auto database = Database::connect({m_wish.ownerUrl, m_wish.ownerPassword, false});
    if (!database) return tl::unexpected(database.error());
    if (m_lacksTables) {
        if (auto done = prepareSchema(*database, random); !done) return done;
    }
    if (!m_lacksGrants) return {};
    return runAll(*database, grants(databaseOf(m_wish.ownerUrl), m_wish.serverRole));
}

} // namespace akwaba::store
