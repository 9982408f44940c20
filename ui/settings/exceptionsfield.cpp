// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/exceptionsfield.h"

#include "ui/settings/dayhours.h"
#include "ui/text/translate.h"
#include "ui/widgets/buttonlook.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/theme.h"

#include <QBoxLayout>
#include <QDateEdit>
#include <QLineEdit>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace akwaba {

ExceptionsField::ExceptionsField(QWidget *parent) : QWidget(parent), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins({});
    m_column->setSpacing(themeOf(this).px(4));
}

ExceptionsField::Line &ExceptionsField::add(const CalendarException &exception)
{
    Line line;
    line.row = new QWidget;
    line.day = new QDateEdit(exception.day);
    line.day->setObjectName(u"exceptionDay"_s);
    line.day->setAccessibleName(translate("Calendars", "Day of the exception"));
    line.day->setCalendarPopup(true);
    line.day->setMinimumWidth(themeOf(this).px(124)); // a popup's arrow is not in its own hint
    line.hours = new QLineEdit(hoursText(exception.hours));
    line.hours->setObjectName(u"exceptionHours"_s);
    line.hours->setAccessibleName(translate("Calendars", "Hours of the exception"));
    line.hours->setPlaceholderText(translate("Calendars", "closed"));
    auto *drop = new IconButton(u"x"_s, translate("Calendars", "Remove this exception"));
    drop->setObjectName(u"exceptionDrop"_s);
    drop->setFocusPolicy(Qt::StrongFocus);
    auto *row = new QHBoxLayout(line.row);
    row->setContentsMargins({});
    row->setSpacing(themeOf(this).px(8));
    row->addWidget(line.day);
    row->addWidget(line.hours, 1);
    row->addWidget(drop);
    m_column->addWidget(line.row);
    connect(line.day, &QDateEdit::dateChanged, this, &ExceptionsField::edited);
    connect(line.hours, &QLineEdit::textChanged, this, [this, hours = line.hours](const QString &text) {
        setFieldError(hours, !hoursFrom(text));
        Q_EMIT edited();
    });
    connect(drop, &QAbstractButton::clicked, this, [this, row = line.row] { remove(row); });
    m_lines.append(line);
    return m_lines.last();
}

void ExceptionsField::remove(const QWidget *row)
{
    m_lines.removeIf([row](const Line &line) {
        if (line.row == row) line.row->deleteLater();
        return line.row == row;
    });
    Q_EMIT edited();
}

void ExceptionsField::fill(const QList<CalendarException> &exceptions)
{
    for (const Line &line : std::as_const(m_lines))
        delete line.row;
    m_lines.clear();
    for (const CalendarException &each : exceptions)
        add(each);
}

void ExceptionsField::addDay(const QDate &day)
{
    const Line &line = add({day, {}});
    line.row->show();
    line.day->setFocus(Qt::OtherFocusReason);
    Q_EMIT edited();
}

QList<CalendarException> ExceptionsField::exceptions() const
{
    QList<CalendarException> all;
    for (const Line &line : m_lines)
        all.append({line.day->date(), hoursFrom(line.hours->text()).value_or(QList<HoursOfADay>())});
    return all;
}

QString ExceptionsField::problem() const
{
    for (const Line &line : m_lines) {
        if (!hoursFrom(line.hours->text()))
            return translate("Calendars", "%1: “%2” are no hours. Type them as 08:00-12:00, 14:00-18:00.")
                .arg(QLocale().toString(line.day->date(), QLocale::ShortFormat), line.hours->text());
    }
    return {};
}

} // namespace akwaba
