// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/mailwords.h"

#include "ui/text/translate.h"

namespace akwaba {

QString stepLabel(MailStep step)
{
    switch (step) {
    case MailStep::ImapName: return translate("MailStep", "Incoming: name");
    case MailStep::ImapConnection: return translate("MailStep", "Incoming: connection");
    case MailStep::ImapCertificate: return translate("MailStep", "Incoming: encryption");
    case MailStep::ImapLogIn: return translate("MailStep", "Incoming: log-in");
    case MailStep::ImapFolder: return translate("MailStep", "Incoming: folder");
    case MailStep::SmtpName: return translate("MailStep", "Outgoing: name");
    case MailStep::SmtpConnection: return translate("MailStep", "Outgoing: connection");
    case MailStep::SmtpCertificate: return translate("MailStep", "Outgoing: encryption");
    case MailStep::SmtpLogIn: return translate("MailStep", "Outgoing: log-in");
    case MailStep::SmtpSender: return translate("MailStep", "Outgoing: sender");
    }
    Q_UNREACHABLE();
}

QString troubleLabel(MailTrouble trouble)
{
    switch (trouble) {
    case MailTrouble::None: return translate("MailTrouble", "works");
    case MailTrouble::UnknownName: return translate("MailTrouble", "unknown name");
    case MailTrouble::NobodyListens: return translate("MailTrouble", "nobody answers");
    case MailTrouble::TimedOut: return translate("MailTrouble", "no answer in time");
    case MailTrouble::HungUp: return translate("MailTrouble", "connection closed");
    case MailTrouble::AnotherProtocol: return translate("MailTrouble", "another service answers");
    case MailTrouble::NoStartTls: return translate("MailTrouble", "STARTTLS not offered");
    case MailTrouble::UnknownCertificate: return translate("MailTrouble", "unknown certificate");
    case MailTrouble::ExpiredCertificate: return translate("MailTrouble", "expired certificate");
    case MailTrouble::ForeignCertificate: return translate("MailTrouble", "certificate of another name");
    case MailTrouble::OpenLine: return translate("MailTrouble", "the line is not encrypted");
    case MailTrouble::WrongPassword: return translate("MailTrouble", "wrong user or password");
    case MailTrouble::AppPasswordNeeded: return translate("MailTrouble", "application password needed");
    case MailTrouble::LogInNotOffered: return translate("MailTrouble", "log-in not offered");
    case MailTrouble::NoSuchFolder: return translate("MailTrouble", "no such folder");
    case MailTrouble::SenderRefused: return translate("MailTrouble", "sender refused");
    case MailTrouble::Full: return translate("MailTrouble", "the mailbox is full");
    case MailTrouble::Unavailable: return translate("MailTrouble", "not available now");
    case MailTrouble::LargeMail: return translate("MailTrouble", "mails left at the provider");
    case MailTrouble::Refused: return translate("MailTrouble", "refused");
    }
    Q_UNREACHABLE();
}

QString explanation(MailTrouble trouble)
{
    switch (trouble) {
    case MailTrouble::None: return {};
    case MailTrouble::UnknownName:
        return translate("MailTrouble", "No server has this name. Check the spelling with the provider's help pages.");
    case MailTrouble::NobodyListens:
        return translate(
            "MailTrouble",
            "There is no mail server at this name and port. Check the port; a firewall may be in between.");
    case MailTrouble::TimedOut:
        return translate("MailTrouble",
                         "The server took too long. Check the port and the encryption, or try again later.");
    case MailTrouble::HungUp:
        return translate("MailTrouble", "The server ended the conversation. Try again later, or ask the provider.");
    case MailTrouble::AnotherProtocol:
        return translate(
            "MailTrouble",
            "What answers is not what was expected. Check the port, and whether it goes with the encryption: "
            "993 and 465 with TLS, 143 and 587 with STARTTLS.");
    case MailTrouble::NoStartTls:
        return translate("MailTrouble", "The server offers no encryption on this port. Choose TLS and its port.");
    case MailTrouble::UnknownCertificate:
        return translate(
            "MailTrouble",
            "Nobody known vouches for this server. Ask the provider before trusting it: its certificate has "
            "to be installed on the machine of the Akwaba server.");
    case MailTrouble::ExpiredCertificate:
        return translate("MailTrouble", "The server's certificate is out of date. Only the provider can renew it.");
    case MailTrouble::ForeignCertificate:
        return translate("MailTrouble", "The certificate is that of another server. Use the name that stands in it.");
    case MailTrouble::OpenLine:
        return translate("MailTrouble", "The password would be readable on the way. Choose TLS or STARTTLS.");
    case MailTrouble::WrongPassword:
        return translate("MailTrouble",
                         "The server refuses this user and password. The user is often the whole address; some "
                         "providers want IMAP to be allowed in the settings of the account first.");
    case MailTrouble::AppPasswordNeeded:
        return translate("MailTrouble",
                         "This provider wants a password made for this application alone. It is made in the security "
                         "settings of the account, once two-step verification is on.");
    case MailTrouble::LogInNotOffered:
        return translate("MailTrouble",
                         "The server takes no user and password here. Check the port; some providers want a token, "
                         "which is set up in the configuration file of the server.");
    case MailTrouble::NoSuchFolder:
        return translate("MailTrouble", "The account has no folder of this name. The folder of new mail is INBOX.");
    case MailTrouble::SenderRefused:
        return translate("MailTrouble", "The server does not let this user send from this address.");
    case MailTrouble::Full:
        return translate("MailTrouble",
                         "There is no room at the provider: mails of customers are sent back. Delete old ones there.");
    case MailTrouble::Unavailable:
        return translate("MailTrouble", "The server asks to come back later. Nothing has to be changed.");
    case MailTrouble::LargeMail:
        return translate(
            "MailTrouble",
            "Some mails are too large or damaged. They stay unread at the provider, where they can be read.");
    case MailTrouble::Refused:
        return translate("MailTrouble",
                         "The server refuses and does not say why. The log of the Akwaba server has more.");
    }
    Q_UNREACHABLE();
}

QString tlsLabel(MailTls tls)
{
    switch (tls) {
    case MailTls::None: return translate("MailWizard", "None");
    case MailTls::StartTls: return QStringLiteral("STARTTLS");
    case MailTls::Tls: return QStringLiteral("TLS");
    }
    Q_UNREACHABLE();
}

QString stateLabel(const MailAccount &account)
{
    if (!account.active) return translate("MailTrouble", "paused");
    return troubleLabel(account.trouble);
}

} // namespace akwaba
