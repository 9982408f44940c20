// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "consoleimage.h"

#include "core/cache/blobfile.h"
#include "core/database/statement.h"
#include "sealedpages.h"
#include "worldserver.h"

#include <QDirIterator>
#include <QFile>

namespace akwaba::world {

using namespace Qt::StringLiterals;

namespace {

void addFiles(const QString &folder, ConsoleImage &image)
{
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly)) continue;
        image.bytes += file.readAll();
        ++image.files;
    }
}

bool has(Database &database, const QString &table)
{
    Statement known(database, u"SELECT 1 FROM sqlite_schema WHERE name = ?"_s);
    return must(known.bind(0, table).first([](const Statement &) { return true; })).has_value();
}

void addWords(Database &database, ConsoleImage &image)
{
    must(database.execute(u"PRAGMA query_only = OFF"_s)); // of what is in memory only; the file stays read-only
    must(database.execute(u"CREATE VIRTUAL TABLE temp.terms USING fts5vocab('main', 'words', 'row')"_s));
    Statement terms(database, u"SELECT term FROM temp.terms"_s);
    must(terms.forEach([&image](const Statement &row) { image.words += row.text(0).toUtf8() + '\n'; }));
}

QList<KeptFile> keptFiles(Database &database)
{
    Statement rows(
        database,
        u"SELECT blob, key, name, EXISTS (SELECT 1 FROM attachments a WHERE a.blob = blobs.blob) FROM blobs"_s);
    return must(rows.rows([](const Statement &row) {
        return KeptFile{row.text(0), row.value(1).toByteArray(), row.text(2), row.flag(3)};
    }));
}

} // namespace

ConsoleImage imageOf(const WorldConsole &console)
{
    ConsoleImage image;
    addFiles(console.folder(), image);
    for (const auto &[file, key] : console.databases()) {
        if (!QFile::exists(file)) continue;
        if (!key.isEmpty()) {
            const OpenedPages pages = openedPages(file, key);
            image.bytes += pages.bytes;
            image.unreadable += pages.unreadable;
        }
        Database database = must(Database::open(file, {.key = key, .readOnly = true}));
        if (!has(database, u"words"_s)) continue;
        addWords(database, image);
        for (const KeptFile &kept : keptFiles(database))
            image.bytes += BlobFile(kept.path(console), kept.key).content().value_or(QByteArray());
    }
    return image;
}

QString KeptFile::path(const WorldConsole &console) const
{
    return console.databases().constFirst().first + "-blobs/"_L1 + name;
}

QList<KeptFile> keptFiles(const WorldConsole &console)
{
    const auto [file, key] = console.databases().constFirst();
    if (!QFile::exists(file)) return {};
    Database database = must(Database::open(file, {.key = key, .readOnly = true}));
    return has(database, u"blobs"_s) ? keptFiles(database) : QList<KeptFile>();
}

} // namespace akwaba::world
