// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <chrono>

namespace akwaba::mail {

enum class TlsMode { None, StartTls, Tls };

/// A provider's mail server and how to log in there.
struct MailServer {
    QString host;
    quint16 port = 0;
    TlsMode tls = TlsMode::Tls;
    QString user; // empty: no log-in
    QString password;
    QByteArray ownAuthority; // PEM: trusted besides the system's, for a company's own server
    QString ownName; // what we call ourselves in EHLO
    std::chrono::milliseconds connectLimit = std::chrono::seconds(30);
    std::chrono::milliseconds answerLimit = std::chrono::minutes(2);
};

/// What both protocols send to log in (RFC 4616), as base64.
[[nodiscard]] inline QByteArray saslPlain(const MailServer &server)
{
    const QByteArray secret = '\0' + server.user.toUtf8() + '\0' + server.password.toUtf8();
    return secret.toBase64();
}

} // namespace akwaba::mail
