// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/checkfield.h"

#include "ui/text/translate.h"
#include "ui/widgets/popupframe.h"
#include "ui/widgets/theme.h"

#include <QBoxLayout>
#include <QListWidget>
#include <QSignalBlocker>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

constexpr int valueRole = Qt::UserRole;
constexpr int mostLines = 12; // then it scrolls

} // namespace

CheckField::CheckField(QWidget *parent)
    : QComboBox(parent), m_nothing(translate("Policies", "any", "no condition on a field")),
      m_popup(new PopupFrame(this)), m_list(new QListWidget)
{
    m_list->setObjectName(u"checkList"_s);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    auto *column = new QVBoxLayout(m_popup);
    column->setContentsMargins(1, 4, 1, 4);
    column->addWidget(m_list);
    connect(m_list, &QListWidget::itemChanged, this, [this] {
        describe();
        Q_EMIT edited();
    });
    // A click on the name means the box before it.
    connect(m_list, &QListWidget::itemActivated, m_popup, &QWidget::hide);
    describe();
}

void CheckField::setChoices(const QList<Choice> &choices)
{
    if (choices == m_choices) return;
    const QStringList checked = values();
    m_choices = choices;
    rebuild(checked);
}

void CheckField::setValues(const QStringList &values) { rebuild(values); }

void CheckField::setNothing(const QString &words)
{
    m_nothing = words;
    describe();
}

void CheckField::rebuild(const QStringList &checked)
{
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    QList<Choice> all = m_choices;
    for (const QString &value : checked) {
        if (std::ranges::find(all, value, &Choice::value) == all.end()) all.append({value, value});
    }
    for (const Choice &choice : std::as_const(all)) {
        auto *item = new QListWidgetItem(choice.name, m_list);
        item->setData(valueRole, choice.value);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(checked.contains(choice.value) ? Qt::Checked : Qt::Unchecked);
    }
    describe();
}

QStringList CheckField::values() const
{
    QStringList values;
    for (int i = 0; i < m_list->count(); ++i) {
        const QListWidgetItem *item = m_list->item(i);
        if (item->checkState() == Qt::Checked) values.append(item->data(valueRole).toString());
    }
    return values;
}

void CheckField::describe()
{
    QStringList names;
    for (int i = 0; i < m_list->count(); ++i) {
        if (m_list->item(i)->checkState() == Qt::Checked) names.append(m_list->item(i)->text());
    }
    const QString all = names.isEmpty() ? m_nothing : names.join(u", "_s);
    clear();
    addItem(all); // what the box shows; the values are in the list
    setToolTip(names.size() > 1 ? names.join(u'\n') : QString());
    setAccessibleDescription(all);
    m_list->setAccessibleName(accessibleName());
}

void CheckField::showPopup()
{
    if (m_list->count() == 0) return;
    const Theme &theme = themeOf(this);
    const int row = std::max(m_list->sizeHintForRow(0), theme.px(24));
    m_list->setFixedSize(std::max(width() - 2, m_list->sizeHintForColumn(0) + theme.px(40)),
                         row * std::min(m_list->count(), mostLines) + theme.px(2));
    m_popup->openBelow(this, PopupFrame::Align::Beginning);
    m_list->setCurrentRow(0);
    m_list->setFocus(Qt::PopupFocusReason);
}

} // namespace akwaba
