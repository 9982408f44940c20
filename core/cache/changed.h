// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/ids.h"

#include <QMetaType>
#include <QSet>
#include <QString>

namespace akwaba {

/// What a write to the cache changed, for those who show it. A value that crosses threads.
struct Changed {
    QSet<TicketId> tickets; ///< a row, its messages, drafts or customer: draw it anew
    bool lists = false; ///< the set, the order or the counts of tickets may differ
    QSet<QString> types; ///< wire names of the types with changed rows

    [[nodiscard]] bool isEmpty() const { return tickets.isEmpty() && !lists && types.isEmpty(); }
    void unite(const Changed &other)
    {
        tickets.unite(other.tickets);
        lists = lists || other.lists;
        types.unite(other.types);
    }
    bool operator==(const Changed &) const = default;
};

} // namespace akwaba

Q_DECLARE_METATYPE(akwaba::Changed)
