// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cache/ticketrow.h"
#include "ui/text/directories.h"

namespace akwaba {

/// An operator of the search field, as it was understood.
struct SearchChip {
    QString label; ///< "statut : Ouvert"
    bool isUnderstood = true;
    QString rest; ///< what is left in the field without it
    bool operator==(const SearchChip &) const = default;
};

/// What was typed in the search field, as a list that can be asked for. An operator without a value yet asks for
/// nothing; one with a value that nothing has finds nothing, and its chip says so.
struct SearchReading {
    ViewSpec spec;
    QList<SearchChip> chips;
};

/// Operators and values in the agent's language and in English: from, agent, team, status, priority, channel, category,
/// tag, language, before, after, and "#" before a number. Values may be begun ("status:op"), dates are days where the
/// agent is.
[[nodiscard]] SearchReading readSearch(const QString &typed, const Directories &directories, const QDateTime &now);

} // namespace akwaba
