// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/keyring.h"

namespace akwaba {

/// The system's keychain through QtKeychain: Secret Service or KWallet, Windows' credentials, macOS' Keychain. Without
/// one it answers Code::NoKeyring; it never falls back to a file.
class QtKeyring final : public Keyring {
public:
    [[nodiscard]] QFuture<Result<QByteArray>> read(const QString &name) override;
    [[nodiscard]] QFuture<Result<void>> write(const QString &name, const QByteArray &secret) override;
    [[nodiscard]] QFuture<Result<void>> remove(const QString &name) override;
};

} // namespace akwaba
