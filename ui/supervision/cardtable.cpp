// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/supervision/cardtable.h"

#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHeaderView>

namespace akwaba {

CardTable::CardTable(QWidget *parent) : QTreeWidget(parent)
{
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setFrameShape(QFrame::NoFrame);
    header()->setSectionsMovable(false);
    applyTheme();
}

void CardTable::applyTheme()
{
    QPalette colors = palette();
    colors.setColor(QPalette::Base, themeOf(this).color(Token::Raised));
    setPalette(colors);
}

void CardTable::changeEvent(QEvent *event)
{
    QTreeWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange) applyTheme();
}

} // namespace akwaba
