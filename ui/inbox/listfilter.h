// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cache/ticketrow.h"
#include "ui/text/directories.h"

#include <QMap>

#include <array>
#include <optional>

namespace akwaba {

/// What a list can be narrowed by. Each has its entry in the table of listfilter.cpp.
enum class FilterField { Status, Channel, Category, Priority, Assignee, Team, Tag, Language };

inline constexpr std::array allFilterFields{FilterField::Status,   FilterField::Channel,  FilterField::Category,
                                            FilterField::Priority, FilterField::Assignee, FilterField::Team,
                                            FilterField::Tag,      FilterField::Language};

/// What the chips above the list narrow it to: of each field one of these values, as in a condition of a view.
struct ListFilter {
    QMap<FilterField, QStringList> values; ///< no empty lists
    [[nodiscard]] bool isEmpty() const { return values.isEmpty(); }
    [[nodiscard]] bool has(FilterField field, const QString &value) const
    {
        return values.value(field).contains(value);
    }
    void toggle(FilterField field, const QString &value);
    bool operator==(const ListFilter &) const = default;
};

struct FilterChoice {
    QString value;
    QString text;
};

/// The conditions of a filter, to be added to those of a view.
[[nodiscard]] QList<FieldCondition> conditionsOf(const ListFilter &filter);
/// The first field of the filter that excludes everything which the view shows; nothing where none does.
[[nodiscard]] std::optional<FilterField> contradictionOf(const QList<FieldCondition> &view, const ListFilter &filter);

[[nodiscard]] QString word(FilterField field);
/// Stable: the name of its chip.
[[nodiscard]] QString objectNameOf(FilterField field);
[[nodiscard]] QList<FilterChoice> choicesOf(FilterField field, const Directories &directories);

} // namespace akwaba
