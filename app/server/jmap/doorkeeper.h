// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/jmap/failurelog.h"
#include "app/server/jmap/loginthrottle.h"
#include "app/server/jmap/passwordpool.h"
#include "app/server/jmap/verifiedpasswords.h"
#include "app/server/store/secretbox.h"

#include <QObject>

#include <functional>
#include <optional>

namespace akwaba::store {
struct Account;
class Store;
} // namespace akwaba::store

namespace akwaba::jmap {

/// What somebody shows to prove who he is.
struct Proof {
    QString email;
    QString password;
    DeviceId device; // that he says to use; may be empty
    QHostAddress from;
    /// The one-time code, empty where none was typed; nothing where none is asked for.
    std::optional<QString> code;
    store::AuditAction purpose = store::AuditAction::LogIn;

    /// Worth looking up at all.
    [[nodiscard]] bool isWhole() const;
};

/// Finds out whether somebody is who he says he is, at the cost that a stranger may cause: throttled before anything
/// expensive happens, hashed in other threads, and telling nobody which accounts exist. On the server's thread.
class Doorkeeper : public QObject {
    Q_OBJECT
public:
    using Done = std::function<void(const Result<AgentId> &)>;

    explicit Doorkeeper(store::Store &store);

    /// `done` is called once, now or later, unless this dies first. Code::Unauthenticated for a wrong name or password,
    /// Code::SecondFactorRequired and Code::SecondFactorWrong once the password is right, Code::Throttled with the
    /// seconds to wait as detail, Code::Unreachable where too many ask at a time.
    void check(const Proof &proof, const Done &done);
    /// The same at once and on this thread, with an answer remembered for some minutes: for test instances, where
    /// clients send name and password with every request. Who has a second factor is not let in that way.
    [[nodiscard]] Result<AgentId> checkNow(const Proof &proof);

    [[nodiscard]] PasswordPool &passwords() { return m_passwords; }
    [[nodiscard]] store::SecretBox &secrets() { return m_secrets; }

private:
    [[nodiscard]] Result<void> admit(const LogInAttempt &attempt, const Proof &proof);
    [[nodiscard]] Result<AgentId> judge(const LogInAttempt &attempt, const store::Account &known,
                                        const Result<bool> &fits);
    [[nodiscard]] Result<AgentId> judgeCode(const Proof &proof, const LogInAttempt &attempt,
                                            const store::Account &known);
    /// Keeps for the audit trail what failed.
    [[nodiscard]] Result<AgentId> noted(const Proof &proof, const store::Account &known, Result<AgentId> result);

    store::Store &m_store;
    LogInThrottle m_throttle;
    VerifiedPasswords m_verified;
    store::SecretBox m_secrets;
    FailureLog m_failures;
    PasswordPool m_passwords;
};

} // namespace akwaba::jmap
