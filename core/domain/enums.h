// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>
#include <optional>
#include <string_view>

namespace akwaba {

// The enumerations of domain.md. Values are contiguous from 0; their names on the wire and in SQL stand in EnumNames.

enum class TicketStatus { New, Open, WaitingCustomer, WaitingThirdParty, Resolved, Closed, Spam, Merged };
enum class Priority { Low, Normal, High, Urgent };
enum class Complexity { Simple, Complex };
enum class Channel { Email, Phone, Chat, Facebook, Instagram, X, Linkedin, Whatsapp, Sms, Push, Form, Other };
enum class MessageKind { Public, Note, Call, Event };
enum class Direction { Incoming, Outgoing };
enum class Delivery { None, Queued, Sending, Sent, Failed, Unknown, Cancelled };
enum class Role { Agent, Supervisor, Editor, PrivacyOfficer, Administrator };
enum class AgentState { Available, Busy, Away, Offline };
enum class Visibility { Private, Team };
enum class IntentState { Held, Ready, Inflight, Accepted, Merged, NeedsReview, Rejected, Blocked, Cancelled };
enum class Target { FirstResponse, NextResponse, Update, Resolution, Pickup };
enum class ClockUnit { Wall, Business, BusinessDays };
enum class ClockState { Running, Paused, AtRisk, Breached, Met, MetLate, Cancelled, Merged };
enum class HolidayState { Planned, Confirmed, Cancelled };
enum class EscalationKind { Functional, Hierarchical, Privacy, Gesture };
enum class EscalationState {
    Draft,
    Requested,
    ApprovalPending,
    Accepted,
    InProgress,
    WaitingThirdParty,
    Answered,
    HandedBack,
    Closed,
    Refused,
    Withdrawn,
    Expired,
};
/// Why somebody else has to work on it.
enum class EscalationReason {
    ProductDefect,
    NeedsExpert,
    NeedsSupplier,
    NeedsCarrier,
    NeedsDecision,
    DeadlineAtRisk,
    CustomerDemands,
    LegalQuestion,
    Other,
};
/// What an agent is told of.
enum class NoticeKind { SlaAtRisk, SlaBreached, SlaStillBreached };
enum class DeviceState { Active, Revoked, MustWipe };
enum class PaymentMeans { Card, Paypal, Offline };
enum class OrderState { Placed, Paid, Shipped, Delivered, Returned, Refunded, Cancelled };
enum class ProductKind { Toner, Printer, Accessory };
enum class CallOutcome { Answered, Missed, Abandoned, Voicemail };
/// Where the way to a mailbox can end, in the order in which it is tried.
enum class MailStep {
    ImapName,
    ImapConnection,
    ImapCertificate,
    ImapLogIn,
    ImapFolder,
    SmtpName,
    SmtpConnection,
    SmtpCertificate,
    SmtpLogIn,
    SmtpSender,
};
/// Why it ends there.
enum class MailTrouble {
    None,
    UnknownName,
    NobodyListens,
    TimedOut,
    HungUp,
    AnotherProtocol,
    NoStartTls,
    UnknownCertificate,
    ExpiredCertificate,
    ForeignCertificate, // of another name
    OpenLine, // a password would go over the network in the clear
    WrongPassword,
    AppPasswordNeeded,
    LogInNotOffered,
    NoSuchFolder,
    SenderRefused,
    Full,
    Unavailable, // it says itself: later
    LargeMail, // left where it is
    Refused, // for another reason
};
/// What of a received mail is not displayed as it was written; the words of the mail's reader
/// (app/server/channels/email).
enum class MessageNotice { UnknownCharset, DamagedText, HtmlCut, HtmlFlattened, TrackingPixels, TooDeep, CardMasked };
/// What a draft will become.
enum class DraftForm { Reply, Note, Call };

template <class E> struct EnumNames;

#define AKWABA_ENUM_NAMES(E, ...)                                                                                      \
    template <> struct EnumNames<E> {                                                                                  \
        static constexpr auto all = std::to_array<std::string_view>({__VA_ARGS__});                                    \
    }

AKWABA_ENUM_NAMES(TicketStatus, "new", "open", "waitingCustomer", "waitingThirdParty", "resolved", "closed", "spam",
                  "merged");
AKWABA_ENUM_NAMES(Priority, "low", "normal", "high", "urgent");
AKWABA_ENUM_NAMES(Complexity, "simple", "complex");
AKWABA_ENUM_NAMES(Channel, "email", "phone", "chat", "facebook", "instagram", "x", "linkedin", "whatsapp", "sms",
                  "push", "form", "other");
AKWABA_ENUM_NAMES(MessageKind, "public", "note", "call", "event");
AKWABA_ENUM_NAMES(Direction, "incoming", "outgoing");
AKWABA_ENUM_NAMES(Delivery, "none", "queued", "sending", "sent", "failed", "unknown", "cancelled");
AKWABA_ENUM_NAMES(Role, "agent", "supervisor", "editor", "privacyOfficer", "administrator");
AKWABA_ENUM_NAMES(AgentState, "available", "busy", "away", "offline");
AKWABA_ENUM_NAMES(Visibility, "private", "team");
AKWABA_ENUM_NAMES(IntentState, "held", "ready", "inflight", "accepted", "merged", "needsReview", "rejected", "blocked",
                  "cancelled");
AKWABA_ENUM_NAMES(Target, "firstResponse", "nextResponse", "update", "resolution", "pickup");
AKWABA_ENUM_NAMES(ClockUnit, "wall", "business", "businessDays");
AKWABA_ENUM_NAMES(ClockState, "running", "paused", "atRisk", "breached", "met", "metLate", "cancelled", "merged");
AKWABA_ENUM_NAMES(HolidayState, "planned", "confirmed", "cancelled");
AKWABA_ENUM_NAMES(EscalationKind, "functional", "hierarchical", "privacy", "gesture");
AKWABA_ENUM_NAMES(EscalationState, "draft", "requested", "approvalPending", "accepted", "inProgress",
                  "waitingThirdParty", "answered", "handedBack", "closed", "refused", "withdrawn", "expired");
AKWABA_ENUM_NAMES(EscalationReason, "productDefect", "needsExpert", "needsSupplier", "needsCarrier", "needsDecision",
                  "deadlineAtRisk", "customerDemands", "legalQuestion", "other");
AKWABA_ENUM_NAMES(NoticeKind, "slaAtRisk", "slaBreached", "slaStillBreached");
AKWABA_ENUM_NAMES(DeviceState, "active", "revoked", "mustWipe");
AKWABA_ENUM_NAMES(PaymentMeans, "card", "paypal", "offline");
AKWABA_ENUM_NAMES(OrderState, "placed", "paid", "shipped", "delivered", "returned", "refunded", "cancelled");
AKWABA_ENUM_NAMES(ProductKind, "toner", "printer", "accessory");
AKWABA_ENUM_NAMES(CallOutcome, "answered", "missed", "abandoned", "voicemail");
AKWABA_ENUM_NAMES(MessageNotice, "unknownCharset", "damagedText", "htmlCut", "htmlFlattened", "trackingPixels",
                  "tooDeep", "cardMasked");
AKWABA_ENUM_NAMES(DraftForm, "reply", "note", "call");
AKWABA_ENUM_NAMES(MailStep, "imapName", "imapConnection", "imapCertificate", "imapLogIn", "imapFolder", "smtpName",
                  "smtpConnection", "smtpCertificate", "smtpLogIn", "smtpSender");
AKWABA_ENUM_NAMES(MailTrouble, "none", "unknownName", "nobodyListens", "timedOut", "hungUp", "anotherProtocol",
                  "noStartTls", "unknownCertificate", "expiredCertificate", "foreignCertificate", "openLine",
                  "wrongPassword", "appPasswordNeeded", "logInNotOffered", "noSuchFolder", "senderRefused", "full",
                  "unavailable", "largeMail", "refused");

#undef AKWABA_ENUM_NAMES

/// The name on the wire and in SQL, lowerCamel.
template <class E> [[nodiscard]] QString wireName(E value)
{
    const std::string_view name = EnumNames<E>::all.at(static_cast<std::size_t>(value));
    return QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()));
}

template <class E> [[nodiscard]] std::optional<E> fromWireName(QStringView name)
{
    for (std::size_t i = 0; i < EnumNames<E>::all.size(); ++i) {
        const std::string_view candidate = EnumNames<E>::all.at(i);
        if (name == QLatin1StringView(candidate.data(), static_cast<qsizetype>(candidate.size())))
            return static_cast<E>(i);
    }
    return std::nullopt;
}

} // namespace akwaba
