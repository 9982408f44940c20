// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/supervision/sharechart.h"

#include "ui/text/translate.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/theme.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

constexpr int shareRow = 24;

} // namespace

ShareChart::ShareChart(QWidget *parent) : QWidget(parent)
{
    setObjectName(u"shareChart"_s);
    setAccessibleName(translate("Supervision", "Kept promises, as a chart"));
}

void ShareChart::setRows(const QList<ShareRow> &rows)
{
    m_rows = rows;
    setAccessibleName(translate("Supervision", "Kept promises, as a chart"));
    updateGeometry();
    update();
}

QSize ShareChart::sizeHint() const
{
    return {themeOf(this).px(340), themeOf(this).px(shareRow) * int(std::max<qsizetype>(m_rows.size(), 3))};
}

QSize ShareChart::minimumSizeHint() const { return {themeOf(this).px(260), sizeHint().height()}; }

void ShareChart::paintEvent(QPaintEvent *)
{
    const Theme &look = themeOf(this);
    QPainter painter(this);
    painter.setFont(look.font(TextStyle::Small));
    if (m_rows.isEmpty()) {
        painter.setPen(look.color(Token::Text3));
        painter.drawText(rect(), Qt::AlignCenter, translate("Supervision", "Nothing was due this month yet."));
        return;
    }
    int words = 0;
    for (const ShareRow &row : m_rows)
        words = std::max(words, painter.fontMetrics().horizontalAdvance(row.label));
    words = std::min(words + look.px(12), width() / 2);
    const int height = look.px(shareRow);
    for (qsizetype i = 0; i < m_rows.size(); ++i)
        paintRow(painter, {0, int(i) * height, width(), height}, words, m_rows.at(i));
}

void ShareChart::paintRow(QPainter &painter, const QRect &where, int words, const ShareRow &row) const
{
    const Theme &look = themeOf(this);
    const int figures = look.px(58);
    painter.setPen(look.color(Token::Text2));
    painter.drawText(where.adjusted(0, 0, words - where.width() - look.px(8), 0), Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(row.label, Qt::ElideRight, words - look.px(8)));
    const QRect track(words, where.center().y() - look.px(4), where.width() - words - figures, look.px(9));
    paintPanel(painter, track, look.px(3), look.color(Token::ClosedSoft));
    const int filled = int(track.width() * row.kept / std::max<qint64>(row.decided, 1));
    paintPanel(painter, QRect(track.topLeft(), QSize(filled, track.height())), look.px(3),
               look.color(row.isKept() ? Token::C1 : Token::C2));
    const int mark = track.left() + track.width() * promisedPercent / 100;
    painter.fillRect(QRectF(mark - 0.75, track.top() - look.px(4), 1.5, track.height() + look.px(8)),
                     look.color(Token::Text1));
    QFont strong = look.font(TextStyle::SmallStrong);
    painter.setFont(strong);
    painter.setPen(look.color(Token::Text1));
    const QRect value(track.right() + look.px(6), where.top(), look.px(36), where.height());
    drawTabular(painter, value, Qt::AlignRight | Qt::AlignVCenter, percentOf(row.kept, row.decided));
    painter.setFont(look.font(TextStyle::Small));
    if (row.isKept()) return;
    painter.setPen(look.color(Token::Open));
    painter.drawText(QRect(value.right() + look.px(2), where.top(), look.px(14), where.height()), Qt::AlignCenter,
                     u"▼"_s);
}

} // namespace akwaba
