// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/ballast.h"

#include <QFile>
#include <QLoggingCategory>
#include <QRandomGenerator>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

Q_LOGGING_CATEGORY(lcBallast, "akwaba.ballast")

constexpr qint64 sliceBytes = 1024 * 1024;

/// Not zeros, which a file system may not store.
QByteArray slice(qint64 bytes)
{
    QByteArray noise(bytes, Qt::Uninitialized);
    QRandomGenerator fast{quint32(bytes)};
    fast.generate(noise.begin(), noise.end());
    return noise;
}

} // namespace

bool Ballast::fillSome()
{
    QFile file(m_path);
    if (m_isReleased || file.size() >= m_size) return false;
    if (!file.open(QIODevice::Append | QIODevice::Unbuffered)) return false;
    const QByteArray more = slice(std::min(sliceBytes, m_size - file.size()));
    if (file.write(more) == more.size()) return file.size() < m_size;
    file.close();
    release(); // rather none than the last byte of the disk
    return false;
}

bool Ballast::release()
{
    m_isReleased = true;
    if (!QFile::exists(m_path)) return false;
    qCWarning(lcBallast) << "the disk is full: the ballast is let go of";
    return QFile::remove(m_path);
}

} // namespace akwaba
