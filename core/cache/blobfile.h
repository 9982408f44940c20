// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/ids.h"

#include <QByteArray>
#include <QString>

namespace akwaba {

/// As the server makes the id of a blob: of its content alone (sync.md 2.18).
[[nodiscard]] BlobId blobIdOf(const QByteArray &content);
/// Nothing but what blobIdOf() makes: an id becomes part of an address.
[[nodiscard]] bool isBlobId(const BlobId &id);

/// A file of sealed chunks, each by the file's own key, its number and a nonce of its own, so that the file grows by
/// whole chunks and nothing of it can be read without the key. What a crash left behind the last whole chunk is known
/// for what it is. It is not known here whether the content is the right one.
class BlobFile {
public:
    static constexpr qint64 chunkBytes = qint64(64) * 1024; // as much is fetched again after a cut

    BlobFile(QString path, QByteArray key);
    [[nodiscard]] static Result<QByteArray> newKey();

    /// Empty, whatever there was.
    [[nodiscard]] Result<void> begin() const;
    /// Cuts off what does not belong to a whole chunk; how many bytes of content are left.
    [[nodiscard]] Result<qint64> resume() const;
    /// Of chunkBytes; only the last one may be shorter. Code::DiskFull leaves those before as they were.
    [[nodiscard]] Result<void> append(const QByteArray &chunk) const;
    /// What the whole chunks hold.
    [[nodiscard]] Result<QByteArray> beginning() const;
    /// All of it. Code::Corrupt where it is not what was appended.
    [[nodiscard]] Result<QByteArray> content() const;

private:
    QString m_path;
    QByteArray m_key;
};

} // namespace akwaba
