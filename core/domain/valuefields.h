// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/fields.h"
#include "core/domain/values.h"

namespace akwaba {

template <> struct Fields<Money> {
    static constexpr auto type = "Money";
    static constexpr auto all = std::tuple{
        field("amount", &Money::amount, Personal::No),
        field("currency", &Money::currency, Personal::No),
    };
};

template <> struct Fields<EmailAddress> {
    static constexpr auto type = "EmailAddress";
    static constexpr auto all = std::tuple{
        field("name", &EmailAddress::name, Personal::Direct, OnErasure::Clear, Purpose::Support, Retention::Ticket),
        field("address", &EmailAddress::address, Personal::Direct, OnErasure::Clear, Purpose::Support,
              Retention::Ticket, FieldFlag::Verbatim),
    };
};

template <> struct Fields<PhoneNumber> {
    static constexpr auto type = "PhoneNumber";
    static constexpr auto all = std::tuple{
        field("number", &PhoneNumber::number, Personal::Direct, OnErasure::Clear, Purpose::Support, Retention::Customer,
              FieldFlag::Verbatim),
        field("label", &PhoneNumber::label, Personal::No),
    };
};

template <> struct Fields<PostalAddress> {
    static constexpr auto type = "PostalAddress";
    static constexpr auto all = std::tuple{
        field("full", &PostalAddress::full, Personal::Direct, OnErasure::Clear, Purpose::Support, Retention::Customer),
        field("locality", &PostalAddress::locality, Personal::Direct, OnErasure::Clear, Purpose::Support,
              Retention::Customer),
        field("countryCode", &PostalAddress::countryCode, Personal::No),
    };
};

template <> struct Fields<OnlineService> {
    static constexpr auto type = "OnlineService";
    static constexpr auto all = std::tuple{
        field("service", &OnlineService::service, Personal::No),
        field("user", &OnlineService::user, Personal::Direct, OnErasure::Clear, Purpose::Support, Retention::Customer,
              FieldFlag::Verbatim),
        field("uri", &OnlineService::uri, Personal::Direct, OnErasure::Clear, Purpose::Support, Retention::Customer,
              FieldFlag::Verbatim),
    };
};

template <> struct Fields<OrderLine> {
    static constexpr auto type = "OrderLine";
    static constexpr auto all = std::tuple{
        field("product", &OrderLine::product, Personal::No),
        field("reference", &OrderLine::reference, Personal::No),
        field("description", &OrderLine::description, Personal::No),
        field("quantity", &OrderLine::quantity, Personal::No),
        field("amount", &OrderLine::amount, Personal::No),
    };
};

template <> struct Fields<OrderReturn> {
    static constexpr auto type = "OrderReturn";
    static constexpr auto all = std::tuple{
        field("reference", &OrderReturn::reference, Personal::No),
        field("quantity", &OrderReturn::quantity, Personal::No),
        field("at", &OrderReturn::at, Personal::No),
    };
};

template <> struct Fields<FieldChange> {
    static constexpr auto type = "FieldChange";
    static constexpr auto all = std::tuple{
        field("field", &FieldChange::field, Personal::No),
        field("from", &FieldChange::from, Personal::FreeText, OnErasure::Replace, Purpose::Support, Retention::Ticket),
        field("to", &FieldChange::to, Personal::FreeText, OnErasure::Replace, Purpose::Support, Retention::Ticket),
    };
};

template <> struct Fields<DeliveryAttempt> {
    static constexpr auto type = "DeliveryAttempt";
    static constexpr auto all = std::tuple{
        field("at", &DeliveryAttempt::at, Personal::No),
        field("result", &DeliveryAttempt::result, Personal::No),
        field("reply", &DeliveryAttempt::reply, Personal::No),
    };
};

template <> struct Fields<FieldCondition> {
    static constexpr auto type = "FieldCondition";
    static constexpr auto all = std::tuple{
        field("field", &FieldCondition::field, Personal::No),
        field("values", &FieldCondition::values, Personal::No),
        field("negated", &FieldCondition::negated, Personal::No),
    };
};

} // namespace akwaba
