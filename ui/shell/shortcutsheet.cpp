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
#include <QScreen>
#include <QScrollArea>

namespace akwaba {

using namespace Qt::StringLiterals;

ShortcutSheet::ShortcutSheet(const ActionSet &actions, QWidget *parent) : QDialog(parent)
{
    setObjectName(u"shortcutSheet"_s);
    setWindowTitle(translate("ShortcutSheet", "Shortcuts"));
    const Theme &theme = themeOf(this);
    auto *page = new QWidget;
    auto *columns = new QHBoxLayout(page);
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
    auto *area = new QScrollArea; // large text may need more than the screen has
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setWidget(page);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins({});
    whole->addWidget(area);
    const QSize bar(theme.px(10), theme.px(10));
    resize((page->sizeHint() + bar).boundedTo(screen()->availableSize() * 0.94));
}

} // namespace akwaba
