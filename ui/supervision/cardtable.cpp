// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/supervision/cardtable.h"

#include "ui/widgets/ground.h"

#include <QHeaderView>

namespace akwaba {

CardTable::CardTable(QWidget *parent) : QTreeWidget(parent)
{
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    header()->setSectionsMovable(false);
    setGround(this, Token::Raised);
}

} // namespace akwaba
