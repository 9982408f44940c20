// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/fields.h"
#include "core/protocol/commands.h"

namespace akwaba {

template <> struct Fields<CreateCustomer> {
    static constexpr auto type = "customer.create";
    static constexpr auto all = std::tuple{
        field("customer", &CreateCustomer::customer, Personal::Direct, OnErasure::Delete, Purpose::Support,
              Retention::Ticket),
    };
};

template <> struct Fields<CreateTicket> {
    static constexpr auto type = "ticket.create";
    static constexpr auto all = std::tuple{
        field("ticket", &CreateTicket::ticket, Personal::FreeText, OnErasure::Delete, Purpose::Support,
              Retention::Ticket),
    };
};

template <> struct Fields<SetStatus> {
    static constexpr auto type = "ticket.setStatus";
    static constexpr auto all = std::tuple{
        field("ticket", &SetStatus::ticket, Personal::No),
        field("from", &SetStatus::from, Personal::No),
        field("to", &SetStatus::to, Personal::No),
        field("basedOn", &SetStatus::basedOn, Personal::No),
    };
};

template <> struct Fields<Assign> {
    static constexpr auto type = "ticket.assign";
    static constexpr auto all = std::tuple{
        field("ticket", &Assign::ticket, Personal::No),     field("team", &Assign::team, Personal::No),
        field("assignee", &Assign::assignee, Personal::No), field("ifFrom", &Assign::ifFrom, Personal::No),
        field("take", &Assign::take, Personal::No),
    };
};

template <> struct Fields<SetField> {
    static constexpr auto type = "ticket.field";
    static constexpr auto all = std::tuple{
        field("ticket", &SetField::ticket, Personal::No),
        field("name", &SetField::name, Personal::No),
        field("from", &SetField::from, Personal::FreeText, OnErasure::Delete, Purpose::Support, Retention::Ticket),
        field("to", &SetField::to, Personal::FreeText, OnErasure::Delete, Purpose::Support, Retention::Ticket),
    };
};

template <> struct Fields<SetTags> {
    static constexpr auto type = "ticket.tags";
    static constexpr auto all = std::tuple{
        field("ticket", &SetTags::ticket, Personal::No),
        field("add", &SetTags::add, Personal::No),
        field("remove", &SetTags::remove, Personal::No),
    };
};

template <> struct Fields<Follow> {
    static constexpr auto type = "ticket.follow";
    static constexpr auto all = std::tuple{
        field("ticket", &Follow::ticket, Personal::No),
        field("follow", &Follow::follow, Personal::No),
    };
};

template <> struct Fields<Reply> {
    static constexpr auto type = "message.reply";
    static constexpr auto all = std::tuple{
        field("id", &Reply::id, Personal::No),
        field("ticket", &Reply::ticket, Personal::No),
        field("toAddresses", &Reply::toAddresses, Personal::Direct, OnErasure::Delete, Purpose::Support,
              Retention::Ticket),
        field("ccAddresses", &Reply::ccAddresses, Personal::Direct, OnErasure::Delete, Purpose::Support,
              Retention::Ticket),
        field("text", &Reply::text, Personal::FreeText, OnErasure::Delete, Purpose::Support, Retention::Ticket),
        field("basedOn", &Reply::basedOn, Personal::No),
        field("fromStatus", &Reply::fromStatus, Personal::No),
        field("thenStatus", &Reply::thenStatus, Personal::No),
        field("draft", &Reply::draft, Personal::No),
        field("draftRev", &Reply::draftRev, Personal::No),
    };
};

template <> struct Fields<AddNote> {
    static constexpr auto type = "message.note";
    static constexpr auto all = std::tuple{
        field("id", &AddNote::id, Personal::No),
        field("ticket", &AddNote::ticket, Personal::No),
        field("text", &AddNote::text, Personal::FreeText, OnErasure::Delete, Purpose::Support, Retention::Ticket),
        field("draft", &AddNote::draft, Personal::No),
        field("draftRev", &AddNote::draftRev, Personal::No),
    };
};

template <> struct Fields<LogCall> {
    static constexpr auto type = "message.call";
    static constexpr auto all = std::tuple{
        field("id", &LogCall::id, Personal::No),
        field("ticket", &LogCall::ticket, Personal::No),
        field("direction", &LogCall::direction, Personal::No),
        field("text", &LogCall::text, Personal::FreeText, OnErasure::Delete, Purpose::Support, Retention::Ticket),
        field("callSeconds", &LogCall::callSeconds, Personal::No),
        field("callOutcome", &LogCall::callOutcome, Personal::No),
        field("draft", &LogCall::draft, Personal::No),
        field("draftRev", &LogCall::draftRev, Personal::No),
    };
};

template <> struct Fields<CaptureMessage> {
    static constexpr auto type = "message.capture";
    static constexpr auto all = std::tuple{
        field("id", &CaptureMessage::id, Personal::No),
        field("ticket", &CaptureMessage::ticket, Personal::No),
        field("channel", &CaptureMessage::channel, Personal::No),
        field("author", &CaptureMessage::author, Personal::Link, OnErasure::Delete, Purpose::Support,
              Retention::Ticket),
        field("text", &CaptureMessage::text, Personal::FreeText, OnErasure::Delete, Purpose::Support,
              Retention::Ticket),
        field("externalId", &CaptureMessage::externalId, Personal::Direct, OnErasure::Delete, Purpose::Support,
              Retention::Ticket, FieldFlag::Verbatim),
        field("at", &CaptureMessage::at, Personal::No),
    };
};

template <> struct Fields<CancelSend> {
    static constexpr auto type = "message.cancelSend";
    static constexpr auto all = std::tuple{
        field("message", &CancelSend::message, Personal::No),
        field("ticket", &CancelSend::ticket, Personal::No),
    };
};

template <> struct Fields<SaveDraft> {
    static constexpr auto type = "draft.save";
    static constexpr auto all = std::tuple{
        field("draft", &SaveDraft::draft, Personal::FreeText, OnErasure::Delete, Purpose::Support, Retention::Ticket),
    };
};

template <> struct Fields<ResumeMail> {
    static constexpr auto type = "ticket.resumeMail";
    static constexpr auto all = std::tuple{
        field("ticket", &ResumeMail::ticket, Personal::No),
    };
};

template <> struct Fields<DiscardDraft> {
    static constexpr auto type = "draft.discard";
    static constexpr auto all = std::tuple{
        field("draft", &DiscardDraft::draft, Personal::No),
        field("draftRev", &DiscardDraft::draftRev, Personal::No),
    };
};

template <> struct Fields<NeedNoReply> {
    static constexpr auto type = "ticket.noReplyNeeded";
    static constexpr auto all = std::tuple{
        field("ticket", &NeedNoReply::ticket, Personal::No),
        field("noReplyNeeded", &NeedNoReply::noReplyNeeded, Personal::No),
        field("basedOn", &NeedNoReply::basedOn, Personal::No),
    };
};

template <> struct Fields<Promise> {
    static constexpr auto type = "ticket.promise";
    static constexpr auto all = std::tuple{
        field("ticket", &Promise::ticket, Personal::No),
        field("promisedAt", &Promise::promisedAt, Personal::No),
    };
};

template <> struct Fields<Escalate> {
    static constexpr auto type = "escalation.request";
    static constexpr auto all = std::tuple{
        field("escalation", &Escalate::escalation, Personal::FreeText, OnErasure::Delete, Purpose::Support,
              Retention::Ticket),
        field("toAddresses", &Escalate::toAddresses, Personal::Direct, OnErasure::Delete, Purpose::Support,
              Retention::Ticket),
        field("text", &Escalate::text, Personal::FreeText, OnErasure::Delete, Purpose::Support, Retention::Ticket),
        field("basedOn", &Escalate::basedOn, Personal::No),
    };
};

template <> struct Fields<MoveEscalation> {
    static constexpr auto type = "escalation.move";
    static constexpr auto all = std::tuple{
        field("escalation", &MoveEscalation::escalation, Personal::No),
        field("ticket", &MoveEscalation::ticket, Personal::No),
        field("from", &MoveEscalation::from, Personal::No),
        field("to", &MoveEscalation::to, Personal::No),
        field("note", &MoveEscalation::note, Personal::FreeText, OnErasure::Delete, Purpose::Support,
              Retention::Ticket),
        field("answer", &MoveEscalation::answer, Personal::FreeText, OnErasure::Delete, Purpose::Support,
              Retention::Ticket),
        field("cause", &MoveEscalation::cause, Personal::FreeText, OnErasure::Delete, Purpose::Support,
              Retention::Ticket),
        field("faqCandidate", &MoveEscalation::faqCandidate, Personal::No),
    };
};

template <> struct Fields<ReadNotice> {
    static constexpr auto type = "notice.read";
    static constexpr auto all = std::tuple{
        field("notice", &ReadNotice::notice, Personal::No),
    };
};

} // namespace akwaba
