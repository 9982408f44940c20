// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/dayhours.h"

#include "core/sla/schedule.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

constexpr int minutesInHour = 60;

/// Nothing where no clock shows it.
std::optional<int> minuteFrom(const QString &hour, const QString &minute)
{
    const int minutes = hour.toInt() * minutesInHour + minute.toInt();
    if (minute.toInt() >= minutesInHour || minutes > sla::minutesOfADay) return std::nullopt;
    return minutes;
}

std::optional<HoursOfADay> stretchFrom(const QString &text)
{
    static const QRegularExpression form(
        uR"(^(\d{1,2})(?:\s*[:.h]\s*(\d{2})?)?\s*[-–—]\s*(\d{1,2})(?:\s*[:.h]\s*(\d{2})?)?$)"_s,
        QRegularExpression::CaseInsensitiveOption);
    const auto match = form.match(text);
    if (!match.hasMatch()) return std::nullopt;
    const auto from = minuteFrom(match.captured(1), match.captured(2));
    const auto to = minuteFrom(match.captured(3), match.captured(4));
    if (!from || !to || *from == *to || *from == sla::minutesOfADay) return std::nullopt;
    return HoursOfADay{*from, *to};
}

QString clockText(int minute)
{
    return u"%1:%2"_s.arg(minute / minutesInHour, 2, 10, QLatin1Char('0'))
        .arg(minute % minutesInHour, 2, 10, QLatin1Char('0'));
}

} // namespace

std::optional<QList<HoursOfADay>> hoursFrom(const QString &text)
{
    static const QRegularExpression separator(u"[,;]"_s);
    QList<HoursOfADay> hours;
    if (text.trimmed().isEmpty()) return hours;
    for (const QString &part : text.split(separator)) {
        const auto stretch = stretchFrom(part.trimmed());
        if (!stretch) return std::nullopt;
        hours.append(*stretch);
    }
    return hours;
}

QString hoursText(const QList<HoursOfADay> &hours)
{
    QStringList parts;
    for (const HoursOfADay &each : hours)
        parts.append(clockText(each.from) + u'-' + clockText(each.to));
    return parts.join(u", "_s);
}

} // namespace akwaba
