// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/preferencerow.h"

#include "ui/widgets/label.h"
#include "ui/widgets/smallwidgets.h"

#include <QBoxLayout>

namespace akwaba {

namespace {

constexpr int nameWidth = 150; // at scale 1

}

PreferenceRow::PreferenceRow(const QString &name, const QString &sentence, QWidget *content, QWidget *parent)
    : QWidget(parent)
{
    const Theme &theme = themeOf(this);
    auto *words = new QWidget;
    words->setFixedWidth(theme.px(nameWidth));
    auto *column = new QVBoxLayout(words);
    column->setContentsMargins({});
    column->setSpacing(theme.px(2));
    auto *title = new Label(name, TextStyle::BodyStrong);
    title->setWordWrap(true);
    column->addWidget(title);
    if (!sentence.isEmpty()) {
        auto *hint = new Label(sentence, TextStyle::Small, Token::Text3);
        hint->setWordWrap(true);
        column->addWidget(hint);
    }
    column->addStretch();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(theme.px(20));
    row->addWidget(words, 0, Qt::AlignTop);
    row->addWidget(content, 1);
}

QWidget *preferencePage(const QString &title, const QList<QWidget *> &rows)
{
    auto *page = new QWidget;
    const Theme &theme = themeOf(page);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(theme.px(28), theme.px(16), theme.px(28), theme.px(16));
    column->setSpacing(theme.px(16));
    column->addWidget(new Label(title, TextStyle::Title));
    for (QWidget *row : rows) {
        if (row != rows.first()) column->addWidget(new Rule);
        column->addWidget(row);
    }
    column->addStretch();
    return page;
}

} // namespace akwaba
