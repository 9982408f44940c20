// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/channels/email/imappoller.h"
#include "app/server/channels/email/mailserver.h"
#include "core/base/result.h"
#include "core/domain/values.h"

#include <QList>
#include <QString>

#include <optional>

namespace akwaba {

/// One mailbox that is polled: [imap.NAME].
struct ImapAccount {
    QString name;
    mail::MailServer server;
    mail::ImapMailbox mailbox;
    int everySeconds = 60;
};

/// What the operator says in the configuration file. Its defaults make a server of this machine alone.
struct ServerConfig {
    QString dataDirectory;
    QString publicName = QStringLiteral("localhost"); // as consoles and other mail servers know it
    QString listenAddress = QStringLiteral("127.0.0.1");
    quint16 port = 8443;
    bool plainHttp = false; // allowed on loopback only
    QString certificateFile; // empty: server.crt in the data directory
    QString keyFile;
    QString tenant; // domain of our Message-IDs; empty: publicName
    EmailAddress fallbackFrom;
    std::optional<quint16> lmtpPort;
    std::optional<mail::MailServer> smtp;
    QList<ImapAccount> imap;
};

/// Reads a configuration: lines of `key = value`, strings in double quotes, numbers and true or false bare, under
/// headings [mail] and [imap.NAME]; # begins a comment (a subset of TOML; README.md beside this file lists the keys).
/// Passwords stand in files of their own. Code::BadInput names line and key.
[[nodiscard]] Result<ServerConfig> readConfig(const QByteArray &content);
/// The same from a file.
[[nodiscard]] Result<ServerConfig> loadConfig(const QString &path);

} // namespace akwaba
