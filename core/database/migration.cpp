// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/migration.h"

#include "core/database/database.h"
#include "core/database/dialect.h"
#include "core/database/transaction.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

Result<void> executeAll(Database &database, const QStringList &statements)
{
    for (const QString &statement : statements) {
        if (auto done = database.execute(statement); !done) return done;
    }
    return {};
}

Result<void> apply(Database &database, const Migration &migration)
{
    auto transaction = Transaction::write(database);
    if (!transaction) return tl::unexpected(transaction.error());
    if (const auto done = executeAll(database, dialect::lockSchema(database.dialect())); !done) return done;
    // Another process may have been faster: its version is known only now that the lock is ours.
    const auto version = schemaVersion(database);
    if (!version) return tl::unexpected(version.error());
    if (*version >= migration.version) return {};
    if (const auto done = executeAll(database, migration.statements); !done)
        return fail(done.error().code, migration.name + u": "_s + done.error().detail);
    return setSchemaVersion(database, migration.version).and_then([&] { return transaction->commit(); });
}

} // namespace

QStringList splitStatements(const QString &text)
{
    static const QRegularExpression separator(u"^--;;[ \\t\\r]*$"_s, QRegularExpression::MultilineOption);
    QStringList statements;
    for (const QString &part : text.split(separator)) {
        if (!part.trimmed().isEmpty()) statements += part.trimmed();
    }
    return statements;
}

Result<std::vector<Migration>> migrationsIn(const QString &folder)
{
    std::vector<Migration> migrations;
    const QDir dir(folder);
    for (const QString &name : dir.entryList({u"*.sql"_s}, QDir::Files, QDir::Name)) {
        QFile file(dir.filePath(name));
        if (!file.open(QIODevice::ReadOnly)) return fail(Code::Io, name);
        migrations.push_back(
            {name.section(u'_', 0, 0).toInt(), name, splitStatements(QString::fromUtf8(file.readAll()))});
        if (migrations.back().version != static_cast<int>(migrations.size()))
            return fail(Code::Internal, u"migration %1 is out of its order"_s.arg(name));
    }
    return migrations;
}

Result<int> schemaVersion(Database &database)
{
    const auto known = database.value(dialect::hasVersion(database.dialect()));
    if (!known) return tl::unexpected(known.error());
    if (!known->toBool()) return 0;
    return database.value(dialect::readVersion(database.dialect())).map([](const QVariant &version) {
        return version.toInt();
    });
}

Result<void> setSchemaVersion(Database &database, int version)
{
    return executeAll(database, dialect::writeVersion(database.dialect(), version));
}

Result<void> migrate(Database &database, std::span<const Migration> migrations)
{
    const auto version = schemaVersion(database);
    if (!version) return tl::unexpected(version.error());
    const int newest = migrations.empty() ? 0 : migrations.back().version;
    if (*version > newest)
        return fail(Code::TooNew, u"the database is at version %1, this program knows %2"_s.arg(*version).arg(newest));
    for (const Migration &migration : migrations) {
        if (migration.version <= *version) continue;
        if (const auto done = apply(database, migration); !done) return done;
    }
    return {};
}

} // namespace akwaba
