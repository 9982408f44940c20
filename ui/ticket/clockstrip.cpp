// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ticket/clockstrip.h"

#include "ui/text/quantities.h"
#include "ui/text/timesleft.h"
#include "ui/text/translate.h"
#include "ui/widgets/paint.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

constexpr int mostDays = 7;
constexpr int lastDays = 3; // of them, behind those that are left out
constexpr qint64 minute = 60'000;
constexpr int labelWidth = 84;
constexpr int hoursHeight = 20;
constexpr int dayHeight = 42;
constexpr int stripHeight = 36;
constexpr int legendHeight = 24;
constexpr int gapHeight = 18;

} // namespace

ClockStrip::ClockStrip(QWidget *parent) : QWidget(parent)
{
    setObjectName(u"clockStrip"_s);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(translate("Clock", "The days of this deadline; the table beneath says the same"));
}

void ClockStrip::show(const sla::Explanation &explanation, std::optional<qint64> dueAt, const QTimeZone &zone,
                      const QDateTime &now)
{
    m_explanation = explanation;
    m_dueAt = dueAt;
    m_now = now.toMSecsSinceEpoch();
    m_zone = zone;
    m_days.clear();
    m_firstMinute = 24 * 60;
    m_lastMinute = 0;
    if (!explanation.passages.empty()) {
        const auto dateAt = [this](qint64 at) { return QDateTime::fromMSecsSinceEpoch(at, m_zone).date(); };
        const QDate last = dateAt(explanation.passages.back().span.to);
        for (QDate date = dateAt(explanation.passages.front().span.from); date <= last; date = date.addDays(1)) {
            // Not every day has 24 hours.
            Day day{date,
                    date.startOfDay(m_zone).toMSecsSinceEpoch(),
                    date.addDays(1).startOfDay(m_zone).toMSecsSinceEpoch(),
                    {}};
            for (const sla::Span &span : explanation.open) {
                const sla::Span here{std::max(span.from, day.midnight), std::min(span.to, day.next)};
                if (here.from >= here.to) continue;
                day.open.push_back(here);
                m_firstMinute = std::min(m_firstMinute, int((here.from - day.midnight) / minute));
                m_lastMinute = std::max(m_lastMinute, int((here.to - day.midnight) / minute));
            }
            const bool isEdge = m_days.empty() || date == last;
            if (!day.open.empty() || isEdge) m_days.push_back(day);
        }
    }
    if (m_firstMinute >= m_lastMinute) {
        m_firstMinute = 0;
        m_lastMinute = 24 * 60;
    }
    m_leftOut = std::max(0, int(m_days.size()) - mostDays);
    if (m_leftOut > 0) m_days.erase(m_days.begin() + mostDays - lastDays, m_days.end() - lastDays);
    updateGeometry();
    update();
}

QSize ClockStrip::sizeHint() const
{
    const Theme &theme = themeOf(this);
    return {theme.px(labelWidth + 400), theme.px(bottom() + legendHeight)};
}

int ClockStrip::bottom() const
{
    return hoursHeight + dayHeight * int(m_days.size()) + (m_leftOut > 0 ? gapHeight : 0);
}

QRectF ClockStrip::strip(int day) const
{
    const Theme &theme = themeOf(this);
    const int gap = m_leftOut > 0 && day >= mostDays - lastDays ? gapHeight : 0;
    return {qreal(theme.px(labelWidth)), qreal(theme.px(hoursHeight + day * dayHeight + gap)),
            qreal(width() - theme.px(labelWidth)), qreal(theme.px(stripHeight))};
}

qreal ClockStrip::xOf(const Day &day, qint64 at) const
{
    const qreal minutes = qreal(at - day.midnight) / minute - m_firstMinute;
    const QRectF whole = strip(0);
    return whole.left() + whole.width() * std::clamp(minutes / (m_lastMinute - m_firstMinute), 0.0, 1.0);
}

void ClockStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintHours(painter);
    for (int i = 0; i < int(m_days.size()); ++i)
        paintDay(painter, i);
    if (m_leftOut > 0) paintGap(painter);
    paintLegend(painter);
}

void ClockStrip::paintHours(QPainter &painter) const
{
    const Theme &theme = themeOf(this);
    painter.setFont(theme.font(TextStyle::Micro));
    painter.setPen(theme.color(Token::Text3));
    const int hours = (m_lastMinute - m_firstMinute + 59) / 60;
    const int step = hours > 12 ? 4 : 1;
    const QRectF whole = strip(0);
    for (int hour = (m_firstMinute + 59) / 60; hour * 60 <= m_lastMinute; hour += step) {
        const qreal x = whole.left() + whole.width() * (hour * 60 - m_firstMinute) / (m_lastMinute - m_firstMinute);
        const qreal half = theme.px(20);
        QRectF box(x - half, 0, 2 * half, theme.px(16));
        box.moveRight(std::min(box.right(), qreal(width())));
        Qt::Alignment alignment = Qt::AlignHCenter;
        if (x <= whole.left()) {
            box.moveLeft(whole.left());
            alignment = Qt::AlignLeft;
        } else if (x >= whole.right() - 1) {
            alignment = Qt::AlignRight;
        }
        painter.drawText(box, int(alignment) | Qt::AlignVCenter,
                         translate("Clock", "%1 h", "an hour of the day, on an axis").arg(hour));
    }
}

void ClockStrip::paintDay(QPainter &painter, int index) const
{
    const Theme &theme = themeOf(this);
    const Day &day = m_days[std::size_t(index)];
    const QRectF whole = strip(index);
    painter.setFont(theme.font(TextStyle::SmallMedium));
    painter.setPen(theme.color(Token::Text1));
    painter.drawText(QRectF(0, whole.top(), whole.left(), whole.height()), Qt::AlignLeft | Qt::AlignVCenter,
                     QLocale().toString(day.date, u"ddd d MMM"_s));
    painter.fillRect(whole, theme.color(Token::Win));
    for (const sla::Span &open : day.open) {
        const QRectF here(xOf(day, open.from), whole.top(), xOf(day, open.to) - xOf(day, open.from), whole.height());
        painter.fillRect(here, theme.color(Token::Base));
        for (const sla::Passage &passage : m_explanation.passages) {
            const sla::Span part{std::max(open.from, passage.span.from), std::min(open.to, passage.span.to)};
            if (part.from >= part.to) continue;
            paintPassage(painter,
                         QRectF(xOf(day, part.from), whole.top() + theme.px(4), xOf(day, part.to) - xOf(day, part.from),
                                whole.height() - theme.px(8)),
                         {passage.kind, part, passage.kind == sla::Passage::Kind::Paused ? 0 : part.to - part.from});
        }
    }
    if (m_now >= day.midnight && m_now < day.next) paintMark(painter, index, m_now, false);
    if (m_dueAt && *m_dueAt >= day.midnight && *m_dueAt < day.next) paintMark(painter, index, *m_dueAt, true);
}

void ClockStrip::paintPassage(QPainter &painter, const QRectF &rect, const sla::Passage &passage) const
{
    const Theme &theme = themeOf(this);
    QString words;
    Token ink = Token::Text2;
    painter.save();
    switch (passage.kind) {
    case sla::Passage::Kind::Counted:
        painter.fillRect(rect, theme.color(Token::Accent));
        words = translate("Clock", "%1 counted").arg(timeLeft(passage.counted));
        ink = Token::OnAccent;
        break;
    case sla::Passage::Kind::ToCome:
        painter.fillRect(rect, theme.color(Token::Sel));
        painter.setPen(theme.color(Token::Accent));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5));
        words = translate("Clock", "%1 to come").arg(timeLeft(passage.counted));
        ink = Token::Text1;
        break;
    case sla::Passage::Kind::Paused:
        painter.fillRect(rect, theme.color(Token::Base));
        painter.fillRect(rect, QBrush(theme.color(Token::Line), Qt::BDiagPattern));
        words = translate("Clock", "pause");
        break;
    }
    painter.setFont(
        theme.font(passage.kind == sla::Passage::Kind::Counted ? TextStyle::MicroStrong : TextStyle::Micro));
    painter.setPen(theme.color(ink));
    const QRectF inner = rect.adjusted(theme.px(4), 0, -theme.px(4), 0);
    if (QFontMetricsF(painter.font()).horizontalAdvance(words) <= inner.width())
        painter.drawText(inner, Qt::AlignCenter | Qt::TextSingleLine, words);
    painter.restore();
}

void ClockStrip::paintMark(QPainter &painter, int index, qint64 at, bool isDue) const
{
    const Theme &theme = themeOf(this);
    const Day &day = m_days[std::size_t(index)];
    const QRectF whole = strip(index);
    const qreal x = std::min(xOf(day, at), whole.right() - theme.px(2));
    painter.fillRect(QRectF(x - theme.px(1), whole.top(), theme.px(2), whole.height()),
                     theme.color(isDue ? Token::Breach : Token::Text1));
    if (!isDue) return;
    const QString words = translate("Clock", "due %1").arg(timeAt(at));
    painter.setFont(theme.font(TextStyle::MicroStrong));
    painter.setPen(theme.color(Token::Breach));
    // On a ground of its own: what was counted lies behind it where it is late.
    const qreal wide = QFontMetricsF(painter.font()).horizontalAdvance(words) + 2 * theme.px(4);
    const bool fits = x + theme.px(4) + wide <= width();
    const qreal high = theme.px(16);
    const QRectF label(fits ? x + theme.px(4) : x - theme.px(4) - wide, whole.center().y() - high / 2, wide, high);
    paintPanel(painter, label, theme.px(4), theme.color(Token::Base));
    painter.drawText(label, Qt::AlignCenter | Qt::TextSingleLine, words);
}

QString ClockStrip::timeAt(qint64 at) const { return clockTime(QDateTime::fromMSecsSinceEpoch(at, m_zone)); }

void ClockStrip::paintGap(QPainter &painter) const
{
    const Theme &theme = themeOf(this);
    const QRectF next = strip(mostDays - lastDays);
    painter.setFont(theme.font(TextStyle::Micro));
    painter.setPen(theme.color(Token::Text3));
    painter.drawText(QRectF(next.left(), next.top() - theme.px(gapHeight + 3), next.width(), theme.px(gapHeight)),
                     Qt::AlignLeft | Qt::AlignVCenter,
                     translate("Clock", "%n more working day(s) in between", nullptr, m_leftOut));
}

void ClockStrip::paintLegend(QPainter &painter) const
{
    const Theme &theme = themeOf(this);
    const qreal top = theme.px(bottom());
    qreal x = theme.px(labelWidth);
    const qreal side = theme.px(10);
    painter.setFont(theme.font(TextStyle::Micro));
    const auto entry = [&](const QString &words, auto paint) {
        const QRectF box(x, top + (theme.px(legendHeight) - side) / 2, side, side);
        paint(box);
        painter.setPen(theme.color(Token::Text3));
        const qreal wide = QFontMetricsF(painter.font()).horizontalAdvance(words);
        painter.drawText(QRectF(box.right() + theme.px(6), top, wide + 1, theme.px(legendHeight)),
                         Qt::AlignLeft | Qt::AlignVCenter, words);
        x = box.right() + theme.px(6) + wide + theme.px(16);
    };
    entry(translate("Clock", "counted"), [&](const QRectF &box) { painter.fillRect(box, theme.color(Token::Accent)); });
    entry(translate("Clock", "to come"),
          [&](const QRectF &box) { paintPanel(painter, box, 0, theme.color(Token::Sel), theme.color(Token::Accent)); });
    entry(translate("Clock", "pause"),
          [&](const QRectF &box) { painter.fillRect(box, QBrush(theme.color(Token::LineStrong), Qt::BDiagPattern)); });
    entry(translate("Clock", "closed"),
          [&](const QRectF &box) { paintPanel(painter, box, 0, theme.color(Token::Win), theme.color(Token::Line)); });
    entry(translate("Clock", "now, %1").arg(timeAt(m_now)), [&](const QRectF &box) {
        painter.fillRect(QRectF(box.center().x() - 1, box.top(), theme.px(2), box.height()), theme.color(Token::Text1));
    });
}

} // namespace akwaba
