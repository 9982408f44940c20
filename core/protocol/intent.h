// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/protocol/commands.h"

#include <QJsonObject>
#include <QStringList>

#include <optional>

namespace akwaba {

class Clock;
class Random;

/// What an agent meant to do, on its way to the server (sync.md 2.8). The envelope is generic; `args` is the command by
/// its field table.
struct Intent {
    QString iid; // UUIDv7, the key of idempotency
    QString op;
    int opver = 1;
    QString entity; // id of the row it is about: a ticket, or the object that it creates
    QJsonObject args;
    qint64 baseRev = 0;
    QStringList deps; // iids without which it means nothing
    QStringList subjects; // customers that it says something about, for erasure
    QDateTime writtenAt;
    bool operator==(const Intent &) const = default;
};

/// The envelope around a command, with a new iid. `baseRev` is that of the draft which the command says its author saw.
/// `subjects` and `deps` are the caller's.
[[nodiscard]] Intent makeIntent(const Command &command, const Clock &clock, Random &random);

/// Code::Unsupported for an op or opver that this program does not know, Code::BadInput for arguments that don't fit.
[[nodiscard]] Result<Command> commandOf(const Intent &intent);

/// The op of a command: "ticket.assign".
[[nodiscard]] QString opOf(const Command &command);
/// The ticket that a command is about; empty where it is about none.
[[nodiscard]] TicketId ticketOf(const Command &command);
/// The draft that a command saves, discards or takes along; empty where there is none.
[[nodiscard]] DraftId draftOf(const Command &command);
/// What a reply, a note or a call says, as the draft that it was written in. Empty for what was written in none.
[[nodiscard]] std::optional<Draft> writtenIn(const Command &command);
/// What the form of a command is known by while it is written: two commands of one key are versions of the same words.
/// Empty for what is written in no form, or in one whose words are a draft.
[[nodiscard]] QString formKey(const Command &command);
/// True for an op of this program, in any version.
[[nodiscard]] bool isKnownOp(const QString &op);

/// What a device knows of an intent that it sends to a server which was restored since it sent it first (sync.md 2.20).
enum class SentBefore {
    No, ///< or to this same lineage of the server
    Unanswered, ///< it may have been done, and its mail may have gone out: nobody knows
    Accepted, ///< it was done, and is lost
};

/// What the server decided (sync.md 2.8). Transient is no decision: ask again.
enum class OutcomeKind { Accepted, Merged, NeedsReview, Rejected, Blocked, Transient };

/// Why, closed, so that the console can say it to the agent.
enum class Reason {
    None,
    NewerAgentReply,
    NewerCustomerMessage,
    Taken,
    StatusChanged,
    FieldChanged,
    NotFound,
    Denied,
    AlreadyExists,
    Dead, // the id was destroyed or erased
    Quarantined,
    Invalid,
    NeedsServerUpgrade,
    TooLate,
    Dependency,
    Erased,
    AlreadyEscalated, // another escalation of this kind is open on the ticket
    NumberTaken, // transient: this device gave its number before; `lastDseq` in the patch is the last one
};

template <class E> struct EnumNames;

template <> struct EnumNames<SentBefore> {
    static constexpr auto all = std::to_array<std::string_view>({"no", "unanswered", "accepted"});
};

template <> struct EnumNames<OutcomeKind> {
    static constexpr auto all =
        std::to_array<std::string_view>({"accepted", "merged", "needsReview", "rejected", "blocked", "transient"});
};

template <> struct EnumNames<Reason> {
    static constexpr auto all = std::to_array<std::string_view>(
        {"none", "newerAgentReply", "newerCustomerMessage", "taken", "statusChanged", "fieldChanged", "notFound",
         "denied", "alreadyExists", "dead", "quarantined", "invalid", "needsServerUpgrade", "tooLate", "dependency",
         "erased", "alreadyEscalated", "numberTaken"});
};

struct Outcome {
    QString iid;
    OutcomeKind kind = OutcomeKind::Transient;
    Reason reason = Reason::None;
    qint64 seq = 0; // of the change log, once accepted
    qint64 rev = 0; // of the entity after it
    QString entity;
    QJsonObject patch; // what the server made of it, where that differs; or what stands in the way
    bool operator==(const Outcome &) const = default;
};

} // namespace akwaba
