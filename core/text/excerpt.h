// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/searchterms.h"

namespace akwaba {

/// A piece of a text around what was looked for, with what was found marked in it.
struct Excerpt {
    QString text; ///< one line; "…" where something was cut away
    QList<TextSpan> marks; ///< in their order, none over another
    bool operator==(const Excerpt &) const = default;
};

/// Of the text in which the terms were found, as the index finds them: case and accents say nothing, an open term may
/// go on. Cut at words to about maxLength. Negated terms and operators are passed over. Without marks, from the
/// beginning of the text, where none of the terms stands in it.
[[nodiscard]] Excerpt excerptAround(QStringView text, const QList<SearchTerm> &terms, qsizetype maxLength = 140);

} // namespace akwaba
