// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/errorwords.h"

#include "ui/text/translate.h"

namespace akwaba {

QString sentence(Code value)
{
    switch (value) {
    case Code::Internal: return translate("Error", "Something went wrong inside Akwaba. The log has more.");
    case Code::BadInput: return translate("Error", "This is not valid. Check what was entered.");
    case Code::NotFound: return translate("Error", "This no longer exists.");
    case Code::Conflict: return translate("Error", "Somebody else changed it first.");
    case Code::Denied: return translate("Error", "You may not do this.");
    case Code::Unauthenticated:
        return translate("Error", "E-mail address or password is wrong, or the session has ended. Log in again.");
    case Code::SecondFactorRequired: return translate("Error", "A one-time code is needed to log in.");
    case Code::SecondFactorWrong:
        return translate("Error", "This code is wrong or was used before. Wait for the next one.");
    case Code::Throttled: return translate("Error", "Too many attempts. Wait a little.");
    case Code::Offline: return translate("Error", "You are offline.");
    case Code::Unreachable: return translate("Error", "The server does not answer.");
    case Code::Protocol:
        return translate("Error", "The server does not answer as an Akwaba server does. Check the address.");
    case Code::InsecureAddress: return translate("Error", "The address is not secure: use https.");
    case Code::UnknownCertificate:
        return translate("Error", "The certificate of the server is not known on this computer.");
    case Code::TooOld:
        return translate("Error", "This version of Akwaba is too old for the server. Install the new one.");
    case Code::TooNew:
        return translate("Error", "These data were written by a newer version of Akwaba. Install it to read them.");
    case Code::Corrupt: return translate("Error", "The file is damaged.");
    case Code::DiskFull: return translate("Error", "The disk is full. Make room, nothing was lost.");
    case Code::Io: return translate("Error", "The file could not be read or written.");
    case Code::Locked: return translate("Error", "Akwaba is already running with this profile.");
    case Code::NoKeyring: return translate("Error", "No keyring was found on this computer to keep secrets in.");
    case Code::Unsupported: return translate("Error", "The server cannot do this yet.");
    }
    Q_UNREACHABLE();
}

QString sentence(PasswordFlaw value)
{
    switch (value) {
    case PasswordFlaw::TooShort:
        return translate("PasswordFlaw", "The password is too short: it needs at least %1 characters.")
            .arg(shortestPassword);
    case PasswordFlaw::TooLong: return translate("PasswordFlaw", "The password is too long.");
    case PasswordFlaw::Common:
        return translate("PasswordFlaw",
                         "Too many people use this password. Put some words together that only you know.");
    case PasswordFlaw::Personal: return translate("PasswordFlaw", "The password contains your name or your address.");
    }
    Q_UNREACHABLE();
}

QString downloadFailure(Code code, const QString &name)
{
    switch (code) {
    case Code::Offline:
    case Code::Unreachable:
        return translate("Download", "“%1” is on the server: downloading it needs the network.").arg(name);
    case Code::NotFound: return translate("Download", "“%1” is no longer on the server.").arg(name);
    case Code::Corrupt: return translate("Download", "“%1” arrived damaged. Nothing was saved.").arg(name);
    case Code::Protocol:
        return translate("Download", "The server sent something else than “%1”. Nothing was saved.").arg(name);
    case Code::Unsupported: return translate("Download", "“%1” is too large to be downloaded here.").arg(name);
    default: return sentence(code);
    }
}

QString phrase(Reason value)
{
    switch (value) {
    case Reason::None: return {};
    case Reason::NewerAgentReply: return translate("Reason", "a colleague has answered since");
    case Reason::NewerCustomerMessage: return translate("Reason", "the customer has written since");
    case Reason::Taken: return translate("Reason", "a colleague has taken it");
    case Reason::StatusChanged: return translate("Reason", "the status has changed since");
    case Reason::FieldChanged: return translate("Reason", "a colleague has changed it since");
    case Reason::NotFound: return translate("Reason", "it no longer exists");
    case Reason::Denied: return translate("Reason", "you may not do this");
    case Reason::AlreadyExists: return translate("Reason", "it exists already");
    case Reason::Dead: return translate("Reason", "it has been deleted");
    case Reason::Quarantined: return translate("Reason", "the server could not process it");
    case Reason::Invalid: return translate("Reason", "the server does not accept what it says");
    case Reason::NeedsServerUpgrade: return translate("Reason", "the server is too old for it");
    case Reason::TooLate: return translate("Reason", "it was too late");
    case Reason::Dependency: return translate("Reason", "something before it was refused");
    case Reason::Erased: return translate("Reason", "the data have been erased");
    case Reason::AlreadyEscalated: return translate("Reason", "the ticket has an open escalation of this kind");
    case Reason::NumberTaken: return translate("Reason", "it is sent again under another number");
    }
    Q_UNREACHABLE();
}

QString phrase(OutcomeKind value)
{
    switch (value) {
    case OutcomeKind::Accepted: return translate("Outcome", "accepted");
    case OutcomeKind::Merged: return translate("Outcome", "accepted, merged");
    case OutcomeKind::NeedsReview: return translate("Outcome", "to be looked at again");
    case OutcomeKind::Rejected: return translate("Outcome", "refused");
    case OutcomeKind::Blocked: return translate("Outcome", "blocked");
    case OutcomeKind::Transient: return translate("Outcome", "to be sent again");
    }
    Q_UNREACHABLE();
}

QString phrase(Unavailable value)
{
    switch (value) {
    case Unavailable::NoTicket: return translate("Unavailable", "no ticket is chosen");
    case Unavailable::TicketMerged: return translate("Unavailable", "the ticket has been merged");
    case Unavailable::NumberPending: return translate("Unavailable", "the number comes with the next synchronisation");
    case Unavailable::AlreadyYours: return translate("Unavailable", "the ticket is already yours");
    case Unavailable::AlreadyResolved: return translate("Unavailable", "the ticket is already resolved");
    case Unavailable::NobodyToEscalateTo:
        return translate("Unavailable", "nobody is set up to whom tickets are escalated");
    case Unavailable::AlreadyEscalated: return translate("Unavailable", "the ticket is escalated already");
    case Unavailable::NotEscalated: return translate("Unavailable", "the ticket is not escalated");
    case Unavailable::NotYourEscalation: return translate("Unavailable", "it is somebody else's turn");
    case Unavailable::NothingStopped: return translate("Unavailable", "no mail loop was stopped on the ticket");
    case Unavailable::NothingPromised: return translate("Unavailable", "nothing was promised on the ticket");
    case Unavailable::NobodyWaits: return translate("Unavailable", "the customer is not waiting for a reply");
    case Unavailable::TicketDone: return translate("Unavailable", "the ticket is done");
    case Unavailable::SupervisorsOnly: return translate("Unavailable", "supervisors do this");
    case Unavailable::AtTheEnd: return translate("Unavailable", "this is the last ticket");
    case Unavailable::AtTheStart: return translate("Unavailable", "this is the first ticket");
    case Unavailable::NoQuotes: return translate("Unavailable", "nothing is quoted");
    case Unavailable::NotWriting: return translate("Unavailable", "nothing is being written");
    case Unavailable::NothingWritten: return translate("Unavailable", "nothing has been written yet");
    case Unavailable::VariablesOpen: return translate("Unavailable", "a value is still to be filled in");
    case Unavailable::NoMacro: return translate("Unavailable", "there is no macro yet");
    case Unavailable::NoTextModule: return translate("Unavailable", "there is no text module yet");
    case Unavailable::NoRecipient: return translate("Unavailable", "somebody to send it to is missing");
    case Unavailable::NothingToUndo: return translate("Unavailable", "nothing can be taken back");
    case Unavailable::NoDraft: return translate("Unavailable", "there is no draft");
    case Unavailable::NotAdministrator: return translate("Unavailable", "only administrators may");
    case Unavailable::NotConnected: return translate("Unavailable", "there is no connection to the server");
    case Unavailable::WorkingOffline: return translate("Unavailable", "you chose to work offline");
    case Unavailable::EmptyList: return translate("Unavailable", "the list is empty");
    case Unavailable::NothingSelected: return translate("Unavailable", "no ticket is selected");
    case Unavailable::NothingDoneToMany: return translate("Unavailable", "several tickets were not changed at once");
    }
    Q_UNREACHABLE();
}

QString refusal(OutcomeKind kind, Reason reason)
{
    const QString why = phrase(reason);
    const QString what = phrase(kind);
    QString whole =
        why.isEmpty() ? what : translate("Outcome", "%1: %2", "what the server decided, and why").arg(what, why);
    whole.replace(0, 1, whole.at(0).toUpper());
    return whole;
}

} // namespace akwaba
