// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>

namespace akwaba {
class Random;
}

namespace akwaba::store {

/// Seals small secrets of the database under a key that lies beside it, in secrets.key: who has the database alone, or
/// a backup of it, has none of them. The file is made when it is first needed; who loses it loses what was sealed. One
/// thread.
class SecretBox {
public:
    SecretBox(QString directory, Random &random) : m_directory(std::move(directory)), m_random(random) { }

    /// As text. `owner` is sealed in: a secret that was put into another's row does not open there.
    [[nodiscard]] Result<QString> seal(const QByteArray &secret, const QString &owner);
    /// Code::Corrupt for what was not sealed for this owner under this key.
    [[nodiscard]] Result<QByteArray> open(const QString &sealed, const QString &owner);
    /// For what need not be read again.
    [[nodiscard]] Result<QString> keyedHash(const QString &text, const QString &owner);

private:
    [[nodiscard]] Result<void> needKey();

    const QString m_directory;
    Random &m_random;
    QByteArray m_key; // empty: not read yet
};

} // namespace akwaba::store
