// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/noticewords.h"

#include "ui/text/quantities.h"
#include "ui/text/timesleft.h"
#include "ui/text/translate.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

constexpr qint64 saysMinutesBelow = 60 * 60 * 1000;

QString insideASentence(const QString &word) { return QLocale().toLower(word.left(1)) + word.mid(1); }

QString numberOf(const NoticeItem &item)
{
    return item.number.isEmpty() ? translate("Notice", "A ticket that is not here") : item.number;
}

/// "A-10482: first response due in 12 min". Once it has passed, at risk is late.
QString sentenceOfOne(const NoticeItem &item, const QDateTime &now)
{
    const Notice &notice = item.notice;
    const QString number = numberOf(item);
    const QString what = insideASentence(word(notice.target));
    const QString due = dueMoment(notice.dueAt, now);
    if (notice.kind == NoticeKind::SlaStillBreached)
        return translate("Notice", "%1: %2 still late, since %3", "number, target, time").arg(number, what, due);
    const qint64 left = now.msecsTo(notice.dueAt);
    if (notice.kind == NoticeKind::SlaBreached || left <= 0)
        return translate("Notice", "%1: %2 late since %3", "number, target, time").arg(number, what, due);
    if (left < saysMinutesBelow)
        return translate("Notice", "%1: %2 due in %3", "number, target, minutes").arg(number, what, timeLeft(left));
    return translate("Notice", "%1: %2 due %3", "number, target, time").arg(number, what, due);
}

} // namespace

QString sentence(const NoticeItem &item, const QDateTime &now)
{
    const int count = item.notice.count;
    if (count < 2) return sentenceOfOne(item, now);
    switch (item.notice.kind) {
    case NoticeKind::SlaAtRisk: return translate("Notice", "%n tickets at risk", nullptr, count);
    case NoticeKind::SlaBreached: return translate("Notice", "%n tickets late", nullptr, count);
    case NoticeKind::SlaStillBreached: return translate("Notice", "%n tickets still late", nullptr, count);
    }
    Q_UNREACHABLE();
}

QString secondLine(const NoticeItem &item, const QDateTime &now)
{
    if (item.notice.count > 1)
        return translate("Notice", "First %1", "the most urgent of several").arg(sentenceOfOne(item, now));
    QStringList parts{item.customerName, item.subject};
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

QString iconOf(NoticeKind kind) { return kind == NoticeKind::SlaAtRisk ? u"bell-ringing"_s : u"alarm"_s; }

Token inkOf(NoticeKind kind) { return kind == NoticeKind::SlaAtRisk ? Token::Warn : Token::Breach; }

} // namespace akwaba
