// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/sync/httpclient.h"

#include <QProcess>
#include <QTemporaryDir>

namespace akwaba::bench {

/// A program of this build: build/<preset>/bin/NAME.
[[nodiscard]] QString program(const QString &name);

/// The real server with the corpus "hundred": 10,000 invented tickets, about 100,000 messages. The corpus is made once
/// and kept in build/bench/hundred; what is served is a copy that goes with the object, so that every run begins alike.
class HundredServer {
public:
    [[nodiscard]] Result<void> start();
    ~HundredServer();

    [[nodiscard]] const ServerAddress &address() const { return m_address; }
    [[nodiscard]] const QString &user() const { return m_user; }
    [[nodiscard]] const QString &password() const { return m_password; }

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    ServerAddress m_address;
    QString m_user;
    QString m_password;
};

} // namespace akwaba::bench
