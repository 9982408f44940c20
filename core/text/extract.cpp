// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/extract.h"

#include "core/text/quote.h"

#include <algorithm>

namespace akwaba {

QString extractOf(QStringView body, qsizetype maxLength)
{
    // A line of a list needs the beginning; a body of megabytes is not walked for it.
    constexpr qsizetype enough = 16'384;
    const QString line = replyParts(body.first(std::min(body.size(), enough))).visible.simplified();
    if (line.size() <= maxLength) return line;
    qsizetype end = std::max<qsizetype>(maxLength - 1, 0);
    const qsizetype space = line.lastIndexOf(u' ', end);
    if (space > end / 2) end = space;
    return beginningOf(line, end).trimmed() + QChar(u'…');
}

QString beginningOf(QStringView text, qsizetype most)
{
    if (text.size() <= most) return text.toString();
    const bool cutsALetter = most > 0 && text[most - 1].isHighSurrogate();
    return text.first(cutsALetter ? most - 1 : most).toString();
}

} // namespace akwaba
