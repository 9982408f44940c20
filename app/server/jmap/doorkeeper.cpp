// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jmap/doorkeeper.h"

#include "app/server/store/credentials.h"
#include "app/server/store/store.h"

namespace akwaba::jmap {

using namespace Qt::StringLiterals;

namespace {

LogInAttempt attemptOf(const Proof &proof, const store::Account &known)
{
    return {proof.email, proof.from, known.knowsDevice ? proof.device : DeviceId()};
}

} // namespace

Doorkeeper::Doorkeeper(store::Store &store)
    : m_store(store), m_throttle(store.clock()), m_verified(store.clock(), store.random())
{
}

Result<void> Doorkeeper::admit(const LogInAttempt &attempt)
{
    const std::chrono::seconds wait = m_throttle.admit(attempt);
    return wait.count() == 0 ? Result<void>() : fail(Code::Throttled, QString::number(wait.count()));
}

void Doorkeeper::check(const Proof &proof, const Done &done)
{
    const Result<store::Account> known = m_store.accountCalled(proof.email, proof.device);
    if (!known) return done(tl::unexpected(known.error()));
    const LogInAttempt attempt = attemptOf(proof, *known);
    if (const Result<void> admitted = admit(attempt); !admitted) return done(tl::unexpected(admitted.error()));
    const auto urgency = known->knowsDevice ? PasswordPool::Urgency::KnownDevice : PasswordPool::Urgency::Stranger;
    onResult(m_passwords.fits(known->passwordHash, proof.password, urgency), this,
             [this, attempt, known = *known, done](const Result<bool> &fits) { done(judge(attempt, known, fits)); });
}

Result<AgentId> Doorkeeper::judge(const LogInAttempt &attempt, const store::Account &known, const Result<bool> &fits)
{
    if (!fits) {
        m_throttle.takeBack(attempt);
        return tl::unexpected(fits.error());
    }
    if (!*fits) return fail(Code::Unauthenticated, u"wrong name or password"_s);
    m_throttle.succeeded(attempt);
    return known.agent;
}

Result<AgentId> Doorkeeper::checkNow(const Proof &proof)
{
    const Result<store::Account> known = m_store.accountCalled(proof.email, proof.device);
    if (!known) return tl::unexpected(known.error());
    if (m_verified.isKnown(known->passwordHash, proof.password)) return known->agent;
    const LogInAttempt attempt = attemptOf(proof, *known);
    if (const Result<void> admitted = admit(attempt); !admitted) return tl::unexpected(admitted.error());
    const auto agent = judge(attempt, *known, store::passwordFits(known->passwordHash, proof.password));
    if (agent) m_verified.remember(known->passwordHash, proof.password);
    return agent;
}

} // namespace akwaba::jmap
