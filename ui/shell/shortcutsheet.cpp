// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/shortcutsheet.h"

#include "ui/shell/actionset.h"
#include "ui/text/actionwords.h"
#include "ui/text/translate.h"
#include "ui/widgets/label.h"
#include "ui/widgets/smallwidgets.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QHash>

namespace akwaba {

using namespace Qt::StringLiterals;

ShortcutSheet::ShortcutSheet(const ActionSet &actions, QWidget *parent) : QDialog(parent)
{
    setObjectName(u"shortcutSheet"_s);
    setWindowTitle(translate("ShortcutSheet", "Shortcuts"));
    const Theme &theme = themeOf(this);
    auto *columns = new QHBoxLayout(this);
    columns->setContentsMargins(theme.px(20), theme.px(16), theme.px(20), theme.px(16));
    columns->setSpacing(theme.px(32));
    QHash<int, QGridLayout *> grids;
    for (const ActionInfo &info : actionTable()) {
        const QString key = actions.keyName(info.id);
        if (key.isEmpty()) continue;
        QGridLayout *&grid = grids[static_cast<int>(info.menu)];
        if (grid == nullptr) {
            auto *column = new QVBoxLayout;
            column->addWidget(new Label(menuTitle(info.menu).remove(u'&'), TextStyle::PaneTitle));
            grid = new QGridLayout;
            grid->setHorizontalSpacing(theme.px(16));
            grid->setVerticalSpacing(theme.px(6));
            column->addLayout(grid);
            column->addStretch();
            columns->addLayout(column);
        }
        const int row = grid->rowCount();
        grid->addWidget(new Label(actionLabel(info.id).remove(u'&'), TextStyle::Body), row, 0);
        grid->addWidget(new KeyHint(key), row, 1, Qt::AlignRight);
    }
}

} // namespace akwaba
