// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/statement.h"
#include "world.h"

using namespace akwaba;
using namespace akwaba::test;
using Wish = BlobStore::Wish;

/// What of attachments makes room for others, and what is wanted before anybody asks.
class BlobPolicyTest : public QObject {
    Q_OBJECT

    std::unique_ptr<World> m_world;

    /// A store with little room over the same files, and contents of these sizes on a ticket each, the newest first.
    struct Room {
        Database database;
        BlobStore store;
        QList<QByteArray> contents;

        Room(World &world, const BlobPolicy &policy, const QList<qint64> &sizes, const QSet<int> &closed = {})
            : database(must(Database::open(world.cachePath(), {.key = cacheKey}))),
              store(database, world.blobFolder(), policy)
        {
            for (int i = 0; i < sizes.size(); ++i) {
                const QString ticket = u"t1%1"_s.arg(i);
                contents.append(anyBytes(sizes.at(i), quint64(100 + i)));
                world.take({tickets({with(ticketRecord(ticket, 10 - i), u"status"_s,
                                          closed.contains(i) ? u"closed"_s : u"open"_s)}),
                            attachments({attachmentOf(u"f1%1"_s.arg(i), u"m1"_s, ticket, contents.last())})});
            }
        }
        [[nodiscard]] QList<int> kept()
        {
            QList<int> all;
            for (int i = 0; i < contents.size(); ++i) {
                Statement row(database, u"SELECT 1 FROM blobs WHERE blob = ?"_s);
                if (must(row.bind(0, blobIdOf(contents.at(i)).value).first([](const Statement &) { return true; })))
                    all.append(i);
            }
            return all;
        }
    };

private Q_SLOTS:
    void init() { m_world = std::make_unique<World>(); }

    void whatWasOpenedLongestAgo_makesRoom()
    {
        Room room(*m_world, {.storeBytes = 300, .aheadBytes = 10}, {100, 100, 100, 100});
        for (int i = 0; i < 3; ++i)
            keep(room.store, room.contents.at(i));
        QVERIFY(room.store.read(blobIdOf(room.contents.at(0))));
        keep(room.store, room.contents.at(3));
        QCOMPARE(room.kept(), (QList<int>{0, 2, 3}));
        QCOMPARE(m_world->blobFiles().size(), 3);
    }

    void whatIsAheadOfOpenTickets_makesRoomLast()
    {
        // 0 is small and its ticket open; 1 is large; 2 is small and its ticket closed.
        Room room(*m_world, {.storeBytes = 300, .aheadBytes = 100}, {100, 101, 90, 150, 260}, {2});
        for (int i = 0; i < 3; ++i)
            keep(room.store, room.contents.at(i));
        keep(room.store, room.contents.at(3));
        QCOMPARE(room.kept(), (QList<int>{0, 3})); // the closed one's was opened last, and went all the same
        keep(room.store, room.contents.at(4));
        QCOMPARE(room.kept(), QList<int>{4});
    }

    void whatIsFetchedAhead_pushesOutNothingOfItsKind()
    {
        Room room(*m_world, {.storeBytes = 200, .aheadBytes = 100}, {100, 100, 60});
        keep(room.store, room.contents.at(0), Wish::Ahead);
        keep(room.store, room.contents.at(1), Wish::Ahead);
        const auto begun = room.store.begin(blobIdOf(room.contents.at(2)), 60, Wish::Ahead);
        QCOMPARE(begun.error().code, Code::DiskFull);
        QCOMPARE(room.kept(), (QList<int>{0, 1}));
    }

    void whatIsOnItsWay_makesNoRoom_andWhatHasNone_takesNothing()
    {
        Room room(*m_world, {.storeBytes = 200, .aheadBytes = 10}, {100, 100, 150, 201});
        keep(room.store, room.contents.at(0));
        (void)must(room.store.begin(blobIdOf(room.contents.at(1)), 100, Wish::Opened));
        const QSet<BlobId> busy{blobIdOf(room.contents.at(1))};
        const auto begin = [&](int which) {
            const QByteArray &content = room.contents.at(which);
            return room.store.begin(blobIdOf(content), content.size(), Wish::Opened, busy);
        };
        QCOMPARE(begin(2).error().code, Code::DiskFull);
        QCOMPARE(begin(3).error().code, Code::DiskFull);
        QCOMPARE(room.kept(), (QList<int>{0, 1}));
    }

    void whatIsMissing_isSmall_andOfAnActiveTicket()
    {
        Room room(*m_world, {.storeBytes = 1000, .aheadBytes = 100}, {50, 101, 60}, {2});
        m_world->take({attachments({attachmentOf(u"f20"_s, u"m1"_s, u"t10"_s, anyBytes(70, 20))})});
        const auto missing = [&](const QString &ticket, const QSet<BlobId> &except = {}) {
            const auto keys = must(room.store.activeTickets({{ticket}}));
            if (keys.isEmpty()) return u"-"_s;
            const auto found = must(room.store.missingOf(keys.constFirst(), except));
            return found ? found->id.value : QString();
        };
        QCOMPARE(missing(u"t10"_s), u"f20"_s);
        QCOMPARE(missing(u"t10"_s, {blobIdOf(anyBytes(70, 20))}), u"f10"_s);
        (void)must(room.store.begin(blobIdOf(anyBytes(70, 20)), 70, Wish::Ahead));
        QCOMPARE(missing(u"t10"_s), u"f20"_s); // begun is not here
        keep(room.store, anyBytes(70, 20), Wish::Ahead);
        keep(room.store, room.contents.at(0), Wish::Ahead);
        QCOMPARE(missing(u"t10"_s), QString());
        QCOMPARE(missing(u"t11"_s), QString());
        QCOMPARE(missing(u"t12"_s), u"-"_s);
        m_world->take({tickets({with(ticketRecord(u"t12"_s, 0, 2), u"status"_s, u"open"_s)})});
        QCOMPARE(missing(u"t12"_s), u"f12"_s); // reopened
    }

    void activeTickets_areListedNewestFirst()
    {
        Room room(*m_world, {}, {1, 2, 3, 4, 5, 6, 7, 8}, {1});
        const auto keyOf = [this](int which) {
            return m_world->value(u"SELECT \"row\" FROM tickets WHERE id = 't1%1'"_s.arg(which)).toLongLong();
        };
        QList<qint64> active;
        QSet<TicketId> all;
        for (int i = 0; i < 8; ++i) {
            if (i != 1) active.append(keyOf(i));
            all.insert({u"t1%1"_s.arg(i)});
        }
        QCOMPARE(must(room.store.activeTickets()), active);
        QCOMPARE(must(room.store.activeTickets(all)), active);
        // A closed ticket's key gives nothing either: it may have been closed since it was listed.
        QVERIFY(!must(room.store.missingOf(keyOf(1), {})));
    }
};

QTEST_GUILESS_MAIN(BlobPolicyTest)

#include "tst_blobpolicy.moc"
