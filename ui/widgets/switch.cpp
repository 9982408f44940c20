// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/switch.h"

#include "ui/widgets/paint.h"

#include <QEvent>
#include <QPainter>
#include <QStyle>

namespace akwaba {

Switch::Switch(const QString &name, QWidget *parent) : QCheckBox(parent)
{
    setAccessibleName(name);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setProperty("focusRadius", themeOf(this).px(8));
}

QSize Switch::sizeHint() const { return {themeOf(this).px(28), themeOf(this).px(16)}; }

void Switch::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = themeOf(this);
    const bool on = isChecked();
    const Token track = !isEnabled() ? Token::SelOff
        : on                         ? (underMouse() ? Token::AccentHover : Token::Accent)
                                     : Token::LineStrong;
    paintPanel(painter, rect(), height() / 2.0, theme.color(track));
    const int inset = theme.px(2);
    const int side = height() - 2 * inset;
    const QRect knob(on ? width() - inset - side : inset, inset, side, side);
    paintPanel(painter, QStyle::visualRect(layoutDirection(), rect(), knob), side / 2.0,
               theme.color(on ? Token::OnAccent : Token::Base));
}

void Switch::changeEvent(QEvent *event)
{
    QCheckBox::changeEvent(event);
    if (event->type() == QEvent::StyleChange) setProperty("focusRadius", themeOf(this).px(8));
}

} // namespace akwaba
