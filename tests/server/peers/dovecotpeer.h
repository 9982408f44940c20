// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

/// A provider's mailbox for tests: Dovecot on free ports of loopback, with its own configuration, mails and user, and
/// the certificate of tests/server/channels/tlspeer.h. It has one account, `user` with `password`, whose mails are
/// files. It ends with the object.
///
/// The program is the one that tests/server/peers/fetch unpacked into AKWABA_PEERS_DIR (default build/peers);
/// without it start() fails.
class DovecotPeer {
public:
    static constexpr auto user = "support";
    static constexpr auto password = "secret";

    DovecotPeer() = default;
    ~DovecotPeer();
    Q_DISABLE_COPY_MOVE(DovecotPeer)

    /// How much the account holds before APPEND is refused. Before start().
    void setQuota(int kilobytes) { m_quota = kilobytes; }
    /// More lines of its configuration. Before start().
    void configure(const QString &lines) { m_lines = lines; }

    /// Makes its folder at the first call. What is in it survives kill(), and the ports stay.
    [[nodiscard]] bool start();
    void stop();
    /// SIGKILL, with everybody who serves a connection.
    void kill();

    [[nodiscard]] quint16 port() const { return m_port; } ///< in the clear, and STARTTLS
    [[nodiscard]] quint16 tlsPort() const { return m_tlsPort; }
    /// The folder of INBOX, or of another folder of the account.
    [[nodiscard]] QString maildir(const QString &folder = {}) const;
    /// As a mail server delivers it. `name` is that of the file; files come in its order.
    [[nodiscard]] bool put(const QString &name, const QByteArray &mail, const QString &folder = {}) const;
    /// The files of the mails in a folder, those that nobody has looked at among them.
    [[nodiscard]] QStringList mails(const QString &folder = {}) const;
    /// How many of them are marked as seen.
    [[nodiscard]] qsizetype seen() const;
    /// Why start() failed, else its own log.
    [[nodiscard]] QString report() const;

private:
    [[nodiscard]] bool prepare();
    [[nodiscard]] bool copyProgram() const;
    [[nodiscard]] bool writeConfiguration() const;
    void run();
    [[nodiscard]] bool waitUntilReady();
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_folder;
    QProcess m_process;
    QString m_problem;
    QString m_lines;
    int m_quota = 1'000'000;
    quint16 m_port = 0;
    quint16 m_tlsPort = 0;
};
