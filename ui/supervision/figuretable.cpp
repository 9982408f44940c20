// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/supervision/figuretable.h"

#include <QHeaderView>

namespace akwaba {

FigureTable::FigureTable(QWidget *parent) : CardTable(parent) { }

void FigureTable::setFigures(const QStringList &columns, const QList<QStringList> &rows)
{
    const int current = currentItem() != nullptr ? indexOfTopLevelItem(currentItem()) : -1;
    clear();
    setColumnCount(int(columns.size()));
    setHeaderLabels(columns);
    for (int column = 0; column < columns.size(); ++column) {
        const bool isWords = column == 0;
        headerItem()->setTextAlignment(column, Qt::AlignVCenter | (isWords ? Qt::AlignLeft : Qt::AlignRight));
        header()->setSectionResizeMode(column, isWords ? QHeaderView::Stretch : QHeaderView::ResizeToContents);
    }
    for (const QStringList &row : rows) {
        auto *item = new QTreeWidgetItem(this, row);
        for (int column = 1; column < row.size(); ++column)
            item->setTextAlignment(column, ofNumbers);
    }
    if (current >= 0 && current < topLevelItemCount()) setCurrentItem(topLevelItem(current));
}

} // namespace akwaba
