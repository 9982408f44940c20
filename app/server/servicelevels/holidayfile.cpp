// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/servicelevels/holidayfile.h"

#include "core/sla/rules.h"

#include <algorithm>
#include <memory>
#include <optional>

#include <libical/ical.h>

using namespace Qt::StringLiterals;

namespace akwaba::servicelevels {

namespace {

using Component = std::unique_ptr<icalcomponent, decltype(&icalcomponent_free)>;

/// A file that was cut off parses as far as it goes.
bool isWholeCalendar(const QByteArray &ics)
{
    QByteArray text = ics.trimmed();
    if (text.startsWith("\xEF\xBB\xBF")) text.remove(0, 3);
    return text.startsWith("BEGIN:VCALENDAR") && text.endsWith("END:VCALENDAR") && !text.contains('\0');
}

std::vector<icalcomponent *> eventsIn(icalcomponent *component)
{
    std::vector<icalcomponent *> events;
    for (icalcomponent *each = icalcomponent_get_first_component(component, ICAL_ANY_COMPONENT); each != nullptr;
         each = icalcomponent_get_next_component(component, ICAL_ANY_COMPONENT)) {
        if (icalcomponent_isa(each) == ICAL_VEVENT_COMPONENT) events.push_back(each);
        // Several calendars in one file.
        if (icalcomponent_isa(each) == ICAL_VCALENDAR_COMPONENT)
            std::ranges::copy(eventsIn(each), std::back_inserter(events));
    }
    return events;
}

bool has(icalcomponent *event, icalproperty_kind kind)
{
    return icalcomponent_get_first_property(event, kind) != nullptr;
}

QDate dayOf(const icaltimetype &time) { return QDate(time.year, time.month, time.day); }

Holiday holidayOf(icalcomponent *event)
{
    Holiday holiday;
    holiday.from = dayOf(icalcomponent_get_dtstart(event));
    holiday.to = holiday.from;
    const icaltimetype end = icalcomponent_get_dtend(event); // the first day that is free no more
    if (icaltime_is_valid_time(end) != 0 && !icaltime_is_null_time(end))
        holiday.to = std::max(holiday.from, dayOf(end).addDays(-1));
    holiday.nameFr = QString::fromUtf8(icalcomponent_get_summary(event)).simplified();
    holiday.nameEn = holiday.nameFr;
    const char *uid = icalcomponent_get_uid(event);
    const QString name =
        uid != nullptr ? QString::fromUtf8(uid) : QString(holiday.from.toString(Qt::ISODate) + holiday.nameFr);
    holiday.id = namedId<HolidayId>(name.toUtf8());
    return holiday;
}

std::optional<ImportSkip> whySkipped(icalcomponent *event, const Holiday &holiday)
{
    if (icalcomponent_get_status(event) == ICAL_STATUS_CANCELLED) return ImportSkip::Cancelled;
    if (!has(event, ICAL_DTSTART_PROPERTY) || !holiday.from.isValid()) return ImportSkip::Unusable;
    if (icalcomponent_get_dtstart(event).is_date == 0) return ImportSkip::Timed;
    if (has(event, ICAL_RRULE_PROPERTY) || has(event, ICAL_RDATE_PROPERTY)) return ImportSkip::Repeats;
    const auto flaw = sla::flawOf(holiday);
    if (!flaw) return std::nullopt;
    return *flaw == sla::HolidayFlaw::NoName ? ImportSkip::Nameless : ImportSkip::Unusable;
}

bool isSameDay(const Holiday &one, const Holiday &other)
{
    const auto isCalled = [&one](const QString &name) {
        return one.nameFr.compare(name, Qt::CaseInsensitive) == 0 || one.nameEn.compare(name, Qt::CaseInsensitive) == 0;
    };
    return one.from == other.from && (isCalled(other.nameFr) || isCalled(other.nameEn));
}

bool isAmong(const QList<Holiday> &known, const Holiday &holiday)
{
    return std::ranges::any_of(
        known, [&holiday](const Holiday &each) { return each.id == holiday.id || isSameDay(each, holiday); });
}

} // namespace

Result<HolidayImport> readHolidays(const QByteArray &ics)
{
    if (ics.size() > largestHolidayFile || !isWholeCalendar(ics)) return fail(Code::BadInput, u"calendar file"_s);
    const Component root(icalparser_parse_string(ics.constData()), icalcomponent_free);
    if (!root) return fail(Code::BadInput, u"calendar file"_s);
    const std::vector<icalcomponent *> events = eventsIn(root.get());
    if (events.empty()) return fail(Code::NotFound, u"no event"_s);
    if (events.size() > mostImportedHolidays) return fail(Code::BadInput, u"too many events"_s);
    HolidayImport import;
    for (icalcomponent *event : events) {
        const Holiday holiday = holidayOf(event);
        const auto why = isAmong(import.added, holiday) ? ImportSkip::Known : whySkipped(event, holiday);
        if (why)
            import.skipped.append({holiday.nameFr.left(sla::longestHolidayName), holiday.from, *why});
        else
            import.added.append(holiday);
    }
    return import;
}

void skipKnown(HolidayImport &import, const QList<Holiday> &known)
{
    QList<Holiday> others;
    for (const Holiday &holiday : std::as_const(import.added)) {
        if (isAmong(known, holiday))
            import.skipped.append({holiday.nameFr, holiday.from, ImportSkip::Known});
        else
            others.append(holiday);
    }
    import.added = others;
}

} // namespace akwaba::servicelevels
