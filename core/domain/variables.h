// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/enums.h"

#include <QHash>
#include <QStringList>

/// What a text written for any customer may ask for: {{customer.name}}.
namespace akwaba {

enum class Variable {
    CustomerName,
    TicketNumber,
    TicketSubject,
    AgentName,
    TeamName,
    OrderNumber,
    ProductReference,
    PromisedDate,
};
template <> struct EnumNames<Variable> {
    static constexpr auto all =
        std::to_array<std::string_view>({"customer.name", "ticket.number", "ticket.subject", "agent.name", "team.name",
                                         "order.number", "product.reference", "promised.date"});
};

/// As it stands in a text.
[[nodiscard]] QString placeholder(Variable variable);

/// A value that is not known is not there.
using VariableValues = QHash<Variable, QString>;

/// The text with the values that are known in the place of the names. What asks for others stays as it was; what a
/// value says is not looked at again.
[[nodiscard]] QString filled(const QString &text, const VariableValues &values);

/// Where a text still asks for something.
struct OpenVariable {
    qsizetype start = 0;
    qsizetype length = 0;
    QString name; // without the braces; also one that nobody knows
    bool operator==(const OpenVariable &) const = default;
};
/// In their order, each as often as it stands there.
[[nodiscard]] QList<OpenVariable> openVariables(const QString &text);
/// The names, each once.
[[nodiscard]] QStringList openNames(const QString &text);

} // namespace akwaba
