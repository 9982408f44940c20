// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/enums.h"
#include "core/domain/ids.h"

#include <QDateTime>

#include <functional>

namespace akwaba::store {

enum class AuditAction {
    LogIn,
    LogOut,
    RevokeDevice,
    ChangePassword,
    EnableSecondFactor,
    DisableSecondFactor,
    ResetSecondFactor,
    DisableAgent,
    EnableAgent,
    EraseCustomer
};
enum class AuditResult { Success, WrongPassword, WrongCode, Throttled };

} // namespace akwaba::store

namespace akwaba {

template <> struct EnumNames<store::AuditAction> {
    static constexpr auto all = std::to_array<std::string_view>(
        {"logIn", "logOut", "revokeDevice", "changePassword", "enableSecondFactor", "disableSecondFactor",
         "resetSecondFactor", "disableAgent", "enableAgent", "eraseCustomer"});
};
template <> struct EnumNames<store::AuditResult> {
    static constexpr auto all = std::to_array<std::string_view>({"success", "wrongPassword", "wrongCode", "throttled"});
};

} // namespace akwaba

namespace akwaba::store {

class Snapshot;
class Writer;

/// Who did what to whose sessions, devices and ways in. Ids only: no name, no address of a person or a machine
/// (decisions/0002).
struct AuditEntry {
    AuditAction action = AuditAction::LogIn;
    AgentId actor; // empty: the command line, or nobody known
    AgentId subject; // whose it was; empty: a name that is no agent's
    DeviceId device;
    AuditResult result = AuditResult::Success;
    qint64 repeats = 1; // gathered into one
};

inline constexpr int auditDays = 400;

/// With the effect, in its transaction. What is older than auditDays goes.
[[nodiscard]] Result<void> writeAudit(Writer &writer, const AuditEntry &entry);
/// In the order of time, from an instant on; an invalid one means all.
[[nodiscard]] Result<void> readAudit(const Snapshot &snapshot, const QDateTime &since,
                                     const std::function<void(const QDateTime &at, const AuditEntry &)> &visit);

} // namespace akwaba::store
