// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/holidaylist.h"

#include "ui/settings/holidaywords.h"
#include "ui/text/enumwords.h"
#include "ui/text/translate.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QHeaderView>
#include <QSignalBlocker>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

enum HolidayColumn { HolidayName, HolidayDay, HolidayStateWord };
constexpr int idRole = Qt::UserRole;

QString shapeOf(HolidayState state)
{
    switch (state) {
    case HolidayState::Planned: return u"clock-pause"_s;
    case HolidayState::Confirmed: return u"circle-check"_s;
    case HolidayState::Cancelled: return u"ban"_s;
    }
    Q_UNREACHABLE();
}

Token colorOf(HolidayState state)
{
    switch (state) {
    case HolidayState::Planned: return Token::Warn;
    case HolidayState::Confirmed: return Token::Solved;
    case HolidayState::Cancelled: return Token::Text3;
    }
    Q_UNREACHABLE();
}

} // namespace

HolidayList::HolidayList(QWidget *parent) : QTreeWidget(parent)
{
    const Theme &theme = themeOf(this);
    setObjectName(u"holidayList"_s);
    setAccessibleName(translate("Holidays", "Holidays"));
    setHeaderLabels({translate("Holidays", "Name"), translate("Holidays", "Day"), translate("Holidays", "State")});
    setUniformRowHeights(true);
    setIndentation(theme.px(16));
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(HolidayName, QHeaderView::Stretch);
    header()->setSectionResizeMode(HolidayDay, QHeaderView::ResizeToContents);
    header()->setSectionResizeMode(HolidayStateWord, QHeaderView::ResizeToContents);
    connect(this, &QTreeWidget::currentItemChanged, this, [this] {
        if (const HolidayId id = current(); !id.isEmpty()) Q_EMIT chosen(id);
    });
}

HolidayId HolidayList::current() const
{
    return {currentItem() != nullptr ? currentItem()->data(HolidayName, idRole).toString() : QString()};
}

void HolidayList::select(const HolidayId &id)
{
    const QSignalBlocker quiet(this);
    QTreeWidgetItem *row = m_rows.value(id.value);
    if (row != nullptr && row->parent() != nullptr) row->parent()->setExpanded(true);
    setCurrentItem(row);
}

void HolidayList::setHolidays(const QList<Holiday> &holidays, const QDate &today)
{
    const HolidayId before = current();
    const QSignalBlocker quiet(this);
    clear();
    m_rows.clear();
    QList<Holiday> sorted = holidays;
    std::ranges::sort(sorted, {}, [](const Holiday &each) { return std::pair(each.from, each.id.value); });
    const auto past = std::ranges::stable_partition(sorted, [&today](const Holiday &each) { return each.to >= today; });
    std::ranges::reverse(past);
    for (const Holiday &each : std::as_const(sorted))
        add(each, each.to < today);
    select(before);
}

QTreeWidgetItem *HolidayList::yearOf(int year, bool isOver)
{
    const QString title = isOver ? translate("Holidays", "%1, over", "a year").arg(year) : QString::number(year);
    QTreeWidgetItem *last = topLevelItem(topLevelItemCount() - 1);
    if (last != nullptr && last->text(HolidayName) == title) return last;
    auto *made = new QTreeWidgetItem(this, {title});
    made->setFlags(Qt::ItemIsEnabled);
    made->setFirstColumnSpanned(true);
    made->setExpanded(!isOver);
    QFont heading = font();
    heading.setWeight(QFont::DemiBold);
    made->setFont(HolidayName, heading);
    return made;
}

void HolidayList::add(const Holiday &holiday, bool isOver)
{
    const QString state = word(holiday.state);
    auto *row = new QTreeWidgetItem(yearOf(holiday.from.year(), isOver), {nameOf(holiday), daysOf(holiday), state});
    row->setIcon(HolidayStateWord, icon(themeOf(this), shapeOf(holiday.state), colorOf(holiday.state)));
    row->setToolTip(HolidayName, nameOf(holiday));
    row->setData(HolidayName, idRole, holiday.id.value);
    row->setData(HolidayName, Qt::AccessibleTextRole,
                 QStringList{nameOf(holiday), daysOf(holiday), state}.join(u", "_s));
    m_rows.insert(holiday.id.value, row);
}

} // namespace akwaba
