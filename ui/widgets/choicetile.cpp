// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/choicetile.h"

#include "ui/widgets/paint.h"
#include "ui/widgets/styleparts.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyleOptionButton>

namespace akwaba {

namespace {

// At scale 1.
constexpr int frameRoom = 4;
constexpr int tileRadius = 6;
constexpr int labelHeight = 28;
constexpr int indicator = 16;
constexpr int labelGap = 8;

} // namespace

ChoiceTile::ChoiceTile(const QString &text, const QString &hint, const QSize &size, Picture picture, QWidget *parent)
    : QRadioButton(text, parent), m_hint(hint), m_size(size), m_picture(std::move(picture))
{
    setProperty("ownFocusRing", true);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    if (!hint.isEmpty()) setAccessibleDescription(hint);
}

QSize ChoiceTile::sizeHint() const
{
    const Theme &theme = themeOf(this);
    const QFontMetricsF metrics(theme.font(TextStyle::Body));
    const QFontMetricsF small(theme.font(TextStyle::Small));
    const int label = theme.px(indicator + 2 * labelGap) + qCeil(metrics.horizontalAdvance(text()))
        + qCeil(small.horizontalAdvance(m_hint)) + theme.px(labelGap);
    return {qMax(theme.px(m_size.width() + 2 * frameRoom), label),
            theme.px(m_size.height() + 2 * frameRoom + labelHeight)};
}

QRect ChoiceTile::pictureRect() const
{
    const Theme &theme = themeOf(this);
    const QRect place(theme.px(frameRoom), theme.px(frameRoom), theme.px(m_size.width()), theme.px(m_size.height()));
    return QStyle::visualRect(layoutDirection(), rect(), place);
}

void ChoiceTile::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintPicture(painter, themeOf(this));
    paintLabel(painter, themeOf(this));
}

void ChoiceTile::paintPicture(QPainter &painter, const Theme &theme) const
{
    const QRectF picture = pictureRect();
    const qreal radius = theme.px(tileRadius);
    QPainterPath corners;
    corners.addRoundedRect(picture, radius, radius);
    painter.save();
    painter.setClipPath(corners);
    m_picture(painter, picture, theme);
    painter.restore();
    paintPanel(painter, picture, radius, {}, theme.color(isChecked() ? Token::LineStrong : Token::Line));
    if (!isChecked()) return;
    const qreal room = theme.px(frameRoom);
    paintPanel(painter, picture.adjusted(-room, -room, room, room), radius + room, {}, theme.color(Token::Focus), 2);
}

void ChoiceTile::paintLabel(QPainter &painter, const Theme &theme)
{
    const QRect line(0, height() - theme.px(labelHeight), width(), theme.px(labelHeight));
    const int side = theme.px(indicator);
    const QRect circle(theme.px(frameRoom), line.center().y() - side / 2, side, side);
    QStyleOptionButton option;
    initStyleOption(&option);
    option.rect = QStyle::visualRect(layoutDirection(), rect(), circle);
    style()->drawPrimitive(QStyle::PE_IndicatorRadioButton, &option, &painter, this);

    const QFont body = theme.font(TextStyle::Body);
    const int used = qCeil(QFontMetricsF(body).horizontalAdvance(text()));
    QRect words = line.adjusted(circle.right() + theme.px(labelGap), 0, 0, 0);
    const int alignment = int(Qt::AlignVCenter | QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft));
    painter.setFont(body);
    painter.setPen(theme.color(Token::Text1));
    painter.drawText(QStyle::visualRect(layoutDirection(), rect(), words), alignment, text());
    if (hasFocus()) {
        const QRect ring = circle.united(QRect(words.left(), circle.top(), used, side)).adjusted(-3, -3, 5, 3);
        parts::drawFocusRing({theme, painter, this}, QStyle::visualRect(layoutDirection(), rect(), ring),
                             theme.px(tileRadius));
    }
    words.setLeft(words.left() + used + theme.px(labelGap));
    painter.setFont(theme.font(TextStyle::Small));
    painter.setPen(theme.color(Token::Text3));
    painter.drawText(QStyle::visualRect(layoutDirection(), rect(), words), alignment, m_hint);
}

} // namespace akwaba
