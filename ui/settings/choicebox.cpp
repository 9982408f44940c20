// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/choicebox.h"

#include "ui/text/translate.h"

#include <QSignalBlocker>

namespace akwaba {

ChoiceBox::ChoiceBox(QWidget *parent) : QComboBox(parent)
{
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(10);
}

void ChoiceBox::setChoices(const QList<CheckField::Choice> &choices)
{
    const QString before = value();
    const QSignalBlocker quiet(this);
    clear();
    for (const CheckField::Choice &choice : choices)
        addItem(choice.name, choice.value);
    setValue(before);
}

void ChoiceBox::setValue(const QString &value)
{
    if (findData(value) < 0) addItem(value, value);
    setCurrentIndex(findData(value));
}

QList<CheckField::Choice> teamChoices(const Directories &directories)
{
    QList<CheckField::Choice> choices{{{}, translate("Macros", "Everybody")}};
    for (const Team &team : directories.teams)
        choices.append({team.id.value, team.name});
    return choices;
}

} // namespace akwaba
