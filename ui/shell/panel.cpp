// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/panel.h"

#include "ui/widgets/paint.h"

#include <QPainter>

namespace akwaba {

void Panel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = themeOf(this);
    paintPanel(painter, rect(), theme.px(10), theme.color(m_ground), theme.color(Token::Line));
}

} // namespace akwaba
