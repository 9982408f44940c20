// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/message.h"

#include <QByteArray>
#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>

#include <optional>

namespace akwaba {

class Database;

/// What cache.db knows of a file beside it: without this row nobody can read it.
struct KeptBlob {
    QByteArray key;
    QString name; // of the file; says nothing
    qint64 size = 0; // that was announced
    bool isWhole = false; // all of it was here once, and was what its id says
};

/// The table of the blobs that lie here. Only one that an attachment names gets a row, or keeps it.
class BlobTable {
public:
    /// A row that may have to make room.
    struct Candidate {
        BlobId blob;
        qint64 size = 0;
        bool isAhead = false; // a small file of an open ticket: would be fetched again
    };

    explicit BlobTable(Database &database) : m_database(database) { }

    [[nodiscard]] Result<std::optional<KeptBlob>> find(const BlobId &blob);
    /// Code::NotFound where no attachment names it.
    [[nodiscard]] Result<void> insert(const BlobId &blob, const KeptBlob &kept);
    [[nodiscard]] Result<void> setWhole(const BlobId &blob);
    /// It is the one that was opened last.
    [[nodiscard]] Result<void> touch(const BlobId &blob);
    /// The row as it was; nothing when there was none.
    [[nodiscard]] Result<std::optional<KeptBlob>> remove(const BlobId &blob);
    /// The same, unless an attachment still names the blob.
    [[nodiscard]] Result<std::optional<KeptBlob>> removeUnnamed(const BlobId &blob);

    [[nodiscard]] Result<QSet<QString>> names();
    [[nodiscard]] Result<qint64> bytes();
    /// In the order in which they go: what is ahead last, and else what was opened longest ago first.
    [[nodiscard]] Result<QList<Candidate>> candidates(qint64 aheadBytes);
    /// The row keys of active tickets, the newest activity first: of all, or of those among `some`.
    [[nodiscard]] Result<QList<qint64>> activeTickets();
    [[nodiscard]] Result<QList<qint64>> activeTickets(const QSet<TicketId> &some);
    /// An attachment of at most so many bytes of the ticket, if it is active, whose content is not here and is none of
    /// `except`; the newest.
    [[nodiscard]] Result<std::optional<Attachment>> missingOf(qint64 ticket, qint64 aheadBytes,
                                                              const QSet<BlobId> &except);

private:
    [[nodiscard]] Result<std::optional<KeptBlob>> removeWhere(const QString &condition, const BlobId &blob);

    Database &m_database;
};

} // namespace akwaba
