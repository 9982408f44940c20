// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"

#include <QByteArray>
#include <QHash>
#include <QString>

namespace akwaba {

/// Where secrets are kept: the system's keychain in the console (qtkeyring.h), memory in tests. Never a plain file.
/// Answers Code::NoKeyring where there is none, Code::NotFound for a name without a secret. UI thread.
class Keyring {
public:
    Keyring() = default;
    virtual ~Keyring() = default;
    Q_DISABLE_COPY_MOVE(Keyring)

    [[nodiscard]] virtual QFuture<Result<QByteArray>> read(const QString &name) = 0;
    [[nodiscard]] virtual QFuture<Result<void>> write(const QString &name, const QByteArray &secret) = 0;
    /// A name without a secret is no error.
    [[nodiscard]] virtual QFuture<Result<void>> remove(const QString &name) = 0;
};

/// Forgets everything with the process: for tests, and for an agent who keeps nothing on this machine.
class MemoryKeyring final : public Keyring {
public:
    QFuture<Result<QByteArray>> read(const QString &name) override
    {
        const auto found = m_secrets.constFind(name);
        if (found == m_secrets.constEnd()) return answered<QByteArray>(fail(Code::NotFound, name));
        return answered<QByteArray>(*found);
    }
    QFuture<Result<void>> write(const QString &name, const QByteArray &secret) override
    {
        m_secrets.insert(name, secret);
        return answered<void>({});
    }
    QFuture<Result<void>> remove(const QString &name) override
    {
        m_secrets.remove(name);
        return answered<void>({});
    }

private:
    QHash<QString, QByteArray> m_secrets;
};

} // namespace akwaba
