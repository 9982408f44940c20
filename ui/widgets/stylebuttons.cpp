// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/buttonlook.h"
#include "ui/widgets/styleparts.h"

#include <QPainter>
#include <QStyleOptionButton>

namespace akwaba::parts {

namespace {

struct ButtonColors {
    QColor fill; ///< invalid: none
    QColor border; ///< invalid: none
    QColor text;
};

bool isLink(ButtonLook look) { return look == ButtonLook::Link || look == ButtonLook::SmallLink; }

// The filled ones have no hover token: a tenth of the text colour goes into the fill.
ButtonColors filled(const Theme &theme, Token fill, Token text, bool hot)
{
    const QColor ground = theme.color(fill);
    return {hot ? mixed(theme.color(Token::Text1), ground, 0.12) : ground, {}, theme.color(text)};
}

ButtonColors buttonColors(const Theme &theme, ButtonLook look, QStyle::State state)
{
    const bool pressed = state & (QStyle::State_Sunken | QStyle::State_On);
    const bool hot = pressed || (state & QStyle::State_MouseOver);
    const bool bare = look == ButtonLook::Quiet || isLink(look);
    if (!(state & QStyle::State_Enabled)) {
        if (bare) return {{}, {}, theme.color(Token::TextOff)};
        return {theme.color(Token::Sunken), theme.color(Token::Line), theme.color(Token::TextOff)};
    }
    switch (look) {
    case ButtonLook::Primary:
        return {theme.color(hot ? Token::AccentHover : Token::Accent), {}, theme.color(Token::OnAccent)};
    case ButtonLook::Note: return filled(theme, Token::Warn, Token::Base, hot);
    case ButtonLook::Escalate: return filled(theme, Token::Third, Token::Base, hot);
    case ButtonLook::Danger: return filled(theme, Token::BreachFill, Token::OnBreach, hot);
    case ButtonLook::Quiet: return {hot ? theme.color(Token::Hover) : QColor(), {}, theme.color(Token::Text2)};
    case ButtonLook::Link:
    case ButtonLook::SmallLink: return {{}, {}, theme.color(hot ? Token::AccentHover : Token::Accent)};
    case ButtonLook::Secondary: break;
    }
    return {theme.color(hot ? Token::Hover : Token::Raised), theme.color(Token::LineStrong), theme.color(Token::Text1)};
}

bool isStrong(ButtonLook look)
{
    return look == ButtonLook::Primary || look == ButtonLook::Note || look == ButtonLook::Escalate
        || look == ButtonLook::Danger;
}

QFont buttonFont(const Theme &theme, ButtonLook look)
{
    if (look == ButtonLook::SmallLink) return theme.font(TextStyle::SmallMedium);
    return theme.font(isStrong(look) ? TextStyle::BodyStrong : TextStyle::BodyMedium);
}

int buttonPadding(const Theme &theme, ButtonLook look)
{
    return isLink(look) ? 0 : theme.px(look == ButtonLook::Quiet ? 8 : 12);
}

// The touching side is drawn beyond the rect and cut off, so that it has neither corners nor border.
QRect stretched(const QRect &rect, Joined joined, int by)
{
    switch (joined) {
    case Joined::None: break;
    case Joined::Start: return rect.adjusted(0, 0, by, 0);
    case Joined::End: return rect.adjusted(-by, 0, 0, 0);
    }
    return rect;
}

// Not clipped: a rounded width may be a pixel less than what the hinted letters take.
constexpr int labelFlags = int(Qt::AlignVCenter) | int(Qt::AlignLeft) | int(Qt::TextShowMnemonic)
    | int(Qt::TextSingleLine) | int(Qt::TextDontClip);

int textWidth(const QFont &font, const QString &text)
{
    return int(std::ceil(QFontMetricsF(font).size(Qt::TextShowMnemonic, text).width()));
}

} // namespace

void drawButtonPanel(const Canvas &canvas, const QStyleOptionButton &option)
{
    const Theme &theme = canvas.theme;
    const ButtonLook look = lookOf(canvas.widget);
    Joined joined = joinedOf(canvas.widget);
    const ButtonColors colors = buttonColors(theme, look, option.state);
    QPainter &painter = canvas.painter;
    painter.save();
    painter.setClipRect(option.rect, Qt::IntersectClip);
    if (option.direction == Qt::RightToLeft && joined != Joined::None)
        joined = joined == Joined::Start ? Joined::End : Joined::Start;
    const int radius = theme.px(6);
    paintPanel(painter, stretched(option.rect, joined, 2 * radius), radius, colors.fill, colors.border);
    if (joined == Joined::End || joined == Joined::Start) {
        // One divider for the pair, on the menu part's side.
        const bool isMenuPart = joinedOf(canvas.widget) == Joined::End;
        const QColor ground = colors.fill.isValid() ? colors.fill : theme.color(Token::Base);
        const QColor divider = colors.border.isValid() ? colors.border : mixed(colors.text, ground, 0.35);
        if (isMenuPart)
            painter.fillRect(QRect(joined == Joined::End ? option.rect.left() : option.rect.right(), option.rect.top(),
                                   1, option.rect.height()),
                             divider);
    }
    painter.restore();
}

void drawButtonLabel(const Canvas &canvas, const QStyleOptionButton &option)
{
    const Theme &theme = canvas.theme;
    const ButtonLook look = lookOf(canvas.widget);
    const QColor color = buttonColors(theme, look, option.state).text;
    const QFont font = buttonFont(theme, look);
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool hasMenu = option.features & QStyleOptionButton::HasMenu;
    QRect area = option.rect;
    if (option.state & QStyle::State_Sunken) area.translate(0, 1);

    const int iconSide = option.icon.isNull() ? 0 : theme.px(16);
    const int gap = iconSide && !option.text.isEmpty() ? theme.px(6) : 0;
    const int menuSide = hasMenu ? theme.px(14) + (option.text.isEmpty() ? 0 : theme.px(4)) : 0;
    const int text = textWidth(font, option.text);
    const int padding = option.text.isEmpty() ? 0 : buttonPadding(theme, look);
    const int room = area.width() - 2 * padding;
    const int used = std::min(room, iconSide + gap + text + menuSide);
    int x = area.left() + (area.width() - used) / 2;
    const auto place = [&](int width) {
        const QRect logical(x, area.top(), width, area.height());
        x += width;
        return QStyle::visualRect(option.direction, area, logical);
    };
    if (iconSide) {
        QRect rect(0, 0, iconSide, iconSide);
        rect.moveCenter(place(iconSide).center());
        rect.moveTop(area.top() + (area.height() - iconSide) / 2);
        drawIcon(canvas, rect, option.icon, color, enabled);
        x += gap;
    }
    canvas.painter.setFont(font);
    canvas.painter.setPen(color);
    canvas.painter.drawText(place(std::max(0, used - iconSide - gap - menuSide)), labelFlags, option.text);
    if (hasMenu) drawChevron(canvas, place(menuSide), Qt::DownArrow, color);
}

QSize buttonSize(const Theme &theme, const QStyleOptionButton &option, const QWidget *widget)
{
    const ButtonLook look = lookOf(widget);
    const int height = isLink(look) ? theme.lineHeight(TextStyle::Body) : theme.px(28);
    if (option.text.isEmpty()) return {joinedOf(widget) == Joined::End ? theme.px(26) : theme.px(28), height};
    int width = textWidth(buttonFont(theme, look), option.text) + 2 * buttonPadding(theme, look);
    if (!option.icon.isNull()) width += theme.px(16) + theme.px(6);
    if (option.features & QStyleOptionButton::HasMenu) width += theme.px(14) + theme.px(4);
    return {width, height};
}

void drawToolButton(const Canvas &canvas, const QStyleOptionToolButton &option)
{
    const Theme &theme = canvas.theme;
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool on = option.state & QStyle::State_On;
    const bool hot = enabled && (option.state & (QStyle::State_MouseOver | QStyle::State_Sunken));
    if (on || hot) paintPanel(canvas.painter, option.rect, theme.px(6), theme.color(on ? Token::Sel : Token::Hover));
    QRect area = option.rect;
    if (option.state & QStyle::State_Sunken) area.translate(0, 1);
    const QColor color = theme.color(!enabled ? Token::TextOff : on ? Token::Accent : Token::Text2);
    const int iconSide = theme.px(16);
    const bool hasIcon = option.toolButtonStyle != Qt::ToolButtonTextOnly && !option.icon.isNull();
    const bool hasText = option.toolButtonStyle != Qt::ToolButtonIconOnly && !option.text.isEmpty();
    const bool hasMenu = option.features & QStyleOptionToolButton::HasMenu;
    if (hasMenu) {
        const QRect chevron(area.right() - theme.px(16), area.top(), theme.px(12), area.height());
        drawChevron(canvas, QStyle::visualRect(option.direction, area, chevron), Qt::DownArrow, color);
        area.setRight(chevron.left());
    }
    if (hasText) area.adjust(theme.px(8), 0, hasMenu ? 0 : -theme.px(8), 0);
    if (hasIcon) {
        QRect rect(area.left(), area.top() + (area.height() - iconSide) / 2, iconSide, iconSide);
        if (!hasText) rect.moveLeft(area.left() + (area.width() - iconSide) / 2);
        drawIcon(canvas, QStyle::visualRect(option.direction, option.rect, rect), option.icon, color, enabled);
        area.setLeft(rect.right() + 1 + theme.px(6));
    }
    if (!hasText) return;
    canvas.painter.setFont(theme.font(TextStyle::BodyMedium));
    canvas.painter.setPen(color);
    canvas.painter.drawText(QStyle::visualRect(option.direction, option.rect, area), labelFlags, option.text);
}

QSize toolButtonSize(const Theme &theme, const QStyleOptionToolButton &option)
{
    const bool hasIcon = option.toolButtonStyle != Qt::ToolButtonTextOnly && !option.icon.isNull();
    const bool hasText = option.toolButtonStyle != Qt::ToolButtonIconOnly && !option.text.isEmpty();
    int width = hasText ? textWidth(theme.font(TextStyle::BodyMedium), option.text) + 2 * theme.px(8) : theme.px(28);
    if (hasText && hasIcon) width += theme.px(16) + theme.px(6);
    if (option.features & QStyleOptionToolButton::HasMenu) width += theme.px(12);
    return {width, theme.px(28)};
}

void drawCheckBox(const Canvas &canvas, const QStyleOption &option)
{
    const Theme &theme = canvas.theme;
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool filled = option.state & (QStyle::State_On | QStyle::State_NoChange);
    const bool hot = option.state & QStyle::State_MouseOver;
    const QRectF box = option.rect;
    QColor fill = theme.color(hot ? Token::Hover : Token::Base);
    QColor border = theme.color(Token::LineStrong);
    QColor mark = theme.color(Token::OnAccent);
    if (filled) fill = border = theme.color(hot ? Token::AccentHover : Token::Accent);
    if (!enabled) {
        fill = theme.color(Token::Sunken);
        border = theme.color(Token::Line);
        mark = theme.color(Token::TextOff);
    }
    paintPanel(canvas.painter, box, theme.px(4), fill, border);
    if (option.state & QStyle::State_On) {
        drawTickMark(canvas, box, mark);
    } else if (option.state & QStyle::State_NoChange) {
        const qreal inset = box.width() * 0.28;
        const qreal middle = std::floor(box.center().y());
        canvas.painter.fillRect(QRectF(box.left() + inset, middle - 1, box.width() - 2 * inset, 2), mark);
    }
}

void drawRadioButton(const Canvas &canvas, const QStyleOption &option)
{
    const Theme &theme = canvas.theme;
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool hot = option.state & QStyle::State_MouseOver;
    const QRectF box = option.rect;
    const QColor ground = theme.color(!enabled ? Token::Sunken : hot ? Token::Hover : Token::Base);
    const qreal radius = box.width() / 2;
    if (option.state & QStyle::State_On)
        paintPanel(canvas.painter, box, radius, theme.color(Token::Base),
                   theme.color(!enabled  ? Token::TextOff
                                   : hot ? Token::AccentHover
                                         : Token::Accent),
                   theme.px(5));
    else
        paintPanel(canvas.painter, box, radius, ground, theme.color(enabled ? Token::LineStrong : Token::Line));
}

} // namespace akwaba::parts
