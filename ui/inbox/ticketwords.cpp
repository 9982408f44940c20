// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/ticketwords.h"

#include "ui/text/enumwords.h"
#include "ui/text/errorwords.h"
#include "ui/text/quantities.h"
#include "ui/text/timesleft.h"
#include "ui/text/translate.h"

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

QString sleepWords(const TicketRow &row, const QDateTime &now)
{
    return translate("TicketRow", "snoozed until %1").arg(dueMoment(row.snoozedUntil, now));
}

} // namespace

QString spokenRow(const TicketRow &row, const QDateTime &now, const TimesLeft &times)
{
    QStringList parts;
    if (row.unread) parts.append(translate("TicketRow", "unread"));
    if (row.refused) parts.append(translate("TicketRow", "not sent"));
    if (row.pending) parts.append(translate("TicketRow", "waiting to be sent"));
    if (row.draft) parts.append(translate("TicketRow", "draft"));
    parts.append(row.customerName);
    parts.append(row.subject);
    parts.append(word(row.status));
    if (row.snoozedUntil > now) parts.append(sleepWords(row, now));
    if (row.priority != Priority::Normal) parts.append(translate("TicketRow", "priority %1").arg(word(row.priority)));
    parts.append(word(row.channel));
    if (row.clock) parts.append(times.sentence(*row.clock, now));
    if (!row.assigneeName.isEmpty()) parts.append(row.assigneeName);
    parts.append(row.tags);
    parts.append(age(row.at, now));
    parts.append(extractOf(row));
    parts.removeAll(QString());
    return polished(parts.join(u", "_s));
}

QString rowTip(const TicketRow &row, const QDateTime &now, const TimesLeft &times)
{
    const QString number = row.number.isEmpty() ? translate("TicketRow", "number pending")
                                                : translate("TicketRow", "No. %1").arg(row.number);
    QStringList parts{number, word(row.status), word(row.channel), fullMoment(row.at)};
    if (!row.assigneeName.isEmpty()) parts.insert(2, row.assigneeName);
    if (row.snoozedUntil > now) parts.append(sleepWords(row, now));
    const QString tip = parts.join(u" · "_s);
    return row.clock ? tip + u'\n' + times.sentence(*row.clock, now) : tip;
}

QString extractOf(const TicketRow &row)
{
    if (row.refused)
        return row.refusal == Reason::None ? translate("TicketRow", "not sent")
                                           : translate("TicketRow", "not sent: %1").arg(phrase(row.refusal));
    if (row.pending) return translate("TicketRow", "waiting to be sent");
    return row.extract;
}

QString word(TicketSort sort)
{
    switch (sort) {
    case TicketSort::LastActivity: return translate("TicketSort", "Last activity");
    case TicketSort::Received: return translate("TicketSort", "Received");
    case TicketSort::WaitingSince: return translate("TicketSort", "Longest wait");
    case TicketSort::Priority: return translate("TicketSort", "Priority");
    case TicketSort::Due: return translate("TicketSort", "Due date");
    }
    Q_UNREACHABLE();
}

QString word(TicketGrouping grouping)
{
    switch (grouping) {
    case TicketGrouping::None: return translate("TicketGrouping", "No groups");
    case TicketGrouping::Age: return translate("TicketGrouping", "By day");
    case TicketGrouping::Status: return translate("TicketGrouping", "By status");
    case TicketGrouping::Priority: return translate("TicketGrouping", "By priority");
    case TicketGrouping::Assignee: return translate("TicketGrouping", "By agent");
    case TicketGrouping::Team: return translate("TicketGrouping", "By team");
    case TicketGrouping::Due: return translate("TicketGrouping", "By due date");
    }
    Q_UNREACHABLE();
}

QString spokenGroup(const QString &title, qint64 count)
{
    const int tickets = static_cast<int>(count);
    return translate("TicketGroup", "%1, %n ticket(s)", nullptr, tickets).arg(title);
}

QString groupTitle(TicketGrouping grouping, const QString &key, const NameOf &nameOf)
{
    switch (grouping) {
    case TicketGrouping::None: return {};
    case TicketGrouping::Age:
        if (key == "today"_L1) return translate("TicketGroup", "Today");
        if (key == "yesterday"_L1) return translate("TicketGroup", "Yesterday");
        if (key == "thisWeek"_L1) return translate("TicketGroup", "This week");
        return translate("TicketGroup", "Older");
    case TicketGrouping::Status:
        if (const auto status = fromWireName<TicketStatus>(key)) return word(*status);
        return key;
    case TicketGrouping::Priority:
        if (const auto priority = fromWireName<Priority>(key)) return word(*priority);
        return key;
    case TicketGrouping::Due:
        if (key == "late"_L1) return translate("TicketGroup", "Late");
        if (key == "today"_L1) return translate("TicketGroup", "Due today");
        if (key == "tomorrow"_L1) return translate("TicketGroup", "Due tomorrow");
        if (key == "later"_L1) return translate("TicketGroup", "Due later");
        if (key == "paused"_L1) return translate("TicketGroup", "Paused");
        return translate("TicketGroup", "Nothing due");
    case TicketGrouping::Assignee:
    case TicketGrouping::Team: {
        const QString name = key.isEmpty() ? QString() : nameOf(key);
        return name.isEmpty() ? translate("TicketGroup", "Nobody") : name;
    }
    }
    Q_UNREACHABLE();
}

} // namespace akwaba
