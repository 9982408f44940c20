// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/ids.h"

#include <QByteArray>
#include <QString>

namespace akwaba::store {

/// Files named by the SHA-256 of their content, so the same content is kept once. Durable when put() returns. Knows
/// nothing of who may read them. Any thread.
class BlobFiles {
public:
    explicit BlobFiles(QString directory) : m_directory(std::move(directory)) { }

    [[nodiscard]] static BlobId idOf(const QByteArray &content);
    [[nodiscard]] Result<BlobId> put(const QByteArray &content);
    /// Code::NotFound where there is none; Code::Corrupt where the bytes are no longer those of the name.
    [[nodiscard]] Result<QByteArray> read(const BlobId &id) const;
    /// Nothing happens where there is none.
    [[nodiscard]] Result<void> remove(const BlobId &id);

private:
    [[nodiscard]] static bool isWellFormed(const BlobId &id);
    [[nodiscard]] QString pathOf(const BlobId &id) const;
    QString m_directory;
};

} // namespace akwaba::store
