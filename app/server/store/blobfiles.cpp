// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/blobfiles.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace akwaba::store {

BlobId BlobFiles::idOf(const QByteArray &content)
{
    return {u'b' + QString::fromLatin1(QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex())};
}

/// An id becomes a path: nothing but what idOf() makes may reach the disk.
bool BlobFiles::isWellFormed(const BlobId &id)
{
    return id.value.size() == 65 && id.value.startsWith(u'b')
        && QByteArray::fromHex(id.value.mid(1).toLatin1()).size() == 32;
}

QString BlobFiles::pathOf(const BlobId &id) const { return m_directory + u'/' + id.value.mid(1, 2) + u'/' + id.value; }

Result<BlobId> BlobFiles::put(const QByteArray &content)
{
    const BlobId id = idOf(content);
    const QString path = pathOf(id);
    if (QFile::exists(path)) return id;
    if (!QDir().mkpath(path.section(u'/', 0, -2))) return fail(Code::Io, u"folder of blobs"_s);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.commit())
        return fail(file.error() == QFileDevice::ResourceError ? Code::DiskFull : Code::Io, u"blob"_s);
    return id;
}

Result<QByteArray> BlobFiles::read(const BlobId &id) const
{
    QFile file(pathOf(id));
    if (!isWellFormed(id) || !file.open(QIODevice::ReadOnly)) return fail(Code::NotFound, u"blob"_s);
    QByteArray content = file.readAll();
    if (idOf(content) != id) return fail(Code::Corrupt, u"blob %1"_s.arg(id.value));
    return content;
}

Result<void> BlobFiles::remove(const BlobId &id)
{
    const QString path = pathOf(id);
    if (!isWellFormed(id) || !QFile::exists(path) || QFile::remove(path)) return {};
    return fail(Code::Io, u"blob %1"_s.arg(id.value));
}

} // namespace akwaba::store
