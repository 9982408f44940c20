// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jmap/supervisionroutes.h"
#include "core/domain/livefiguresfields.h"
#include "core/protocol/codec.h"
#include "jmapfixture.h"

using namespace akwaba;
using namespace akwaba::jmap;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Room : JmapFixture {
    Room()
        : routes(router, *store, api.door(), [this] { return QSet<AgentId>{boss.id}; }),
          boss(agent(u"Boss"_s, {printing.id}, {Role::Supervisor}))
    {
        boss.state = AgentState::Busy;
        put(boss);
        signInAs(boss);
    }
    void signInAs(const Agent &who)
    {
        token = "Bearer " + must(store->openSession(who.id, {u"Poste"_s, {}, {}})).token.toLatin1();
    }
    http::Response ask() { return JmapFixture::ask("GET", "/supervision/live", {}, token); }
    LiveFigures figures()
    {
        const http::Response answer = ask();
        if (answer.status != 200) qFatal("%d %s", answer.status, answer.body.constData());
        return must(fromJson<LiveFigures>(objectIn(answer)));
    }

    SupervisionRoutes routes;
    Agent boss;
};

} // namespace

class TestSupervision : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSupervisorSeesAllTeams_andWhoIsThere()
    {
        Room room;
        const Team elsewhere = room.team(u"Ailleurs"_s);
        const LiveFigures before = room.figures();
        room.ticket(elsewhere.id);
        room.clock.advance(1min);
        const LiveFigures figures = room.figures();
        QCOMPARE(figures.unassigned, before.unassigned + 1);
        QCOMPARE(figures.at, room.clock.now());
        const auto boss = std::ranges::find(figures.agents, room.boss.id, &AgentLoad::agent);
        QVERIFY(boss != figures.agents.cend());
        QCOMPARE(boss->state, AgentState::Busy);
    }

    void whoAsksWhileIsCounted_isAnsweredWithTheSame_andNobodyWaits()
    {
        Room room;
        const auto first = room.begin("GET", "/supervision/live", {}, room.token);
        const auto second = room.begin("GET", "/supervision/live", {}, room.token);
        QCOMPARE(first->status, 0); // counted aside: the server went on
        QTRY_COMPARE(second->status, 200);
        QCOMPARE(first->body, second->body);
    }

    void whoLeavesWhileIsCounted_isAnswered()
    {
        auto room = std::make_unique<Room>();
        const auto answer = room->begin("GET", "/supervision/live", {}, room->token);
        room.reset();
        QCOMPARE(answer->status, 500);
    }

    void othersAreRefused()
    {
        Room room;
        room.signInAs(room.awa);
        QCOMPARE(room.ask().status, 403);
        room.token = "Bearer nobody";
        QCOMPARE(room.ask().status, 401);
    }
};

QTEST_GUILESS_MAIN(TestSupervision)
#include "tst_supervision.moc"
