// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/clockwords.h"

#include "ui/text/enumwords.h"
#include "ui/text/quantities.h"
#include "ui/text/timesleft.h"
#include "ui/text/translate.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

QDateTime instantOf(qint64 at, const QTimeZone &zone) { return QDateTime::fromMSecsSinceEpoch(at, zone); }

QString zoneWords(const QTimeZone &zone, const QDateTime &now)
{
    const QString name = QString::fromLatin1(zone.id());
    return zone.offsetFromUtc(now) == QTimeZone::systemTimeZone().offsetFromUtc(now)
        ? translate("Clock", "Times: %1", "a time zone").arg(name)
        : translate("Clock", "Times: %1 (here it is %2)", "a time zone, and what the time is in that of the reader")
              .arg(name, clockTime(now));
}

template <class E> QString wordsOf(const QStringList &values)
{
    QStringList words;
    for (const QString &value : values) {
        const auto known = fromWireName<E>(value);
        words.append(known ? word(*known) : value);
    }
    return words.join(translate("Clock", " or ", "between values of a condition"));
}

QString namesOf(const QStringList &values, const NameOf &nameOf)
{
    QStringList names;
    for (const QString &value : values) {
        const QString name = nameOf(value);
        names.append(name.isEmpty() ? value : name);
    }
    return names.join(translate("Clock", " or ", "between values of a condition"));
}

QString languagesOf(const QStringList &values)
{
    QStringList words;
    for (const QString &value : values)
        words.append(languageWord(value));
    return words.join(translate("Clock", " or ", "between values of a condition"));
}

QString startReason(Target target)
{
    switch (target) {
    case Target::FirstResponse: return translate("Clock", "The customer's message was received by the server");
    case Target::NextResponse: return translate("Clock", "Oldest message of the customer without an answer");
    case Target::Update: return translate("Clock", "The customer was told something, or given a date");
    case Target::Resolution: return translate("Clock", "The request was received, or opened again");
    case Target::Pickup: return translate("Clock", "The request was handed over");
    }
    Q_UNREACHABLE();
}

ClockExplanation::Row rowOf(const sla::Passage &passage, bool isFirst, Target target, const QDateTime &now,
                            const QTimeZone &zone)
{
    ClockExplanation::Row row;
    row.from = dueMoment(instantOf(passage.span.from, zone), now);
    row.to = dueMoment(instantOf(passage.span.to, zone), now);
    row.duration = passage.counted == 0 ? u"–"_s : timeLeft(passage.counted);
    row.kind = passage.kind;
    switch (passage.kind) {
    case sla::Passage::Kind::Counted:
        row.effect = translate("Clock", "Counted");
        row.reason = isFirst ? startReason(target) : translate("Clock", "The pause is over: it is our turn again");
        break;
    case sla::Passage::Kind::Paused:
        row.effect = translate("Clock", "Pause");
        row.reason = translate("Clock", "We wait for somebody else: this time is not counted");
        break;
    case sla::Passage::Kind::ToCome:
        row.effect = translate("Clock", "To come");
        row.reason = translate("Clock", "Until the due date, without the hours in which we are closed");
        break;
    }
    return row;
}

QString titleOf(const sla::SlaClock &clock, const QTimeZone &zone)
{
    if (clock.dueAt && clock.isOpen()) return fullMoment(instantOf(*clock.dueAt, zone));
    switch (clock.state) {
    case ClockState::Paused: return translate("Clock", "Paused: no due date yet");
    case ClockState::Met: return translate("Clock", "Kept on %1").arg(fullMoment(instantOf(*clock.endedAt, zone)));
    case ClockState::MetLate:
        return translate("Clock", "Kept too late, on %1").arg(fullMoment(instantOf(*clock.endedAt, zone)));
    case ClockState::Cancelled: return translate("Clock", "No longer waited for");
    case ClockState::Merged: return translate("Clock", "Merged into another ticket");
    default: return translate("Clock", "Nobody can say: the calendar is not known");
    }
}

QString summaryOf(const sla::SlaClock &clock, const QDateTime &now)
{
    const qint64 left = clock.remaining(now.toMSecsSinceEpoch());
    const QString promised = clock.isPromise    ? translate("Clock", "Date promised to the customer")
        : clock.unit == ClockUnit::BusinessDays ? translate("Clock", "%n working day(s) promised", nullptr, clock.days)
        : clock.unit == ClockUnit::Business
        ? translate("Clock", "%1 of business time promised").arg(timeLeft(clock.length))
        : translate("Clock", "%1 promised").arg(timeLeft(clock.length));
    QStringList parts{promised, translate("Clock", "%1 used").arg(timeLeft(clock.used))};
    if (clock.isOpen())
        parts.append(left >= 0 ? translate("Clock", "%1 left").arg(timeLeft(left))
                               : translate("Clock", "%1 late").arg(timeLeft(-left)));
    return polished(parts.join(u", "_s) + u'.');
}

QString nameIn(const QString &fr, const QString &en) { return speaksFrench() || en.isEmpty() ? fr : en; }

/// What made an edition another one than that before it.
QString causeOf(const sla::Rules &rules, const sla::Edition &edition)
{
    const auto holiday = std::ranges::find(rules.holidays(), edition.holiday, &Holiday::id);
    if (holiday == rules.holidays().end())
        return edition.reason.isEmpty() ? translate("Clock", "other rules count since") : edition.reason;
    const QString name = nameIn(holiday->nameFr, holiday->nameEn);
    const bool isCancelled = holiday->cancelledAt.toMSecsSinceEpoch() == edition.since;
    return isCancelled ? translate("Clock", "the holiday “%1” was cancelled").arg(name)
                       : translate("Clock", "“%1” is a holiday").arg(name);
}

QStringList annulmentsOf(const sla::Rules &rules, const sla::SlaClock &clock, const NameOf &nameOf,
                         const QTimeZone &zone)
{
    QStringList lines;
    qint64 breachedAt = 0;
    for (const sla::ClockEvent &event : clock.events) {
        if (event.kind == sla::ClockEvent::Kind::Breached) breachedAt = event.at;
        if (event.kind != sla::ClockEvent::Kind::Annulled) continue;
        const sla::Edition &edition = rules.editions().at(event.edition);
        const QString author = nameOf(edition.author.value);
        const QString late = fullMoment(instantOf(breachedAt, zone));
        const QString annulled = fullMoment(instantOf(event.at, zone));
        const QString cause = causeOf(rules, edition);
        lines.append(author.isEmpty()
                         ? translate("Clock", "Late on %1, which was annulled on %2: %3.").arg(late, annulled, cause)
                         : translate("Clock", "Late on %1, which was annulled on %2 by %3: %4.")
                               .arg(late, annulled, author, cause));
    }
    return lines;
}

} // namespace

QString phrase(const FieldCondition &condition, const NameOf &nameOf)
{
    QString values;
    QString field;
    const QStringList &wanted = condition.values;
    if (condition.field == "priority"_L1) {
        field = translate("Clock", "priority");
        values = wordsOf<Priority>(wanted);
    } else if (condition.field == "complexity"_L1) {
        field = translate("Clock", "complexity");
        values = wordsOf<Complexity>(wanted);
    } else if (condition.field == "channel"_L1) {
        field = translate("Clock", "channel");
        values = wordsOf<Channel>(wanted);
    } else if (condition.field == "productKind"_L1) {
        field = translate("Clock", "product");
        values = wordsOf<ProductKind>(wanted);
    } else if (condition.field == "language"_L1) {
        field = translate("Clock", "language");
        values = languagesOf(wanted);
    } else if (condition.field == "tier"_L1) {
        field = translate("Clock", "customer tier");
        values = wanted.join(translate("Clock", " or ", "between values of a condition"));
    } else {
        field = condition.field == "category"_L1 ? translate("Clock", "category")
            : condition.field == "tags"_L1       ? translate("Clock", "tag")
            : condition.field == "team"_L1       ? translate("Clock", "team")
                                                 : translate("Clock", "product");
        values = namesOf(wanted, nameOf);
    }
    return condition.negated ? translate("Clock", "%1 other than %2", "priority other than High").arg(field, values)
                             : translate("Clock", "%1 %2", "priority High").arg(field, values);
}

ClockExplanation inWords(const sla::Explanation &found, const sla::Rules &rules, const sla::SlaClock &clock,
                         const QDateTime &now, const NameOf &nameOf)
{
    ClockExplanation words;
    const QTimeZone zone = found.zone.isEmpty() ? QTimeZone::systemTimeZone() : QTimeZone(found.zone.toLatin1());
    words.timeZone = zone;
    words.zone = zoneWords(zone, now);
    words.title = titleOf(clock, zone);
    words.summary = summaryOf(clock, now);
    if (found.policy != nullptr) {
        const SlaPolicy &policy = *found.policy->policy;
        words.policy = translate("Clock", "Policy %1, v%2", "a name and its version")
                           .arg(nameIn(policy.nameFr, policy.nameEn))
                           .arg(clock.policyVersion);
        QStringList because;
        for (const FieldCondition &condition : found.policy->version->conditions)
            because.append(phrase(condition, nameOf));
        words.because = because.isEmpty() ? translate("Clock", "It takes every request that no other policy wants.")
                                          : translate("Clock", "Taken because of %1.")
                                                .arg(because.join(translate("Clock", " and ", "between conditions")));
    }
    const auto calendar = std::ranges::find(rules.calendars(), clock.calendar, &Calendar::id);
    if (calendar != rules.calendars().end())
        words.calendar = translate("Clock", "%1, v%2", "the name of a calendar and its version")
                             .arg(nameIn(calendar->nameFr, calendar->nameEn))
                             .arg(clock.calendarVersion);
    for (const sla::Passage &passage : found.passages)
        words.rows.append(rowOf(passage, words.rows.isEmpty(), clock.target, now, zone));
    words.annulled = annulmentsOf(rules, clock, nameOf, zone);
    QStringList alerts;
    for (const sla::Explanation::Alert &alert : found.alerts)
        alerts.append(translate("Clock", "%1 (%2%)", "when somebody is told, and after how much")
                          .arg(dueMoment(instantOf(alert.at, zone), now))
                          .arg(alert.percent));
    if (!alerts.isEmpty()) words.alerts = translate("Clock", "alerts: %1").arg(alerts.join(u", "_s));
    return words;
}

QString ClockExplanation::text() const
{
    QStringList lines{title, summary};
    for (const QString &line : QStringList{policy, because, calendar, zone} + annulled + QStringList{alerts}) {
        if (!line.isEmpty()) lines.append(line);
    }
    lines.append(QString());
    for (const Row &row : rows)
        lines.append(u"%1 – %2\t%3\t%4\t%5"_s.arg(row.from, row.to, row.effect, row.reason, row.duration));
    return lines.join(u'\n');
}

} // namespace akwaba
