// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/calendarsdialog.h"

#include "core/sla/ruleedits.h"
#include "ui/settings/calendarform.h"
#include "ui/settings/rulelist.h"
#include "ui/text/rulewords.h"
#include "ui/text/translate.h"

#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

CalendarEdit editOf(const Calendar &calendar)
{
    CalendarEdit edit{calendar.id, calendar.rev, calendar.nameFr, calendar.nameEn, calendar.active, {}};
    if (!calendar.versions.isEmpty()) edit.version = calendar.versions.constLast();
    edit.version.since = {};
    edit.version.reason.clear();
    return edit;
}

/// What a new one begins with: the hours of a shop.
Calendar usualCalendar()
{
    Calendar calendar;
    CalendarVersion version;
    const sla::Schedule usual = sla::usualHours();
    version.zone = QString::fromLatin1(usual.zone.id());
    for (int day = Qt::Monday; day <= Qt::Friday; ++day) {
        for (const sla::Hours &each : usual.weekly.at(std::size_t(day) - 1))
            version.weekly.append(WeeklyHours{day, {each.from, each.to}});
    }
    calendar.versions = {version};
    return calendar;
}

} // namespace

CalendarsDialog::CalendarsDialog(RuleWays ways, const Parts &parts, QWidget *parent)
    : CalendarsDialog(std::move(ways), new CalendarForm, parts, parent)
{
}

CalendarsDialog::CalendarsDialog(RuleWays ways, CalendarForm *form, const Parts &parts, QWidget *parent)
    : RuleDialog(
          {u"calendarsDialog"_s, translate("Calendars", "Calendars"),
           translate("Calendars", "There is no connection to the server: calendars can be looked at, not changed."),
           translate("Calendars", "Each change is a new version: what was due before stays explained")},
          new RuleList(u"calendarList"_s, translate("Calendars", "Calendars"),
                       {translate("Calendars", "Name"), translate("Calendars", "Version")}),
          form, parts, parent),
      m_ways(std::move(ways)), m_form(form)
{
    m_form->setToday(today());
    connect(m_form, &CalendarForm::edited, this, [this] { refresh(); });
    CalendarsDialog::showNew();
}

void CalendarsDialog::setCalendars(const QList<Calendar> &calendars, const QList<SlaPolicy> &policies)
{
    const bool isFirst = m_calendars.isEmpty();
    m_calendars = calendars;
    m_policies = policies;
    showList();
    if (isFirst && m_shown.id.isEmpty() && !isEdited() && !calendars.isEmpty()) {
        showCalendar(calendars.constFirst());
        return list()->setFocus();
    }
    const auto known = std::ranges::find(calendars, m_shown.id, &Calendar::id);
    // What somebody is typing stays; the server says where it no longer fits.
    if (known != calendars.end() && known->rev > m_shown.rev && !isEdited()) showCalendar(*known);
}

void CalendarsDialog::showList()
{
    QList<Calendar> sorted = m_calendars;
    std::ranges::stable_sort(sorted, {}, [](const Calendar &each) { return std::pair(!each.active, nameOf(each)); });
    QList<RuleList::Row> rows;
    for (const Calendar &each : std::as_const(sorted)) {
        const int number = each.versions.isEmpty() ? 0 : each.versions.constLast().number;
        const QString version = translate("Calendars", "v%1", "a version").arg(number);
        rows.append(
            {each.id.value, {nameOf(each), each.active ? version : translate("Calendars", "retired")}, !each.active});
    }
    list()->setRows(rows);
    list()->select(m_shown.id.value);
}

void CalendarsDialog::showCalendar(const Calendar &calendar)
{
    m_shown = calendar;
    list()->select(calendar.id.value);
    m_form->fill(editOf(calendar));
    begin(calendar.id.isEmpty() ? translate("Calendars", "A new calendar") : nameOf(calendar),
          calendar.versions.isEmpty() ? QDateTime() : calendar.versions.constLast().since);
}

void CalendarsDialog::showNew()
{
    showCalendar(usualCalendar());
    m_form->takeFocus();
}

void CalendarsDialog::choose(const QString &id)
{
    const auto found = std::ranges::find(m_calendars, CalendarId{id}, &Calendar::id);
    if (found != m_calendars.end()) showCalendar(*found);
}

CalendarEdit CalendarsDialog::edit() const
{
    CalendarEdit edit = m_form->edit();
    const auto known = std::ranges::find(m_calendars, m_shown.id, &Calendar::id);
    // Whoever was told that a colleague was faster, and applies it again, means it.
    if (wasRefused() && known != m_calendars.end()) edit.ifRev = known->rev;
    edit.version.reason = reason();
    edit.version.since = since();
    return edit;
}

QString CalendarsDialog::problem() const
{
    if (const QString problem = m_form->problem(); !problem.isEmpty()) return problem;
    const bool isRetired = !m_form->edit().active && m_shown.active;
    if (isRetired && sla::isUsed(m_shown.id, m_policies, now().toMSecsSinceEpoch()))
        return sentence(RuleFlaw::StillUsed);
    return {};
}

bool CalendarsDialog::isEdited() const { return m_form->isEdited(); }

Trial CalendarsDialog::trial() const
{
    CalendarEdit wanted = edit();
    // What does not move a due date is not asked again.
    wanted.nameFr = u"?"_s;
    wanted.nameEn = wanted.nameFr;
    wanted.version.reason.clear();
    wanted.version.since = {};
    return {trialTitle(), QVariant::fromValue(wanted),
            [tryOut = m_ways.tryCalendar, wanted](QObject *context, const Trial::Told &told) {
                onResult(tryOut(wanted), context, [told](const Result<RuleEffect> &effect) {
                    told(effect.map([](const RuleEffect &found) { return PolicyTrial{found, 0, {}, {}}; }));
                });
            }};
}

void CalendarsDialog::apply()
{
    onResult(m_ways.setCalendar(edit()), this, [this](const Result<Calendar> &calendar) {
        if (!calendar) return fail(calendar.error());
        const auto known = std::ranges::find(m_calendars, calendar->id, &Calendar::id);
        known == m_calendars.end() ? m_calendars.append(*calendar) : void(*known = *calendar);
        finish(translate("Calendars", "“%1” counts in its version %2: due dates are moving.")
                   .arg(nameOf(*calendar))
                   .arg(calendar->versions.constLast().number));
        showCalendar(*calendar);
        showList();
    });
}

} // namespace akwaba
