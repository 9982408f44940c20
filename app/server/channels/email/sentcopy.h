// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/channels/email/imapsession.h"

namespace akwaba::mail {

/// Puts a mail that was sent into the mailbox's folder of sent mail, unless one with its Message-ID is there: those of
/// a provider who does it himself, and those of an attempt before, are not doubled. Or only looks whether it is there.
/// Ends with exactly one finished(). Lives on the thread of its event loop.
class SentCopy : public QObject {
    Q_OBJECT

public:
    /// An empty folder means the one that the server marks as such (RFC 6154).
    SentCopy(MailServer server, QString folder, QObject *parent = nullptr);

    /// `messageId` without angle brackets.
    void put(const QString &messageId, const QByteArray &mail);
    void lookFor(const QString &messageId);
    [[nodiscard]] MailTrouble trouble() const { return m_trouble; }

Q_SIGNALS:
    /// Whether a copy was added, or whether one is there. Code::NotFound without such a folder, Code::DiskFull without
    /// room in it.
    void finished(const akwaba::Result<bool> &answer);

private:
    void find();
    void select(const QByteArray &folder);
    void look();
    void append();
    void end(const Result<bool> &result, MailTrouble trouble = MailTrouble::None);

    const QString m_folderName;
    ImapSession m_session;
    QByteArray m_folder; // quoted
    QByteArray m_messageId; // quoted
    std::optional<QByteArray> m_mail; // none: to be looked for
    MailTrouble m_trouble = MailTrouble::None;
    bool m_hasEnded = false;
};

} // namespace akwaba::mail
