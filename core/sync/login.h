// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"
#include "core/domain/ids.h"
#include "core/sync/httpclient.h"

namespace akwaba {

struct Credentials {
    QString email;
    QString password;
    QString deviceName;
    QString version; // of the console
    DeviceId device; // that this profile had before: the outbox stays its own; empty for a new one
    QString code; // of the second factor; empty until the server asks for it
};

/// What a log-in gives. The token goes into the keyring and nowhere else.
struct LogInAnswer {
    QByteArray token;
    AgentId agent;
    DeviceId device;
    QString account;
    QDateTime serverTime;
    bool operator==(const LogInAnswer &) const = default;
};

/// POST /auth/login. Code::Unauthenticated for a wrong password, Code::SecondFactorRequired and Code::SecondFactorWrong
/// for a right one, Code::Throttled after too many (detail: the seconds to wait, where the server says them),
/// Code::UnknownCertificate (detail: the fingerprint) until the agent confirmed it, Code::InsecureAddress,
/// Code::Unreachable, Code::Protocol for a server that is not ours. Ends with Code::Internal when `context` dies.
[[nodiscard]] QFuture<Result<LogInAnswer>> logIn(const ServerAddress &server, const Credentials &credentials,
                                                 QObject *context);

/// POST /auth/logout: the token is good for nothing afterwards.
[[nodiscard]] QFuture<Result<void>> logOut(const ServerAddress &server, const QByteArray &token, QObject *context);

} // namespace akwaba
