// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jmap/verifiedpasswords.h"

#include "core/base/clock.h"
#include "core/base/random.h"

#include <QMessageAuthenticationCode>

#include <memory>

namespace akwaba::jmap {

namespace {

constexpr std::chrono::minutes rememberedFor(5);

} // namespace

VerifiedPasswords::VerifiedPasswords(const Clock &clock, Random &random) : m_clock(clock), m_key(random.bytes(32)) { }

QByteArray VerifiedPasswords::keyOf(const QString &storedHash, const QString &password) const
{
    return QMessageAuthenticationCode::hash((storedHash + u'\n' + password).toUtf8(), m_key,
                                            QCryptographicHash::Sha256);
}

void VerifiedPasswords::remember(const QString &storedHash, const QString &password)
{
    m_goodUntil.insert(keyOf(storedHash, password),
                       std::make_unique<std::chrono::milliseconds>(m_clock.monotonic() + rememberedFor).release());
}

bool VerifiedPasswords::isKnown(const QString &storedHash, const QString &password) const
{
    const std::chrono::milliseconds *until = m_goodUntil.object(keyOf(storedHash, password));
    return until != nullptr && m_clock.monotonic() < *until;
}

} // namespace akwaba::jmap
