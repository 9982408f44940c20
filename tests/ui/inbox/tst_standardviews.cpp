// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/standardviews.h"

#include <QTest>

#include <algorithm>

using namespace akwaba;
using namespace Qt::StringLiterals;

namespace {

Directories twoTeams()
{
    Directories all;
    Team support;
    support.id = TeamId{u"e-n1"_s};
    support.name = u"Support N1"_s;
    Team old;
    old.id = TeamId{u"e-old"_s};
    old.name = u"Old"_s;
    old.active = false;
    all.teams = {support, old};
    return all;
}

} // namespace

class TestStandardViews : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyEntry_leadsToAView_orIsATitle()
    {
        Counters counters;
        counters.channels = {{Channel::Email, 31}, {Channel::Phone, 4}};
        for (const SideBarEntry &entry : standardEntries(counters, twoTeams(), true)) {
            QVERIFY(!entry.title.isEmpty());
            if (entry.id.isEmpty() || entry.id.startsWith(u"room:"_s)) continue;
            const auto view = standardView(entry.id, twoTeams());
            QVERIFY2(view, qPrintable(entry.id));
            QCOMPARE(view->title, entry.title);
            QVERIFY(!view->spec.conditions.isEmpty());
        }
        QVERIFY(standardView(firstView(), {}));
        QVERIFY(!standardView(u"team:e-gone"_s, twoTeams()));
    }

    void onlyWhatExists_isListed()
    {
        QStringList ids;
        for (const SideBarEntry &entry : standardEntries({}, {}, false))
            ids.append(entry.id);
        QCOMPARE(ids.size(), 14); // three titles, ten folders, the board
        Counters counters;
        counters.channels = {{Channel::Sms, 3}, {Channel::Chat, 0}};
        counters.teams = {{TeamId{u"e-n1"_s}, 46}};
        QHash<QString, int> counts;
        for (const SideBarEntry &entry : standardEntries(counters, twoTeams(), true))
            counts.insert(entry.id, entry.count);
        QCOMPARE(counts.value(u"channel:sms"_s), 3);
        QVERIFY(!counts.contains(u"channel:chat"_s));
        QCOMPARE(counts.value(u"team:e-n1"_s), 46);
        QVERIFY(!counts.contains(u"team:e-old"_s));
    }

    void escalations_standBeneathTheTeams()
    {
        Counters counters;
        counters.escalated = 5;
        const QList<SideBarEntry> entries = standardEntries(counters, twoTeams(), false);
        const auto all = std::ranges::find(entries, u"escalations"_s, &SideBarEntry::id);
        QVERIFY(all != entries.cend());
        QCOMPARE(all->count, 5);
        QCOMPARE(std::prev(all)->id, u"team:e-n1"_s);
        QStringList parts;
        for (auto part = std::next(all, 2); !part->id.isEmpty(); ++part)
            parts.append(part->id);
        QCOMPARE(parts, (QStringList{u"escalationsToAccept"_s, u"escalationsMine"_s, u"escalationsWaiting"_s}));
    }

    void theLivePage_isForSupervisors()
    {
        QCOMPARE(standardEntries({}, twoTeams(), true).last().id, supervisionRoom());
        QCOMPARE(standardEntries({}, twoTeams(), false).last().id, escalationRoom());
    }

    void whatAnAgentHas_isAView()
    {
        Directories all = twoTeams();
        Agent awa;
        awa.id = AgentId{u"a-awa"_s};
        awa.name = u"Awa Koné"_s;
        all.agents = {awa};
        const auto view = standardView(agentViewId(awa.id), all);
        QVERIFY(view);
        QCOMPARE(view->title, awa.name);
        QVERIFY(view->spec.conditions.contains(FieldCondition{u"assignee"_s, {awa.id.value}}));
    }

    void stoppedLoops_areForSupervisors()
    {
        Counters counters;
        counters.stoppedLoops = 3;
        const auto countFor = [&counters](bool supervises) {
            for (const SideBarEntry &entry : standardEntries(counters, {}, supervises))
                if (entry.id == u"stoppedLoops"_s) return entry.count;
            return -1;
        };
        QCOMPARE(countFor(false), -1);
        QCOMPARE(countFor(true), 3);
    }

    void inMine_theOwnerIsNotSaidOnEachRow()
    {
        QVERIFY(!standardView(u"mine"_s, {})->showsOwner);
        QVERIFY(standardView(u"active"_s, {})->showsOwner);
    }
};

QTEST_GUILESS_MAIN(TestStandardViews)
#include "tst_standardviews.moc"
