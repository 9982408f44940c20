// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/personbutton.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/paint.h"

#include <QPainter>

namespace akwaba {

using namespace Qt::StringLiterals;

namespace {
constexpr int discSize = 24;
constexpr int gap = 6;
} // namespace

PersonButton::PersonButton(QWidget *parent) : PaintedButton(parent)
{
    setObjectName(u"personButton"_s);
    setFocusRadius(6);
}

void PersonButton::setAgent(const Agent &agent)
{
    m_agent = agent;
    setLabel(agent.name);
    updateGeometry();
    update();
}

QSize PersonButton::sizeHint() const
{
    const QFontMetricsF metrics(theme().font(TextStyle::Body));
    const qreal words = metrics.horizontalAdvance(label());
    return {qCeil(theme().px(4 + discSize + gap) + words + theme().px(gap + 14 + 4)), theme().px(28)};
}

void PersonButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (isHot()) paintPanel(painter, rect(), theme().px(6), theme().color(Token::Hover));
    const qreal disc = theme().px(discSize);
    QRectF at(theme().px(4), (height() - disc) / 2, disc, disc);
    paintAvatar(painter, at, theme(), m_agent.id.value, initials(m_agent.name));
    const QRectF chevron(width() - theme().px(4 + 14), 0, theme().px(14), height());
    at = QRectF(at.right() + theme().px(gap), 0, chevron.left() - at.right() - theme().px(2 * gap), height());
    painter.setFont(theme().font(TextStyle::Body));
    painter.setPen(theme().color(Token::Text1));
    painter.drawText(at, Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(label(), Qt::ElideRight, qCeil(at.width()) + 1));
    paintIcon(painter, chevron, theme(), u"chevron-down"_s, theme().color(Token::Text2));
}

} // namespace akwaba
