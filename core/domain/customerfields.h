// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/customer.h"
#include "core/domain/fields.h"
#include "core/domain/valuefields.h"

namespace akwaba {

template <> struct Fields<Customer> {
    static constexpr auto type = "Customer";
    static constexpr auto all = std::tuple{
        field("id", &Customer::id, Personal::No),
        field("name", &Customer::name, Personal::Direct, OnErasure::Replace, Purpose::Support, Retention::Customer,
              FieldFlag::Searched),
        field("emails", &Customer::emails, Personal::Direct, OnErasure::Clear, Purpose::Support, Retention::Customer,
              FieldFlag::Searched),
        field("phones", &Customer::phones, Personal::Direct, OnErasure::Clear, Purpose::Support, Retention::Customer,
              FieldFlag::Searched),
        field("addresses", &Customer::addresses, Personal::Direct, OnErasure::Clear, Purpose::Support,
              Retention::Customer),
        field("onlineServices", &Customer::onlineServices, Personal::Direct, OnErasure::Clear, Purpose::Support,
              Retention::Customer, FieldFlag::Searched),
        field("preferredLanguages", &Customer::preferredLanguages, Personal::No),
        field("organizations", &Customer::organizations, Personal::Direct, OnErasure::Clear, Purpose::Support,
              Retention::Customer, FieldFlag::Searched),
        field("notes", &Customer::notes, Personal::FreeText, OnErasure::Clear, Purpose::Support, Retention::Customer),
        field("tier", &Customer::tier, Personal::No),
        field("consents", &Customer::consents, Personal::Link, OnErasure::Keep, Purpose::Communication,
              Retention::Customer),
        field("restrictions", &Customer::restrictions, Personal::Link, OnErasure::Keep, Purpose::Communication,
              Retention::Customer),
        field("mergedInto", &Customer::mergedInto, Personal::Link, OnErasure::Keep, Purpose::Support,
              Retention::Customer),
        field("since", &Customer::since, Personal::No),
        field("rev", &Customer::rev, Personal::No),
    };
};

template <> struct Fields<Order> {
    static constexpr auto type = "Order";
    static constexpr auto all = std::tuple{
        field("id", &Order::id, Personal::No),
        field("number", &Order::number, Personal::Link, OnErasure::Keep, Purpose::Orders, Retention::Order),
        field("customer", &Order::customer, Personal::Link, OnErasure::Replace, Purpose::Orders, Retention::Order),
        field("payer", &Order::payer, Personal::Link, OnErasure::Replace, Purpose::Orders, Retention::Order),
        field("lines", &Order::lines, Personal::No),
        field("total", &Order::total, Personal::No),
        field("placedAt", &Order::placedAt, Personal::No),
        field("deliveredAt", &Order::deliveredAt, Personal::No),
        field("state", &Order::state, Personal::No),
        field("paymentMeans", &Order::paymentMeans, Personal::No),
        field("returns", &Order::returns, Personal::No),
        field("refunds", &Order::refunds, Personal::No),
        field("rev", &Order::rev, Personal::No),
    };
};

template <> struct Fields<Product> {
    static constexpr auto type = "Product";
    static constexpr auto all = std::tuple{
        field("id", &Product::id, Personal::No),
        field("reference", &Product::reference, Personal::No),
        field("name", &Product::name, Personal::No),
        field("kind", &Product::kind, Personal::No),
        field("compatibleWith", &Product::compatibleWith, Personal::No),
        field("warrantyMonths", &Product::warrantyMonths, Personal::No),
        field("active", &Product::active, Personal::No),
        field("rev", &Product::rev, Personal::No),
    };
};

} // namespace akwaba
