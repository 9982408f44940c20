// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QCache>
#include <QString>

#include <chrono>

namespace akwaba {
class Clock;
class Random;
} // namespace akwaba

namespace akwaba::jmap {

/// Remembers for a few minutes which passwords were found right, so that a client that sends name and password with
/// each request costs one hash and not thousands. Keeps a keyed hash of what was typed beside the stored hash that it
/// fitted, so a changed password is a stranger again. In memory only. One thread.
class VerifiedPasswords {
public:
    VerifiedPasswords(const Clock &clock, Random &random);

    void remember(const QString &storedHash, const QString &password);
    [[nodiscard]] bool isKnown(const QString &storedHash, const QString &password) const;

private:
    [[nodiscard]] QByteArray keyOf(const QString &storedHash, const QString &password) const;

    const Clock &m_clock;
    const QByteArray m_key;
    QCache<QByteArray, std::chrono::milliseconds> m_goodUntil{64};
};

} // namespace akwaba::jmap
