// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/bytescan.h"

#include "core/database/database.h"
#include "core/database/statement.h"
#include "core/database/table.h"

#include <QDirIterator>
#include <QFile>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

constexpr qint64 blockBytes = 1024 * 1024;
constexpr qsizetype longestNeedle = 64; // two blocks overlap by it

Result<void> scanFile(const QString &path, const Needles &needles, ScanReport &report)
{
    QFile file(path);
    // One that is gone meanwhile, or that the system keeps to itself (a lock), holds nothing of ours.
    if (!file.open(QIODevice::ReadOnly)) return QFile::exists(path) ? fail(Code::Io, path) : Result<void>();
    ++report.files;
    QByteArray kept;
    while (!file.atEnd()) {
        const QByteArray block = file.read(blockBytes);
        if (block.isEmpty()) return fail(Code::Io, path);
        report.bytes += block.size();
        kept += block;
        needles.search(kept, report.found);
        kept = kept.last(std::min(kept.size(), longestNeedle));
    }
    return {};
}

Result<QStringList> tablesOf(Database &database)
{
    Statement tables(database,
                     u"SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' "
                     "AND name NOT LIKE 'words\\_%' ESCAPE '\\' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"_s);
    return tables.rows([](const Statement &row) { return row.text(0); }).map([](const QList<QString> &names) {
        return QStringList(names);
    });
}

Result<void> scanTable(Database &database, const QString &table, const Needles &needles, QSet<qsizetype> &found)
{
    Statement columns(database, u"SELECT count(*) FROM pragma_table_info(?)"_s);
    const auto count = columns.bind(0, table).first([](const Statement &row) { return row.integer(0); });
    if (!count) return tl::unexpected(count.error());
    Statement rows(database, u"SELECT * FROM %1"_s.arg(quoted(table)));
    return rows.forEach([&](const Statement &row) {
        for (int i = 0; i < static_cast<int>(count->value_or(0)); ++i)
            needles.search(row.value(i).toByteArray(), found);
    });
}

} // namespace

Result<void> scanFiles(const QString &folder, const Needles &needles, ScanReport &report)
{
    QDirIterator files(folder, QDir::Files | QDir::Hidden | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        if (auto done = scanFile(files.next(), needles, report); !done) return done;
    }
    return {};
}

Result<void> scanPages(Database &database, const Needles &needles, ScanReport &report)
{
    Statement pages(database, u"SELECT data FROM sqlite_dbpage"_s);
    return pages.forEach([&](const Statement &row) {
        const QByteArray page = row.value(0).toByteArray();
        report.bytes += page.size();
        needles.search(page, report.found);
    });
}

Result<void> scanRows(Database &database, const Needles &needles, QSet<qsizetype> &found)
{
    const auto tables = tablesOf(database);
    if (!tables) return tl::unexpected(tables.error());
    for (const QString &table : *tables) {
        if (auto done = scanTable(database, table, needles, found); !done) return done;
    }
    return {};
}

} // namespace akwaba
