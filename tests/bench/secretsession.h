// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QProcess>

namespace akwaba::bench {

/// A session bus with a real keyring of its own, below `folder`; this program and what it starts use them.
class SecretSession {
public:
    explicit SecretSession(QString folder) : m_folder(std::move(folder)) { }
    ~SecretSession();
    [[nodiscard]] Result<void> start();

private:
    [[nodiscard]] Result<void> startBus();
    [[nodiscard]] Result<void> startKeyring();

    QString m_folder;
    QProcess m_bus;
    QProcess m_keyring;
};

} // namespace akwaba::bench
