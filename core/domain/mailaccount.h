// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/enums.h"
#include "core/domain/ids.h"

#include <QList>
#include <QString>

namespace akwaba {

struct MailAccountTag {
    static constexpr char letter = 'y';
};
using MailAccountId = Id<MailAccountTag>;

enum class MailTls { None, StartTls, Tls };
template <> struct EnumNames<MailTls> {
    static constexpr auto all = std::to_array<std::string_view>({"none", "starttls", "tls"});
};

/// One of a provider's two servers. The password is not here: it goes to the server and never comes back.
struct MailHost {
    QString host;
    int port = 0;
    MailTls tls = MailTls::Tls;
    QString user;
    bool operator==(const MailHost &) const = default;
};

/// Whether a password of the one may go to the other: else whoever changes an account could send it anywhere.
[[nodiscard]] inline bool isSameLogIn(const MailHost &one, const MailHost &other)
{
    return one.host == other.host && one.port == other.port && one.user == other.user;
}

/// A mailbox of the company at its provider.
struct MailAccount {
    MailAccountId id; // empty: of the configuration file, which alone can change it
    QString name;
    TeamId team; // whose mail comes here; empty: nobody's
    QString address;
    MailHost imap;
    QString folder;
    QString fromDate; // "2026-11-26": nothing older is fetched; empty takes all
    MailHost smtp;
    bool keepsSent = false; // what was sent is copied into its folder of sent mail
    QString sentFolder; // empty: the one that the server marks as such
    bool active = true;
    MailTrouble trouble = MailTrouble::None; // as of its last visit; the server's to say
    bool operator==(const MailAccount &) const = default;
};

/// An empty one leaves the password that the server has.
struct MailPasswords {
    QString imap;
    QString smtp;
    bool operator==(const MailPasswords &) const = default;
};

/// How far a trial came. Steps after one that failed are missing, and so is what they would have said.
struct MailCheck {
    MailStep step = MailStep::ImapName;
    MailTrouble trouble = MailTrouble::None;
    QString fingerprint; // SHA-256 of a certificate that is not believed
    bool operator==(const MailCheck &) const = default;
};

} // namespace akwaba
