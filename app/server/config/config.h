// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/channels/email/imappoller.h"
#include "app/server/channels/email/mailserver.h"
#include "app/server/http/limits.h"
#include "core/base/result.h"
#include "core/domain/values.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace akwaba {

/// One mailbox that is polled: [imap.NAME].
struct ImapAccount {
    QString name;
    mail::MailServer server{.port = 993};
    mail::ImapMailbox mailbox{.name = QStringLiteral("INBOX")};
    int everySeconds = 60; // where it can't tell by itself of new mail
    QString address; // whose mail comes here; replies from it are copied into the folder of sent mail
    bool keepsSent = false;
    QString sentFolder; // empty: the one that the server marks as such
};

/// What the operator says in the configuration file. Its defaults make a server of this machine alone. What may stand
/// there is one table, config/keys.cpp.
struct ServerConfig {
    QString dataDirectory;
    QString publicName = QStringLiteral("localhost"); // as consoles and other mail servers know it
    QString listenAddress = QStringLiteral("127.0.0.1");
    quint16 port = 8443;
    bool plainHttp = false; // allowed on loopback only
    QString certificateFile; // empty: server.crt in the data directory
    QString keyFile;

    http::Limits limits;
    QStringList trustedProxies; // addresses and networks; empty: nobody says for whom he asks
    QStringList servers; // where consoles reach the processes over this database; empty: one is all there is
    QStringList corsOrigins; // whose pages may talk to us; empty: nobody's
    std::optional<quint16> metricsPort; // on loopback
    QString accessLog; // a path, or "stderr"; empty: none

    QString databaseUrl = QStringLiteral("sqlite"); // or "postgresql://...", without its password
    QString databasePassword;
    int databasePatienceSeconds = 10;
    int changeLogDays = 90;
    int leaseDays = 7;

    QString tenant; // domain of our Message-IDs; empty: publicName
    EmailAddress fallbackFrom;
    bool replyTokens = false;
    std::optional<quint16> lmtpPort;
    std::optional<mail::MailServer> smtp;
    QList<ImapAccount> imap;

    bool acknowledge = false;
    QString openingHours; // a file; empty: those of the first customer
    QString answerTemplates; // a folder; empty: ours
};

[[nodiscard]] QString certificateFileOf(const ServerConfig &config);
[[nodiscard]] QString keyFileOf(const ServerConfig &config);

/// Reads a configuration, TOML (README.md beside this folder). Passwords stand in files of their own.
/// Code::BadInput names every mistake, a line each, with its line and key.
[[nodiscard]] Result<ServerConfig> readConfig(const QByteArray &content);
/// The same from a file.
[[nodiscard]] Result<ServerConfig> loadConfig(const QString &path);

} // namespace akwaba
