// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/cacheupgrade.h"

#include "core/cache/cache.h"
#include "core/cache/cacheschema.h"
#include "core/cache/textindex.h"
#include "core/database/database.h"
#include "core/database/statement.h"
#include "core/database/table.h"
#include "core/database/transaction.h"
#include "core/domain/schema.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

/// Columns that a table has in both files, quoted; none where the old file lacks it. Derived ones are left to SQLite.
Result<QString> sharedColumns(Database &database, const QString &table)
{
    Statement shared(database,
                     u"SELECT fresh.name FROM pragma_table_info(:table, 'main') fresh "
                     "JOIN pragma_table_info(:table, 'old') old ON old.name = fresh.name"_s);
    const auto names = shared.bind(u":table"_s, table).rows([](const Statement &row) { return quoted(row.text(0)); });
    if (!names) return tl::unexpected(names.error());
    return QStringList(*names).join(u", "_s);
}

Result<void> copyTable(Database &database, const QString &table)
{
    const auto columns = sharedColumns(database, table);
    if (!columns) return tl::unexpected(columns.error());
    if (columns->isEmpty()) return {};
    return database.execute(u"INSERT INTO main.%1(%2) SELECT %2 FROM old.%1"_s.arg(quoted(table), *columns));
}

/// Texts that the old file did not search. All others keep their numbers and are indexed anew, in the background.
Result<void> addMissingTexts(Database &database, const TypeInfo &type)
{
    TextIndex texts(database);
    Statement rows(database,
                   u"SELECT \"row\", %1 FROM main.%2 WHERE \"row\" NOT IN (SELECT row FROM docs WHERE type = %3)"_s
                       .arg(columns(type), quoted(type.table))
                       .arg(type.number));
    for (;;) {
        const auto more = rows.next();
        if (!more) return tl::unexpected(more.error());
        if (!*more) return {};
        const auto added = texts.replace(type, rows.integer(0), {}, readRecord(rows, type, 1));
        if (!added) return added;
    }
}

Result<void> copyRows(Database &database)
{
    QStringList tables{u"meta"_s, u"shadow"_s, u"dirty"_s, u"docs"_s, u"blobs"_s};
    for (const TypeInfo *type : syncedTypes())
        tables += type->table;
    for (const QString &table : std::as_const(tables)) {
        if (const auto done = copyTable(database, table); !done) return done;
    }
    if (const auto done = database.execute(u"INSERT INTO fts_todo SELECT doc FROM main.docs"_s); !done) return done;
    for (const TypeInfo *type : syncedTypes()) {
        if (const auto done = addMissingTexts(database, *type); !done) return done;
    }
    // Of no filling that goes on: what the new columns hold is asked of the server, from the beginning.
    return database.execute(u"INSERT INTO meta(name, value) VALUES('resumeToken', 'upgraded') "
                            "ON CONFLICT(name) DO UPDATE SET value = excluded.value"_s);
}

Result<void> makeFrom(const QString &path, const QString &old, const QByteArray &key)
{
    auto opened = Database::open(path, {.key = key});
    if (!opened) return tl::unexpected(opened.error());
    // Without a key of its own: it is that of the file beside it.
    Statement attach(*opened, u"ATTACH DATABASE :old AS old"_s);
    if (const auto done = attach.bind(u":old"_s, old).run(); !done) return done;
    auto transaction = Transaction::write(*opened);
    if (!transaction) return tl::unexpected(transaction.error());
    return createCacheSchema(*opened)
        .and_then([&] { return copyRows(*opened); })
        .and_then([&] { return transaction->commit(); })
        .and_then([&] { return opened->truncateWal(); });
}

} // namespace

Result<void> upgradeCache(const QString &path, const QByteArray &key)
{
    const QString fresh = unfinishedCache(path);
    Cache::destroy(fresh);
    if (const auto made = makeFrom(fresh, path, key); !made) {
        Cache::destroy(fresh);
        return made;
    }
    Cache::destroy(path);
    finishCacheUpgrade(path);
    return {};
}

QString unfinishedCache(const QString &path) { return path + u".new"_s; }

void finishCacheUpgrade(const QString &path)
{
    if (!QFile::exists(path)) QFile::rename(unfinishedCache(path), path);
}

} // namespace akwaba
