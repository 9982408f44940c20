// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/server/http/httpfixture.h"

#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

/// A real akwaba-server for strangers to be unkind to, and an agent's token for those who are known.
class Victim {
public:
    Victim();
    ~Victim();
    Q_DISABLE_COPY_MOVE(Victim)

    [[nodiscard]] bool start();
    /// By SIGTERM. True when it ended without an error.
    [[nodiscard]] bool stop();

    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QString user() const { return m_login.value(QStringLiteral("user")).toString(); }
    [[nodiscard]] QString password() const { return m_login.value(QStringLiteral("password")).toString(); }
    /// An Authorization field with its line end, of the agent.
    [[nodiscard]] QByteArray authorization() const;

    [[nodiscard]] QByteArray token() const { return m_login.value(QStringLiteral("token")).toString().toLatin1(); }

    /// A new connection is answered.
    [[nodiscard]] bool isAlive() const;
    /// The most memory that it ever held, above what it held when it was started; -1 where the system does not say.
    [[nodiscard]] qint64 growth() const;
    /// No file of it may become larger, as on a full disk; 0 takes the limit away.
    [[nodiscard]] bool limitFiles(quint64 bytes) const;
    /// akwaba-server with these words, as an operator beside it would; true where it ended well.
    [[nodiscard]] bool command(const QStringList &words) const;
    /// What /metrics says behind this name and its labels; -1 where it says nothing.
    [[nodiscard]] qint64 figure(const QByteArray &name) const;
    /// What it said, its access log included.
    [[nodiscard]] QByteArray log() const;

private:
    [[nodiscard]] qint64 memory(const QByteArray &figure) const;

    QTemporaryDir m_dir;
    QProcess m_process;
    QJsonObject m_login;
    quint16 m_port = 0;
    quint16 m_figuresPort = 0;
    qint64 m_atStart = 0;
};

/// Sends these bytes on a new connection and waits for that many answers, or for its end.
[[nodiscard]] QList<akwaba::http::Answer> answersTo(const Victim &victim, const QByteArray &bytes, int count = 1);
/// A request with a body.
[[nodiscard]] QByteArray post(const QByteArray &path, const QByteArray &body, const QByteArray &fields = {});
[[nodiscard]] QByteArray get(const QByteArray &path, const QByteArray &fields = {});
/// A request to become the WebSocket of a device.
[[nodiscard]] QByteArray upgrade(const QByteArray &fields);
/// What log-in wants.
[[nodiscard]] QByteArray logIn(const QString &user, const QString &password);
