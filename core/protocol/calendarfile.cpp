// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/calendarfile.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

namespace akwaba {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array weekdays{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

tl::unexpected<Error> wrong(const QString &place, const QString &why)
{
    return fail(Code::BadInput, place + u": "_s + why);
}

/// QTimeZone itself also takes rules like "EST5EDT4", and so any word.
bool isZone(const QString &name)
{
    static const QRegularExpression place(u"^[A-Za-z_]+(?:/[A-Za-z0-9_+-]+)+$"_s); // Etc/UTC stands in no list of Qt's
    return place.match(name).hasMatch() || QTimeZone::isTimeZoneIdAvailable(name.toLatin1());
}

/// Minutes since midnight.
std::optional<int> minuteOf(const QString &text)
{
    static const QRegularExpression pattern(u"^(\\d\\d):(\\d\\d)$"_s);
    const auto match = pattern.match(text);
    const int hour = match.captured(1).toInt();
    const int minute = match.captured(2).toInt();
    if (!match.hasMatch() || minute > 59 || hour * 60 + minute > sla::minutesOfADay) return std::nullopt;
    return hour * 60 + minute;
}

Result<sla::Hours> hoursOf(const QJsonValue &value, const QString &place)
{
    const QJsonArray pair = value.toArray();
    if (pair.size() != 2) return wrong(place, u"wants two times like [\"08:00\", \"12:00\"]"_s);
    for (const QJsonValue &time : pair) {
        if (!minuteOf(time.toString()))
            return wrong(place, u"\"%1\" is no time from 00:00 to 24:00"_s.arg(time.toVariant().toString()));
    }
    const sla::Hours hours{*minuteOf(pair.at(0).toString()), *minuteOf(pair.at(1).toString())};
    if (hours.from >= hours.to) return wrong(place, u"ends before it begins; a night is two stretches"_s);
    return hours;
}

Result<QList<sla::Hours>> listOf(const QJsonValue &value, const QString &place)
{
    if (!value.isArray()) return wrong(place, u"wants a list of stretches like [[\"08:00\", \"12:00\"]]"_s);
    QList<sla::Hours> all;
    const QJsonArray list = value.toArray();
    for (int i = 0; i < list.size(); ++i) {
        const auto hours = hoursOf(list.at(i), u"%1[%2]"_s.arg(place).arg(i));
        if (!hours) return tl::unexpected(hours.error());
        all.append(*hours);
    }
    return all;
}

Result<QDate> dayOf(const QString &text, const QString &place)
{
    const QDate day = QDate::fromString(text, u"yyyy-MM-dd"_s);
    if (!day.isValid()) return wrong(place, u"\"%1\" is no day like 2026-12-25"_s.arg(text));
    return day;
}

/// Of "overrides" or "breaks".
Result<QMap<QDate, QList<sla::Hours>>> byDay(const QJsonObject &object, const QString &name)
{
    QMap<QDate, QList<sla::Hours>> all;
    const QJsonValue value = object.value(name);
    if (value.isUndefined()) return all;
    if (!value.isObject()) return wrong(name, u"wants days with their stretches"_s);
    const QJsonObject days = value.toObject();
    for (auto each = days.begin(); each != days.end(); ++each) {
        const auto day = dayOf(each.key(), name);
        const auto hours = listOf(each.value(), name + u'.' + each.key());
        if (!day) return tl::unexpected(day.error());
        if (!hours) return tl::unexpected(hours.error());
        all.insert(*day, *hours);
    }
    return all;
}

Result<std::array<QList<sla::Hours>, 7>> weekOf(const QJsonValue &value)
{
    std::array<QList<sla::Hours>, 7> week;
    if (!value.isObject()) return wrong(u"weekly"_s, u"is missing; it wants mon to sun with their stretches"_s);
    const QJsonObject days = value.toObject();
    for (auto each = days.begin(); each != days.end(); ++each) {
        const auto known =
            std::ranges::find_if(weekdays, [&each](const char *name) { return each.key() == QLatin1StringView(name); });
        if (known == weekdays.end()) return wrong(u"weekly"_s, u"\"%1\" is none of mon to sun"_s.arg(each.key()));
        const auto hours = listOf(each.value(), u"weekly."_s + each.key());
        if (!hours) return tl::unexpected(hours.error());
        week.at(std::size_t(known - weekdays.begin())) = *hours;
    }
    return week;
}

Result<QSet<QDate>> holidaysOf(const QJsonValue &value)
{
    QSet<QDate> all;
    if (value.isUndefined()) return all;
    if (!value.isArray()) return wrong(u"holidays"_s, u"wants a list of days"_s);
    const QJsonArray list = value.toArray();
    for (int i = 0; i < list.size(); ++i) {
        const auto day = dayOf(list.at(i).toString(), u"holidays[%1]"_s.arg(i));
        if (!day) return tl::unexpected(day.error());
        all.insert(*day);
    }
    return all;
}

Result<void> knowsAllMembers(const QJsonObject &object)
{
    static const QStringList known{u"zone"_s, u"weekly"_s, u"holidays"_s, u"overrides"_s, u"breaks"_s};
    const QStringList names = object.keys();
    for (const QString &name : names) {
        if (!known.contains(name)) return wrong(name, u"is none of "_s + known.join(u", "_s));
    }
    return {};
}

} // namespace

Result<sla::Schedule> scheduleOf(const QJsonObject &object)
{
    if (const auto known = knowsAllMembers(object); !known) return tl::unexpected(known.error());
    const QString name = object.value(u"zone"_s).toString();
    const QTimeZone zone(name.toLatin1());
    const auto week = weekOf(object.value(u"weekly"_s));
    const auto holidays = holidaysOf(object.value(u"holidays"_s));
    const auto overrides = byDay(object, u"overrides"_s);
    const auto breaks = byDay(object, u"breaks"_s);
    if (!isZone(name) || !zone.isValid())
        return wrong(u"zone"_s, u"\"%1\" is no time zone like Africa/Abidjan"_s.arg(name));
    if (!week) return tl::unexpected(week.error());
    if (!holidays) return tl::unexpected(holidays.error());
    if (!overrides) return tl::unexpected(overrides.error());
    if (!breaks) return tl::unexpected(breaks.error());
    // One that opens on single days only ends with them; nobody means that.
    if (std::ranges::all_of(*week, [](const QList<sla::Hours> &day) { return day.isEmpty(); }))
        return wrong(u"weekly"_s, u"is never open"_s);
    return sla::Schedule{zone, *week, *holidays, *overrides, *breaks};
}

Result<sla::Schedule> readSchedule(const QByteArray &content)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(content, &error);
    if (error.error != QJsonParseError::NoError) {
        const auto line = content.left(error.offset).count('\n') + 1;
        return wrong(u"line %1"_s.arg(line), error.errorString());
    }
    if (!document.isObject()) return wrong(u"line 1"_s, u"wants an object"_s);
    return scheduleOf(document.object());
}

} // namespace akwaba
