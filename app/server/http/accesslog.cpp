// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/http/accesslog.h"

#include "core/base/clock.h"

#include <cstdio>

using namespace Qt::StringLiterals;

namespace akwaba::http {

Result<void> AccessLog::open(const QString &path)
{
    auto file = std::make_unique<QFile>(path);
    const QIODevice::OpenMode mode = QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered;
    const bool isOpen = path == u"stderr" ? file->open(stderr, mode)
                                          : file->open(mode, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup);
    if (!isOpen) return fail(Code::Io, u"can't write the access log %1: %2"_s.arg(path, file->errorString()));
    m_file = std::move(file);
    return {};
}

void AccessLog::write(const Exchange &exchange)
{
    if (!m_file) return;
    const QByteArrayList columns{m_clock.now().toString(Qt::ISODateWithMs).toLatin1(),
                                 exchange.method,
                                 exchange.route.toUtf8(),
                                 QByteArray::number(exchange.status),
                                 QByteArray::number(exchange.bytes),
                                 QByteArray::number(qint64(exchange.took.count())),
                                 exchange.principal.isEmpty() ? QByteArray("-") : exchange.principal};
    m_file->write(columns.join(' ') + '\n');
}

} // namespace akwaba::http
