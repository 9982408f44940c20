// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/holidaywords.h"

#include "ui/text/errorwords.h"
#include "ui/text/translate.h"

#include <QLocale>
#include <QTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

constexpr int minutesOfAnHour = 60;

QString dayWords(const QDate &day) { return QLocale().toString(day, u"ddd d MMM"_s); }

QString hourWords(int minute)
{
    if (minute >= sla::minutesOfADay) return u"24:00"_s;
    return QTime(minute / minutesOfAnHour, minute % minutesOfAnHour).toString(u"HH:mm"_s);
}

QString skipped(ImportSkip why, int count)
{
    switch (why) {
    case ImportSkip::Known: return translate("Holidays", "%n already known", nullptr, count);
    case ImportSkip::Timed: return translate("Holidays", "%n not of whole days", nullptr, count);
    case ImportSkip::Repeats: return translate("Holidays", "%n repeating", nullptr, count);
    case ImportSkip::Cancelled: return translate("Holidays", "%n cancelled in the file", nullptr, count);
    case ImportSkip::Nameless: return translate("Holidays", "%n without a name", nullptr, count);
    case ImportSkip::Unusable: return translate("Holidays", "%n without a usable date", nullptr, count);
    }
    Q_UNREACHABLE();
}

} // namespace

QString nameOf(const Holiday &holiday)
{
    return speaksFrench() || holiday.nameEn.isEmpty() ? holiday.nameFr : holiday.nameEn;
}

QString daysOf(const Holiday &holiday)
{
    QString days = dayWords(holiday.from);
    if (holiday.to > holiday.from) days += u" – "_s + dayWords(holiday.to);
    const HoursOfADay &closed = holiday.closed;
    if (closed.from > 0 || closed.to < sla::minutesOfADay)
        days = translate("Holidays", "%1, %2 to %3", "a day and hours of it")
                   .arg(days, hourWords(closed.from), hourWords(closed.to));
    return days;
}

QString sentence(sla::HolidayFlaw flaw)
{
    switch (flaw) {
    case sla::HolidayFlaw::NoDay: return translate("Holidays", "The day is missing.");
    case sla::HolidayFlaw::EndsBeforeItBegins: return translate("Holidays", "The last day comes before the first.");
    case sla::HolidayFlaw::TooLong:
        return translate("Holidays", "A holiday has %1 days at most.").arg(sla::mostDaysOfAHoliday);
    case sla::HolidayFlaw::ImpossibleHours: return translate("Holidays", "The hours end before they begin.");
    case sla::HolidayFlaw::NoName: return translate("Holidays", "The name is needed in French and in English.");
    case sla::HolidayFlaw::LongName:
        return translate("Holidays", "A name and a source have %1 letters at most.").arg(sla::longestHolidayName);
    }
    Q_UNREACHABLE();
}

QString sentence(const HolidayImport &import)
{
    const int added = int(import.added.size());
    QString words = added == 0
        ? translate("Holidays", "No holiday was added.")
        : translate("Holidays", "%n holiday(s) added as planned: they count once confirmed.", nullptr, added);
    QStringList reasons;
    for (std::size_t i = 0; i < EnumNames<ImportSkip>::all.size(); ++i) {
        const auto count = std::ranges::count(import.skipped, ImportSkip(i), &SkippedHoliday::why);
        if (count > 0) reasons.append(skipped(ImportSkip(i), int(count)));
    }
    if (reasons.isEmpty()) return words;
    return words + u' ' + translate("Holidays", "Left out: %1.").arg(reasons.join(u", "_s));
}

QString decisionOf(const Holiday &holiday)
{
    const QString name = nameOf(holiday);
    switch (holiday.state) {
    case HolidayState::Planned:
        return translate("Holidays", "“%1” is planned. It counts once it is confirmed.").arg(name);
    case HolidayState::Confirmed:
        return translate("Holidays", "“%1” counts from now on: due dates are moving.").arg(name);
    case HolidayState::Cancelled:
        return translate("Holidays", "“%1” no longer counts: due dates are moving back.").arg(name);
    }
    Q_UNREACHABLE();
}

QString whyNotSet(Code code)
{
    if (code == Code::Conflict)
        return translate("Holidays", "A colleague has changed this holiday meanwhile. Look at it again.");
    if (code == Code::BadInput) return translate("Holidays", "The server can't make sense of this. Check each field.");
    return sentence(code);
}

QString whyNotImported(Code code)
{
    if (code == Code::BadInput)
        return translate(
                   "Holidays",
                   "This is no iCalendar file, or it is damaged or too large. Nothing was added. Export it again, "
                   "with fewer than %1 events.")
            .arg(mostImportedHolidays);
    if (code == Code::NotFound) return translate("Holidays", "There is no event in this file. Nothing was added.");
    return sentence(code);
}

} // namespace akwaba
