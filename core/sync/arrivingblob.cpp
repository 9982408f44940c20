// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/arrivingblob.h"

using namespace Qt::StringLiterals;

namespace akwaba {

ArrivingBlob::ArrivingBlob(Attachment attachment, BlobStore *store, BlobStore::Wish wish)
    : m_attachment(std::move(attachment)), m_store(store), m_wish(wish)
{
}

Result<qint64> ArrivingBlob::begin(const QSet<BlobId> &busy)
{
    m_buffer.clear();
    m_arrived = 0;
    if (m_store == nullptr) return 0;
    const auto here = m_store->begin(m_attachment.blob, m_attachment.size, m_wish, busy);
    if (here) {
        m_arrived = *here;
        return here;
    }
    m_store = nullptr;
    if (m_wish == BlobStore::Wish::Ahead) return here;
    return 0;
}

Result<void> ArrivingBlob::take(qint64 at, const QByteArray &piece)
{
    if (at == 0 && m_arrived > 0) {
        if (const auto done = beginAgain(); !done) return done;
    }
    if (at != m_arrived) return fail(Code::Protocol, u"a piece from elsewhere"_s);
    m_arrived += piece.size();
    m_buffer += piece;
    while (m_store != nullptr && m_buffer.size() >= BlobFile::chunkBytes) {
        if (const auto done = keep(BlobFile::chunkBytes); !done) return done;
    }
    return {};
}

Result<void> ArrivingBlob::beginAgain()
{
    m_arrived = 0;
    m_buffer.clear();
    return m_store != nullptr ? m_store->beginAgain(m_attachment.blob) : Result<void>();
}

/// The chunk stands at the beginning of the buffer until it is safe.
Result<void> ArrivingBlob::keep(qsizetype bytes)
{
    const auto kept = m_store->append(m_attachment.blob, m_buffer.first(bytes));
    if (!kept) return moveToMemory(kept.error());
    m_buffer.remove(0, bytes);
    return {};
}

Result<void> ArrivingBlob::moveToMemory(const Error &why)
{
    if (m_wish == BlobStore::Wish::Ahead) return tl::unexpected(why);
    const auto before = m_store->arrived(m_attachment.blob); // not of what was erased: nobody may see it any more
    if (!before) return tl::unexpected(before.error());
    m_buffer.prepend(*before);
    drop();
    return {};
}

Result<QByteArray> ArrivingBlob::finish()
{
    if (m_store != nullptr && !m_buffer.isEmpty()) {
        if (const auto done = keep(m_buffer.size()); !done) return tl::unexpected(done.error());
    }
    if (m_store != nullptr) return m_store->finish(m_attachment.blob);
    if (blobIdOf(m_buffer) == m_attachment.blob) return std::move(m_buffer);
    return fail(Code::Corrupt, u"not the content of %1"_s.arg(m_attachment.blob.value));
}

void ArrivingBlob::drop()
{
    if (m_store != nullptr) m_store->remove(m_attachment.blob);
    m_store = nullptr;
}

} // namespace akwaba
