// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/channels/email/mailserver.h"

#include <QFile>

namespace akwaba::mail {

QByteArray saslPlain(const MailServer &server)
{
    const QByteArray secret = '\0' + server.user.toUtf8() + '\0' + server.password.toUtf8();
    return secret.toBase64();
}

QByteArray saslXoauth2(const MailServer &server)
{
    QFile file(server.tokenFile);
    const QByteArray token = file.open(QIODevice::ReadOnly) ? file.readLine().trimmed() : QByteArray();
    const QByteArray secret = "user=" + server.user.toUtf8()
        + "\x01"
          "auth=Bearer "
        + token + "\x01\x01";
    return secret.toBase64();
}

} // namespace akwaba::mail
