// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/certificaterule.h"

#include <QCryptographicHash>

namespace akwaba {

QString fingerprintOf(const QSslCertificate &certificate)
{
    if (certificate.isNull()) return {};
    return QString::fromLatin1(certificate.digest(QCryptographicHash::Sha256).toHex(':')).toUpper();
}

bool isPinned(const QSslCertificate &certificate, const QString &pinnedFingerprint)
{
    return !pinnedFingerprint.isEmpty()
        && fingerprintOf(certificate).compare(pinnedFingerprint, Qt::CaseInsensitive) == 0;
}

} // namespace akwaba
