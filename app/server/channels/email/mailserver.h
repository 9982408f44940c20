// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
    QString ownName; // what we call ourselves in EHLO
    std::chrono::milliseconds connectLimit = std::chrono::seconds(30);
    std::chrono::milliseconds answerLimit = std::chrono::minutes(2);
};

} // namespace akwaba::mail
