// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/daystrip.h"

#include "core/sla/schedule.h"
#include "ui/widgets/theme.h"

#include <QPainter>

namespace akwaba {

namespace {

constexpr int minutesOfATick = 6 * 60;

}

DayStrip::DayStrip(Kind kind, QWidget *parent) : QWidget(parent), m_kind(kind)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void DayStrip::setHours(const QList<HoursOfADay> &hours)
{
    m_hours = hours;
    update();
}

QSize DayStrip::sizeHint() const
{
    const Theme &theme = themeOf(this);
    return {theme.px(200), m_kind == Kind::Scale ? theme.lineHeight(TextStyle::Micro) : theme.px(14)};
}

qreal DayStrip::xOf(int minute) const { return qreal(width()) * minute / sla::minutesOfADay; }

void DayStrip::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    m_kind == Kind::Scale ? paintScale(painter) : paintDay(painter);
}

void DayStrip::paintScale(QPainter &painter) const
{
    const Theme &theme = themeOf(this);
    painter.setFont(theme.font(TextStyle::Micro));
    painter.setPen(theme.color(Token::Text3));
    const qreal room = theme.px(24);
    for (int minute = 0; minute <= sla::minutesOfADay; minute += minutesOfATick) {
        // The first and the last keep within the strip.
        const qreal left = qBound(0.0, xOf(minute) - room / 2, width() - room);
        const auto align = minute == 0     ? Qt::AlignLeft
            : minute == sla::minutesOfADay ? Qt::AlignRight
                                           : Qt::AlignHCenter;
        painter.drawText(QRectF(left, 0, room, height()), align | Qt::AlignVCenter, QString::number(minute / 60));
    }
}

void DayStrip::paintDay(QPainter &painter) const
{
    const Theme &theme = themeOf(this);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(Token::Line));
    painter.drawRoundedRect(rect(), theme.px(3), theme.px(3));
    painter.setBrush(theme.color(Token::Accent));
    for (const HoursOfADay &each : m_hours) {
        const int end = each.to <= each.from ? sla::minutesOfADay : each.to; // the rest is of the next day
        painter.drawRect(QRectF(xOf(each.from), 0, xOf(end) - xOf(each.from), height()));
    }
    painter.setBrush(theme.color(Token::Base));
    for (int minute = minutesOfATick; minute < sla::minutesOfADay; minute += minutesOfATick)
        painter.drawRect(QRectF(xOf(minute), 0, 1, height()));
}

} // namespace akwaba
