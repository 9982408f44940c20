// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Must not compile: the member id stands twice in the table, under two names.
#include "core/domain/fields.h"

struct Thing {
    int id = 0;
    int name = 0;
    int colour = 0;
};

template <> struct akwaba::Fields<Thing> {
    static constexpr auto type = "Thing";
    static constexpr auto all = std::tuple{
        field("id", &Thing::id, Personal::No),
        field("name", &Thing::name, Personal::Direct, OnErasure::Clear, Purpose::Support, Retention::Customer),
        field("colour", &Thing::colour, Personal::No),
        field("number", &Thing::id, Personal::No),
    };
};

int main()
{
    int entries = 0;
    akwaba::forEachField<Thing>([&entries](const auto &) { ++entries; });
    return entries;
}
