// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/supervision/figurewords.h"

#include "core/text/french.h"
#include "ui/text/enumwords.h"
#include "ui/text/quantities.h"
#include "ui/text/timesleft.h"
#include "ui/text/translate.h"

#include <QMap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

constexpr qsizetype mostSeries = 4; // that can be told apart in one chart

/// What is said of an instant, where there is one.
QString noteAt(const QString &words, const QDateTime &at, const QDateTime &now)
{
    return at.isValid() ? words.arg(dueMoment(at, now)) : QString();
}

TileText lateTile(const LiveFigures &figures, const QDateTime &now)
{
    return {u"late"_s,
            u"alarm"_s,
            translate("Supervision", "Late"),
            number(figures.late),
            figures.late > 0 ? noteAt(translate("Supervision", "oldest: since %1"), figures.lateSince, now)
                             : translate("Supervision", "nothing is late"),
            figures.late > 0 ? Token::Breach : Token::Text1,
            u"late"_s};
}

TileText riskTile(const LiveFigures &figures)
{
    const int bare = int(figures.atRiskWithoutDraft);
    return {u"atRisk"_s,
            u"alert-triangle"_s,
            translate("Supervision", "At risk"),
            number(figures.atRisk),
            figures.atRisk > 0 ? translate("Supervision", "%n without a draft", nullptr, bare) : QString(),
            figures.atRisk > 0 ? Token::Open : Token::Text1,
            u"atRisk"_s};
}

TileText unassignedTile(const LiveFigures &figures, const QDateTime &now)
{
    return {u"unassigned"_s,
            u"user-question"_s,
            translate("Supervision", "Unassigned"),
            number(figures.unassigned),
            noteAt(translate("Supervision", "waiting since %1"), figures.unassignedSince, now),
            Token::Text1,
            u"unassigned"_s};
}

TileText unansweredTile(const LiveFigures &figures, const QDateTime &now)
{
    return {u"unanswered"_s,
            u"mail"_s,
            translate("Supervision", "Without first response"),
            number(figures.unanswered),
            noteAt(translate("Supervision", "next is due %1"), figures.unansweredDueAt, now),
            Token::Text1,
            u"unanswered"_s};
}

TileText escalationsTile(const LiveFigures &figures)
{
    return {u"escalations"_s,
            u"stairs-up"_s,
            translate("Supervision", "Open escalations"),
            number(figures.escalations),
            figures.escalationsLate > 0
                ? translate("Supervision", "%n steps late", nullptr, int(figures.escalationsLate))
                : translate("Supervision", "no step late"),
            Token::Text1,
            u"escalations"_s};
}

TileText promisesTile(const LiveFigures &figures, const QDateTime &now)
{
    return {u"promises"_s,
            u"calendar"_s,
            translate("Supervision", "Promises of today"),
            number(figures.promises),
            noteAt(translate("Supervision", "next at %1"), figures.promiseDueAt, now),
            Token::Text1,
            u"promisesToday"_s};
}

qint64 agentsIn(const LiveFigures &figures, AgentState state)
{
    return std::ranges::count(figures.agents, state, &AgentLoad::state);
}

TileText agentsTile(const LiveFigures &figures)
{
    const qint64 all = figures.agents.size();
    const qint64 online = all - agentsIn(figures, AgentState::Offline);
    const qint64 away = agentsIn(figures, AgentState::Away);
    return {u"agents"_s,
            u"users"_s,
            translate("Supervision", "Agents online"),
            translate("Supervision", "%1 / %2").arg(number(online), number(all)),
            online > 0 && away > 0 ? translate("Supervision", "%n away", nullptr, int(away)) : QString(),
            Token::Text1,
            {}};
}

TileText phoneTile(const PhoneFigures &phone)
{
    return {u"phone"_s,
            u"phone"_s,
            translate("Supervision", "Calls answered in 30 s"),
            phone.callsToday > 0 ? percentOf(phone.inTimeToday, phone.callsToday) : u"–"_s,
            phone.callsToday > 0 ? translate("Supervision", "of %n calls today", nullptr, int(phone.callsToday))
                                 : translate("Supervision", "no call today"),
            Token::Text1,
            u"channel:phone"_s};
}

/// "24 h", "2 working days", "60 s"; empty where several lengths were promised.
QString lengthOf(const Attainment &attainment)
{
    if (attainment.length <= 0) return {};
    if (attainment.unit == ClockUnit::BusinessDays)
        return translate("Supervision", "%n working days", nullptr, int(attainment.length));
    if (attainment.length < 60) return duration(int(attainment.length));
    return timeLeft(attainment.length * 1000);
}

QString labelOf(const Attainment &attainment)
{
    QString what;
    switch (attainment.target) {
    case Target::FirstResponse: what = word(attainment.channel); break;
    case Target::NextResponse: what = translate("Supervision", "Later responses"); break;
    case Target::Update: what = translate("Supervision", "Promised dates"); break;
    case Target::Resolution:
        what = attainment.complexity == Complexity::Simple ? translate("Supervision", "Simple, resolved")
                                                           : translate("Supervision", "Complex, resolved");
        break;
    case Target::Pickup: break; // among colleagues, and not counted here
    }
    const QString length = lengthOf(attainment);
    return length.isEmpty() ? what : translate("Supervision", "%1, %2").arg(what, length);
}

} // namespace

QList<TileText> tilesOf(const LiveFigures &figures, const QDateTime &now)
{
    return {lateTile(figures, now),       riskTile(figures),        unassignedTile(figures, now),
            unansweredTile(figures, now), escalationsTile(figures), promisesTile(figures, now),
            agentsTile(figures),          phoneTile(figures.phone)};
}

QList<ShareRow> sharesOf(const LiveFigures &figures)
{
    QList<Attainment> sorted = figures.attainments;
    std::ranges::stable_sort(sorted, {}, [](const Attainment &each) {
        return std::tuple(each.target, each.target == Target::FirstResponse ? each.channel : Channel::Email,
                          each.complexity);
    });
    // Where it is known how long calls rang, that is the promise of the phone.
    if (figures.phone.calls > 0)
        sorted.removeIf([](const Attainment &each) {
            return each.target == Target::FirstResponse && each.channel == Channel::Phone;
        });
    QList<ShareRow> rows;
    for (const Attainment &each : std::as_const(sorted))
        rows.append({labelOf(each), each.kept, each.decided});
    if (figures.phone.calls > 0) {
        const auto firstOther = std::ranges::find_if(sorted, [](const Attainment &each) {
            return each.target != Target::FirstResponse || each.channel > Channel::Phone;
        });
        rows.insert(std::distance(sorted.begin(), firstOther),
                    {translate("Supervision", "%1, %2").arg(word(Channel::Phone), duration(answeredInTime)),
                     figures.phone.inTime, figures.phone.calls});
    }
    return rows;
}

QString percentOf(qint64 part, qint64 whole)
{
    return whole <= 0 ? u"–"_s : number(part * 100 / whole) + QChar(noBreakSpace) + u'%';
}

DueColumns dueColumnsOf(const LiveFigures &figures, const Directories &directories)
{
    QMap<QString, qint64> totals; // by team
    for (const DueHour &each : figures.hours)
        totals[each.team.value] += each.tickets;
    QStringList teams = totals.keys();
    std::ranges::stable_sort(teams, std::ranges::greater(),
                             [&totals](const QString &team) { return totals.value(team); });
    const bool hasOthers = teams.size() > mostSeries;
    if (hasOthers) teams.resize(mostSeries - 1);
    DueColumns due;
    const NameOf names = directories.names();
    for (const QString &team : std::as_const(teams))
        due.series.append(team.isEmpty() ? translate("Supervision", "No team") : names(team));
    if (hasOthers) due.series.append(translate("Supervision", "Other teams"));
    QMap<QDateTime, QList<qint64>> counts;
    for (const QDateTime &hour : figures.openingHours)
        counts.insert(hour, QList<qint64>(due.series.size(), 0));
    for (const DueHour &each : figures.hours) {
        const qsizetype team = teams.indexOf(each.team.value);
        if (counts.contains(each.from)) counts[each.from][team < 0 ? due.series.size() - 1 : team] += each.tickets;
    }
    for (auto hour = counts.cbegin(); hour != counts.cend(); ++hour)
        due.columns.append({hour.key(), hour.value()});
    return due;
}

QString hourWord(const QDateTime &from)
{
    const QTime time = from.toLocalTime().time();
    return time.minute() == 0 ? translate("Supervision", "%1 h").arg(time.hour()) : clockTime(from);
}

} // namespace akwaba
