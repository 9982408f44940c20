// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/weekfield.h"

#include "ui/settings/dayhours.h"
#include "ui/settings/daystrip.h"
#include "ui/text/translate.h"
#include "ui/widgets/buttonlook.h"
#include "ui/widgets/label.h"
#include "ui/widgets/theme.h"

#include <QGridLayout>
#include <QLineEdit>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

QString dayName(int day)
{
    QString name = QLocale().standaloneDayName(day);
    name[0] = name[0].toUpper();
    return name;
}

} // namespace

WeekField::WeekField(QWidget *parent) : QWidget(parent)
{
    const Theme &theme = themeOf(this);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(theme.px(10));
    grid->setVerticalSpacing(theme.px(4));
    grid->setColumnStretch(1, 3);
    grid->setColumnStretch(2, 2);
    grid->addWidget(new DayStrip(DayStrip::Kind::Scale), 0, 2);
    for (int day = Qt::Monday; day <= Qt::Sunday; ++day) {
        Day &each = m_days.at(std::size_t(day) - 1);
        each.text = new QLineEdit;
        each.text->setObjectName(u"hours%1"_s.arg(day));
        each.text->setAccessibleName(translate("Calendars", "Hours on %1", "a day of the week").arg(dayName(day)));
        each.text->setPlaceholderText(translate("Calendars", "closed"));
        each.strip = new DayStrip(DayStrip::Kind::Day);
        auto *name = new Label(dayName(day), TextStyle::Body);
        name->setBuddy(each.text);
        grid->addWidget(name, day, 0);
        grid->addWidget(each.text, day, 1);
        grid->addWidget(each.strip, day, 2);
        connect(each.text, &QLineEdit::textChanged, this, [this, &each] {
            update(each);
            Q_EMIT edited();
        });
    }
}

void WeekField::update(const Day &day)
{
    const auto hours = hoursFrom(day.text->text());
    day.strip->setHours(hours.value_or(QList<HoursOfADay>()));
    setFieldError(day.text, !hours);
}

void WeekField::fill(const QList<WeeklyHours> &weekly)
{
    for (int day = Qt::Monday; day <= Qt::Sunday; ++day) {
        QList<HoursOfADay> hours;
        for (const WeeklyHours &each : weekly) {
            if (each.day == day) hours.append(each.hours);
        }
        m_days.at(std::size_t(day) - 1).text->setText(hoursText(hours));
    }
}

QList<WeeklyHours> WeekField::weekly() const
{
    QList<WeeklyHours> weekly;
    for (int day = Qt::Monday; day <= Qt::Sunday; ++day) {
        const auto hours = hoursFrom(m_days.at(std::size_t(day) - 1).text->text());
        for (const HoursOfADay &each : hours.value_or(QList<HoursOfADay>()))
            weekly.append({day, each});
    }
    return weekly;
}

QString WeekField::problem() const
{
    for (int day = Qt::Monday; day <= Qt::Sunday; ++day) {
        const QString text = m_days.at(std::size_t(day) - 1).text->text();
        if (!hoursFrom(text))
            return translate("Calendars", "%1: “%2” are no hours. Type them as 08:00-12:00, 14:00-18:00.")
                .arg(dayName(day), text);
    }
    return {};
}

void WeekField::copyMonday()
{
    const QString text = m_days.front().text->text();
    for (int day = Qt::Tuesday; day <= Qt::Friday; ++day)
        m_days.at(std::size_t(day) - 1).text->setText(text);
}

} // namespace akwaba
