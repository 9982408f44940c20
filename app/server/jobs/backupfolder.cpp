// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jobs/backupfolder.h"

#include "core/protocol/codec.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace akwaba::jobs {

namespace {

constexpr int format = 1;

QString manifestFile(const QString &folder) { return folder + u"/manifest.json"_s; }

QJsonObject asObject(const BackupManifest &manifest)
{
    QJsonObject tables;
    for (auto table = manifest.tables.cbegin(); table != manifest.tables.cend(); ++table) {
        tables.insert(table.key(),
                      QJsonObject{{u"rows"_s, table->rows},
                                  {u"sha256"_s, table->sha256},
                                  {u"columns"_s, QJsonArray::fromStringList(table->columns)}});
    }
    return {{u"format"_s, format},
            {u"madeAt"_s, utcDate(manifest.madeAt)},
            {u"schemaVersion"_s, manifest.schemaVersion},
            {u"lineage"_s, manifest.lineage},
            {u"seq"_s, manifest.seq},
            {u"blobs"_s, manifest.blobs},
            {u"tables"_s, tables}};
}

/// Names become paths and SQL: nothing but what a migration can have made.
bool isTableName(const QString &name)
{
    static const QRegularExpression plain(u"^[a-z][a-z0-9_]*\\z"_s);
    return plain.match(name).hasMatch();
}

Result<BackupManifest::Table> tableFrom(const QJsonObject &entry)
{
    BackupManifest::Table table{entry.value(u"rows"_s).toInteger(-1), entry.value(u"sha256"_s).toString(), {}};
    for (const QJsonValue &column : entry.value(u"columns"_s).toArray()) {
        if (!isTableName(column.toString())) return fail(Code::Corrupt, u"a column in the manifest"_s);
        table.columns += column.toString();
    }
    if (table.rows < 0 || table.columns.isEmpty()) return fail(Code::Corrupt, u"a table in the manifest"_s);
    return table;
}

Result<BackupManifest> readManifest(const QString &folder)
{
    QFile file(manifestFile(folder));
    if (!file.open(QIODevice::ReadOnly)) return fail(Code::NotFound, u"no backup in %1"_s.arg(folder));
    const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    if (object.value(u"format"_s).toInt() > format) return fail(Code::TooNew, u"the backup is of a newer program"_s);
    if (object.value(u"format"_s).toInt() != format) return fail(Code::Corrupt, u"the manifest"_s);
    BackupManifest manifest;
    manifest.madeAt = fromUtcDate(object.value(u"madeAt"_s).toString());
    manifest.schemaVersion = object.value(u"schemaVersion"_s).toInt();
    manifest.lineage = object.value(u"lineage"_s).toString();
    manifest.seq = object.value(u"seq"_s).toInteger();
    manifest.blobs = object.value(u"blobs"_s).toInteger();
    const QJsonObject tables = object.value(u"tables"_s).toObject();
    for (auto entry = tables.begin(); entry != tables.end(); ++entry) {
        if (!isTableName(entry.key())) return fail(Code::Corrupt, u"the name of a table in the manifest"_s);
        const auto table = tableFrom(entry.value().toObject());
        if (!table) return tl::unexpected(table.error());
        manifest.tables.insert(entry.key(), *table);
    }
    return manifest;
}

} // namespace

QString tableFile(const QString &folder, const QString &table)
{
    return folder + u"/tables/"_s + table + u".jsonl.gz"_s;
}

QString blobFolder(const QString &folder) { return folder + u"/blobs"_s; }

Result<void> writeManifest(const QString &folder, const BackupManifest &manifest)
{
    QSaveFile file(manifestFile(folder));
    if (!file.open(QIODevice::WriteOnly)) return fail(Code::Io, file.fileName());
    file.write(QJsonDocument(asObject(manifest)).toJson());
    return file.commit() ? Result<void>() : fail(Code::Io, file.fileName());
}

Result<QString> fileHash(const QString &path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file)) return fail(Code::Io, u"can't read %1"_s.arg(path));
    return QString::fromLatin1(hash.result().toHex());
}

Result<BackupManifest> checkBackup(const QString &folder)
{
    const auto manifest = readManifest(folder);
    if (!manifest) return manifest;
    for (auto table = manifest->tables.cbegin(); table != manifest->tables.cend(); ++table) {
        const QString path = tableFile(folder, table.key());
        const auto hash = fileHash(path);
        if (!hash) return tl::unexpected(hash.error());
        if (*hash != table->sha256) return fail(Code::Corrupt, u"%1 is not what was backed up"_s.arg(path));
    }
    return manifest;
}

} // namespace akwaba::jobs
