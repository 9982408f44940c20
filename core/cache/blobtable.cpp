// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/blobtable.h"

#include "core/database/database.h"
#include "core/database/statement.h"
#include "core/database/table.h"
#include "core/domain/schema.h"
#include "core/protocol/codec.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

const QString keptColumns = QStringLiteral("key, name, size, whole");

KeptBlob readKept(const Statement &row)
{
    return {row.value(0).toByteArray(), row.text(1), row.integer(2), row.flag(3)};
}

} // namespace

Result<std::optional<KeptBlob>> BlobTable::find(const BlobId &blob)
{
    Statement row(m_database, u"SELECT %1 FROM blobs WHERE blob = ?"_s.arg(keptColumns));
    return row.bind(0, blob.value).first(readKept);
}

Result<void> BlobTable::insert(const BlobId &blob, const KeptBlob &kept)
{
    Statement row(m_database,
                  u"INSERT INTO blobs(blob, key, name, size, whole, opened) "
                  "SELECT ?, ?, ?, ?, ?, (SELECT coalesce(max(opened), 0) + 1 FROM blobs) "
                  "WHERE EXISTS (SELECT 1 FROM attachments WHERE blob = ?)"_s);
    row.bind(0, blob.value).bind(1, kept.key).bind(2, kept.name).bind(3, kept.size).bind(4, kept.isWhole);
    if (const auto done = row.bind(5, blob.value).run(); !done) return done;
    return row.affected() > 0 ? Result<void>() : fail(Code::NotFound, u"nothing names the blob"_s);
}

Result<void> BlobTable::setWhole(const BlobId &blob)
{
    Statement row(m_database, u"UPDATE blobs SET whole = 1 WHERE blob = ?"_s);
    return row.bind(0, blob.value).run();
}

Result<void> BlobTable::touch(const BlobId &blob)
{
    Statement row(m_database, u"UPDATE blobs SET opened = (SELECT max(opened) + 1 FROM blobs) WHERE blob = ?"_s);
    return row.bind(0, blob.value).run();
}

Result<std::optional<KeptBlob>> BlobTable::removeWhere(const QString &condition, const BlobId &blob)
{
    Statement row(m_database, u"DELETE FROM blobs WHERE %1 RETURNING %2"_s.arg(condition, keptColumns));
    return row.bind(0, blob.value).first(readKept);
}

Result<std::optional<KeptBlob>> BlobTable::remove(const BlobId &blob) { return removeWhere(u"blob = ?"_s, blob); }

Result<std::optional<KeptBlob>> BlobTable::removeUnnamed(const BlobId &blob)
{
    return removeWhere(u"blob = ? AND NOT EXISTS (SELECT 1 FROM attachments a WHERE a.blob = blobs.blob)"_s, blob);
}

Result<QSet<QString>> BlobTable::names()
{
    QSet<QString> all;
    Statement rows(m_database, u"SELECT name FROM blobs"_s);
    return rows.forEach([&all](const Statement &row) { all.insert(row.text(0)); }).map([&] { return std::move(all); });
}

Result<qint64> BlobTable::bytes()
{
    return m_database.value(u"SELECT coalesce(sum(size), 0) FROM blobs"_s).map([](const QVariant &sum) {
        return sum.toLongLong();
    });
}

Result<QList<BlobTable::Candidate>> BlobTable::candidates(qint64 aheadBytes)
{
    Statement rows(m_database,
                   u"SELECT blob, size, size <= ? AND EXISTS (SELECT 1 FROM attachments a JOIN tickets t "
                   "ON t.id = a.ticket WHERE a.blob = blobs.blob AND t.active = 1) ahead "
                   "FROM blobs ORDER BY ahead, opened"_s);
    return rows.bind(0, aheadBytes).rows([](const Statement &row) {
        return Candidate{{row.text(0)}, row.integer(1), row.flag(2)};
    });
}

Result<QList<qint64>> BlobTable::activeTickets()
{
    Statement rows(m_database, u"SELECT \"row\" FROM tickets WHERE active = 1 ORDER BY last_at DESC"_s);
    return rows.rows([](const Statement &row) { return row.integer(0); });
}

Result<QList<qint64>> BlobTable::activeTickets(const QSet<TicketId> &some)
{
    QJsonArray ids;
    for (const TicketId &ticket : some)
        ids.append(ticket.value);
    Statement rows(m_database,
                   u"SELECT t.\"row\" FROM json_each(?) one CROSS JOIN tickets t ON t.id = one.value "
                   "WHERE t.active = 1 ORDER BY t.last_at DESC"_s);
    rows.bind(0, QString::fromUtf8(QJsonDocument(ids).toJson(QJsonDocument::Compact)));
    return rows.rows([](const Statement &row) { return row.integer(0); });
}

Result<std::optional<Attachment>> BlobTable::missingOf(qint64 ticket, qint64 aheadBytes, const QSet<BlobId> &except)
{
    const TypeInfo &type = typeInfo<Attachment>();
    Statement rows(m_database,
                   u"SELECT %1 FROM tickets t JOIN attachments a ON a.ticket = t.id "
                   "WHERE t.\"row\" = ? AND t.active = 1 AND a.size <= ? AND a.blob <> '' "
                   "AND NOT EXISTS (SELECT 1 FROM blobs b WHERE b.blob = a.blob AND b.whole = 1) "
                   "ORDER BY a.\"row\" DESC"_s.arg(columns(type, u"a")));
    rows.bind(0, ticket).bind(1, aheadBytes);
    for (;;) {
        const auto more = rows.next();
        if (!more) return tl::unexpected(more.error());
        if (!*more) return std::nullopt;
        auto attachment = fromJson<Attachment>(readRecord(rows, type));
        if (!attachment) return tl::unexpected(attachment.error());
        if (!except.contains(attachment->blob)) return std::move(*attachment);
    }
}

} // namespace akwaba
