// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/paint.h"

#include <QPainter>
#include <QPainterPathStroker>

namespace akwaba {

namespace {

QPainterPath polygon(std::initializer_list<QPointF> points)
{
    QPainterPath path;
    path.addPolygon(QPolygonF(QList<QPointF>(points)));
    path.closeSubpath();
    return path;
}

QPainterPath stroked(const QPainterPath &line, qreal width)
{
    QPainterPathStroker stroker;
    stroker.setWidth(width);
    stroker.setCapStyle(Qt::FlatCap);
    stroker.setJoinStyle(Qt::MiterJoin);
    return stroker.createStroke(line).simplified();
}

QPainterPath tick()
{
    QPainterPath line(QPointF(1.8, 6.4));
    line.lineTo(4.8, 9.4);
    line.lineTo(10.4, 3);
    return stroked(line, 2);
}

QPainterPath moon()
{
    QPainterPath disc;
    disc.addEllipse(QPointF(5.4, 6.2), 5.1, 5.1);
    QPainterPath shade;
    shade.addEllipse(QPointF(9.2, 3.8), 4.7, 4.7);
    return disc.subtracted(shade);
}

// A ring of 1.4 with a sector from twelve o'clock, clockwise.
QPainterPath partOfDisc(qreal degrees)
{
    QPainterPath circle;
    circle.addEllipse(QPointF(6, 6), 4.4, 4.4);
    QPainterPath sector(QPointF(6, 6));
    sector.arcTo(QRectF(1.6, 1.6, 8.8, 8.8), 90, -degrees);
    sector.closeSubpath();
    return stroked(circle, 1.4).united(sector);
}

QPainterPath makeShape(Shape shape)
{
    QPainterPath path;
    switch (shape) {
    case Shape::None: break;
    case Shape::Disc: path.addEllipse(QPointF(6, 6), 4.5, 4.5); break;
    case Shape::Triangle: return polygon({{6, 1.2}, {11.2, 10.5}, {0.8, 10.5}});
    case Shape::Bars:
        path.addRect(2.5, 1.5, 2.5, 9);
        path.addRect(7, 1.5, 2.5, 9);
        break;
    case Shape::Hourglass:
        return polygon(
            {{2, 1}, {10, 1}, {10, 2.2}, {7.2, 6}, {10, 9.8}, {10, 11}, {2, 11}, {2, 9.8}, {4.8, 6}, {2, 2.2}});
    case Shape::Moon: return moon();
    case Shape::Tick: return tick();
    case Shape::Square: path.addRoundedRect(QRectF(2, 2, 8, 8), 1, 1); break;
    case Shape::Dash: path.addRect(1.5, 5, 9, 2); break;
    case Shape::QuarterDisc: return partOfDisc(90);
    case Shape::ThreeQuarterDisc: return partOfDisc(270);
    }
    return path;
}

} // namespace

const QPainterPath &shapePath(Shape shape)
{
    static const auto paths = [] {
        std::array<QPainterPath, std::size_t(Shape::ThreeQuarterDisc) + 1> all;
        for (std::size_t i = 0; i < all.size(); ++i)
            all[i] = makeShape(Shape(i));
        return all;
    }();
    return paths[std::size_t(shape)];
}

void paintShape(QPainter &painter, const QRectF &rect, Shape shape, const QColor &color)
{
    const qreal side = std::min(rect.width(), rect.height());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(rect.center() - QPointF(side / 2, side / 2));
    painter.scale(side / 12, side / 12);
    painter.fillPath(shapePath(shape), color);
    painter.restore();
}

} // namespace akwaba
