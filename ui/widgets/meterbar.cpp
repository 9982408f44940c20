// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/meterbar.h"

#include "ui/widgets/paint.h"

#include <QPainter>

#include <algorithm>

namespace akwaba {

MeterBar::MeterBar(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::NoFocus);
}

void MeterBar::setShare(double share, Token color)
{
    m_share = std::clamp(share, 0.0, 1.0);
    m_color = color;
    update();
}

QSize MeterBar::sizeHint() const { return {themeOf(this).px(40), themeOf(this).px(4)}; }

void MeterBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = themeOf(this);
    const qreal radius = height() / 2.0;
    paintPanel(painter, rect(), radius, theme.color(Token::ClosedSoft));
    QRectF filled(rect());
    filled.setWidth(filled.width() * m_share);
    if (filled.width() < 1) return;
    if (layoutDirection() == Qt::RightToLeft) filled.moveRight(rect().right() + 1.0);
    paintPanel(painter, filled, std::min(radius, filled.width() / 2), theme.color(m_color));
}

} // namespace akwaba
