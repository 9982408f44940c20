// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

/// The description of a type: one table of its fields, from which come the JSON codec, the SQL columns, the /get
/// properties, the search index and the data map of privacy. Included by the *fields.h headers only.
namespace akwaba {

enum class Personal { No, Link, Direct, FreeText, Secret };
/// What an erasure does to the field of the person erased.
enum class OnErasure { Keep, Clear, Replace, Delete };
enum class Purpose { None, Support, Orders, Communication, Administration };
/// How long the field is kept: as long as the thing it belongs to, whose own period is a setting.
enum class Retention { None, Ticket, Customer, Order, Account, Draft, Device };

struct FieldPrivacy {
    Personal personal = Personal::No;
    OnErasure onErasure = OnErasure::Keep;
    Purpose purpose = Purpose::None;
    Retention retention = Retention::None;
};

enum class FieldFlag : unsigned {
    None = 0,
    Searched = 1, ///< part of the folded search column and of full-text search
    Verbatim = 2, ///< an id, a number or an address that others gave out: kept to the letter, whatever it looks like
};

[[nodiscard]] constexpr FieldFlag operator|(FieldFlag a, FieldFlag b)
{
    return static_cast<FieldFlag>(static_cast<unsigned>(a) | static_cast<unsigned>(b));
}

template <class T, class M> struct Field {
    using Owner = T;
    using Value = M;
    std::string_view name;
    M T::*member;
    FieldPrivacy privacy;
    FieldFlag flags;

    [[nodiscard]] constexpr bool is(FieldFlag wanted) const
    {
        return (static_cast<unsigned>(flags) & static_cast<unsigned>(wanted)) != 0;
    }
};

/// An entry that holds nothing about a person.
template <class T, class M>
consteval Field<T, M> field(std::string_view name, M T::*member, Personal personal, FieldFlag flags = FieldFlag::None)
{
    if (personal != Personal::No)
        throw "a personal field says what erasure does to it, what it is for and how long it is kept";
    return {name, member, {}, flags};
}

/// An entry that holds something about a person.
template <class T, class M>
consteval Field<T, M> field(std::string_view name, M T::*member, Personal personal, OnErasure onErasure,
                            Purpose purpose, Retention retention, FieldFlag flags = FieldFlag::None)
{
    if (personal == Personal::No || purpose == Purpose::None || retention == Retention::None)
        throw "a personal field has a kind, a purpose and a retention";
    return {name, member, {personal, onErasure, purpose, retention}, flags};
}

/// Specialised beside each type: `type` (its name on the wire) and `all` (a tuple of field()).
template <class T> struct Fields;

template <class T>
concept HasFields = requires { Fields<T>::all; };

namespace detail {

struct AnyValue {
    template <class T> operator T() const;
};

template <class T, std::size_t... I> constexpr bool bracesWith(std::index_sequence<I...>)
{
    return requires { T{((void)I, AnyValue{})...}; };
}

template <class T, std::size_t N = 64> constexpr std::size_t memberCount()
{
    if constexpr (N == 0 || bracesWith<T>(std::make_index_sequence<N>()))
        return N;
    else
        return memberCount<T, N - 1>();
}

template <class A, class B> constexpr bool sameMember(const A &a, const B &b)
{
    if constexpr (std::is_same_v<A, B>)
        return a.member == b.member;
    else
        return false;
}

} // namespace detail

template <class T> constexpr bool everyMemberIsListed()
{
    return std::tuple_size_v<std::remove_cvref_t<decltype(Fields<T>::all)>> == detail::memberCount<T>();
}

template <class T> constexpr bool noMemberIsListedTwice()
{
    constexpr auto all = Fields<T>::all;
    return std::apply(
        [](const auto &...entry) {
            const auto occurrences = [&](const auto &wanted) {
                return ((entry.name == wanted.name || detail::sameMember(entry, wanted) ? 1 : 0) + ...);
            };
            return ((occurrences(entry) == 1) && ...);
        },
        all);
}

/// Calls visit(const Field &) for each entry of the table of T. The one way into a table, so the one place that
/// refuses a wrong one.
template <class T, class F> constexpr void forEachField(F &&visit)
{
    static_assert(noMemberIsListedTwice<T>(), "a member or a name stands twice in the field table");
    static_assert(everyMemberIsListed<T>(), "a member is missing from the field table");
    std::apply([&](const auto &...entry) { (visit(entry), ...); }, Fields<T>::all);
}

} // namespace akwaba
