// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/icons.h"
#include "ui/widgets/paint.h"

#include <QPainter>

#include <optional>

namespace akwaba {

using namespace Qt::StringLiterals;

namespace {

struct PillDrawing {
    Token ink;
    std::optional<Token> ground;
    Shape shape = Shape::None;
    bool strong = false;
};

PillDrawing pillDrawing(PillTone tone)
{
    switch (tone) {
    case PillTone::Plain: return {Token::Text2, {}};
    case PillTone::Warn: return {Token::Warn, Token::WarnSoft, Shape::QuarterDisc};
    case PillTone::Hot: return {Token::Open, Token::OpenSoft, Shape::ThreeQuarterDisc, true};
    case PillTone::Filled: return {Token::OnBreach, Token::BreachFill, Shape::None, true};
    case PillTone::Faint: return {Token::Text3, {}, Shape::Bars};
    case PillTone::Good: return {Token::Solved, Token::SolvedSoft, Shape::Tick};
    case PillTone::GoodLate: return {Token::Open, {}, Shape::Tick};
    case PillTone::Struck: return {Token::Text3, {}};
    }
    return {Token::Text2, {}};
}

QFont pillFont(const Theme &theme, const PillDrawing &drawing, qreal height)
{
    QFont font = theme.font(drawing.strong ? TextStyle::PillStrong : TextStyle::Pill);
    if (height < theme.px(18)) // compact rows
        font.setPixelSize(theme.px(11));
    return font;
}

constexpr qreal glyphSize = 10;
constexpr qreal unsureSize = 12;
constexpr qreal glyphGap = 4;
constexpr qreal chipShape = 11;
constexpr qreal chipGap = 5;

QString badgeText(int count) { return count > 99 ? u"99+"_s : QString::number(count); }

QFont badgeFont(const Theme &theme)
{
    QFont font = theme.font(TextStyle::MicroStrong);
    font.setPixelSize(theme.px(10.5));
    return font;
}

QFont keyFont(const Theme &theme)
{
    QFont font = theme.font(TextStyle::Micro);
    font.setWeight(QFont::Medium);
    return font;
}

} // namespace

QSizeF pillSize(const Theme &theme, const Pill &pill, qreal height)
{
    const PillDrawing drawing = pillDrawing(pill.tone);
    qreal width = tabularWidth(QFontMetricsF(pillFont(theme, drawing, height)), pill.text);
    if (drawing.shape != Shape::None) width += theme.px(glyphSize) + theme.px(glyphGap);
    if (pill.unsure) width += theme.px(unsureSize) + theme.px(glyphGap);
    if (drawing.ground) width += 2 * theme.px(7);
    return {std::ceil(width), height};
}

void paintPill(QPainter &painter, const QRectF &rect, const Theme &theme, const Pill &pill,
               Qt::LayoutDirection direction)
{
    const PillDrawing drawing = pillDrawing(pill.tone);
    const qreal height = std::min<qreal>(rect.height(), theme.px(20));
    QRectF area(QPointF(), pillSize(theme, pill, height));
    area.moveCenter(rect.center());
    if (direction == Qt::LeftToRight)
        area.moveRight(rect.right());
    else
        area.moveLeft(rect.left());
    area.moveTopLeft(area.topLeft().toPoint());

    const QColor ink = theme.color(drawing.ink);
    if (drawing.ground) {
        paintPanel(painter, area, height / 2, theme.color(*drawing.ground));
        area.adjust(theme.px(7), 0, -theme.px(7), 0);
    }
    const auto takeGlyph = [&](qreal size) {
        const QRectF glyph(area.left(), area.center().y() - size / 2, size, size);
        area.setLeft(glyph.right() + theme.px(glyphGap));
        return glyph;
    };
    if (pill.unsure) paintIcon(painter, takeGlyph(theme.px(unsureSize)), theme, u"cloud-off"_s, ink);
    if (drawing.shape != Shape::None) paintShape(painter, takeGlyph(theme.px(glyphSize)), drawing.shape, ink);
    painter.save();
    painter.setFont(pillFont(theme, drawing, height));
    painter.setPen(ink);
    drawTabular(painter, area, Qt::AlignLeft | Qt::AlignVCenter, pill.text);
    if (pill.tone == PillTone::Struck) drawHLine(painter, area.left(), area.right(), qRound(area.center().y()), ink);
    painter.restore();
}

QSizeF chipSize(const Theme &theme, const Chip &chip)
{
    const qreal text = QFontMetricsF(theme.font(TextStyle::SmallMedium)).horizontalAdvance(chip.text);
    const int shape = chip.shape == Shape::None ? 0 : theme.px(chipShape) + theme.px(chipGap);
    return {std::ceil(text) + shape + 2 * theme.px(8), qreal(theme.px(22))};
}

void paintChip(QPainter &painter, const QRectF &rect, const Theme &theme, const Chip &chip)
{
    paintPanel(painter, rect, theme.px(4), theme.color(chip.tone.ground));
    const QColor ink = theme.color(chip.tone.ink);
    QRectF inner = rect.adjusted(theme.px(8), 0, -theme.px(8), 0);
    if (chip.shape != Shape::None) {
        const qreal side = theme.px(chipShape);
        paintShape(painter, QRectF(inner.left(), inner.center().y() - side / 2, side, side), chip.shape, ink);
        inner.setLeft(inner.left() + side + theme.px(chipGap));
    }
    painter.save();
    painter.setFont(theme.font(TextStyle::SmallMedium));
    painter.setPen(ink);
    painter.drawText(inner, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip | Qt::TextSingleLine, chip.text);
    painter.restore();
}

QSizeF tagSize(const Theme &theme, const QString &text)
{
    const qreal width = QFontMetricsF(theme.font(TextStyle::Micro)).horizontalAdvance(text);
    return {std::ceil(width) + 2 * theme.px(6), qreal(theme.px(18))};
}

void paintTag(QPainter &painter, const QRectF &rect, const Theme &theme, const QString &text)
{
    paintPanel(painter, rect, theme.px(4), theme.color(Token::ClosedSoft));
    painter.save();
    painter.setFont(theme.font(TextStyle::Micro));
    painter.setPen(theme.color(Token::Text2));
    painter.drawText(rect, Qt::AlignCenter | Qt::TextSingleLine, text);
    painter.restore();
}

QSizeF countBadgeSize(const Theme &theme, int count)
{
    const qreal height = theme.px(16);
    const qreal text = tabularWidth(QFontMetricsF(badgeFont(theme)), badgeText(count));
    return {std::max(height, std::ceil(text) + 2 * theme.px(4)), height};
}

void paintCountBadge(QPainter &painter, const QRectF &rect, const Theme &theme, int count)
{
    paintPanel(painter, rect, rect.height() / 2, theme.color(Token::BreachFill));
    painter.save();
    painter.setFont(badgeFont(theme));
    painter.setPen(theme.color(Token::OnBreach));
    drawTabular(painter, rect, Qt::AlignCenter, badgeText(count));
    painter.restore();
}

QSizeF keyHintSize(const Theme &theme, const QString &key)
{
    const qreal height = theme.px(18);
    const qreal text = QFontMetricsF(keyFont(theme)).horizontalAdvance(key);
    return {std::max(height, std::ceil(text) + 2 * theme.px(6)), height};
}

void paintKeyHint(QPainter &painter, const QRectF &rect, const Theme &theme, const QString &key)
{
    paintPanel(painter, rect, theme.px(4), theme.color(Token::Sunken), theme.color(Token::Line));
    painter.save();
    painter.setFont(keyFont(theme));
    painter.setPen(theme.color(Token::Text3));
    painter.drawText(rect, Qt::AlignCenter | Qt::TextSingleLine, key);
    painter.restore();
}

} // namespace akwaba
