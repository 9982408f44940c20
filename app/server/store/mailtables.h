// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/reader.h"

#include <QDateTime>

namespace akwaba::store {

class Writer;

/// One outgoing mail on its way (sync.md 2.12). `state` is queued, sending (the attempt is on the disk before the first
/// byte goes out), sent, failed, unknown (we died between the text and the answer) or cancelled.
struct MailJob {
    MessageId message;
    TicketId ticket;
    Delivery state = Delivery::Queued;
    QDateTime sendAfter;
    int attempts = 0;
    QDateTime attemptingAt;
};

[[nodiscard]] Result<std::optional<MailJob>> mailJob(Database &database, const MessageId &message);
[[nodiscard]] Result<void> putMailJob(Writer &writer, const MailJob &job);
/// Queued or unknown ones whose time has come, oldest first.
[[nodiscard]] Result<QList<MailJob>> dueMailJobs(Database &database, const QDateTime &now, int limit);
/// Those that a process was busy with when it died.
[[nodiscard]] Result<QList<MailJob>> interruptedMailJobs(Database &database);
/// All that have not come to an end, oldest first.
[[nodiscard]] Result<QList<MailJob>> unfinishedMailJobs(Database &database);
/// When the next one wants to go; invalid when none waits.
[[nodiscard]] Result<QDateTime> nextMailJobAt(Database &database);

/// A mail that came in: accepted once.
struct ReceivedMail {
    QString hash; // of Message-ID and content
    QString emailMessageId;
    MessageId message; // empty: it was not made a message (a bounce, our own)
    BlobId blob; // the raw mail, compressed
    bool rawAltered = false; // it held a card number: the raw mail is what was left after masking
};

[[nodiscard]] Result<std::optional<ReceivedMail>> receivedMail(Database &database, const QString &hash);
/// The raw mail of a message.
[[nodiscard]] Result<std::optional<ReceivedMail>> receivedMailOf(Database &database, const MessageId &message);
[[nodiscard]] Result<void> addReceivedMail(Writer &writer, const ReceivedMail &mail);

/// What the mail of an address can set in motion. Kept for a day.
enum class MailTurn { RobotOpened, Answered };

/// Remembers that a mail of the address did so on this ticket.
[[nodiscard]] Result<void> noteMailTurn(Writer &writer, MailTurn turn, const QString &address, const TicketId &ticket);
/// The tickets on which it did so since then, the newest first; one stands there as often as it did.
[[nodiscard]] Result<QList<TicketId>> mailTurns(Database &database, MailTurn turn, const QString &address,
                                                const QDateTime &since);

/// How far the polling of a mailbox has come.
struct MailboxProgress {
    qint64 uidValidity = 0;
    qint64 lastUid = 0;
};

[[nodiscard]] Result<MailboxProgress> mailboxProgress(Database &database, const QString &mailbox);
[[nodiscard]] Result<void> setMailboxProgress(Writer &writer, const QString &mailbox, const MailboxProgress &progress);

/// What is in the way of a mailbox; MailTrouble::None when nothing is.
[[nodiscard]] Result<void> setMailboxTrouble(Writer &writer, const QString &mailbox, MailTrouble trouble);
/// Those that were visited, by their names.
[[nodiscard]] Result<QHash<QString, MailTrouble>> mailboxTroubles(Database &database);

} // namespace akwaba::store
