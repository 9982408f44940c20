// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/customers/tickethint.h"

#include "ui/text/enumwords.h"
#include "ui/text/marks.h"
#include "ui/text/quantities.h"
#include "ui/text/translate.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace akwaba {

TicketHint::TicketHint(const TicketRow &row, const QDateTime &now, QWidget *parent)
    : PaintedButton(parent), m_status(row.status), m_subject(row.subject), m_age(age(row.at, now))
{
    setLabel(row.subject);
    setAccessibleName(QStringList{row.subject, word(row.status), m_age}.join(u", "_s));
    setToolTip(row.number.isEmpty() ? row.subject
                                    : translate("TicketRow", "No. %1").arg(row.number) + u" · "_s + row.subject);
    setFocusRadius(4);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize TicketHint::sizeHint() const { return {theme().px(120), theme().px(24)}; }

void TicketHint::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (isHot()) paintPanel(painter, rect(), theme().px(4), theme().color(Token::Hover));
    const qreal side = theme().px(10);
    paintShape(painter, QRectF(theme().px(2), (height() - side) / 2, side, side), shapeOf(m_status),
               theme().color(toneOf(m_status).ink));
    painter.setFont(theme().font(TextStyle::Small));
    QRectF text(theme().px(18), 0, width() - theme().px(18 + 2), height());
    painter.setPen(theme().color(Token::Text3));
    drawTabular(painter, text, Qt::AlignRight | Qt::AlignVCenter, m_age);
    const QFontMetricsF metrics(painter.font());
    text.setRight(text.right() - tabularWidth(metrics, m_age) - theme().px(8));
    painter.setPen(theme().color(Token::Text1));
    painter.drawText(text, Qt::AlignVCenter, metrics.elidedText(m_subject, Qt::ElideRight, text.width()));
}

} // namespace akwaba
