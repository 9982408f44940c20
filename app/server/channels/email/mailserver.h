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
    QString tokenFile; // its first line goes out in the place of a password (XOAUTH2); read at each log-in
    QByteArray ownAuthority; // PEM: trusted besides the system's, for a company's own server
    QString ownName; // what we call ourselves in EHLO
    std::chrono::milliseconds connectLimit = std::chrono::seconds(30);
    std::chrono::milliseconds answerLimit = std::chrono::minutes(2);
};

/// What both protocols send to log in by a password (RFC 4616), as base64.
[[nodiscard]] QByteArray saslPlain(const MailServer &server);
/// The same by a token, as Google and Microsoft want it. Without the token where its file can't be read.
[[nodiscard]] QByteArray saslXoauth2(const MailServer &server);

} // namespace akwaba::mail
