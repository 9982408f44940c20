// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

/// A real mail server for tests: Exim on a free port of loopback, with its own configuration, queue and user.
/// Mail to a domain of lmtpPorts is handed over by LMTP to 127.0.0.1 and tried again every second while nobody
/// listens there; all other mail ends as one file each in a maildir, unless something else was said of its domain. It
/// ends with the object.
///
/// The program is the one that tests/server/peers/fetch unpacked into AKWABA_PEERS_DIR (default build/peers);
/// without it start() fails.
class EximPeer {
public:
    explicit EximPeer(QHash<QString, quint16> lmtpPorts = {});
    ~EximPeer();
    Q_DISABLE_COPY_MOVE(EximPeer)

    /// Mail to this domain ends in a maildir of somebody else. Before start().
    void deliverInto(const QString &domain, const QString &maildir) { m_maildirs.insert(domain, maildir); }
    /// Mail to this domain stays in the spool, where what was taken is counted. Before start().
    void keepInSpool(const QString &domain) { m_keptDomain = domain; }

    /// What is in the spool survives kill().
    [[nodiscard]] bool start();
    void stop();
    /// SIGKILL, with everybody who is taking or delivering a mail.
    void kill();
    /// SIGSTOP to all of them: the system still takes what is sent to them, and nobody answers. thaw() lets them go on.
    void freeze() const;
    void thaw() const;

    [[nodiscard]] quint16 port() const { return m_port; }
    /// Files of the mails that were delivered, oldest first.
    [[nodiscard]] QStringList delivered() const;
    /// The Message-IDs, without angle brackets, of the mails that stay in the spool: one for each mail.
    [[nodiscard]] QStringList spooled() const;
    /// Why start() failed, else the server's own log.
    [[nodiscard]] QString report() const;

private:
    [[nodiscard]] bool prepare();
    [[nodiscard]] bool writeConfiguration() const;
    [[nodiscard]] QString routers() const;
    [[nodiscard]] bool waitUntilReady();
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }

    QHash<QString, quint16> m_lmtpPorts;
    QHash<QString, QString> m_maildirs;
    QString m_keptDomain = QStringLiteral("nowhere.invalid");
    QTemporaryDir m_folder;
    QProcess m_process;
    QString m_problem;
    quint16 m_port = 0;
};
