// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/iconbutton.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/paint.h"

#include <QLocale>
#include <QPainter>
#include <QStyle>

namespace akwaba {

IconButton::IconButton(const QString &iconName, const QString &name, QWidget *parent)
    : PaintedButton(parent), m_iconName(iconName)
{
    setName(name);
}

void IconButton::setIconName(const QString &iconName)
{
    m_iconName = iconName;
    update();
}

void IconButton::setName(const QString &name)
{
    setAccessibleName(name);
    setToolTip(name);
}

void IconButton::setSizes(int icon, int button)
{
    m_iconSize = icon;
    m_buttonSize = button;
    updateGeometry();
    update();
}

void IconButton::setColor(Token color)
{
    m_color = color;
    update();
}

void IconButton::setCount(int count)
{
    m_count = count;
    setAccessibleDescription(count > 0 ? locale().toString(count) : QString());
    update();
}

QSize IconButton::sizeHint() const
{
    const int side = theme().px(m_buttonSize);
    return {side, side};
}

void IconButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &look = theme();
    if (isChecked() || isHot())
        paintPanel(painter, rect(), look.px(6), look.color(isChecked() ? Token::Sel : Token::Hover));
    const Token ink = !isEnabled() ? Token::TextOff : isChecked() ? Token::Accent : m_color;
    const int side = look.px(m_iconSize);
    QRect glyph(0, 0, side, side);
    glyph.moveCenter(rect().center());
    glyph.moveTopLeft({(width() - side) / 2, (height() - side) / 2 + (isDown() ? 1 : 0)});
    paintIcon(painter, glyph, look, m_iconName, look.color(ink));
    if (m_count > 0) {
        QRectF badge(QPointF(), countBadgeSize(look, m_count));
        badge.moveTopRight(QPointF(width(), 0));
        paintCountBadge(painter, QStyle::visualRect(layoutDirection(), rect(), badge.toRect()), look, m_count);
    }
}

} // namespace akwaba
