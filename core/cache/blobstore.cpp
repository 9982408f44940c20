// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/blobstore.h"

#include <QDir>
#include <QFile>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace akwaba {

BlobStore::BlobStore(Database &database, QString folder, const BlobPolicy &policy)
    : m_table(database), m_folder(std::move(folder)), m_policy(policy)
{
}

Result<void> BlobStore::removeStrays()
{
    const auto known = m_table.names();
    if (!known) return tl::unexpected(known.error());
    bool removed = true;
    for (const QString &name : QDir(m_folder).entryList(QDir::Files | QDir::Hidden | QDir::System)) {
        if (!known->contains(name)) removed = QFile::remove(pathOf(name)) && removed;
    }
    return removed ? Result<void>() : fail(Code::Io, u"a file of a blob stays"_s);
}

void BlobStore::removeFiles(const QStringList &names)
{
    for (const QString &name : names)
        QFile::remove(pathOf(name));
}

void BlobStore::remove(const BlobId &blob)
{
    const auto row = m_table.remove(blob);
    if (row && *row) removeFiles({(*row)->name});
}

Result<QByteArray> BlobStore::read(const BlobId &blob)
{
    const auto row = m_table.find(blob);
    if (!row) return tl::unexpected(row.error());
    if (!*row || !(*row)->isWhole) return fail(Code::NotFound, blob.value);
    auto content = checked(blob, BlobFile(pathOf((*row)->name), (*row)->key));
    if (content) (void)m_table.touch(blob); // it is read all the same where this can't be written down
    return content;
}

/// What is not the content is deleted, whatever the reason: it can be fetched again.
Result<QByteArray> BlobStore::checked(const BlobId &blob, const BlobFile &file)
{
    auto content = file.content();
    if (content && blobIdOf(*content) == blob) return content;
    remove(blob);
    return fail(Code::Corrupt, u"not the content of %1"_s.arg(blob.value));
}

Result<BlobFile> BlobStore::fileOf(const BlobId &blob)
{
    return m_table.find(blob).and_then([&](const std::optional<KeptBlob> &row) -> Result<BlobFile> {
        if (!row) return fail(Code::NotFound, blob.value);
        return BlobFile(pathOf(row->name), row->key);
    });
}

Result<qint64> BlobStore::begin(const BlobId &blob, qint64 size, Wish wish, const QSet<BlobId> &busy)
{
    const auto row = m_table.find(blob);
    if (!row) return tl::unexpected(row.error());
    if (*row) {
        (void)m_table.touch(blob);
        const auto here = BlobFile(pathOf((*row)->name), (*row)->key).resume();
        if (here) return here;
        remove(blob); // its file is gone
    }
    return makeRoom(size, wish, busy).and_then([&] { return makeFile(blob, size); });
}

Result<qint64> BlobStore::makeFile(const BlobId &blob, qint64 size)
{
    const auto key = BlobFile::newKey();
    if (!key) return tl::unexpected(key.error());
    const QString name = QUuid::createUuid().toString(QUuid::WithoutBraces);
    if (!QDir().mkpath(m_folder)) return fail(Code::Io, u"the folder of blobs can't be made"_s);
    if (const auto done = m_table.insert(blob, {*key, name, size, false}); !done) return tl::unexpected(done.error());
    const auto made = BlobFile(pathOf(name), *key).begin();
    if (!made) remove(blob);
    return made.map([] { return qint64(0); });
}

Result<void> BlobStore::makeRoom(qint64 size, Wish wish, const QSet<BlobId> &busy)
{
    const auto bytes = m_table.bytes();
    if (!bytes) return tl::unexpected(bytes.error());
    qint64 tooMuch = *bytes + size - m_policy.storeBytes;
    if (tooMuch <= 0) return {};
    const auto candidates = m_table.candidates(m_policy.aheadBytes);
    if (!candidates) return tl::unexpected(candidates.error());
    QList<BlobId> leaving;
    for (const BlobTable::Candidate &candidate : *candidates) {
        if (tooMuch <= 0) break;
        // Else what is fetched ahead would push out what was, for ever.
        if (candidate.isAhead && wish == Wish::Ahead) break;
        if (busy.contains(candidate.blob)) continue;
        tooMuch -= candidate.size;
        leaving.append(candidate.blob);
    }
    if (tooMuch > 0) return fail(Code::DiskFull, u"no room among the blobs"_s);
    for (const BlobId &blob : std::as_const(leaving))
        remove(blob);
    return {};
}

Result<void> BlobStore::beginAgain(const BlobId &blob)
{
    return fileOf(blob).and_then([](const BlobFile &file) { return file.begin(); });
}

Result<void> BlobStore::append(const BlobId &blob, const QByteArray &chunk)
{
    return fileOf(blob).and_then([&](const BlobFile &file) { return file.append(chunk); });
}

Result<QByteArray> BlobStore::arrived(const BlobId &blob)
{
    return fileOf(blob).and_then([](const BlobFile &file) { return file.beginning(); });
}

Result<QByteArray> BlobStore::finish(const BlobId &blob)
{
    return fileOf(blob)
        .and_then([&](const BlobFile &file) { return checked(blob, file); })
        .map([&](QByteArray content) {
            (void)m_table.setWhole(blob); // else it is looked at again the next time
            return content;
        });
}

Result<std::optional<Attachment>> BlobStore::missingOf(qint64 ticket, const QSet<BlobId> &except)
{
    return m_table.missingOf(ticket, m_policy.aheadBytes, except);
}

} // namespace akwaba
