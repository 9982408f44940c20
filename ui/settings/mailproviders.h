// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/mailaccount.h"

#include <span>

/// Where well-known providers keep mailboxes: to be offered, never to be relied on.
namespace akwaba {

struct MailProvider {
    QLatin1StringView name; ///< as it calls itself
    QList<QLatin1StringView> domains; ///< of the addresses that are certainly there
    MailHost imap; ///< without a user
    MailHost smtp;
    bool wantsAppPassword = false; ///< the password of the account itself is refused
};

[[nodiscard]] const QList<MailProvider> &mailProviders();
/// That of the address' domain, or nullptr where one can't know.
[[nodiscard]] const MailProvider *providerOf(const QString &address);
/// The servers where they are with this provider, or where they mostly are for a domain of one's own; the user is the
/// address.
void guessServers(MailAccount &account, const MailProvider *provider);

} // namespace akwaba
