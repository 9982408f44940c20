// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jobs/backup.h"
#include "app/server/commands/commands.h"
#include "core/protocol/codec.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace akwaba::commands {

namespace {

qint64 rowsIn(const jobs::BackupManifest &manifest)
{
    qint64 rows = 0;
    for (const jobs::BackupManifest::Table &table : manifest.tables)
        rows += table.rows;
    return rows;
}

/// The folder of the backup, which is named behind the options.
bool folderFrom(const QCommandLineParser &parser, QString &folder)
{
    if (parser.positionalArguments().size() != 1) return false;
    folder = QDir(parser.positionalArguments().constFirst()).absolutePath();
    return true;
}

} // namespace

int backup(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Writes the database and the blobs of one moment into a new folder, while the server may go on. Not in it are "
        "the key files and the certificate of the data directory: keep copies of those elsewhere."_s);
    parser.addOptions(placeOptions());
    parser.addPositionalArgument(u"folder"_s, u"Where to; it is made."_s);
    int exit = Ok;
    if (!parse(parser, arguments, exit)) return exit;
    QString folder;
    if (!folderFrom(parser, folder)) {
        complain(u"akwaba-server backup: name one folder"_s);
        return Usage;
    }
    Surroundings system;
    const auto store = system.open(parser);
    if (!store) return failed(store.error());
    const auto manifest = jobs::backUp(**store, folder);
    if (!manifest) return failed(manifest.error());
    say(u"%1: %2 rows, %3 blobs, up to change %4"_s.arg(folder)
            .arg(rowsIn(*manifest))
            .arg(manifest->blobs)
            .arg(manifest->seq));
    return Ok;
}

int restore(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Makes the company of a backup, in SQLite or in the tables that init --database has made. Consoles notice by "
        "themselves and offer again what the backup lacks of their work; no mail goes out a second time."_s);
    parser.addOptions(placeOptions());
    parser.addOption({u"replace"_s, u"In the place of a company that is there."_s});
    parser.addPositionalArgument(u"folder"_s, u"The backup."_s);
    int exit = Ok;
    if (!parse(parser, arguments, exit)) return exit;
    QString folder;
    if (!folderFrom(parser, folder)) {
        complain(u"akwaba-server restore: name one folder"_s);
        return Usage;
    }
    const auto config = configFrom(parser);
    if (!config) return failed(config.error());
    Surroundings system;
    const auto manifest =
        jobs::restore(folder, placeOf(*config), parser.isSet(u"replace"_s), system.clock, system.random);
    if (!manifest) return failed(manifest.error());
    say(u"Restored the company of %1: %2 rows, %3 blobs, up to change %4"_s.arg(utcDate(manifest->madeAt))
            .arg(rowsIn(*manifest))
            .arg(manifest->blobs)
            .arg(manifest->seq));
    return Ok;
}

} // namespace akwaba::commands
