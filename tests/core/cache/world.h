// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/cache/cache.h"
#include "core/cache/outbox.h"
#include "core/database/database.h"
#include "core/domain/customer.h"
#include "core/domain/message.h"
#include "core/domain/ticket.h"
#include "core/protocol/codec.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

/// What the tests of the cache share: one profile folder with both files, and records as a server would send them.
namespace akwaba::test {

using namespace Qt::StringLiterals;

inline const QByteArray cacheKey(32, 'c');
inline const QByteArray outboxKey(32, 'o');

/// The value, or the end of the test: for what a test needs before it begins.
template <class T> T must(Result<T> result)
{
    if (!result) qFatal("%s: %s", qPrintable(codeName(result.error().code)), qPrintable(result.error().detail));
    if constexpr (!std::is_void_v<T>) return std::move(*result);
}

inline QDateTime instant(int minutes)
{
    return QDateTime(QDate(2026, 11, 22), QTime(7, 0), Qt::UTC).addSecs(minutes * 60);
}

inline QJsonObject ticketRecord(const QString &id, int minutes = 0, qint64 rev = 1)
{
    Ticket ticket;
    ticket.id.value = id;
    ticket.number = u"A-"_s + id.mid(1);
    ticket.subject = u"Toner "_s + id;
    ticket.status = TicketStatus::Open;
    ticket.customer.value = u"c1"_s;
    ticket.team.value = u"e1"_s;
    ticket.receivedAt = instant(minutes);
    ticket.lastCustomerMessageAt = instant(minutes);
    ticket.rev = rev;
    return toJson(ticket);
}

inline QJsonObject with(QJsonObject record, const QString &member, const QJsonValue &value)
{
    record.insert(member, value);
    return record;
}

inline QJsonObject messageRecord(const QString &id, const QString &ticket, const QString &text, int minutes = 0)
{
    Message message;
    message.id.value = id;
    message.ticket.value = ticket;
    message.text = text;
    message.at = instant(minutes);
    message.rev = 1;
    return toJson(message);
}

inline QJsonObject customerRecord(const QString &id, const QString &name)
{
    Customer customer;
    customer.id.value = id;
    customer.name = name;
    customer.emails = {{name, name.section(u' ', 0, 0).toLower() + u"@example.org"_s}};
    customer.rev = 1;
    return toJson(customer);
}

/// A file of a message that holds `content`.
inline Attachment attachmentOf(const QString &id, const QString &message, const QString &ticket,
                               const QByteArray &content)
{
    Attachment attachment;
    attachment.id.value = id;
    attachment.message.value = message;
    attachment.ticket.value = ticket;
    attachment.name = u"Facture.pdf"_s;
    attachment.type = u"application/pdf"_s;
    attachment.size = content.size();
    attachment.blob = blobIdOf(content);
    attachment.rev = 1;
    return attachment;
}

/// Bytes that look like nobody's, the same for the same seed.
inline QByteArray anyBytes(qsizetype count, quint64 seed = 1) { return SeededRandom(seed).bytes(count); }

inline TypedRecords tickets(const QList<QJsonObject> &records) { return {&typeInfo<Ticket>(), records}; }
inline TypedRecords messages(const QList<QJsonObject> &records) { return {&typeInfo<Message>(), records}; }
inline TypedRecords customers(const QList<QJsonObject> &records) { return {&typeInfo<Customer>(), records}; }

inline TypedRecords attachments(const QList<Attachment> &all)
{
    QList<QJsonObject> records;
    for (const Attachment &attachment : all)
        records.append(toJson(attachment));
    return {&typeInfo<Attachment>(), records};
}

/// As a download does it.
inline void keep(BlobStore &store, const QByteArray &content, BlobStore::Wish wish = BlobStore::Wish::Opened)
{
    const BlobId blob = blobIdOf(content);
    for (qsizetype at = must(store.begin(blob, content.size(), wish)); at < content.size(); at += BlobFile::chunkBytes)
        must(store.append(blob, content.mid(at, BlobFile::chunkBytes)));
    (void)must(store.finish(blob));
}

/// One device's files in a temporary folder, and its clock.
struct World {
    QTemporaryDir dir;
    ManualClock clock{instant(600)};
    SeededRandom random{7};
    ApplyContext me{{u"a1"_s}, {u"d1"_s}};
    std::unique_ptr<Cache> cache;
    std::unique_ptr<Outbox> outbox;

    World() { reopen(); }

    [[nodiscard]] QString cachePath() const { return dir.filePath(u"cache.db"_s); }
    [[nodiscard]] QString blobFolder() const { return cachePath() + u"-blobs"_s; }
    [[nodiscard]] QStringList blobFiles() const { return QDir(blobFolder()).entryList(QDir::Files); }
    [[nodiscard]] QString outboxPath() const { return dir.filePath(u"outbox.db"_s); }

    void reopen()
    {
        cache.reset();
        outbox.reset();
        cache = must(Cache::open(cachePath(), cacheKey));
        outbox = must(Outbox::open(outboxPath(), outboxKey, clock));
    }

    [[nodiscard]] Intent intent(const Command &command) { return makeIntent(command, clock, random); }
    [[nodiscard]] QList<Intent> pending() { return must(outbox->pending()); }

    /// As the client does it: durable first, then shown.
    Intent perform(const Command &command)
    {
        const Intent made = intent(command);
        must(outbox->append(made));
        (void)must(cache->showPending(made, me));
        return made;
    }

    Changed take(const QList<TypedRecords> &records, const QString &cursor = {})
    {
        return must(cache->applyPage({.upserts = records, .cursor = cursor}, pending(), me));
    }

    /// A second connection, for a look at what is in the file.
    [[nodiscard]] Database look() { return must(Database::open(cachePath(), {.key = cacheKey, .readOnly = true})); }
    [[nodiscard]] QVariant value(const QString &sql) { return must(look().value(sql)); }
    [[nodiscard]] QString status(const QString &ticket)
    {
        return value(u"SELECT status FROM tickets WHERE id = '%1'"_s.arg(ticket)).toString();
    }
};

} // namespace akwaba::test
