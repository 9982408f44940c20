// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/channels/email/remotepicture.h"

#include <QCryptographicHash>

namespace akwaba::mail {

RemotePicture remotePictureAt(const QString &address)
{
    const QByteArray hash = QCryptographicHash::hash(address.toUtf8(), QCryptographicHash::Sha256);
    return {QString::fromLatin1(hash.first(8).toHex()), address};
}

} // namespace akwaba::mail
