// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/supervision/figuretile.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/theme.h"

#include <QPainter>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

constexpr int tilePadding = 14;
constexpr int tileRadius = 10;
constexpr int tileIcon = 14;

} // namespace

FigureTile::FigureTile(QWidget *parent) : PaintedButton(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusRadius(tileRadius);
}

void FigureTile::setText(const TileText &text)
{
    m_text = text;
    setObjectName(text.name + u"Tile"_s);
    setAccessibleName(text.label + u", "_s + text.figure);
    setAccessibleDescription(text.note);
    setToolTip(text.note.isEmpty() ? text.label : text.label + u"\n"_s + text.note);
    update();
}

QSize FigureTile::sizeHint() const
{
    const Theme &look = theme();
    return {look.px(160),
            2 * look.px(12) + look.lineHeight(TextStyle::Small) + look.lineHeight(TextStyle::Figure) + look.px(4)
                + look.lineHeight(TextStyle::Micro)};
}

QSize FigureTile::minimumSizeHint() const { return {theme().px(128), sizeHint().height()}; }

void FigureTile::paintEvent(QPaintEvent *)
{
    const Theme &look = theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintPanel(painter, rect(), look.px(tileRadius), look.color(isHot() ? Token::Hover : Token::Raised),
               look.color(Token::Line));
    const QRect inner = rect().adjusted(look.px(tilePadding), look.px(12), -look.px(tilePadding), -look.px(12));
    const auto write = [&](TextStyle style, Token color, const QRect &where, const QString &text) {
        painter.setFont(look.font(style));
        painter.setPen(look.color(color));
        const QRect box = QStyle::visualRect(layoutDirection(), rect(), where);
        painter.drawText(box, int(Qt::AlignVCenter | QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)),
                         painter.fontMetrics().elidedText(text, Qt::ElideRight, box.width()));
    };
    const int first = look.lineHeight(TextStyle::Small);
    const QRect icon(inner.left(), inner.top() + (first - look.px(tileIcon)) / 2, look.px(tileIcon), look.px(tileIcon));
    paintIcon(painter, QStyle::visualRect(layoutDirection(), rect(), icon), look, m_text.icon,
              look.color(m_text.color == Token::Text1 ? Token::Text2 : m_text.color));
    const int indent = look.px(tileIcon + 6);
    write(TextStyle::Small, Token::Text2, {inner.left() + indent, inner.top(), inner.width() - indent, first},
          m_text.label);
    const int figure = look.lineHeight(TextStyle::Figure);
    write(TextStyle::Figure, m_text.color, {inner.left(), inner.top() + first, inner.width(), figure}, m_text.figure);
    const int note = look.lineHeight(TextStyle::Micro);
    write(TextStyle::Micro, Token::Text3, {inner.left(), inner.bottom() - note + 1, inner.width(), note}, m_text.note);
}

} // namespace akwaba
