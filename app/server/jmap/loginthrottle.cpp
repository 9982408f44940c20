// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jmap/loginthrottle.h"

#include "core/base/clock.h"

#include <QCryptographicHash>

#include <algorithm>

namespace akwaba::jmap {

using namespace Qt::StringLiterals;

namespace {

QByteArray shortHash(const QByteArray &text)
{
    return QCryptographicHash::hash(text, QCryptographicHash::Sha256).first(16);
}

QByteArray accountKey(const QString &email) { return shortHash(email.trimmed().toLower().toUtf8()); }

/// One household or office: of an IPv6 address its network, since anybody has as many of the rest as he wants.
QByteArray addressKey(const QHostAddress &address)
{
    bool isIpv4 = false;
    const quint32 ipv4 = address.toIPv4Address(&isIpv4);
    if (isIpv4) return QByteArray::number(ipv4);
    const Q_IPV6ADDR ipv6 = address.toIPv6Address();
    return QByteArray(reinterpret_cast<const char *>(ipv6.c), 8);
}

QByteArray pairKey(const LogInAttempt &attempt)
{
    const QByteArray place = attempt.knownDevice.isEmpty() ? addressKey(attempt.from)
                                                           : QByteArray("device " + attempt.knownDevice.value.toUtf8());
    return shortHash(accountKey(attempt.email) + place);
}

/// A device of his is counted by itself here too.
QByteArray codeKey(const LogInAttempt &attempt)
{
    return attempt.knownDevice.isEmpty() ? accountKey(attempt.email) : pairKey(attempt);
}

std::chrono::seconds roundedUp(std::chrono::milliseconds wait) { return std::chrono::ceil<std::chrono::seconds>(wait); }

} // namespace

std::chrono::seconds LogInThrottle::admit(const LogInAttempt &attempt)
{
    const std::chrono::milliseconds now = m_clock.monotonic();
    const QByteArray pair = pairKey(attempt);
    std::chrono::milliseconds wait = m_pairs.wait(pair, now);
    const bool isStranger = attempt.knownDevice.isEmpty();
    const QByteArray byAccount = accountKey(attempt.email);
    const QByteArray byAddress = addressKey(attempt.from);
    if (isStranger) wait = std::max({wait, m_accounts.wait(byAccount, now), m_addresses.wait(byAddress, now)});
    if (wait > std::chrono::milliseconds(0)) return roundedUp(wait);
    m_pairs.count(pair, now);
    if (!isStranger) return {};
    m_accounts.count(byAccount, now);
    m_addresses.count(byAddress, now);
    return {};
}

void LogInThrottle::takeBack(const LogInAttempt &attempt)
{
    m_pairs.takeBack(pairKey(attempt));
    if (!attempt.knownDevice.isEmpty()) return;
    m_accounts.takeBack(accountKey(attempt.email));
    m_addresses.takeBack(addressKey(attempt.from));
}

void LogInThrottle::succeeded(const LogInAttempt &attempt)
{
    takeBack(attempt);
    m_pairs.clear(pairKey(attempt));
}

std::chrono::seconds LogInThrottle::codeWait(const LogInAttempt &attempt) const
{
    return roundedUp(m_codes.wait(codeKey(attempt), m_clock.monotonic()));
}

void LogInThrottle::countCode(const LogInAttempt &attempt) { m_codes.count(codeKey(attempt), m_clock.monotonic()); }

void LogInThrottle::codeFitted(const LogInAttempt &attempt) { m_codes.clear(codeKey(attempt)); }

qsizetype LogInThrottle::size() const
{
    return m_pairs.size() + m_accounts.size() + m_addresses.size() + m_codes.size();
}

} // namespace akwaba::jmap
