// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/theme.h"

#include <QRectF>

namespace akwaba {

/// Where the parts of a row stand, computed once per (density, scale, width) from the table of the design; relative to
/// the top left corner of the row.
struct RowGeometry {
    RowGeometry(const Theme &theme, qreal width);

    [[nodiscard]] bool fits(const Theme &theme, qreal forWidth) const
    {
        return density == theme.density() && spells == theme.spellsIcons() && qFuzzyCompare(scale, theme.scale())
            && qFuzzyCompare(width, forWidth);
    }

    Density density;
    double scale;
    bool spells;
    qreal width;
    qreal height; ///< of the whole row
    QRectF unreadBar;
    QRectF channel;
    QRectF letter; ///< of the channel, beside it; null where icons are not spelt
    QRectF status;
    QRectF line1; ///< from the text column to the right margin
    QRectF line2;
    QRectF line3; ///< null but in comfortable rows
    QRectF ageBox;
    QRectF owner; ///< null in compact rows
    qreal textLeft;
    qreal glyph; ///< side of the glyph before the subject
    qreal tagHeight;
    qreal pillHeight;
    qreal gap;
    qreal presence;
    qreal smallestName;
    qreal smallestExtract;
    TextStyle name;
    TextStyle nameStrong;
    TextStyle text;

    [[nodiscard]] static int rowHeight(const Theme &theme);
    [[nodiscard]] static int groupHeight(const Theme &theme);
};

} // namespace akwaba
