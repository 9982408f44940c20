// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/supervision/duechart.h"

#include "ui/text/quantities.h"
#include "ui/text/translate.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/theme.h"

#include <QLocale>
#include <QPainter>

#include <array>
#include <numeric>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

constexpr std::array seriesColors{Token::C1, Token::C3, Token::C2, Token::C4}; // as look/ has them beside each other
constexpr int gridSteps = 4;

qint64 sumOf(const HourColumn &column)
{
    return std::accumulate(column.counts.cbegin(), column.counts.cend(), qint64{0});
}

} // namespace

qint64 roundTop(qint64 highest)
{
    for (qint64 power = 1;; power *= 10) {
        for (const qint64 step : {1, 2, 3, 4, 5, 6, 8}) {
            if (step * power * gridSteps >= highest) return step * power * gridSteps;
        }
    }
}

DueChart::DueChart(QWidget *parent) : QWidget(parent) { setObjectName(u"dueChart"_s); }

void DueChart::setColumns(const DueColumns &due)
{
    m_due = due;
    qint64 all = 0;
    for (const HourColumn &column : due.columns)
        all += sumOf(column);
    setAccessibleName(translate("Supervision", "%n due in the next opening hours, as a chart", nullptr, int(all)));
    update();
}

QSize DueChart::sizeHint() const { return {themeOf(this).px(560), themeOf(this).px(190)}; }

QSize DueChart::minimumSizeHint() const { return {themeOf(this).px(320), themeOf(this).px(150)}; }

void DueChart::paintEvent(QPaintEvent *)
{
    const Theme &look = themeOf(this);
    QPainter painter(this);
    const int line = look.lineHeight(TextStyle::Micro);
    qint64 highest = 0;
    for (const HourColumn &column : m_due.columns)
        highest = std::max(highest, sumOf(column));
    const qint64 top = roundTop(highest);
    const QRect plot = rect().adjusted(look.px(28), line + look.px(4), 0, -2 * line - look.px(14));
    paintGrid(painter, plot, top);
    if (m_due.columns.isEmpty()) {
        painter.setPen(look.color(Token::Text3));
        painter.setFont(look.font(TextStyle::Body));
        painter.drawText(plot, Qt::AlignCenter, translate("Supervision", "No opening hours are set up."));
        return;
    }
    paintColumns(painter, plot, top);
    paintLegend(painter, {rect().left(), rect().bottom() - line, width(), line});
}

void DueChart::paintGrid(QPainter &painter, const QRect &plot, qint64 top) const
{
    const Theme &look = themeOf(this);
    painter.setFont(look.font(TextStyle::Micro));
    const int line = look.lineHeight(TextStyle::Micro);
    for (int step = 0; step <= gridSteps; ++step) {
        const int y = plot.bottom() - plot.height() * step / gridSteps;
        drawHLine(painter, plot.left(), plot.right(), y, look.color(Token::Line));
        painter.setPen(look.color(Token::Text3));
        const QRectF label(0, y - line / 2.0, plot.left() - look.px(8), line);
        drawTabular(painter, label, Qt::AlignRight | Qt::AlignVCenter, number(top * step / gridSteps));
    }
}

void DueChart::paintColumns(QPainter &painter, const QRect &plot, qint64 top) const
{
    const Theme &look = themeOf(this);
    const int line = look.lineHeight(TextStyle::Micro);
    const double pitch = double(plot.width()) / double(m_due.columns.size());
    const int wanted = painter.fontMetrics().horizontalAdvance(u"00 h  "_s);
    const int everyLabel = std::max(1, int(std::ceil(wanted / pitch)));
    QDate day;
    for (qsizetype i = 0; i < m_due.columns.size(); ++i) {
        const HourColumn &column = m_due.columns.at(i);
        const double left = plot.left() + pitch * double(i);
        double bottom = plot.bottom();
        for (qsizetype series = 0; series < column.counts.size(); ++series) {
            const double height = double(column.counts.at(series)) * plot.height() / double(top);
            if (height <= 0) continue;
            const QRectF bar(left + pitch * 0.15, bottom - height, pitch * 0.7, height);
            painter.fillRect(bar, look.color(seriesColors.at(std::size_t(series))));
            bottom -= height + 1;
        }
        const QDate its = column.from.toLocalTime().date();
        if (i > 0 && its != day) {
            painter.setPen(QPen(look.color(Token::Text3), 1, Qt::DotLine));
            painter.drawLine(QPointF(left, plot.top() - line), QPointF(left, plot.bottom()));
            painter.drawText(QRectF(left + look.px(4), plot.top() - line - look.px(2), look.px(90), line),
                             Qt::AlignLeft | Qt::AlignVCenter, QLocale().toString(its, u"ddd d"_s));
        }
        day = its;
        if (i % everyLabel != 0) continue;
        painter.setPen(look.color(Token::Text3));
        painter.drawText(QRectF(left, plot.bottom() + look.px(4), pitch * everyLabel, line),
                         everyLabel == 1 ? Qt::AlignCenter : Qt::AlignLeft | Qt::AlignVCenter, hourWord(column.from));
    }
}

void DueChart::paintLegend(QPainter &painter, const QRect &where) const
{
    const Theme &look = themeOf(this);
    int x = where.left();
    for (qsizetype i = 0; i < m_due.series.size(); ++i) {
        const int side = look.px(8);
        painter.fillRect(QRect(x, where.center().y() - side / 2, side, side),
                         look.color(seriesColors.at(std::size_t(i))));
        const int words = painter.fontMetrics().horizontalAdvance(m_due.series.at(i));
        painter.setPen(look.color(Token::Text2));
        painter.drawText(QRect(x + side + look.px(6), where.top(), words + 2, where.height()), Qt::AlignVCenter,
                         m_due.series.at(i));
        x += side + words + look.px(22);
    }
}

} // namespace akwaba
