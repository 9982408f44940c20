// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/icons.h"
#include "ui/widgets/styleparts.h"

#include <QPainter>

namespace akwaba::parts {

void drawFocusRing(const Canvas &canvas, const QRectF &rect, qreal radius)
{
    paintPanel(canvas.painter, rect, radius, {}, canvas.theme.color(Token::Focus), 2);
}

void drawChevron(const Canvas &canvas, const QRectF &rect, Qt::ArrowType direction, const QColor &color)
{
    const qreal side = canvas.theme.px(14);
    static constexpr qreal reach = 0.25;
    static constexpr qreal depth = 0.125;
    QPolygonF line{{-reach, -depth}, {0, depth}, {reach, -depth}};
    QTransform turn;
    turn.translate(rect.center().x(), rect.center().y());
    turn.scale(side, side);
    turn.rotate(direction == Qt::UpArrow          ? 180
                    : direction == Qt::RightArrow ? -90
                    : direction == Qt::LeftArrow  ? 90
                                                  : 0);
    QPainter &painter = canvas.painter;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 1.3 * canvas.theme.scale(), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(turn.map(line));
    painter.restore();
}

void drawTickMark(const Canvas &canvas, const QRectF &rect, const QColor &color)
{
    const auto at = [&](qreal x, qreal y) {
        return QPointF(rect.left() + rect.width() * x, rect.top() + rect.height() * y);
    };
    QPainter &painter = canvas.painter;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, rect.width() * 0.1, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(QPolygonF{{at(0.28, 0.52), at(0.43, 0.67), at(0.73, 0.35)}});
    painter.restore();
}

void drawIcon(const Canvas &canvas, const QRect &rect, const QIcon &icon, const QColor &color, bool enabled)
{
    if (!icon.name().isEmpty() && canvas.theme.icons().contains(icon.name()))
        paintIcon(canvas.painter, rect, canvas.theme, icon.name(), color);
    else
        icon.paint(&canvas.painter, rect, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
}

} // namespace akwaba::parts
