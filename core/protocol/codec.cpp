// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/codec.h"

#include <algorithm>

namespace akwaba {

using namespace Qt::StringLiterals;

namespace {

// Rows are full of instants, and Qt's own ways to and from text take a microsecond and more.
constexpr QStringView writtenForm = u"0000-00-00T00:00:00.000Z";

void writeAt(QString &text, qsizetype place, qsizetype digits, int number)
{
    for (qsizetype i = place + digits - 1; i >= place; --i, number /= 10)
        text[i] = QChar(u'0' + number % 10);
}

int readAt(const QString &text, qsizetype place, qsizetype digits)
{
    int number = 0;
    for (qsizetype i = place; i < place + digits; ++i)
        number = number * 10 + text.at(i).unicode() - u'0';
    return number;
}

bool isInWrittenForm(const QString &text)
{
    return std::ranges::equal(text, writtenForm, [](QChar letter, QChar form) {
        return form == u'0' ? letter >= u'0' && letter <= u'9' : letter == form;
    });
}

/// Invalid for another form than utcDate() writes, and for what is no date.
QDateTime fromWrittenForm(const QString &text)
{
    if (!isInWrittenForm(text)) return {};
    const QDate date(readAt(text, 0, 4), readAt(text, 5, 2), readAt(text, 8, 2));
    const QTime time(readAt(text, 11, 2), readAt(text, 14, 2), readAt(text, 17, 2), readAt(text, 20, 3));
    return date.isValid() && time.isValid() ? QDateTime(date, time, Qt::UTC) : QDateTime();
}

} // namespace

QString utcDate(const QDateTime &instant)
{
    if (!instant.isValid()) return {};
    const QDateTime utc = instant.toUTC();
    const QDate date = utc.date();
    const QTime time = utc.time();
    if (date.year() < 1 || date.year() > 9999) return utc.toString(u"yyyy-MM-ddTHH:mm:ss.zzz'Z'"_s);
    QString text = writtenForm.toString();
    writeAt(text, 0, 4, date.year());
    writeAt(text, 5, 2, date.month());
    writeAt(text, 8, 2, date.day());
    writeAt(text, 11, 2, time.hour());
    writeAt(text, 14, 2, time.minute());
    writeAt(text, 17, 2, time.second());
    writeAt(text, 20, 3, time.msec());
    return text;
}

QDateTime fromUtcDate(const QString &text)
{
    if (const QDateTime instant = fromWrittenForm(text); instant.isValid()) return instant;
    const QDateTime instant = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!instant.isValid() || instant.timeSpec() == Qt::LocalTime) return {};
    // In another zone it may be a year that ISO 8601 cannot write, and utcDate() neither.
    const QDateTime utc = instant.toUTC();
    return utc.date().year() >= 1 && utc.date().year() <= 9999 ? utc : QDateTime();
}

} // namespace akwaba
