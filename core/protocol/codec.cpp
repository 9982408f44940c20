// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/codec.h"

namespace akwaba {

using namespace Qt::StringLiterals;

QString utcDate(const QDateTime &instant)
{
    return instant.isValid() ? instant.toUTC().toString(u"yyyy-MM-ddTHH:mm:ss.zzz'Z'"_s) : QString();
}

QDateTime fromUtcDate(const QString &text)
{
    const QDateTime instant = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!instant.isValid() || instant.timeSpec() == Qt::LocalTime) return {};
    // In another zone it may be a year that ISO 8601 cannot write, and utcDate() neither.
    const QDateTime utc = instant.toUTC();
    return utc.date().year() >= 1 && utc.date().year() <= 9999 ? utc : QDateTime();
}

} // namespace akwaba
