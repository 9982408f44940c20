// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/shortcutsheet.h"

#include "core/actions/actions.h"
#include "ui/text/actionwords.h"
#include "ui/text/translate.h"
#include "ui/widgets/label.h"
#include "ui/widgets/smallwidgets.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QHash>
#include <QKeySequence>

namespace akwaba {

using namespace Qt::StringLiterals;

ShortcutSheet::ShortcutSheet(QWidget *parent) : QDialog(parent)
{
    setObjectName(u"shortcutSheet"_s);
    setWindowTitle(translate("ShortcutSheet", "Shortcuts"));
    auto *columns = new QHBoxLayout(this);
    columns->setContentsMargins(20, 16, 20, 16);
    columns->setSpacing(32);
    QHash<int, QGridLayout *> grids;
    for (const ActionInfo &info : actionTable()) {
        if (info.shortcut.isEmpty()) continue;
        QGridLayout *&grid = grids[static_cast<int>(info.menu)];
        if (grid == nullptr) {
            auto *column = new QVBoxLayout;
            column->addWidget(new Label(menuTitle(info.menu).remove(u'&'), TextStyle::PaneTitle));
            grid = new QGridLayout;
            grid->setHorizontalSpacing(16);
            grid->setVerticalSpacing(6);
            column->addLayout(grid);
            column->addStretch();
            columns->addLayout(column);
        }
        const int row = grid->rowCount();
        const QKeySequence key = QKeySequence::fromString(info.shortcut, QKeySequence::PortableText);
        grid->addWidget(new Label(actionLabel(info.id).remove(u'&'), TextStyle::Body), row, 0);
        grid->addWidget(new KeyHint(key.toString(QKeySequence::NativeText)), row, 1, Qt::AlignRight);
    }
}

} // namespace akwaba
