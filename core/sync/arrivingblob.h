// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cache/blobstore.h"

namespace akwaba {

/// The content of one attachment while it comes over the network, piece by piece: into the store, a chunk at a time, or
/// into memory where there is no store or no room in it. Whoever asked for it sees it either way; what nobody has asked
/// for is kept or given up.
class ArrivingBlob {
public:
    ArrivingBlob(Attachment attachment, BlobStore *store, BlobStore::Wish wish);

    /// How much of it is here already. Whatever came before is begun anew.
    [[nodiscard]] Result<qint64> begin(const QSet<BlobId> &busy);
    /// What starts at 0 again is the whole from its beginning. Code::NotFound when it was erased meanwhile.
    [[nodiscard]] Result<void> take(qint64 at, const QByteArray &piece);
    /// The content, or why this is not it; what is wrong or may not be seen is kept no longer.
    [[nodiscard]] Result<QByteArray> finish();
    /// The server does not give it: nothing of it is kept.
    void drop();

    [[nodiscard]] const Attachment &attachment() const { return m_attachment; }
    [[nodiscard]] bool isComplete() const { return m_arrived >= m_attachment.size; }
    /// Somebody has asked for it after all.
    void isWanted() { m_wish = BlobStore::Wish::Opened; }

private:
    [[nodiscard]] Result<void> beginAgain();
    [[nodiscard]] Result<void> keep(qsizetype bytes);
    [[nodiscard]] Result<void> moveToMemory(const Error &why);

    Attachment m_attachment;
    BlobStore *m_store; // null: in memory
    BlobStore::Wish m_wish;
    QByteArray m_buffer; // less than a chunk, or everything
    qint64 m_arrived = 0;
};

} // namespace akwaba
