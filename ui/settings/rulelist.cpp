// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/rulelist.h"

#include "ui/widgets/theme.h"

#include <QHeaderView>
#include <QSignalBlocker>

namespace akwaba {

namespace {

constexpr int ruleIdRole = Qt::UserRole;

}

RuleList::RuleList(const QString &name, const QString &title, const QStringList &headings, QWidget *parent)
    : QTreeWidget(parent)
{
    setObjectName(name);
    setAccessibleName(title);
    setHeaderLabels(headings);
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    header()->setSectionResizeMode(0, QHeaderView::Stretch);
    connect(this, &QTreeWidget::currentItemChanged, this, [this] {
        if (const QString id = current(); !id.isEmpty()) Q_EMIT chosen(id);
    });
}

QString RuleList::current() const
{
    return currentItem() != nullptr ? currentItem()->data(0, ruleIdRole).toString() : QString();
}

void RuleList::setRows(const QList<Row> &rows)
{
    const QString before = current();
    const QSignalBlocker quiet(this);
    clear();
    for (const Row &row : rows) {
        auto *item = new QTreeWidgetItem(this, row.columns);
        item->setData(0, ruleIdRole, row.id);
        item->setToolTip(0, row.columns.constFirst());
        item->setData(0, Qt::AccessibleTextRole, row.columns.join(QStringLiteral(", ")));
        for (int column = 0; column < row.columns.size(); ++column) {
            if (row.isOver) item->setForeground(column, themeOf(this).color(Token::Text3));
        }
    }
    select(before);
}

void RuleList::select(const QString &id)
{
    const QSignalBlocker quiet(this);
    for (int i = 0; i < topLevelItemCount(); ++i) {
        if (topLevelItem(i)->data(0, ruleIdRole).toString() == id) return setCurrentItem(topLevelItem(i));
    }
    setCurrentItem(nullptr);
}

} // namespace akwaba
