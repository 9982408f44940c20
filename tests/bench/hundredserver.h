// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/place.h"
#include "core/base/result.h"
#include "core/sync/login.h"
#include "tests/server/peers/postgrespeer.h"

#include <QProcess>
#include <QTemporaryDir>

namespace akwaba::store {
class Store;
}

namespace akwaba::bench {

/// A program of this build: build/<preset>/bin/NAME.
[[nodiscard]] QString program(const QString &name);

enum class Backend { Sqlite, Postgresql };
[[nodiscard]] QString nameOf(Backend backend);

/// The real server with the corpus "hundred": 10,000 invented tickets, about 100,000 messages. The corpus is made once
/// and kept in build/bench/hundred; what is served is a copy that goes with the object, so that every run begins alike.
/// Either database waits for the disk at each commit.
class HundredServer {
public:
    /// With so many devices of the agent, logged in already.
    [[nodiscard]] Result<void> start(Backend backend = Backend::Sqlite, int devices = 0);
    ~HundredServer();

    [[nodiscard]] const QByteArrayList &tokens() const { return m_tokens; }
    /// A device of another agent who sees the same tickets.
    [[nodiscard]] const LogInAnswer &colleague() const { return m_colleague; }
    [[nodiscard]] qint64 processId() const { return m_process.processId(); }
    /// Where its company is kept.
    [[nodiscard]] const store::Place &place() const { return m_place; }

    [[nodiscard]] const ServerAddress &address() const { return m_address; }
    [[nodiscard]] const QString &user() const { return m_user; }
    [[nodiscard]] const QString &password() const { return m_password; }

private:
    [[nodiscard]] Result<store::Place> makePlace(Backend backend);
    [[nodiscard]] Result<void> logIn(const store::Place &place, int devices);
    [[nodiscard]] Result<void> logInColleague(store::Store &store, const AgentId &agent);
    [[nodiscard]] Result<void> serve(const store::Place &place);

    QTemporaryDir m_folder;
    PostgresPeer m_postgresql;
    store::Place m_place{m_folder.filePath(QStringLiteral("server"))};
    QByteArrayList m_tokens;
    LogInAnswer m_colleague;
    QProcess m_process;
    ServerAddress m_address;
    QString m_user;
    QString m_password;
};

} // namespace akwaba::bench
