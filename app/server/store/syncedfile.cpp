// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/syncedfile.h"

#include <QFile>

#ifdef Q_OS_UNIX
#include <unistd.h>
#else
#include <io.h>
#endif

using namespace Qt::StringLiterals;

namespace akwaba::store {

namespace {

bool synced(int handle)
{
#ifdef Q_OS_UNIX
    return ::fsync(handle) == 0;
#else
    return ::_commit(handle) == 0;
#endif
}

} // namespace

Result<void> appendSynced(const QString &path, qint64 end, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite)) return fail(Code::Io, u"can't write %1"_s.arg(path));
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    const bool written = file.resize(end) && file.seek(end) && file.write(content) == content.size() && file.flush()
        && synced(file.handle());
    return written ? Result<void>() : fail(Code::Io, u"can't write %1"_s.arg(path));
}

} // namespace akwaba::store
