// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/targetsfield.h"

#include "core/sla/ruleedits.h"
#include "ui/text/rulewords.h"
#include "ui/text/timesleft.h"
#include "ui/text/translate.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QSignalBlocker>
#include <QSpinBox>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

constexpr std::array promisable{Target::FirstResponse, Target::NextResponse, Target::Update, Target::Resolution};
constexpr int dayUnit = 0; // working days; the others are so many seconds

struct LengthUnit {
    int seconds;
    QString (*name)();
};

const std::array<LengthUnit, 4> &lengthUnits()
{
    static const std::array<LengthUnit, 4> units{{
        {1, [] { return translate("Policies", "seconds"); }},
        {60, [] { return translate("Policies", "minutes"); }},
        {3600, [] { return translate("Policies", "hours"); }},
        {dayUnit, [] { return translate("Policies", "working days"); }},
    }};
    return units;
}

/// The largest in which it is a whole number.
int unitOf(const SlaTarget &target)
{
    if (target.unit == ClockUnit::BusinessDays) return dayUnit;
    return target.length % 3600 == 0 ? 3600 : target.length % 60 == 0 ? 60 : 1;
}

} // namespace

TargetsField::TargetsField(QWidget *parent) : QWidget(parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(themeOf(this).px(8));
    grid->setVerticalSpacing(themeOf(this).px(4));
    grid->setColumnStretch(3, 1);
    for (const Target target : promisable)
        add(target);
}

void TargetsField::add(Target target)
{
    const QString name = word(target);
    Line line{target, new QCheckBox(name), new QSpinBox, new QComboBox, new QComboBox};
    const auto call = [&](QWidget *field, const QString &what, const QString &label) {
        field->setObjectName(u"target-%1-%2"_s.arg(wireName(target), what));
        field->setAccessibleName(name + u", "_s + label);
    };
    call(line.promised, u"promised"_s, translate("Policies", "promised"));
    call(line.length, u"length"_s, translate("Policies", "length"));
    call(line.unit, u"unit"_s, translate("Policies", "unit"));
    call(line.calendar, u"calendar"_s, translate("Policies", "calendar"));
    line.length->setRange(0, sla::longestTargetDays * 24 * 60);
    for (const LengthUnit &unit : lengthUnits())
        line.unit->addItem(unit.name(), unit.seconds);
    line.calendar->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    line.calendar->setMinimumContentsLength(12);
    auto *grid = static_cast<QGridLayout *>(layout());
    const int row = int(m_lines.size());
    grid->addWidget(line.promised, row, 0);
    grid->addWidget(line.length, row, 1);
    grid->addWidget(line.unit, row, 2);
    grid->addWidget(line.calendar, row, 3);
    m_lines.append(line);
    connect(line.promised, &QCheckBox::toggled, this, [this, line] {
        enable(line);
        Q_EMIT edited();
    });
    connect(line.length, &QSpinBox::valueChanged, this, &TargetsField::edited);
    connect(line.unit, &QComboBox::currentIndexChanged, this, &TargetsField::edited);
    connect(line.calendar, &QComboBox::currentIndexChanged, this, &TargetsField::edited);
}

void TargetsField::enable(const Line &line)
{
    for (QWidget *field : std::initializer_list<QWidget *>{line.length, line.unit, line.calendar})
        field->setEnabled(line.promised->isChecked());
}

void TargetsField::offerCalendars(const Line &line, const CalendarId &chosen)
{
    const QSignalBlocker quiet(line.calendar);
    line.calendar->clear();
    line.calendar->addItem(translate("Policies", "Around the clock, without a calendar"), QString());
    for (const Calendar &calendar : std::as_const(m_calendars)) {
        if (calendar.active || calendar.id == chosen) line.calendar->addItem(nameOf(calendar), calendar.id.value);
    }
    line.calendar->setCurrentIndex(std::max(0, line.calendar->findData(chosen.value)));
}

void TargetsField::setCalendars(const QList<Calendar> &calendars)
{
    if (calendars == m_calendars) return;
    m_calendars = calendars;
    for (const Line &line : std::as_const(m_lines))
        offerCalendars(line, {line.calendar->currentData().toString()});
}

void TargetsField::show(const Line &line, const SlaTarget &target)
{
    const int unit = unitOf(target);
    line.length->setValue(int(unit == dayUnit ? target.length : target.length / unit));
    line.unit->setCurrentIndex(line.unit->findData(unit));
    offerCalendars(line, target.unit == ClockUnit::Wall ? CalendarId() : target.calendar);
}

void TargetsField::fill(const QList<SlaTarget> &targets)
{
    // What is not promised yet would be counted as the rest is.
    const CalendarId usual = targets.isEmpty() ? CalendarId() : targets.constLast().calendar;
    m_kept = targets;
    for (const Line &line : std::as_const(m_lines)) {
        const auto target = std::ranges::find(targets, line.target, &SlaTarget::target);
        const bool isPromised = target != targets.end();
        line.promised->setChecked(isPromised);
        show(line, isPromised ? *target : SlaTarget{line.target, ClockUnit::Business, 8 * 3600, usual});
        enable(line);
        m_kept.removeIf([&line](const SlaTarget &each) { return each.target == line.target; });
    }
}

QList<SlaTarget> TargetsField::targets() const
{
    QList<SlaTarget> targets;
    for (const Line &line : m_lines) {
        if (!line.promised->isChecked()) continue;
        const int unit = line.unit->currentData().toInt();
        SlaTarget target{line.target, ClockUnit::Business, line.length->value(),
                         CalendarId{line.calendar->currentData().toString()}};
        if (unit == dayUnit)
            target.unit = ClockUnit::BusinessDays;
        else
            target.length *= unit;
        if (unit != dayUnit && target.calendar.isEmpty()) target.unit = ClockUnit::Wall;
        targets.append(target);
    }
    return targets + m_kept;
}

} // namespace akwaba
