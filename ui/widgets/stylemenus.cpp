// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/styleparts.h"

#include <QBitmap>
#include <QPainter>
#include <QStyleOptionMenuItem>

namespace akwaba::parts {

using namespace Qt::StringLiterals;

namespace {

// Columns of a menu item at scale 1: check or icon, text, shortcut, arrow.
constexpr int inset = 4;
constexpr int markLeft = 6;
constexpr int checkSize = 16;
constexpr int markGap = 8;
constexpr int textRight = 10;
constexpr int shortcutGap = 24;
constexpr int arrowWidth = 16;

struct MenuText {
    QString label;
    QString shortcut;
};

MenuText split(const QString &text)
{
    const qsizetype tab = text.indexOf(u'\t');
    return tab < 0 ? MenuText{text, {}} : MenuText{text.left(tab), text.mid(tab + 1)};
}

bool hasMark(const QStyleOptionMenuItem &option) { return option.menuHasCheckableItems || option.maxIconWidth > 0; }

int textLeft(const Theme &theme, const QStyleOptionMenuItem &option)
{
    return theme.px(inset + markLeft) + (hasMark(option) ? theme.px(checkSize + markGap) : 0);
}

void drawSeparator(const Canvas &canvas, const QStyleOptionMenuItem &option)
{
    const Theme &theme = canvas.theme;
    const int y = option.rect.center().y();
    if (option.text.isEmpty())
        return canvas.painter.fillRect(option.rect.left() + 1, y, option.rect.width() - 2, 1, theme.color(Token::Line));
    canvas.painter.setFont(theme.font(TextStyle::MicroStrong));
    canvas.painter.setPen(theme.color(Token::Text3));
    canvas.painter.drawText(option.rect.adjusted(theme.px(inset + markLeft), 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft,
                            option.text);
}

void drawMark(const Canvas &canvas, const QStyleOptionMenuItem &option, const QColor &color)
{
    const Theme &theme = canvas.theme;
    const int side = theme.px(checkSize);
    QRect rect(option.rect.left() + theme.px(inset + markLeft), option.rect.top() + (option.rect.height() - side) / 2,
               side, side);
    rect = QStyle::visualRect(option.direction, option.rect, rect);
    if (option.checkType != QStyleOptionMenuItem::NotCheckable) {
        if (option.checked) drawTickMark(canvas, rect, color);
    } else if (!option.icon.isNull()) {
        drawIcon(canvas, rect, option.icon, color, option.state & QStyle::State_Enabled);
    }
}

} // namespace

void drawMenuPanel(const Canvas &canvas, const QStyleOption &option)
{
    paintPanel(canvas.painter, option.rect, canvas.theme.px(6), canvas.theme.color(Token::Raised),
               canvas.theme.color(Token::LineStrong));
}

void drawMenuItem(const Canvas &canvas, const QStyleOptionMenuItem &option)
{
    const Theme &theme = canvas.theme;
    if (option.menuItemType == QStyleOptionMenuItem::Separator) return drawSeparator(canvas, option);
    const bool enabled = option.state & QStyle::State_Enabled;
    if (enabled && (option.state & QStyle::State_Selected))
        paintPanel(canvas.painter, option.rect.adjusted(theme.px(inset), 0, -theme.px(inset), 0), theme.px(4),
                   theme.color(Token::Sel));
    drawMark(canvas, option, theme.color(enabled ? Token::Text2 : Token::TextOff));

    const QRect area = option.rect.adjusted(textLeft(theme, option), 0, -theme.px(inset + textRight), 0);
    const QRect visual = QStyle::visualRect(option.direction, option.rect, area);
    const MenuText text = split(option.text);
    QPainter &painter = canvas.painter;
    const bool isDefault = option.menuItemType == QStyleOptionMenuItem::DefaultItem;
    painter.setFont(theme.font(isDefault ? TextStyle::BodyStrong : TextStyle::Body));
    painter.setPen(theme.color(enabled ? Token::Text1 : Token::TextOff));
    painter.drawText(visual, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextShowMnemonic | Qt::TextSingleLine, text.label);
    painter.setFont(theme.font(TextStyle::Body));
    painter.setPen(theme.color(enabled ? Token::Text3 : Token::TextOff));
    painter.drawText(visual, Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine, text.shortcut);
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu) {
        const QRect arrow(area.right() - theme.px(arrowWidth) / 2, area.top(), theme.px(arrowWidth), area.height());
        drawChevron(canvas, QStyle::visualRect(option.direction, option.rect, arrow),
                    option.direction == Qt::LeftToRight ? Qt::RightArrow : Qt::LeftArrow, theme.color(Token::Text3));
    }
}

QSize menuItemSize(const Theme &theme, const QStyleOptionMenuItem &option)
{
    if (option.menuItemType == QStyleOptionMenuItem::Separator)
        return {theme.px(10), option.text.isEmpty() ? theme.px(9) : theme.px(24)};
    const MenuText text = split(option.text);
    const bool isDefault = option.menuItemType == QStyleOptionMenuItem::DefaultItem;
    const QFontMetrics metrics(theme.font(TextStyle::Body));
    const QFontMetrics labelMetrics(theme.font(isDefault ? TextStyle::BodyStrong : TextStyle::Body));
    int width = textLeft(theme, option) + labelMetrics.size(Qt::TextShowMnemonic, text.label).width()
        + theme.px(inset + textRight);
    if (!text.shortcut.isEmpty()) width += theme.px(shortcutGap) + metrics.horizontalAdvance(text.shortcut);
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu) width += theme.px(arrowWidth);
    return {width, theme.px(26)};
}

void drawMenuBarItem(const Canvas &canvas, const QStyleOptionMenuItem &option)
{
    const Theme &theme = canvas.theme;
    canvas.painter.fillRect(option.rect, theme.color(Token::Win));
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool hot = enabled && (option.state & QStyle::State_Selected);
    if (hot) paintPanel(canvas.painter, option.rect.adjusted(0, 2, 0, -2), theme.px(4), theme.color(Token::SelOff));
    canvas.painter.setFont(theme.font(TextStyle::Body));
    canvas.painter.setPen(theme.color(!enabled ? Token::TextOff : hot ? Token::Text1 : Token::Text2));
    canvas.painter.drawText(option.rect, Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextSingleLine, option.text);
}

QSize menuBarItemSize(const Theme &theme, const QStyleOptionMenuItem &option)
{
    const int text = QFontMetrics(theme.font(TextStyle::Body)).size(Qt::TextShowMnemonic, option.text).width();
    return {text + 2 * theme.px(8), theme.px(26)};
}

void drawToolTipPanel(const Canvas &canvas, const QStyleOption &option)
{
    paintPanel(canvas.painter, option.rect, canvas.theme.px(6), canvas.theme.color(Token::Tip));
}

QRegion roundedRegion(const QRect &rect, int radius)
{
    QBitmap bitmap(rect.size());
    bitmap.fill(Qt::color0);
    QPainter painter(&bitmap);
    painter.setBrush(Qt::color1);
    // The pen of 1 px takes in the pixels that the border covers only partly.
    painter.setPen(QPen(Qt::color1, 1));
    painter.drawRoundedRect(QRect(QPoint(), rect.size()).adjusted(0, 0, -1, -1), radius, radius);
    painter.end();
    return QRegion(bitmap).translated(rect.topLeft());
}

} // namespace akwaba::parts
