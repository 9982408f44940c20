// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/fields.h"
#include "core/domain/mailaccount.h"

namespace akwaba {

// About the company's own mailboxes, not about persons.

template <> struct Fields<MailHost> {
    static constexpr auto type = "MailHost";
    static constexpr auto all = std::tuple{
        field("host", &MailHost::host, Personal::No),
        field("port", &MailHost::port, Personal::No),
        field("tls", &MailHost::tls, Personal::No),
        field("user", &MailHost::user, Personal::No),
    };
};

template <> struct Fields<MailAccount> {
    static constexpr auto type = "MailAccount";
    static constexpr auto all = std::tuple{
        field("id", &MailAccount::id, Personal::No),
        field("name", &MailAccount::name, Personal::No),
        field("team", &MailAccount::team, Personal::No),
        field("address", &MailAccount::address, Personal::No),
        field("imap", &MailAccount::imap, Personal::No),
        field("folder", &MailAccount::folder, Personal::No),
        field("fromDate", &MailAccount::fromDate, Personal::No),
        field("smtp", &MailAccount::smtp, Personal::No),
        field("keepsSent", &MailAccount::keepsSent, Personal::No),
        field("sentFolder", &MailAccount::sentFolder, Personal::No),
        field("active", &MailAccount::active, Personal::No),
        field("trouble", &MailAccount::trouble, Personal::No),
    };
};

template <> struct Fields<MailPasswords> {
    static constexpr auto type = "MailPasswords";
    static constexpr auto all = std::tuple{
        field("imap", &MailPasswords::imap, Personal::No),
        field("smtp", &MailPasswords::smtp, Personal::No),
    };
};

template <> struct Fields<MailCheck> {
    static constexpr auto type = "MailCheck";
    static constexpr auto all = std::tuple{
        field("step", &MailCheck::step, Personal::No),
        field("trouble", &MailCheck::trouble, Personal::No),
        field("fingerprint", &MailCheck::fingerprint, Personal::No),
    };
};

} // namespace akwaba
