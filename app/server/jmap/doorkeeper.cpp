// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jmap/doorkeeper.h"

#include "app/server/store/credentials.h"
#include "app/server/store/secondfactor.h"
#include "app/server/store/store.h"
#include "core/domain/passwordflaw.h"

namespace akwaba::jmap {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestName = 320; // of an e-mail address
constexpr qsizetype longestCode = 64;

LogInAttempt attemptOf(const Proof &proof, const store::Account &known)
{
    return {proof.email, proof.from, known.knowsDevice ? proof.device : DeviceId()};
}

} // namespace

bool Proof::isWhole() const
{
    return !email.isEmpty() && email.size() <= longestName && !password.isEmpty() && password.size() <= longestPassword
        && code.value_or(QString()).size() <= longestCode;
}

Doorkeeper::Doorkeeper(store::Store &store)
    : m_store(store), m_throttle(store.clock()), m_verified(store.clock(), store.random()),
      m_secrets(store.directory(), store.random()), m_failures(store)
{
}

Result<void> Doorkeeper::admit(const LogInAttempt &attempt, const Proof &proof)
{
    // Only who knows the password makes others wait for codes; so this tells nobody anything.
    const bool showsCode = proof.code && !proof.code->isEmpty();
    std::chrono::seconds wait = showsCode ? m_throttle.codeWait(attempt) : std::chrono::seconds(0);
    if (wait.count() == 0) wait = m_throttle.admit(attempt);
    return wait.count() == 0 ? Result<void>() : fail(Code::Throttled, QString::number(wait.count()));
}

void Doorkeeper::check(const Proof &proof, const Done &done)
{
    const Result<store::Account> known = m_store.accountCalled(proof.email, proof.device);
    if (!known) return done(tl::unexpected(known.error()));
    const LogInAttempt attempt = attemptOf(proof, *known);
    if (const Result<void> admitted = admit(attempt, proof); !admitted)
        return done(noted(proof, *known, tl::unexpected(admitted.error())));
    const auto urgency = known->knowsDevice ? PasswordPool::Urgency::KnownDevice : PasswordPool::Urgency::Stranger;
    onResult(m_passwords.fits(known->passwordHash, proof.password, urgency), this,
             [this, attempt, proof, hash = known->passwordHash, done](const Result<bool> &fits) {
                 // As it is now: while this waited the password may have been changed, or the agent disabled.
                 const Result<store::Account> current = m_store.accountCalled(proof.email, proof.device);
                 if (!current) return done(tl::unexpected(current.error()));
                 const auto judged = judge(
                     attempt, *current, fits.map([&](bool fitted) { return fitted && current->passwordHash == hash; }));
                 done(noted(proof, *current, judged ? judgeCode(proof, attempt, *current) : judged));
             });
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

Result<AgentId> Doorkeeper::judgeCode(const Proof &proof, const LogInAttempt &attempt, const store::Account &known)
{
    if (!known.hasSecondFactor || !proof.code) return known.agent;
    if (proof.code->isEmpty()) return fail(Code::SecondFactorRequired);
    // Asked again: many may have been admitted at a time.
    if (const auto wait = m_throttle.codeWait(attempt); wait.count() > 0)
        return fail(Code::Throttled, QString::number(wait.count()));
    m_throttle.countCode(attempt);
    return m_store
        .write(
            [&](store::Writer &writer) { return store::useSecondFactor(writer, m_secrets, known.agent, *proof.code); })
        .map([&] {
            m_throttle.codeFitted(attempt);
            return known.agent;
        });
}

Result<AgentId> Doorkeeper::noted(const Proof &proof, const store::Account &known, Result<AgentId> result)
{
    const auto note = [&](store::AuditResult what) { m_failures.note(proof.purpose, known.agent, what); };
    if (result) return result;
    if (result.error().code == Code::Unauthenticated) note(store::AuditResult::WrongPassword);
    if (result.error().code == Code::SecondFactorWrong) note(store::AuditResult::WrongCode);
    if (result.error().code == Code::Throttled) note(store::AuditResult::Throttled);
    return result;
}

Result<AgentId> Doorkeeper::checkNow(const Proof &proof)
{
    const Result<store::Account> known = m_store.accountCalled(proof.email, proof.device);
    if (!known) return tl::unexpected(known.error());
    if (!m_verified.isKnown(known->passwordHash, proof.password)) {
        const LogInAttempt attempt = attemptOf(proof, *known);
        if (const Result<void> admitted = admit(attempt, proof); !admitted)
            return noted(proof, *known, tl::unexpected(admitted.error()));
        const bool fits = store::passwordFits(known->passwordHash, proof.password);
        const auto agent = noted(proof, *known, judge(attempt, *known, fits));
        if (!agent) return agent;
        m_verified.remember(known->passwordHash, proof.password);
    }
    return known->hasSecondFactor ? fail(Code::SecondFactorRequired) : Result<AgentId>(known->agent);
}

} // namespace akwaba::jmap
