// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/holidayform.h"

#include "core/sla/rules.h"
#include "ui/settings/holidaywords.h"
#include "ui/text/translate.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/label.h"
#include "ui/widgets/theme.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QDateEdit>
#include <QLineEdit>
#include <QTimeEdit>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

template <class W> void call(W *field, const QString &name, const QString &label)
{
    field->setObjectName(name);
    field->setAccessibleName(label);
}

int minuteOf(const QTime &time) { return time.hour() * 60 + time.minute(); }

/// No clock shows 24:00.
QTime timeAt(int minute) { return QTime(0, 0).addSecs(minute % sla::minutesOfADay * 60); }

bool isWholeDay(const HoursOfADay &closed) { return closed == Holiday().closed; }

QHBoxLayout *rowOf(const QWidget *where)
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(themeOf(where).px(12));
    return row;
}

} // namespace

HolidayForm::HolidayForm(QWidget *parent)
    : QWidget(parent), m_from(new QDateEdit), m_to(new QDateEdit), m_nameFr(new QLineEdit), m_nameEn(new QLineEdit),
      m_source(new QLineEdit), m_wholeDay(new QCheckBox(translate("Holidays", "Whole day"))), m_closes(new QTimeEdit),
      m_opens(new QTimeEdit), m_hours(new QWidget), m_lastDay(new FormField(translate("Holidays", "Last day"), m_to)),
      m_why(new Label(
          translate("Holidays", "What counts already keeps its days. Cancel it and declare another one instead."),
          TextStyle::Small, Token::Text2)),
      m_sunday(new QCheckBox(translate("Holidays", "On a Sunday, the Monday after it is the holiday"))),
      m_everywhere(new QCheckBox(translate("Holidays", "All calendars"))), m_calendarRow(rowOf(this))
{
    build();
    connectFields();
    fill({});
}

void HolidayForm::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(themeOf(this).px(10));
    call(m_from, u"holidayFrom"_s, translate("Holidays", "First day"));
    call(m_to, u"holidayTo"_s, translate("Holidays", "Last day"));
    call(m_nameFr, u"holidayNameFr"_s, translate("Holidays", "Name in French"));
    call(m_nameEn, u"holidayNameEn"_s, translate("Holidays", "Name in English"));
    call(m_source, u"holidaySource"_s, translate("Holidays", "Source"));
    m_source->setPlaceholderText(translate("Holidays", "a law, a communiqué"));
    for (QDateEdit *day : {m_from, m_to})
        day->setCalendarPopup(true);
    auto *days = rowOf(this);
    days->addWidget(new FormField(translate("Holidays", "First day"), m_from), 1);
    days->addWidget(m_lastDay, 1);
    auto *names = rowOf(this);
    names->addWidget(new FormField(translate("Holidays", "Name in French"), m_nameFr), 1);
    names->addWidget(new FormField(translate("Holidays", "Name in English"), m_nameEn), 1);
    column->addLayout(days);
    column->addLayout(names);
    column->addWidget(new FormField(translate("Holidays", "Source"), m_source));
    auto *when = new QWidget;
    buildWhen(when);
    column->addWidget(when);
}

void HolidayForm::buildWhen(QWidget *where)
{
    m_wholeDay->setObjectName(u"holidayWholeDay"_s);
    m_sunday->setObjectName(u"holidaySunday"_s);
    m_everywhere->setObjectName(u"holidayEverywhere"_s);
    call(m_closes, u"holidayCloses"_s, translate("Holidays", "Closed from"));
    call(m_opens, u"holidayOpens"_s, translate("Holidays", "until (00:00: the end of the day)"));
    for (QTimeEdit *time : {m_closes, m_opens})
        time->setDisplayFormat(u"HH:mm"_s);
    auto *hours = rowOf(this);
    m_hours->setLayout(hours);
    hours->addWidget(new FormField(m_closes->accessibleName(), m_closes), 1);
    hours->addWidget(new FormField(m_opens->accessibleName(), m_opens), 1);
    auto *column = new QVBoxLayout(where);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(themeOf(this).px(8));
    m_why->setObjectName(u"holidayFixed"_s);
    m_why->setWordWrap(true);
    column->addWidget(m_why);
    column->addWidget(m_wholeDay);
    column->addWidget(m_hours);
    column->addWidget(m_sunday);
    column->addWidget(m_everywhere);
    m_calendarRow->setContentsMargins(themeOf(this).px(24), 0, 0, 0);
    column->addLayout(m_calendarRow);
}

void HolidayForm::connectFields()
{
    connect(m_from, &QDateEdit::dateChanged, this, [this](QDate day) {
        const bool wasOneDay = m_to->date() == m_firstDay;
        m_firstDay = day;
        if (wasOneDay || m_to->date() < day) m_to->setDate(day);
        updateFields();
    });
    connect(m_to, &QDateEdit::dateChanged, this, &HolidayForm::updateFields);
    for (const QLineEdit *field : {m_nameFr, m_nameEn, m_source})
        connect(field, &QLineEdit::textChanged, this, &HolidayForm::updateFields);
    for (const QTimeEdit *field : {m_closes, m_opens})
        connect(field, &QTimeEdit::timeChanged, this, &HolidayForm::updateFields);
    for (const QCheckBox *field : {m_wholeDay, m_sunday, m_everywhere})
        connect(field, &QCheckBox::toggled, this, &HolidayForm::updateFields);
}

void HolidayForm::setCalendars(const QList<Calendar> &calendars)
{
    if (calendars == m_calendars) return;
    const Holiday before = holiday();
    m_calendars = calendars;
    qDeleteAll(m_chosen);
    m_chosen.clear();
    for (const Calendar &calendar : calendars) {
        auto *box = new QCheckBox(speaksFrench() || calendar.nameEn.isEmpty() ? calendar.nameFr : calendar.nameEn);
        box->setObjectName(u"holidayCalendar"_s);
        box->setChecked(before.calendars.contains(calendar.id));
        connect(box, &QCheckBox::toggled, this, &HolidayForm::updateFields);
        m_calendarRow->insertWidget(int(m_chosen.size()), box);
        m_chosen.append(box);
    }
    if (m_calendarRow->count() == m_chosen.size()) m_calendarRow->addStretch();
    updateFields();
}

void HolidayForm::fill(const Holiday &holiday)
{
    m_isFilling = true;
    m_shown = holiday;
    m_from->setDate(holiday.from);
    m_to->setDate(holiday.to);
    m_nameFr->setText(holiday.nameFr);
    m_nameEn->setText(holiday.nameEn);
    m_source->setText(holiday.source);
    m_wholeDay->setChecked(isWholeDay(holiday.closed));
    m_closes->setTime(timeAt(isWholeDay(holiday.closed) ? sla::minutesOfADay / 2 : holiday.closed.from));
    m_opens->setTime(timeAt(holiday.closed.to));
    m_sunday->setChecked(holiday.movesFromSunday);
    m_everywhere->setChecked(holiday.calendars.isEmpty());
    for (qsizetype i = 0; i < m_chosen.size(); ++i)
        m_chosen.at(i)->setChecked(holiday.calendars.contains(m_calendars.at(i).id));
    m_isFilling = false;
    updateFields();
}

Holiday HolidayForm::holiday() const
{
    Holiday holiday = m_shown;
    holiday.from = m_from->date();
    holiday.to = m_to->date();
    holiday.nameFr = m_nameFr->text().trimmed();
    holiday.nameEn = m_nameEn->text().trimmed();
    holiday.source = m_source->text().trimmed();
    const int opens = minuteOf(m_opens->time());
    holiday.closed = m_wholeDay->isChecked()
        ? Holiday().closed
        : HoursOfADay{minuteOf(m_closes->time()), opens == 0 ? sla::minutesOfADay : opens};
    holiday.movesFromSunday = m_sunday->isChecked();
    holiday.calendars.clear();
    for (qsizetype i = 0; i < m_chosen.size() && !m_everywhere->isChecked(); ++i) {
        if (m_chosen.at(i)->isChecked()) holiday.calendars.append(m_calendars.at(i).id);
    }
    return holiday;
}

QString HolidayForm::problem() const
{
    const Holiday wanted = holiday();
    if (const auto flaw = sla::flawOf(wanted)) return sentence(*flaw);
    if (!m_everywhere->isChecked() && wanted.calendars.isEmpty())
        return translate("Holidays", "Choose at least one calendar.");
    return {};
}

bool HolidayForm::isEdited() const { return holiday() != m_shown; }

void HolidayForm::takeFocus()
{
    m_from->setFocus(Qt::TabFocusReason);
    m_from->setSelectedSection(QDateTimeEdit::DaySection);
}

void HolidayForm::updateFields()
{
    if (m_isFilling) return;
    const bool isDecided = m_shown.state != HolidayState::Planned;
    QList<QWidget *> fixed{m_from, m_to, m_wholeDay, m_closes, m_opens, m_sunday, m_everywhere};
    fixed.append(QList<QWidget *>(m_chosen.begin(), m_chosen.end()));
    for (QWidget *field : std::as_const(fixed))
        field->setEnabled(!isDecided);
    m_why->setVisible(m_shown.state == HolidayState::Confirmed);
    for (QLineEdit *field : {m_nameFr, m_nameEn, m_source})
        field->setReadOnly(m_shown.state == HolidayState::Cancelled);
    m_hours->setVisible(!m_wholeDay->isChecked());
    for (QCheckBox *calendar : std::as_const(m_chosen))
        calendar->setVisible(!m_everywhere->isChecked());
    const bool isReversed = m_to->date() < m_from->date();
    m_lastDay->setError(isReversed ? sentence(sla::HolidayFlaw::EndsBeforeItBegins) : QString());
    Q_EMIT edited();
}

} // namespace akwaba
