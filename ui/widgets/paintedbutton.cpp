// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/paintedbutton.h"

#include <QEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QStyle>

namespace akwaba {

PaintedButton::PaintedButton(QWidget *parent) : QAbstractButton(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(this, &QAbstractButton::clicked, this, [this] {
        if (m_menu) showMenu();
    });
}

void PaintedButton::setLabel(const QString &label)
{
    m_label = label;
    setAccessibleName(label);
    updateGeometry();
    update();
}

void PaintedButton::setMenu(QMenu *menu) { m_menu = menu; }

void PaintedButton::showMenu()
{
    const QSize size = m_menu->sizeHint();
    const QRect below(0, height() + 2, size.width(), size.height());
    m_menu->popup(mapToGlobal(QStyle::visualRect(layoutDirection(), rect(), below).topLeft()));
}

void PaintedButton::changeEvent(QEvent *event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::StyleChange) {
        themeChanged();
        updateGeometry();
    }
}

void PaintedButton::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Down:
        if (m_menu) return showMenu();
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter: return click(); // QAbstractButton knows only the space bar
    default: break;
    }
    QAbstractButton::keyPressEvent(event);
}

} // namespace akwaba
