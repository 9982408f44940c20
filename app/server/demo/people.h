// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/agent.h"
#include "core/domain/customer.h"

namespace akwaba {
class Clock;
class Random;
} // namespace akwaba

namespace akwaba::demo {

/// A customer and what the letters need to know of him.
struct Person {
    Customer customer;
    QString lastName;
    bool woman = false;
    bool english = false;
};

/// The staff of the Comptoir du Toner: always the same people, with new ids.
struct Staff {
    QList<Team> teams; // support, technique, facturation, in this order
    QList<Agent> agents;
    QList<Category> categories;
    QList<Tag> tags;

    [[nodiscard]] TeamId team(const QString &name) const; // "support"
    [[nodiscard]] CategoryId category(const QString &path) const; // "livraison/retard"
    [[nodiscard]] TagId tag(const QString &name) const;
};

[[nodiscard]] Staff makeStaff(const Clock &clock, Random &random);

/// One invented customer; addresses end in .example, numbers are not given to anybody.
[[nodiscard]] Person makePerson(const Clock &clock, Random &random);

} // namespace akwaba::demo
