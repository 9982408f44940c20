// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cache/blobfile.h"
#include "core/cache/blobpolicy.h"
#include "core/cache/blobtable.h"

namespace akwaba {

/// The content of attachments that lies on this disk (sync.md 2.18): a file for each, however many messages bring it,
/// sealed under a key of its own in cache.db. A file whose key is gone can't be read by anybody, and a row whose file
/// is gone is no harm: the server still has it. Arrives in pieces, and goes on where it was after any crash; nothing is
/// given out before it is what its id says. On the thread of its cache, and outside its transactions.
class BlobStore {
public:
    enum class Wish {
        Opened, ///< somebody wants to see it
        Ahead, ///< nobody has asked: it makes room for itself only among what is not ahead
    };

    BlobStore(Database &database, QString folder, const BlobPolicy &policy = {});

    /// Deletes the files that no row knows; Code::Io where one does not let itself be.
    [[nodiscard]] Result<void> removeStrays();
    /// After the commit of a transaction that has taken their rows. What stays is a stray.
    void removeFiles(const QStringList &names);

    /// The whole content. Code::NotFound where it is not here; Corrupt where it was not what it should be, and is gone.
    [[nodiscard]] Result<QByteArray> read(const BlobId &blob);

    // What arrives. Each is Code::NotFound once the row is gone: no attachment names it any more.
    /// Makes room for it, but not of `busy`; how many bytes are here already. Code::DiskFull where there is no room.
    [[nodiscard]] Result<qint64> begin(const BlobId &blob, qint64 size, Wish wish, const QSet<BlobId> &busy = {});
    /// From the first byte again.
    [[nodiscard]] Result<void> beginAgain(const BlobId &blob);
    /// Whole chunks, then the last one.
    [[nodiscard]] Result<void> append(const BlobId &blob, const QByteArray &chunk);
    /// What is here of it in whole chunks, unchecked.
    [[nodiscard]] Result<QByteArray> arrived(const BlobId &blob);
    /// All of it is here: the same as read() from now on.
    [[nodiscard]] Result<QByteArray> finish(const BlobId &blob);
    void remove(const BlobId &blob);

    // What is to be fetched ahead: the small attachments of active tickets.
    /// The row keys of these, the newest activity first: of all, or of those among `some`.
    [[nodiscard]] Result<QList<qint64>> activeTickets() { return m_table.activeTickets(); }
    [[nodiscard]] Result<QList<qint64>> activeTickets(const QSet<TicketId> &some)
    {
        return m_table.activeTickets(some);
    }
    [[nodiscard]] Result<std::optional<Attachment>> missingOf(qint64 ticket, const QSet<BlobId> &except);

private:
    [[nodiscard]] Result<void> makeRoom(qint64 size, Wish wish, const QSet<BlobId> &busy);
    [[nodiscard]] Result<qint64> makeFile(const BlobId &blob, qint64 size);
    [[nodiscard]] Result<BlobFile> fileOf(const BlobId &blob);
    [[nodiscard]] Result<QByteArray> checked(const BlobId &blob, const BlobFile &file);
    [[nodiscard]] QString pathOf(const QString &name) const { return m_folder + u'/' + name; }

    BlobTable m_table;
    const QString m_folder;
    const BlobPolicy m_policy;
};

} // namespace akwaba
