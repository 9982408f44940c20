// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/mailaccount.h"

/// The way to a mailbox in the agent's language.
namespace akwaba {

/// "Incoming: log-in".
[[nodiscard]] QString stepLabel(MailStep step);
/// In a few words: "wrong password".
[[nodiscard]] QString troubleLabel(MailTrouble trouble);
/// What it means and what can be done about it.
[[nodiscard]] QString explanation(MailTrouble trouble);
[[nodiscard]] QString tlsLabel(MailTls tls);
/// Whether it works, as it stands in the list of mailboxes.
[[nodiscard]] QString stateLabel(const MailAccount &account);

} // namespace akwaba
