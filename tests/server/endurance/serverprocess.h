// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/place.h"

#include <QNetworkAccessManager>
#include <QProcess>
#include <QUrl>

#include <optional>

/// The data directory of another machine that serves the same tables: its keys are copies, the blobs are shared.
[[nodiscard]] akwaba::store::Place onAnotherMachine(const akwaba::store::Place &place);

/// akwaba-server as a process that may die at any moment, and be started again at the same address on what it left. Its
/// test lives on while it starts. Before the first start it makes its company, where there is none.
class ServerProcess : public QObject {
public:
    ServerProcess(akwaba::store::Place place, quint16 smtpPort);
    ~ServerProcess() override;

    /// False when it ended, or did not say that it is ready.
    [[nodiscard]] bool start();
    /// SIGKILL. It is gone when this returns.
    void kill();
    /// SIGTERM. True when it ended without an error.
    [[nodiscard]] bool stop();
    /// One of its words, to the end, beside the one that serves; what it answered, or nothing where it failed.
    [[nodiscard]] std::optional<QByteArray> say(const QStringList &words);
    /// Names its company to those words.
    [[nodiscard]] QStringList company() const { return {QStringLiteral("--config"), configFile()}; }
    /// Its tables are elsewhere from the next start on: lines of the section [database].
    void useDatabase(const QString &lines);
    /// Sections of its configuration, from the next start on.
    void configure(const QString &sections);
    /// From the next start on.
    void useEnvironment(const QProcessEnvironment &environment) { m_process.setProcessEnvironment(environment); }

    [[nodiscard]] const akwaba::store::Place &place() const { return m_place; }
    [[nodiscard]] const QUrl &url() const { return m_url; }
    [[nodiscard]] bool isRunning() const { return m_process.state() == QProcess::Running; }
    [[nodiscard]] qint64 pid() const { return m_process.processId(); }
    /// The status of /readyz; 0 without an answer.
    [[nodiscard]] int readiness();
    /// What it said, for a test that fails.
    [[nodiscard]] QString report() const;

private:
    void writeConfiguration() const;
    [[nodiscard]] QString configFile() const { return m_place.directory + QStringLiteral("/server.toml"); }

    const akwaba::store::Place m_place;
    const quint16 m_smtpPort;
    QString m_database; // its section
    QString m_sections;
    QUrl m_url;
    QProcess m_process;
    QNetworkAccessManager m_network;
};
