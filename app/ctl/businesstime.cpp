// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/businesstime.h"

#include "core/protocol/calendarfile.h"
#include "core/sla/opentime.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace akwaba::ctl {

using namespace Qt::StringLiterals;

namespace {

using sla::OpenTime;
using sla::Span;

constexpr qint64 mostDays = 100 * 366; // a hundred years

tl::unexpected<Error> wrong(const QString &member, const QString &why)
{
    return fail(Code::BadInput, member + u": "_s + why);
}

Result<qint64> instantOf(const QJsonValue &value, const QString &member)
{
    const QDateTime instant = QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
    // Without its zone it would be that of this machine.
    if (!instant.isValid() || instant.timeSpec() == Qt::LocalTime)
        return wrong(member, u"is no instant like 2026-11-27T08:00:00Z"_s);
    // Every year in between is counted day by day once.
    if (instant.date().year() < 1900 || instant.date().year() > 2200)
        return wrong(member, u"is not from 1900 to 2200"_s);
    return instant.toMSecsSinceEpoch();
}

QJsonValue words(const std::optional<qint64> &instant)
{
    if (!instant) return QJsonValue::Null;
    const bool isWhole = *instant % 1000 == 0;
    return QDateTime::fromMSecsSinceEpoch(*instant, Qt::UTC).toString(isWhole ? Qt::ISODate : Qt::ISODateWithMs);
}

Result<Span> spanOf(const QJsonValue &from, const QJsonValue &to, const QString &member)
{
    return instantOf(from, member).and_then([&](qint64 begin) {
        return instantOf(to, member).map([begin](qint64 end) { return Span{begin, end}; });
    });
}

/// In any order, and where they overlap they count once.
Result<QList<Span>> pausesOf(const QJsonValue &value)
{
    if (!value.isUndefined() && !value.isArray()) return wrong(u"pauses"_s, u"is no list of them"_s);
    QList<Span> all;
    for (const QJsonValue &each : value.toArray()) {
        const auto span = spanOf(each[0], each[1], u"pauses"_s);
        if (!span) return tl::unexpected(span.error());
        if (span->from < span->to) all.append(*span);
    }
    std::ranges::sort(all, {}, &Span::from);
    QList<Span> apart;
    for (const Span &each : std::as_const(all)) {
        if (!apart.isEmpty() && each.from <= apart.last().to)
            apart.last().to = std::max(apart.last().to, each.to);
        else
            apart.append(each);
    }
    return apart;
}

Result<qint64> durationOf(const QJsonObject &question)
{
    const QString member = question.contains(u"seconds"_s) ? u"seconds"_s : u"minutes"_s;
    const QJsonValue value = question.value(member);
    const qint64 number = value.toInteger(-1);
    if (number < 0 || number > mostDays * 24 * 3600) return wrong(member, u"is no number of them"_s);
    return number * (member == u"seconds" ? 1'000 : 60'000);
}

Result<QJsonObject> due(const OpenTime &time, const QJsonObject &question)
{
    const auto start = instantOf(question.value(u"start"_s), u"start"_s);
    const auto pauses = pausesOf(question.value(u"pauses"_s));
    if (!start) return tl::unexpected(start.error());
    if (!pauses) return tl::unexpected(pauses.error());
    if (const QJsonValue days = question.value(u"days"_s); !days.isUndefined()) {
        const qint64 number = days.toInteger(-1);
        if (number < 0 || number > mostDays) return wrong(u"days"_s, u"is no number of them"_s);
        return QJsonObject{{u"due"_s, words(sla::dueInDays(time, *start, int(number), *pauses))}};
    }
    const auto duration = durationOf(question);
    if (!duration) return tl::unexpected(duration.error());
    return QJsonObject{{u"due"_s, words(sla::due(time, *start, *duration, *pauses))}};
}

Result<QJsonObject> elapsed(const OpenTime &time, const QJsonObject &question)
{
    const auto span = spanOf(question.value(u"from"_s), question.value(u"to"_s), u"from, to"_s);
    const auto pauses = pausesOf(question.value(u"pauses"_s));
    if (!span) return tl::unexpected(span.error());
    if (!pauses) return tl::unexpected(pauses.error());
    return QJsonObject{{u"seconds"_s, sla::elapsed(time, span->from, span->to, *pauses) / 1'000}};
}

Result<QJsonObject> open(const OpenTime &time, const QJsonObject &question)
{
    return instantOf(question.value(u"at"_s), u"at"_s).map([&](qint64 at) {
        const auto next = time.after(at, 0);
        return QJsonObject{{u"open"_s, next == at}, {u"nextOpen"_s, words(next)}};
    });
}

Result<QJsonObject> intervals(const OpenTime &time, const QJsonObject &question)
{
    return spanOf(question.value(u"from"_s), question.value(u"to"_s), u"from, to"_s).map([&](const Span &span) {
        QJsonArray all;
        for (const Span &each : time.stretches(span.from, span.to))
            all.append(QJsonArray{words(each.from), words(each.to)});
        return QJsonObject{{u"intervals"_s, all}};
    });
}

struct Op {
    QStringView name;
    Result<QJsonObject> (*answer)(const OpenTime &time, const QJsonObject &question);
};

constexpr std::array ops{
    Op{u"due", due}, Op{u"elapsed", elapsed}, Op{u"open", open}, Op{u"next_open", open}, Op{u"intervals", intervals},
};

} // namespace

Result<QJsonObject> businessTime(const QJsonObject &question)
{
    const QString name = question.value(u"op"_s).toString();
    const auto op = std::ranges::find(ops, name, &Op::name);
    if (op == ops.end()) return wrong(u"op"_s, u"is none of due, elapsed, open, next_open, intervals"_s);
    if (question.value(u"calendar"_s) == u"always"_s) return op->answer(OpenTime::always(), question);
    return scheduleOf(question.value(u"calendar"_s).toObject()).and_then([&](const sla::Schedule &calendar) {
        return op->answer(OpenTime(calendar), question);
    });
}

} // namespace akwaba::ctl
