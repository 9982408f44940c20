// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "core/base/random.h"
#include "tests/ui/inbox/fakesource.h"
#include "ui/inbox/ticketlistmodel.h"
#include "ui/text/timesleft.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace akwaba;
using namespace Qt::StringLiterals;

namespace {

struct World {
    FakeSource source;
    ManualClock clock{QDateTime(QDate(2026, 11, 17), QTime(15, 20), Qt::UTC)};
    TimesLeft times;
    TicketListModel model{source, clock, times};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};

    [[nodiscard]] std::vector<qint64> shown() const
    {
        std::vector<qint64> keys;
        for (int row = 0; row < model.rowCount(); ++row)
            keys.push_back(model.keyAt(row));
        return keys;
    }
    void show(int tickets)
    {
        source.addMany(tickets);
        model.show({});
        QTRY_VERIFY(model.isComplete());
    }
};

} // namespace

class TestTicketListModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theFirstPage_isThereBeforeTheKeys()
    {
        World world;
        world.source.addMany(1000);
        world.source.waits = true;
        world.model.show({});
        QCOMPARE(world.model.rowCount(), TicketListModel::pageSize);
        QCOMPARE(world.model.row(0)->subject, u"Subject 1"_s);
        QVERIFY(!world.model.isComplete());
        world.source.answerAll();
        QTRY_COMPARE(world.model.rowCount(), 1000);
        QCOMPARE(world.shown(), world.source.order);
    }

    void rows_areReadByPages_andOnlyWhereOneLooks()
    {
        World world;
        world.show(1000);
        world.source.reads = 0;
        for (int row = 512; row < 640; ++row)
            QCOMPARE(world.model.row(row)->key, row + 1);
        QCOMPARE(world.source.reads, 1);
    }

    void theAnswerToAnEarlierView_isIgnored()
    {
        World world;
        world.source.addMany(10);
        world.source.waits = true;
        world.model.show({});
        Answer<TicketKeys> late = std::move(world.source.pending.front());
        world.source.pending.clear();
        world.model.show({});
        world.source.order = {3, 2, 1};
        world.source.answerAll();
        QTRY_COMPARE(world.shown(), (std::vector<qint64>{3, 2, 1}));
        late.give(TicketKeys{{7}, {}});
        QTest::qWait(0);
        QCOMPARE(world.model.rowCount(), 3);
    }

    void whileHeld_nothingMoves_andNewOnesAreAnnounced()
    {
        World world;
        world.show(5);
        const std::vector<qint64> before = world.shown();
        QSignalSpy announced(&world.model, &TicketListModel::announcedChanged);
        world.model.setHeld(true);
        world.source.addMany(3);
        std::ranges::reverse(world.source.order);
        world.model.refresh();
        QTRY_COMPARE(world.model.announced(), 3);
        QCOMPARE(announced.size(), 1);
        QCOMPARE(world.shown(), before);
        world.model.setHeld(false);
        QCOMPARE(world.shown(), world.source.order);
        QCOMPARE(world.model.announced(), 0);
    }

    void manyChanges_areFewReadings()
    {
        World world;
        world.show(5);
        world.source.waits = true;
        for (int i = 0; i < 100; ++i)
            world.model.refresh();
        QCOMPARE(world.source.pending.size(), std::size_t(1));
        world.source.answerAll();
        QTRY_COMPARE(world.source.pending.size(), std::size_t(1)); // the changes that came meanwhile
        world.source.addMany(1);
        world.source.answerAll();
        QTRY_COMPARE(world.model.rowCount(), 6);
        QVERIFY(world.source.pending.empty());
    }

    void whileHeld_aReadingAgain_countsAnew()
    {
        World world;
        world.show(2);
        world.model.setHeld(true);
        world.source.addMany(1);
        world.model.refresh();
        QTRY_COMPARE(world.model.announced(), 1);
        world.source.addMany(1);
        world.model.refresh();
        QTRY_COMPARE(world.model.announced(), 2);
        world.model.showPending();
        QCOMPARE(world.model.rowCount(), 4);
    }

    void aChangedTicket_isDrawnAnew_whereItStands()
    {
        World world;
        world.show(3);
        QSignalSpy changed(&world.model, &TicketListModel::dataChanged);
        world.model.setHeld(true);
        QVERIFY(world.model.row(1));
        world.source.tickets[2].subject = u"Retour TK-1170"_s;
        world.model.redraw({TicketId{u"t-2"_s}});
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.at(0).at(0).toModelIndex().row(), 1);
        QCOMPARE(world.model.row(1)->subject, u"Retour TK-1170"_s);
    }

    void aTicketDeletedElsewhere_staysReadable_asGone()
    {
        World world;
        world.show(3);
        QVERIFY(world.model.row(1));
        world.source.tickets.remove(2);
        world.model.redraw({TicketId{u"t-2"_s}});
        QVERIFY(world.model.row(1)->gone);
        QCOMPARE(world.model.row(1)->subject, u"Subject 2"_s);
    }

    void anySetAndOrder_isReached_andThePersistentIndexFollowsItsTicket()
    {
        SeededRandom random(7);
        World world;
        world.show(60);
        for (int round = 0; round < 200; ++round) {
            const QList<QPersistentModelIndex> held{world.model.index(0),
                                                    world.model.index(world.model.rowCount() / 2)};
            const QList<qint64> keys{world.model.keyAt(held[0].row()), world.model.keyAt(held[1].row())};
            std::erase_if(world.source.order, [&](qint64) { return random.below(10) == 0; });
            for (quint64 moves = random.below(4); moves > 0 && world.source.order.size() > 1; --moves)
                std::swap(world.source.order[random.below(world.source.order.size())],
                          world.source.order[random.below(world.source.order.size())]);
            for (quint64 news = 2 + random.below(8); news > 0; --news) {
                world.source.add({});
                std::rotate(world.source.order.begin() + std::ptrdiff_t(random.below(world.source.order.size())),
                            world.source.order.end() - 1, world.source.order.end());
            }
            world.model.refresh();
            QTRY_COMPARE(world.shown(), world.source.order);
            for (int i = 0; i < held.size(); ++i) {
                const int row = world.model.rowOfKey(keys[i]);
                QCOMPARE(held[i].isValid(), row >= 0);
                if (row >= 0) QCOMPARE(held[i].row(), row);
            }
        }
    }

    void aReadingThatFails_saysWhy_andKeepsWhatIsShown()
    {
        World world;
        world.show(3);
        world.source.error = Code::Corrupt;
        QSignalSpy told(&world.model, &TicketListModel::contentChanged);
        world.model.refresh();
        QTRY_COMPARE(told.size(), 1);
        QCOMPARE(world.model.error()->code, Code::Corrupt);
        QCOMPARE(world.model.rowCount(), 3);
    }

    void aScreenReader_hearsTheWholeRow()
    {
        World world;
        TicketRow row;
        row.customerName = u"Cabinet Bamba"_s;
        row.subject = u"Traces noires"_s;
        row.status = TicketStatus::Open;
        row.unread = true;
        row.refused = true;
        row.refusal = Reason::Taken;
        row.at = world.clock.now().addSecs(-20 * 60);
        world.source.add(row);
        world.model.show({});
        const QString spoken = world.model.index(0).data(Qt::AccessibleTextRole).toString();
        QCOMPARE(spoken,
                 u"unread, not sent, Cabinet Bamba, Traces noires, Open, E-mail, 20 min, not sent: a colleague has "
                 "taken it"_s);
    }
};

QTEST_GUILESS_MAIN(TestTicketListModel)
#include "tst_ticketlistmodel.moc"
