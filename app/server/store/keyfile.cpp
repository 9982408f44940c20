// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/keyfile.h"

#include <QFile>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace akwaba::store {

namespace {

constexpr int keySize = 32;

QString keyPath(const QString &directory) { return directory + u"/state.key"_s; }

} // namespace

Result<QByteArray> readStateKey(const QString &directory)
{
    QFile file(keyPath(directory));
    if (!file.open(QIODevice::ReadOnly)) return fail(Code::NotFound, u"can't read %1"_s.arg(keyPath(directory)));
    QByteArray key = QByteArray::fromHex(file.readAll().trimmed());
    if (key.size() != keySize) return fail(Code::Corrupt, u"no key in %1"_s.arg(keyPath(directory)));
    return key;
}

Result<void> makeStateKey(const QString &directory, Random &random)
{
    return writeSecret(keyPath(directory), random.bytes(keySize).toHex() + '\n');
}

Result<void> writeSecret(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) return fail(Code::Io, u"can't write %1"_s.arg(path));
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    if (file.write(content) != content.size() || !file.commit()) return fail(Code::Io, u"can't write %1"_s.arg(path));
    return {};
}

bool hasStateKey(const QString &directory) { return QFile::exists(keyPath(directory)); }

} // namespace akwaba::store
