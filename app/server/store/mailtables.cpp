// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/mailtables.h"

#include "app/server/store/writer.h"
#include "core/base/clock.h"
#include "core/database/database.h"
#include "core/database/statement.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace akwaba::store {

namespace {

const QString selectJobs =
    u"SELECT message, ticket, state, send_after, attempts, attempting_at FROM mail_jobs WHERE "_s;

MailJob readJob(const Statement &row)
{
    return {{row.text(0)},
            {row.text(1)},
            fromWireName<Delivery>(row.text(2)).value_or(Delivery::Unknown),
            row.instant(3),
            static_cast<int>(row.integer(4)),
            row.instant(5)};
}

const QString selectMails = u"SELECT hash, email_message_id, message, blob, raw_altered FROM received_mails WHERE "_s;

ReceivedMail readMail(const Statement &row)
{
    return {row.text(0), row.text(1), {row.text(2)}, {row.text(3)}, row.integer(4) != 0};
}

constexpr auto turnsAreKept = std::chrono::hours(24);

QString nameOf(MailTurn turn) { return turn == MailTurn::Answered ? u"answered"_s : u"opened"_s; }

QString addressHash(const QString &address)
{
    const QByteArray folded = address.trimmed().toLower().toUtf8();
    return QString::fromLatin1(QCryptographicHash::hash(folded, QCryptographicHash::Sha256).toHex());
}

} // namespace

Result<std::optional<MailJob>> mailJob(Database &database, const MessageId &message)
{
    Statement select(database, selectJobs + u"message = :message"_s);
    return select.bind(u":message"_s, message.value).first(readJob);
}

Result<void> putMailJob(Writer &writer, const MailJob &job)
{
    Statement upsert(writer.sideTables(),
                     u"INSERT INTO mail_jobs (message, ticket, state, send_after, attempts, attempting_at, created_at) "
                     "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (message) DO UPDATE SET state = excluded.state, "
                     "send_after = excluded.send_after, attempts = excluded.attempts, "
                     "attempting_at = excluded.attempting_at"_s);
    upsert.bind(0, job.message.value).bind(1, job.ticket.value).bind(2, wireName(job.state)).bind(3, job.sendAfter);
    upsert.bind(4, job.attempts).bind(5, job.attemptingAt).bind(6, writer.clock().now());
    return upsert.run();
}

Result<QList<MailJob>> dueMailJobs(Database &database, const QDateTime &now, int limit)
{
    Statement select(
        database,
        selectJobs + u"state IN ('queued', 'unknown') AND send_after <= ? ORDER BY send_after, message LIMIT ?"_s);
    return select.bind(0, now).bind(1, limit).rows(readJob);
}

Result<QList<MailJob>> interruptedMailJobs(Database &database)
{
    Statement select(database, selectJobs + u"state = 'sending' ORDER BY message"_s);
    return select.rows(readJob);
}

Result<QList<MailJob>> unfinishedMailJobs(Database &database)
{
    Statement select(database, selectJobs + u"state IN ('queued', 'unknown', 'sending') ORDER BY message"_s);
    return select.rows(readJob);
}

Result<QDateTime> nextMailJobAt(Database &database)
{
    Statement select(database, u"SELECT MIN(send_after) FROM mail_jobs WHERE state IN ('queued', 'unknown')"_s);
    return select.first([](const Statement &row) { return row.instant(0); })
        .map([](const std::optional<QDateTime> &at) { return at.value_or(QDateTime()); });
}

Result<std::optional<ReceivedMail>> receivedMail(Database &database, const QString &hash)
{
    Statement select(database, selectMails + u"hash = :hash"_s);
    return select.bind(u":hash"_s, hash).first(readMail);
}

Result<std::optional<ReceivedMail>> receivedMailOf(Database &database, const MessageId &message)
{
    Statement select(database, selectMails + u"message = :message"_s);
    return select.bind(u":message"_s, message.value).first(readMail);
}

Result<void> addReceivedMail(Writer &writer, const ReceivedMail &mail)
{
    Statement insert(writer.sideTables(),
                     u"INSERT INTO received_mails (hash, email_message_id, message, blob, "
                     "raw_altered, received_at) VALUES (?, ?, ?, ?, ?, ?)"_s);
    insert.bind(0, mail.hash).bind(1, mail.emailMessageId).bind(2, mail.message.value).bind(3, mail.blob.value);
    return insert.bind(4, mail.rawAltered ? 1 : 0).bind(5, writer.clock().now()).run();
}

Result<void> noteMailTurn(Writer &writer, MailTurn turn, const QString &address, const TicketId &ticket)
{
    const QDateTime now = writer.clock().now();
    Statement forget(writer.sideTables(), u"DELETE FROM mail_turns WHERE \"at\" < ?"_s);
    const QDateTime kept = now.addMSecs(-std::chrono::milliseconds(turnsAreKept).count());
    if (auto done = forget.bind(0, kept).run(); !done) return done;
    Statement insert(writer.sideTables(),
                     u"INSERT INTO mail_turns (address, kind, ticket, \"at\") VALUES (?, ?, ?, ?)"_s);
    insert.bind(0, addressHash(address)).bind(1, nameOf(turn)).bind(2, ticket.value);
    return insert.bind(3, now).run();
}

Result<QList<TicketId>> mailTurns(Database &database, MailTurn turn, const QString &address, const QDateTime &since)
{
    Statement select(database,
                     u"SELECT ticket FROM mail_turns WHERE address = ? AND kind = ? AND \"at\" > ? "
                     "ORDER BY \"at\" DESC, ticket DESC"_s);
    select.bind(0, addressHash(address)).bind(1, nameOf(turn)).bind(2, since);
    return select.rows([](const Statement &row) { return TicketId{row.text(0)}; });
}

Result<MailboxProgress> mailboxProgress(Database &database, const QString &mailbox)
{
    Statement select(database, u"SELECT uid_validity, last_uid FROM mailbox_progress WHERE mailbox = :mailbox"_s);
    return select.bind(u":mailbox"_s, mailbox)
        .first([](const Statement &row) { return MailboxProgress{row.integer(0), row.integer(1)}; })
        .map([](const std::optional<MailboxProgress> &row) { return row.value_or(MailboxProgress{}); });
}

Result<void> setMailboxProgress(Writer &writer, const QString &mailbox, const MailboxProgress &progress)
{
    Statement upsert(writer.sideTables(),
                     u"INSERT INTO mailbox_progress (mailbox, uid_validity, last_uid) VALUES (?, ?, ?) ON CONFLICT "
                     "(mailbox) DO UPDATE SET uid_validity = excluded.uid_validity, last_uid = excluded.last_uid"_s);
    return upsert.bind(0, mailbox).bind(1, progress.uidValidity).bind(2, progress.lastUid).run();
}

Result<void> setMailboxTrouble(Writer &writer, const QString &mailbox, MailTrouble trouble)
{
    Statement upsert(writer.sideTables(),
                     u"INSERT INTO mailbox_troubles (mailbox, trouble, since) VALUES (?, ?, ?) ON CONFLICT (mailbox) "
                     "DO UPDATE SET trouble = excluded.trouble, since = excluded.since"_s);
    return upsert.bind(0, mailbox).bind(1, wireName(trouble)).bind(2, writer.clock().now()).run();
}

Result<QHash<QString, MailTrouble>> mailboxTroubles(Database &database)
{
    QHash<QString, MailTrouble> troubles;
    Statement select(database, u"SELECT mailbox, trouble FROM mailbox_troubles"_s);
    return select
        .forEach([&troubles](const Statement &row) {
            troubles.insert(row.text(0), fromWireName<MailTrouble>(row.text(1)).value_or(MailTrouble::Refused));
        })
        .map([&troubles] { return troubles; });
}

} // namespace akwaba::store
