// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/codec.h"
#include "tests/server/servicelevels/figureshop.h"
#include "tests/server/servicelevels/rawfigures.h"

using namespace akwaba;
using namespace akwaba::servicelevels;
using namespace Qt::StringLiterals;

namespace {

/// More or fewer are asked for by hand. On PostgreSQL the same queries run, and twice as long.
int wantedTickets()
{
    const int wanted = qEnvironmentVariableIntValue("AKWABA_TICKETS");
    if (wanted > 0) return wanted;
    return isOnPostgresql() ? 5'000 : 20'000;
}

QString shown(qint64 number) { return QString::number(number); }
QString shown(const QDateTime &at) { return at.isValid() ? utcDate(at) : u"none"_s; }
QString shown(const DueHour &due) { return u"%1 %2: %3"_s.arg(shown(due.from), due.team.value).arg(due.tickets); }
QString shown(const Attainment &each)
{
    return u"%1 %2 %3: %4 of %5 in %6 %7"_s
        .arg(wireName(each.target), wireName(each.channel), wireName(each.complexity))
        .arg(each.kept)
        .arg(each.decided)
        .arg(each.length)
        .arg(wireName(each.unit));
}
QString shown(const AgentLoad &load)
{
    return u"%1 %2: %3 open, %4 late, since %5, %6 drafts"_s.arg(load.agent.value, wireName(load.state))
        .arg(load.open)
        .arg(load.late)
        .arg(shown(load.waitingSince))
        .arg(load.drafts);
}

template <class T> QStringList allShown(const QList<T> &all)
{
    QStringList texts;
    for (const T &each : all)
        texts.append(shown(each));
    return texts;
}

/// Says of each figure what the page has and what SQL has, where that is not the same.
class Comparison {
public:
    explicit Comparison(QStringList &differences) : m_differences(differences) { }

    template <class T> void same(const char *figure, const T &page, const T &sql)
    {
        if (page != sql)
            m_differences.append(
                u"%1: the page says %2, SQL %3"_s.arg(QLatin1StringView(figure), shown(page), shown(sql)));
    }
    /// In the same order.
    template <class T> void same(const char *figure, const QList<T> &page, const QList<T> &sql)
    {
        for (qsizetype i = 0; i < std::max(page.size(), sql.size()); ++i) {
            const QString here = i < page.size() ? shown(page.at(i)) : u"nothing"_s;
            const QString there = i < sql.size() ? shown(sql.at(i)) : u"nothing"_s;
            if (here != there)
                m_differences.append(u"%1: the page says %2, SQL %3"_s.arg(QLatin1StringView(figure), here, there));
        }
    }
    /// In any order.
    template <class T> void sameOnes(const char *figure, const QList<T> &page, const QList<T> &sql)
    {
        const QStringList here = allShown(page);
        const QStringList there = allShown(sql);
        for (const QString &each : here)
            if (!there.contains(each))
                m_differences.append(u"%1: only the page says %2"_s.arg(QLatin1StringView(figure), each));
        for (const QString &each : there)
            if (!here.contains(each))
                m_differences.append(u"%1: only SQL says %2"_s.arg(QLatin1StringView(figure), each));
    }

private:
    QStringList &m_differences;
};

QStringList differences(const LiveFigures &page, const LiveFigures &sql)
{
    QStringList all;
    Comparison compare(all);
    compare.same("at", page.at, sql.at);
    compare.same("monthFrom", page.monthFrom, sql.monthFrom);
    compare.same("late", page.late, sql.late);
    compare.same("lateSince", page.lateSince, sql.lateSince);
    compare.same("atRisk", page.atRisk, sql.atRisk);
    compare.same("atRiskWithoutDraft", page.atRiskWithoutDraft, sql.atRiskWithoutDraft);
    compare.same("unassigned", page.unassigned, sql.unassigned);
    compare.same("unassignedSince", page.unassignedSince, sql.unassignedSince);
    compare.same("unanswered", page.unanswered, sql.unanswered);
    compare.same("unansweredDueAt", page.unansweredDueAt, sql.unansweredDueAt);
    compare.same("escalations", page.escalations, sql.escalations);
    compare.same("escalationsLate", page.escalationsLate, sql.escalationsLate);
    compare.same("promises", page.promises, sql.promises);
    compare.same("promiseDueAt", page.promiseDueAt, sql.promiseDueAt);
    compare.sameOnes("hours", page.hours, sql.hours);
    compare.same("openingHours", page.openingHours, sql.openingHours);
    compare.sameOnes("attainments", page.attainments, sql.attainments);
    compare.same("agents", page.agents, sql.agents);
    compare.same("phone.callsToday", page.phone.callsToday, sql.phone.callsToday);
    compare.same("phone.inTimeToday", page.phone.inTimeToday, sql.phone.inTimeToday);
    compare.same("phone.calls", page.phone.calls, sql.phone.calls);
    compare.same("phone.inTime", page.phone.inTime, sql.phone.inTime);
    return all;
}

} // namespace

/// The live page's figures, by the engine, the kept clocks and the page's queries, and by SQL over what happened.
class TestFiguresInSql : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theFiguresOfThePage_areThoseOfSqlOverWhatHappened()
    {
        FigureShop shop(20261128);
        shop.invent(wantedTickets());
        qint64 promises = 0;
        for (const QDateTime &now : {utc(11, 25, 12, 30), // at lunch
                                     utc(11, 27, 18), // as the shop closes
                                     utc(11, 28, 23), // in a night of a week-end
                                     utc(12, 1, 10, 30)}) { // in the morning, on the first of a month
            shop.liveUntil(now);
            const LiveFigures page = shop.figures();
            RawFigures raw(shop.place, now, shop.connected());
            const LiveFigures sql = raw.figures();
            const QStringList found = differences(page, sql) + raw.otherClocks();
            QVERIFY2(
                found.isEmpty(),
                qPrintable((QStringList{utcDate(now)} + found + QStringList{u"on the edge:"_s} + raw.ticketsOnTheEdge())
                               .join(u'\n')));
            QVERIFY(raw.clocks() > wantedTickets() / 2);
            QVERIFY(page.late > 0 && page.atRisk > 0 && page.phone.calls > 0 && !page.attainments.isEmpty());
            promises += page.promises;
        }
        QVERIFY(promises > 0); // not in every night
    }
};

QTEST_GUILESS_MAIN(TestFiguresInSql)
#include "tst_figuresinsql.moc"
