// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/styleparts.h"

#include <QAbstractScrollArea>
#include <QPainter>
#include <QStyleOptionSlider>

namespace akwaba::parts {

namespace {

constexpr int tabGap = 20;

QFont tabFont(const Theme &theme, bool current)
{
    return theme.font(current ? TextStyle::BodyStrong : TextStyle::Body);
}

// A scroll bar stands on the ground of what it scrolls.
QColor groundBehind(const Canvas &canvas)
{
    const QWidget *holder = canvas.widget ? canvas.widget->parentWidget() : nullptr;
    const auto *area = qobject_cast<const QAbstractScrollArea *>(holder ? holder->parentWidget() : nullptr);
    const QWidget *viewport = area ? area->viewport() : nullptr;
    if (!viewport || !viewport->autoFillBackground()) return {};
    return viewport->palette().color(viewport->backgroundRole());
}

// A list that has lost the keyboard keeps its selection in grey.
bool hasKeyboard(const QStyleOption &option, const QWidget *view)
{
    return option.state & QStyle::State_Active && (!view || view->hasFocus() || view->focusPolicy() == Qt::NoFocus);
}

} // namespace

void drawScrollBar(const Canvas &canvas, const QStyleOptionSlider &option)
{
    const Theme &theme = canvas.theme;
    if (const QColor ground = groundBehind(canvas); ground.isValid()) canvas.painter.fillRect(option.rect, ground);
    if (option.minimum >= option.maximum) return;
    const QRectF slot = scrollBarPart(theme, option, QStyle::SC_ScrollBarSlider);
    const qreal thickness = theme.px(6);
    QRectF handle = slot;
    if (option.orientation == Qt::Vertical) {
        handle.setWidth(thickness);
        handle.moveCenter(QPointF(slot.center().x(), slot.center().y()));
    } else {
        handle.setHeight(thickness);
        handle.moveCenter(slot.center());
    }
    QColor color = theme.color(Token::LineStrong);
    const bool hot = option.state & (QStyle::State_MouseOver | QStyle::State_Sunken);
    color.setAlphaF(hot ? 0.75F : 0.45F);
    paintPanel(canvas.painter, handle, thickness / 2, color);
}

void drawSlider(const Canvas &canvas, const QStyleOptionSlider &option)
{
    const Theme &theme = canvas.theme;
    const QRectF area = option.rect;
    const QRectF handle =
        canvas.widget->style()->subControlRect(QStyle::CC_Slider, &option, QStyle::SC_SliderHandle, canvas.widget);
    const qreal side = theme.px(16);
    QRectF disc(0, 0, side, side);
    disc.moveCenter(handle.center());
    const qreal line = theme.px(4);
    const QRectF whole(area.left(), area.center().y() - line / 2, area.width(), line);
    QRectF before = whole;
    if (option.direction == Qt::RightToLeft)
        before.setLeft(disc.center().x());
    else
        before.setRight(disc.center().x());
    paintPanel(canvas.painter, whole, line / 2, theme.color(Token::Line));
    paintPanel(canvas.painter, before, line / 2, theme.color(Token::Accent));
    const bool hot = option.state & QStyle::State_MouseOver;
    paintPanel(canvas.painter, disc, side / 2, theme.color(hot ? Token::Hover : Token::Raised),
               theme.color(Token::LineStrong));
    if (option.state & QStyle::State_HasFocus) drawFocusRing(canvas, disc, side / 2);
}

QRect scrollBarPart(const Theme &theme, const QStyleOptionSlider &option, QStyle::SubControl part)
{
    const QRect rect = option.rect;
    const bool vertical = option.orientation == Qt::Vertical;
    const int length = vertical ? rect.height() : rect.width();
    const qint64 range = qint64(option.maximum) - option.minimum;
    int handle = length;
    if (range > 0)
        handle = std::clamp(int(qint64(option.pageStep) * length / (range + option.pageStep)),
                            std::min(theme.px(28), length), length);
    const int start = QStyle::sliderPositionFromValue(option.minimum, option.maximum, option.sliderPosition,
                                                      length - handle, option.upsideDown);
    const auto span = [&](int from, int size) {
        return vertical ? QRect(rect.left(), rect.top() + from, rect.width(), size)
                        : QRect(rect.left() + from, rect.top(), size, rect.height());
    };
    switch (part) {
    case QStyle::SC_ScrollBarSlider: return span(start, handle);
    case QStyle::SC_ScrollBarSubPage: return span(0, start);
    case QStyle::SC_ScrollBarAddPage: return span(start + handle, length - start - handle);
    case QStyle::SC_ScrollBarGroove: return rect;
    default: return {}; // no arrows
    }
}

void drawTabShape(const Canvas &canvas, const QStyleOptionTab &option)
{
    const Theme &theme = canvas.theme;
    if (option.state & QStyle::State_HasFocus) drawFocusRing(canvas, option.rect.adjusted(2, 4, -2, -4), theme.px(6));
    if (!(option.state & QStyle::State_Selected)) return;
    const int side = theme.px(tabGap) / 2;
    const QRect mark(option.rect.left() + side, option.rect.bottom() - 1, option.rect.width() - 2 * side, 2);
    canvas.painter.fillRect(mark, theme.color(Token::Accent));
}

void drawTabLabel(const Canvas &canvas, const QStyleOptionTab &option)
{
    const Theme &theme = canvas.theme;
    const bool current = option.state & QStyle::State_Selected;
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool hot = option.state & QStyle::State_MouseOver;
    QRect area = option.rect;
    const Token ink = !enabled ? Token::TextOff : current || hot ? Token::Text1 : Token::Text2;
    if (!option.icon.isNull()) {
        const int side = theme.px(16);
        const QRect rect(area.left() + theme.px(tabGap) / 2, area.top() + (area.height() - side) / 2, side, side);
        drawIcon(canvas, QStyle::visualRect(option.direction, area, rect), option.icon, theme.color(ink), enabled);
        area.setLeft(rect.right() + 1 + theme.px(6) - theme.px(tabGap) / 2);
    }
    canvas.painter.setFont(tabFont(theme, current));
    canvas.painter.setPen(theme.color(ink));
    canvas.painter.drawText(area, Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextSingleLine, option.text);
}

QSize tabSize(const Theme &theme, const QStyleOptionTab &option)
{
    // As wide as when current, so that changing tabs moves nothing.
    int width = QFontMetrics(tabFont(theme, true)).size(Qt::TextShowMnemonic, option.text).width() + theme.px(tabGap);
    if (!option.icon.isNull()) width += theme.px(16) + theme.px(6);
    return {width, theme.px(36)};
}

void drawProgressBar(const Canvas &canvas, const QStyleOptionProgressBar &option)
{
    const Theme &theme = canvas.theme;
    const int thickness = theme.px(4);
    const int top = option.rect.top() + (option.rect.height() - thickness) / 2; // on a whole pixel
    QRectF groove(option.rect.left(), top, option.rect.width(), thickness);
    paintPanel(canvas.painter, groove, thickness / 2.0, theme.color(Token::ClosedSoft));
    const qint64 range = qint64(option.maximum) - option.minimum;
    if (range <= 0) return; // how much there is isn't known: an empty bar, with words beneath
    const qreal share = qreal(qint64(option.progress) - option.minimum) / qreal(range);
    const qreal width = groove.width() * std::clamp(share, 0.0, 1.0);
    const bool mirrored = (option.direction == Qt::RightToLeft) != option.invertedAppearance;
    const QRectF done(mirrored ? groove.right() - width : groove.left(), groove.top(), width, thickness);
    if (width > 0) paintPanel(canvas.painter, done, thickness / 2.0, theme.color(Token::Accent));
}

void drawHeaderGround(const Canvas &canvas, const QStyleOption &option)
{
    canvas.painter.fillRect(option.rect, canvas.theme.color(Token::Base));
    canvas.painter.fillRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1,
                            canvas.theme.color(Token::Line));
}

void drawHeaderLabel(const Canvas &canvas, const QStyleOptionHeader &option)
{
    const Theme &theme = canvas.theme;
    QRect area = option.rect.adjusted(theme.px(10), 0, -theme.px(10), 0);
    const bool sorted = option.sortIndicator != QStyleOptionHeader::None;
    const int arrow = sorted ? theme.px(18) : 0;
    const QFont font = theme.font(TextStyle::MicroStrong);
    const QFontMetrics metrics(font);
    const QString text = metrics.elidedText(option.text, Qt::ElideRight, area.width() - arrow);
    const Qt::Alignment alignment =
        QStyle::visualAlignment(option.direction, option.textAlignment) & Qt::AlignHorizontal_Mask;
    canvas.painter.setFont(font);
    canvas.painter.setPen(theme.color(sorted ? Token::Text2 : Token::Text3));
    if (sorted && (alignment & Qt::AlignRight)) area.setRight(area.right() - arrow);
    canvas.painter.drawText(area, int(alignment) | int(Qt::AlignVCenter) | int(Qt::TextSingleLine), text);
    if (!sorted) return;
    const int end = alignment & Qt::AlignRight ? area.right() + 1 : area.left() + metrics.horizontalAdvance(text);
    drawChevron(canvas, QRect(end, area.top(), arrow, area.height()),
                option.sortIndicator == QStyleOptionHeader::SortDown ? Qt::DownArrow : Qt::UpArrow,
                theme.color(Token::Text2));
}

void drawItemPanel(const Canvas &canvas, const QStyleOptionViewItem &option)
{
    const Theme &theme = canvas.theme;
    const bool active = hasKeyboard(option, canvas.widget);
    if (option.state & QStyle::State_Selected)
        canvas.painter.fillRect(option.rect, theme.color(active ? Token::Sel : Token::SelOff));
    else if (option.state & QStyle::State_MouseOver && option.state & QStyle::State_Enabled)
        canvas.painter.fillRect(option.rect, theme.color(Token::Hover));
    else if (option.backgroundBrush.style() != Qt::NoBrush)
        canvas.painter.fillRect(option.rect, option.backgroundBrush);
}

} // namespace akwaba::parts
