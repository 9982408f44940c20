// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/twolinedelegate.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/paint.h"

#include <QPainter>

namespace akwaba {

namespace {

Token inkOf(const QModelIndex &index, int role)
{
    const QVariant ink = index.data(role);
    return ink.isValid() ? static_cast<Token>(ink.toInt()) : Token::Text2;
}

} // namespace

void drawLineOfTwo(QPainter &painter, const QRectF &words, int top, const QFont &font, const QColor &color,
                   const QString &text)
{
    painter.setFont(font);
    painter.setPen(color);
    const QFontMetricsF metrics(font);
    painter.drawText(QRectF(words.left(), words.top() + top, words.width(), metrics.height()),
                     Qt::AlignLeft | Qt::AlignVCenter, metrics.elidedText(text, Qt::ElideRight, words.width()));
}

QSize TwoLineDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex & /*index*/) const
{
    return {0, themeOf(option.widget).px(m_geometry.height)};
}

void TwoLineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = themeOf(option.widget);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool current = option.state.testFlag(QStyle::State_Selected);
    if (current || option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(option.rect, theme.color(current ? Token::Sel : Token::Hover));
    if (option.state.testFlag(QStyle::State_HasFocus) && option.state.testFlag(QStyle::State_KeyboardFocusChange))
        paintPanel(*painter, option.rect, 0, {}, theme.color(Token::Focus), 2);
    const int margin = theme.px(m_geometry.margin);
    const QRectF row = QRectF(option.rect).adjusted(margin, 0, -margin, 0);
    const qreal side = theme.px(16);
    paintIcon(*painter, {row.left(), row.top() + theme.px(m_geometry.first + 1), side, side}, theme,
              index.data(IconRole).toString(), theme.color(inkOf(index, IconInkRole)));
    const QRectF words = row.adjusted(side + theme.px(8), 0, 0, 0);
    drawLineOfTwo(*painter, words, theme.px(m_geometry.first), theme.font(m_geometry.style), theme.color(Token::Text1),
                  index.data().toString());
    drawLineOfTwo(*painter, words, theme.px(m_geometry.second), theme.font(TextStyle::Small),
                  theme.color(inkOf(index, DetailInkRole)), index.data(DetailRole).toString());
    painter->restore();
}

} // namespace akwaba
