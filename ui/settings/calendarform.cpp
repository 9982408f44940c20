// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/calendarform.h"

#include "core/sla/ruleedits.h"
#include "ui/settings/exceptionsfield.h"
#include "ui/settings/weekfield.h"
#include "ui/text/rulewords.h"
#include "ui/text/translate.h"
#include "ui/widgets/buttonlook.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/label.h"
#include "ui/widgets/theme.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QLineEdit>
#include <QPushButton>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

/// Found by any part of their name.
QComboBox *zoneBox()
{
    auto *box = new QComboBox;
    box->setObjectName(u"calendarZone"_s);
    box->setEditable(true);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setInsertPolicy(QComboBox::NoInsert);
    for (const QByteArray &zone : QTimeZone::availableTimeZoneIds()) {
        if (!zone.startsWith("UTC")) box->addItem(QString::fromLatin1(zone)); // those are offsets, without a summer
    }
    box->addItem(u"UTC"_s);
    box->completer()->setCompletionMode(QCompleter::PopupCompletion);
    box->completer()->setFilterMode(Qt::MatchContains);
    box->completer()->setCaseSensitivity(Qt::CaseInsensitive);
    return box;
}

QHBoxLayout *headOf(const QString &title, QPushButton *button, const QWidget *where)
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, themeOf(where).px(4), 0, 0);
    row->addWidget(new Label(title, TextStyle::SmallStrong, Token::Text2));
    row->addStretch();
    row->addWidget(button);
    setLook(button, ButtonLook::SmallLink);
    button->setAutoDefault(false);
    return row;
}

} // namespace

CalendarForm::CalendarForm(QWidget *parent)
    : QWidget(parent), m_nameFr(new QLineEdit), m_nameEn(new QLineEdit), m_zone(zoneBox()),
      m_zoneField(new FormField(translate("Calendars", "Time zone"), m_zone)), m_week(new WeekField),
      m_exceptions(new ExceptionsField),
      m_active(new QCheckBox(translate("Calendars", "In use: policies can count on it")))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(themeOf(this).px(8));
    addNames(column);
    addWeek(column);
    addExceptions(column);
    m_active->setObjectName(u"calendarActive"_s);
    column->addWidget(m_active);
    column->addStretch();
    for (const QLineEdit *field : {m_nameFr, m_nameEn})
        connect(field, &QLineEdit::textChanged, this, &CalendarForm::updateFields);
    connect(m_zone, &QComboBox::currentTextChanged, this, &CalendarForm::updateFields);
    connect(m_week, &WeekField::edited, this, &CalendarForm::updateFields);
    connect(m_exceptions, &ExceptionsField::edited, this, &CalendarForm::updateFields);
    connect(m_active, &QCheckBox::toggled, this, &CalendarForm::updateFields);
}

void CalendarForm::addNames(QVBoxLayout *column)
{
    m_nameFr->setObjectName(u"calendarNameFr"_s);
    m_nameEn->setObjectName(u"calendarNameEn"_s);
    auto *names = new QHBoxLayout;
    names->setSpacing(themeOf(this).px(12));
    names->addWidget(new FormField(translate("Calendars", "Name in French"), m_nameFr), 1);
    names->addWidget(new FormField(translate("Calendars", "Name in English"), m_nameEn), 1);
    names->addWidget(m_zoneField, 1);
    column->addLayout(names);
}

void CalendarForm::addWeek(QVBoxLayout *column)
{
    auto *copy = new QPushButton(translate("Calendars", "Copy Monday until Friday"));
    copy->setObjectName(u"calendarCopy"_s);
    column->addLayout(headOf(translate("Calendars", "Hours of the week"), copy, this));
    column->addWidget(m_week);
    connect(copy, &QPushButton::clicked, m_week, &WeekField::copyMonday);
}

void CalendarForm::addExceptions(QVBoxLayout *column)
{
    auto *more = new QPushButton(translate("Calendars", "Add a day"));
    more->setObjectName(u"exceptionAdd"_s);
    column->addLayout(headOf(translate("Calendars", "Exceptions: other hours on a day"), more, this));
    column->addWidget(m_exceptions);
    connect(more, &QPushButton::clicked, this, [this] { m_exceptions->addDay(m_today); });
}

void CalendarForm::fill(const CalendarEdit &edit)
{
    m_isFilling = true;
    m_shown = edit;
    m_nameFr->setText(edit.nameFr);
    m_nameEn->setText(edit.nameEn);
    m_zone->setCurrentText(edit.version.zone);
    m_week->fill(edit.version.weekly);
    m_exceptions->fill(edit.version.exceptions);
    m_active->setChecked(edit.active);
    m_filled = this->edit();
    m_isFilling = false;
    updateFields();
}

CalendarEdit CalendarForm::edit() const
{
    CalendarEdit edit = m_shown;
    edit.nameFr = m_nameFr->text().trimmed();
    edit.nameEn = m_nameEn->text().trimmed();
    edit.active = m_active->isChecked();
    edit.version.zone = m_zone->currentText().trimmed();
    edit.version.weekly = m_week->weekly();
    edit.version.exceptions = m_exceptions->exceptions();
    return edit;
}

QString CalendarForm::problem() const
{
    if (const QString problem = m_week->problem(); !problem.isEmpty()) return problem;
    if (const QString problem = m_exceptions->problem(); !problem.isEmpty()) return problem;
    const auto flaw = sla::flawOf(edit());
    return flaw ? sentence(*flaw) : QString();
}

bool CalendarForm::isEdited() const
{
    // What can't be read is in no edit.
    return edit() != m_filled || !m_week->problem().isEmpty() || !m_exceptions->problem().isEmpty();
}

void CalendarForm::takeFocus() { m_nameFr->setFocus(Qt::TabFocusReason); }

void CalendarForm::updateFields()
{
    if (m_isFilling) return;
    const bool isZone = QTimeZone(m_zone->currentText().trimmed().toUtf8()).isValid();
    m_zoneField->setError(isZone ? QString() : sentence(RuleFlaw::UnknownZone));
    Q_EMIT edited();
}

} // namespace akwaba
