// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRandomGenerator>
#include <QTcpServer>

/// A port of loopback that nobody listens to now, for a program that is about to be started. Out of those that no
/// system gives to whoever connects, and by chance: several tests look for one at a time.
[[nodiscard]] inline quint16 freePort()
{
    for (int tries = 0; tries < 100; ++tries) {
        const auto port = static_cast<quint16>(QRandomGenerator::global()->bounded(20'000, 32'000));
        if (QTcpServer().listen(QHostAddress::LocalHost, port)) return port;
    }
    return 0;
}
