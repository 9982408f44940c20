// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/rowgeometry.h"

namespace akwaba {

namespace {

struct Measures {
    int height, channelTop, statusTop, line1Top, lineHeight, line2Top, glyph, tag;
};

Measures measuresOf(Density density)
{
    switch (density) {
    case Density::Compact: return {40, 4, 22, 4, 16, 20, 12, 16};
    case Density::Normal: return {56, 10, 32, 9, 18, 29, 14, 18};
    case Density::Comfortable: return {72, 10, 32, 8, 18, 28, 14, 18};
    }
    Q_UNREACHABLE();
}

} // namespace

int RowGeometry::rowHeight(const Theme &theme) { return theme.px(measuresOf(theme.density()).height); }

int RowGeometry::groupHeight(const Theme &theme) { return theme.px(28); }

RowGeometry::RowGeometry(const Theme &theme, qreal forWidth)
    : density(theme.density()), scale(theme.scale()), spells(theme.spellsIcons()), width(forWidth)
{
    const Measures m = measuresOf(density);
    const bool compact = density == Density::Compact;
    const auto px = [&theme](qreal length) { return qreal(theme.px(length)); };
    height = px(m.height);
    unreadBar = QRectF(0, 0, px(3), height);
    channel = QRectF(px(14), px(m.channelTop), px(16), px(16));
    status = QRectF(px(16), px(m.statusTop), px(12), px(12));
    if (spells) letter = QRectF(px(33), channel.top(), px(16), channel.height());
    textLeft = px(spells ? 52 : 40);
    const qreal right = width - px(12);
    line1 = QRectF(QPointF(textLeft, px(m.line1Top)), QPointF(right, px(m.line1Top + m.lineHeight)));
    line2 = QRectF(QPointF(textLeft, px(m.line2Top)), QPointF(right, px(m.line2Top + m.lineHeight)));
    if (density == Density::Comfortable) line3 = QRectF(QPointF(textLeft, px(48)), QPointF(right, px(64)));
    ageBox = QRectF(QPointF(right - px(42), line1.top()), line1.bottomRight());
    if (!compact) owner = QRectF(width - px(60) - px(18), line1.center().y() - px(18) / 2, px(18), px(18));
    glyph = px(m.glyph);
    tagHeight = px(m.tag);
    pillHeight = px(compact ? 16 : 20);
    gap = px(6);
    presence = px(8);
    smallestName = px(96);
    smallestExtract = px(40);
    name = compact ? TextStyle::SmallMedium : TextStyle::BodyMedium;
    nameStrong = compact ? TextStyle::SmallStrong : TextStyle::BodyStrong;
    text = compact ? TextStyle::Small : TextStyle::Body;
}

} // namespace akwaba
