// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/actions/actions.h"
#include "core/base/result.h"
#include "core/domain/passwordflaw.h"
#include "core/protocol/intent.h"

/// What the agent is told when something does not work: closed lists, total. Never Error::detail, which is for the log.
namespace akwaba {

/// A sentence, with what to do where there is something to do.
[[nodiscard]] QString sentence(Code value);
/// Why a new password is not taken.
[[nodiscard]] QString sentence(PasswordFlaw value);
/// Why the server refused or holds back, as the end of a sentence: "a colleague has answered since".
[[nodiscard]] QString phrase(Reason value);
[[nodiscard]] QString phrase(OutcomeKind value);
/// Why an action can't be done now, as it stands beside it in menus and tooltips.
[[nodiscard]] QString phrase(Unavailable value);

/// "Refused: a colleague has answered since".
[[nodiscard]] QString refusal(OutcomeKind kind, Reason reason);

/// Why the content of the file of that name could not be downloaded.
[[nodiscard]] QString downloadFailure(Code code, const QString &name);

} // namespace akwaba
