// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/keyring.h"

#include <QMap>

#include <memory>

namespace akwaba {

class Random;

/// For a machine without a keychain: secrets in a file sealed by a passphrase (Argon2id and XSalsa20-Poly1305 of
/// libsodium). The passphrase itself is kept nowhere; without it the file is noise.
class PassphraseKeyring final : public Keyring {
public:
    /// Opens the file or, where there is none, begins an empty one. Takes about half a second, on purpose.
    /// Code::Denied for a wrong passphrase, Code::Corrupt for a damaged file.
    [[nodiscard]] static Result<std::unique_ptr<PassphraseKeyring>> open(const QString &file, const QString &passphrase,
                                                                         Random &random);
    ~PassphraseKeyring() override;

    [[nodiscard]] QFuture<Result<QByteArray>> read(const QString &name) override;
    [[nodiscard]] QFuture<Result<void>> write(const QString &name, const QByteArray &secret) override;
    [[nodiscard]] QFuture<Result<void>> remove(const QString &name) override;

private:
    PassphraseKeyring(QString file, QByteArray salt, QByteArray key, Random &random);
    [[nodiscard]] Result<void> unseal(const QByteArray &sealed);
    [[nodiscard]] Result<void> save();

    QString m_file;
    QByteArray m_salt;
    QByteArray m_key;
    Random &m_random;
    QMap<QString, QByteArray> m_secrets;
};

} // namespace akwaba
