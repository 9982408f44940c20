// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/channels/email/incomingmail.h"
#include "core/base/result.h"

namespace akwaba::mail {

/// The message that is answered, for the quote below the reply.
struct QuotedHistory {
    QString attribution; // "Le ... a écrit :", in the words of the reply's language
    QString text;
};

/// Everything an outgoing mail is made of. The words are the caller's.
struct OutgoingMail {
    MessageId id;
    QString tenant; // the domain of our Message-IDs
    EmailAddress from; // the team's address
    EmailAddress replyTo; // where answers shall go instead; may be empty
    QList<EmailAddress> to;
    QList<EmailAddress> cc;
    QString subject;
    QString text; // what the agent wrote
    QString inReplyTo; // without angle brackets, as everywhere
    QStringList references;
    QuotedHistory quoted;
    QList<MailAttachment> attachments;
    QDateTime date;
    bool isAutoReply = false; // RFC 3834: an acknowledgement written by nobody
};

/// No more of the history than this is quoted.
inline constexpr qsizetype longestQuote = 16 * 1024;

/// "<message-id@tenant>" without brackets: the same for every retry, so that a
/// mail sent twice is recognised as one.
[[nodiscard]] QString emailMessageIdOf(const MessageId &id, const QString &tenant);

/// The mail as it is handed to a mail server: text and HTML, CRLF lines, ASCII
/// on the wire. The same message gives the same bytes. Refuses addresses that
/// would not survive a header (Code::BadInput).
[[nodiscard]] Result<QByteArray> composeMail(const OutgoingMail &mail);

} // namespace akwaba::mail
