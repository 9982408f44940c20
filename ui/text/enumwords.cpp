// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/enumwords.h"

#include "ui/text/translate.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace akwaba {

QString word(TicketStatus value)
{
    switch (value) {
    case TicketStatus::New: return translate("TicketStatus", "New");
    case TicketStatus::Open: return translate("TicketStatus", "Open");
    case TicketStatus::WaitingCustomer: return translate("TicketStatus", "Waiting for customer");
    case TicketStatus::WaitingThirdParty: return translate("TicketStatus", "Waiting for third party");
    case TicketStatus::Resolved: return translate("TicketStatus", "Resolved");
    case TicketStatus::Closed: return translate("TicketStatus", "Closed");
    case TicketStatus::Spam: return translate("TicketStatus", "Spam");
    case TicketStatus::Merged: return translate("TicketStatus", "Merged");
    }
    Q_UNREACHABLE();
}

QString word(Priority value)
{
    switch (value) {
    case Priority::Low: return translate("Priority", "Low");
    case Priority::Normal: return translate("Priority", "Normal");
    case Priority::High: return translate("Priority", "High");
    case Priority::Urgent: return translate("Priority", "Urgent");
    }
    Q_UNREACHABLE();
}

QString word(Complexity value)
{
    switch (value) {
    case Complexity::Simple: return translate("Complexity", "Simple");
    case Complexity::Complex: return translate("Complexity", "Complex");
    }
    Q_UNREACHABLE();
}

QString word(Channel value)
{
    switch (value) {
    case Channel::Email: return translate("Channel", "E-mail");
    case Channel::Phone: return translate("Channel", "Phone");
    case Channel::Chat: return translate("Channel", "Chat");
    case Channel::Facebook: return translate("Channel", "Facebook");
    case Channel::Instagram: return translate("Channel", "Instagram");
    case Channel::X: return translate("Channel", "X");
    case Channel::Linkedin: return translate("Channel", "LinkedIn");
    case Channel::Whatsapp: return translate("Channel", "WhatsApp");
    case Channel::Sms: return translate("Channel", "SMS");
    case Channel::Push: return translate("Channel", "Push");
    case Channel::Form: return translate("Channel", "Web form");
    case Channel::Other: return translate("Channel", "Other");
    }
    Q_UNREACHABLE();
}

QString word(MessageKind value)
{
    switch (value) {
    case MessageKind::Public: return translate("MessageKind", "Message");
    case MessageKind::Note: return translate("MessageKind", "Internal note");
    case MessageKind::Call: return translate("MessageKind", "Call");
    case MessageKind::Event: return translate("MessageKind", "Event");
    }
    Q_UNREACHABLE();
}

QString word(Direction value)
{
    switch (value) {
    case Direction::Incoming: return translate("Direction", "Incoming");
    case Direction::Outgoing: return translate("Direction", "Outgoing");
    }
    Q_UNREACHABLE();
}

QString word(Delivery value)
{
    switch (value) {
    case Delivery::None: return translate("Delivery", "Not sent by us");
    case Delivery::Queued: return translate("Delivery", "About to be sent");
    case Delivery::Sending: return translate("Delivery", "Being sent");
    case Delivery::Sent: return translate("Delivery", "Sent");
    case Delivery::Failed: return translate("Delivery", "Not delivered");
    case Delivery::Unknown: return translate("Delivery", "Delivery not known");
    case Delivery::Cancelled: return translate("Delivery", "Taken back");
    }
    Q_UNREACHABLE();
}

QString word(Role value)
{
    switch (value) {
    case Role::Agent: return translate("Role", "Agent");
    case Role::Supervisor: return translate("Role", "Supervisor");
    case Role::Editor: return translate("Role", "FAQ editor");
    case Role::PrivacyOfficer: return translate("Role", "Privacy officer");
    case Role::Administrator: return translate("Role", "Administrator");
    }
    Q_UNREACHABLE();
}

QString word(AgentState value)
{
    switch (value) {
    case AgentState::Available: return translate("AgentState", "Available");
    case AgentState::Busy: return translate("AgentState", "Busy");
    case AgentState::Away: return translate("AgentState", "Away");
    case AgentState::Offline: return translate("AgentState", "Offline");
    }
    Q_UNREACHABLE();
}

QString word(Visibility value)
{
    switch (value) {
    case Visibility::Private: return translate("Visibility", "Only me");
    case Visibility::Team: return translate("Visibility", "My team");
    }
    Q_UNREACHABLE();
}

QString word(IntentState value)
{
    switch (value) {
    case IntentState::Held: return translate("IntentState", "Held, can still be cancelled");
    case IntentState::Ready: return translate("IntentState", "Waiting to be sent");
    case IntentState::Inflight: return translate("IntentState", "Being sent");
    case IntentState::Accepted: return translate("IntentState", "Accepted");
    case IntentState::Merged: return translate("IntentState", "Accepted, merged");
    case IntentState::NeedsReview: return translate("IntentState", "To be looked at again");
    case IntentState::Rejected: return translate("IntentState", "Refused");
    case IntentState::Blocked: return translate("IntentState", "Blocked");
    case IntentState::Cancelled: return translate("IntentState", "Cancelled");
    }
    Q_UNREACHABLE();
}

QString word(DeviceState value)
{
    switch (value) {
    case DeviceState::Active: return translate("DeviceState", "Active");
    case DeviceState::Revoked: return translate("DeviceState", "Revoked");
    case DeviceState::MustWipe: return translate("DeviceState", "To be wiped");
    }
    Q_UNREACHABLE();
}

QString word(PaymentMeans value)
{
    switch (value) {
    case PaymentMeans::Card: return translate("PaymentMeans", "Card");
    case PaymentMeans::Paypal: return translate("PaymentMeans", "PayPal");
    case PaymentMeans::Offline: return translate("PaymentMeans", "Paid offline");
    }
    Q_UNREACHABLE();
}

QString word(OrderState value)
{
    switch (value) {
    case OrderState::Placed: return translate("OrderState", "Placed");
    case OrderState::Paid: return translate("OrderState", "Paid");
    case OrderState::Shipped: return translate("OrderState", "Shipped");
    case OrderState::Delivered: return translate("OrderState", "Delivered");
    case OrderState::Returned: return translate("OrderState", "Returned");
    case OrderState::Refunded: return translate("OrderState", "Refunded");
    case OrderState::Cancelled: return translate("OrderState", "Cancelled");
    }
    Q_UNREACHABLE();
}

QString word(ProductKind value)
{
    switch (value) {
    case ProductKind::Toner: return translate("ProductKind", "Toner");
    case ProductKind::Printer: return translate("ProductKind", "Printer");
    case ProductKind::Accessory: return translate("ProductKind", "Accessory");
    }
    Q_UNREACHABLE();
}

QString word(CallOutcome value)
{
    switch (value) {
    case CallOutcome::Answered: return translate("CallOutcome", "Answered");
    case CallOutcome::Missed: return translate("CallOutcome", "Missed");
    case CallOutcome::Abandoned: return translate("CallOutcome", "Caller hung up");
    case CallOutcome::Voicemail: return translate("CallOutcome", "Voicemail");
    }
    Q_UNREACHABLE();
}

QString word(EscalationKind value)
{
    switch (value) {
    case EscalationKind::Functional: return translate("EscalationKind", "To an expert");
    case EscalationKind::Hierarchical: return translate("EscalationKind", "To a supervisor");
    case EscalationKind::Privacy: return translate("EscalationKind", "Personal data");
    case EscalationKind::Gesture: return translate("EscalationKind", "Commercial gesture");
    }
    Q_UNREACHABLE();
}

QString word(EscalationState value)
{
    switch (value) {
    case EscalationState::Draft: return translate("EscalationState", "Draft");
    case EscalationState::Requested: return translate("EscalationState", "To be accepted");
    case EscalationState::ApprovalPending: return translate("EscalationState", "To be approved");
    case EscalationState::Accepted: return translate("EscalationState", "Accepted");
    case EscalationState::InProgress: return translate("EscalationState", "In progress");
    case EscalationState::WaitingThirdParty: return translate("EscalationState", "Waiting for third party");
    case EscalationState::Answered: return translate("EscalationState", "Third party has answered");
    case EscalationState::HandedBack: return translate("EscalationState", "Handed back");
    case EscalationState::Closed: return translate("EscalationState", "Closed");
    case EscalationState::Refused: return translate("EscalationState", "Refused");
    case EscalationState::Withdrawn: return translate("EscalationState", "Withdrawn");
    case EscalationState::Expired: return translate("EscalationState", "Expired");
    }
    Q_UNREACHABLE();
}

QString word(EscalationReason value)
{
    switch (value) {
    case EscalationReason::ProductDefect: return translate("EscalationReason", "Defective product");
    case EscalationReason::NeedsExpert: return translate("EscalationReason", "Needs an expert");
    case EscalationReason::NeedsSupplier: return translate("EscalationReason", "Needs the supplier");
    case EscalationReason::NeedsCarrier: return translate("EscalationReason", "Needs the carrier");
    case EscalationReason::NeedsDecision: return translate("EscalationReason", "Needs a decision");
    case EscalationReason::DeadlineAtRisk: return translate("EscalationReason", "Deadline at risk");
    case EscalationReason::CustomerDemands: return translate("EscalationReason", "The customer demands it");
    case EscalationReason::LegalQuestion: return translate("EscalationReason", "Legal question");
    case EscalationReason::Other: return translate("EscalationReason", "Another reason");
    }
    Q_UNREACHABLE();
}

QString word(DraftForm value)
{
    switch (value) {
    case DraftForm::Reply: return translate("DraftForm", "Reply");
    case DraftForm::Note: return translate("DraftForm", "Note");
    case DraftForm::Call: return translate("DraftForm", "Call");
    }
    Q_UNREACHABLE();
}

QString word(HolidayState value)
{
    switch (value) {
    case HolidayState::Planned: return translate("HolidayState", "Planned");
    case HolidayState::Confirmed: return translate("HolidayState", "Confirmed");
    case HolidayState::Cancelled: return translate("HolidayState", "Cancelled");
    }
    Q_UNREACHABLE();
}

QString languageWord(const QString &tag)
{
    const QString language = tag.section(u'-', 0, 0).toLower();
    if (language == "fr"_L1) return translate("Language", "French");
    if (language == "en"_L1) return translate("Language", "English");
    return tag;
}

} // namespace akwaba
