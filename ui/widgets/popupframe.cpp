// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/popupframe.h"

#include "ui/widgets/paint.h"
#include "ui/widgets/styleparts.h"

#include <QPainter>
#include <QScreen>
#include <QStyle>

namespace akwaba {

namespace {

constexpr int radius = 10;

}

PopupFrame::PopupFrame(QWidget *parent) : QFrame(parent, Qt::Popup | Qt::FramelessWindowHint)
{
    setAttribute(Qt::WA_TranslucentBackground);
    setFrameShape(QFrame::NoFrame);
    setContentsMargins(1, 1, 1, 1);
}

void PopupFrame::openBelow(const QWidget *anchor, Align align)
{
    adjustSize();
    QRect place(QPoint(0, anchor->height() + 4), size());
    if (align == Align::End) place.moveRight(anchor->width() - 1);
    openAt(anchor->mapToGlobal(QStyle::visualRect(anchor->layoutDirection(), anchor->rect(), place).topLeft()), anchor);
}

void PopupFrame::openBeside(const QWidget *widget, const QRect &place)
{
    adjustSize();
    const QPoint below = widget->mapToGlobal(place.bottomLeft() + QPoint(0, 4));
    const QPoint above = widget->mapToGlobal(place.topLeft() - QPoint(0, height() + 4));
    const QRect room = widget->screen()->availableGeometry();
    const bool fits = below.y() + height() <= room.bottom() || above.y() < room.top();
    openAt(fits ? below : above, widget);
}

void PopupFrame::openOver(const QWidget *window, int top)
{
    adjustSize();
    openAt(window->mapToGlobal(QPoint((window->width() - width()) / 2, top)), window);
}

void PopupFrame::openAt(const QPoint &topLeft, const QWidget *beside)
{
    QRect place(topLeft, size());
    const QRect room = beside->screen()->availableGeometry();
    if (place.right() > room.right()) place.moveRight(room.right());
    if (place.bottom() > room.bottom()) place.moveBottom(room.bottom());
    place.moveLeft(std::max(place.left(), room.left()));
    place.moveTop(std::max(place.top(), room.top()));
    move(place.topLeft());
    show();
}

void PopupFrame::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = themeOf(this);
    paintPanel(painter, rect(), theme.px(radius), theme.color(Token::Raised), theme.color(Token::LineStrong));
}

void PopupFrame::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    setMask(parts::roundedRegion(rect(), themeOf(this).px(radius)));
}

void PopupFrame::hideEvent(QHideEvent *event)
{
    QFrame::hideEvent(event);
    Q_EMIT closed();
}

} // namespace akwaba
