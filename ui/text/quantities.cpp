// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/quantities.h"

#include "core/text/french.h"
#include "ui/text/translate.h"

#include <QLocale>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

constexpr qint64 minute = 60;
constexpr qint64 hour = 60 * minute;

QString number1(double value) { return QLocale().toString(value, 'f', value < 9.95 ? 1 : 0); }

/// In the zone that `like` brings along, else in that of this computer.
QDateTime inZoneOf(const QDateTime &like, const QDateTime &at)
{
    return like.timeSpec() == Qt::TimeZone ? at.toTimeZone(like.timeZone()) : at.toLocalTime();
}

} // namespace

QString age(const QDateTime &at, const QDateTime &now)
{
    if (!at.isValid()) return {};
    const qint64 seconds = qMax<qint64>(0, at.secsTo(now));
    if (seconds < hour)
        return translate("Age", "%1 min", "minutes ago, in a narrow column").arg(qMax<qint64>(1, seconds / minute));
    const QDate day = at.toLocalTime().date();
    const QDate today = now.toLocalTime().date();
    const qint64 days = day.daysTo(today);
    if (days <= 0 || seconds < 6 * hour)
        return translate("Age", "%1 h", "hours ago, in a narrow column").arg(seconds / hour);
    if (days == 1) return translate("Age", "yest.", "yesterday, in a narrow column");
    if (days < 7) return QLocale().toString(day, u"ddd"_s);
    if (days < 300) return shortDate(day, day);
    return QLocale().toString(day, u"MMM yyyy"_s);
}

QString fullMoment(const QDateTime &at) { return QLocale().toString(inZoneOf(at, at), u"dddd d MMMM yyyy HH:mm"_s); }

QString moment(const QDateTime &at, const QDateTime &now)
{
    if (!at.isValid()) return {};
    const QDate day = at.toLocalTime().date();
    const QDate today = now.toLocalTime().date();
    const qint64 days = day.daysTo(today);
    if (days == 0) return clockTime(at);
    const QString date = days > 0 && days < 7 ? QLocale().toString(day, u"ddd"_s) : shortDate(day, today);
    return date + u' ' + clockTime(at);
}

QString dueMoment(const QDateTime &at, const QDateTime &now)
{
    const QDate day = inZoneOf(at, at).date();
    const QDate today = inZoneOf(at, now).date();
    const qint64 days = qAbs(day.daysTo(today));
    if (days == 0) return clockTime(at);
    return (days < 7 ? QLocale().toString(day, u"ddd"_s) : shortDate(day, today)) + u' ' + clockTime(at);
}

QString dayTitle(const QDate &day, const QDate &today)
{
    return QLocale().toString(day, day.year() == today.year() ? u"dddd d MMMM"_s : u"dddd d MMMM yyyy"_s);
}

QString shortDate(const QDate &day, const QDate &today)
{
    QString text = QLocale().toString(day, day.year() == today.year() ? u"d MMM"_s : u"d MMM yyyy"_s);
    return text.replace(u' ', QChar(noBreakSpace));
}

QString monthAndYear(const QDate &day) { return QLocale().toString(day, u"MMMM yyyy"_s); }

QString clockTime(const QDateTime &at) { return inZoneOf(at, at).toString(u"HH:mm"_s); }

QString fileSize(qint64 bytes)
{
    const double kilo = static_cast<double>(bytes) / 1000.0;
    QString text;
    if (bytes < 1000)
        text = translate("Size", "%1 B").arg(bytes);
    else if (kilo < 999.5)
        text = translate("Size", "%1 kB").arg(QLocale().toString(kilo, 'f', 0));
    else if (kilo < 999'500)
        text = translate("Size", "%1 MB").arg(number1(kilo / 1000.0));
    else
        text = translate("Size", "%1 GB").arg(number1(kilo / 1'000'000.0));
    return text.replace(u' ', QChar(noBreakSpace));
}

QString amount(const Money &money)
{
    return speaksFrench() ? frenchAmount(money.amount, money.currency) : englishAmount(money.amount, money.currency);
}

QString number(qint64 value) { return speaksFrench() ? frenchNumber(value) : QLocale().toString(value); }

QString duration(int seconds)
{
    const int hours = seconds / 3600;
    const int minutes = seconds / 60 % 60;
    if (hours > 0) return translate("Duration", "%1 h %2 min").arg(hours).arg(minutes, 2, 10, QChar(u'0'));
    if (minutes > 0) return translate("Duration", "%1 min %2 s").arg(minutes).arg(seconds % 60, 2, 10, QChar(u'0'));
    return translate("Duration", "%1 s").arg(seconds);
}

QString shortWait(std::chrono::seconds wait)
{
    if (wait < std::chrono::minutes(1)) return duration(int(wait.count()));
    return translate("Duration", "%1 min").arg(std::chrono::ceil<std::chrono::minutes>(wait).count());
}

} // namespace akwaba
