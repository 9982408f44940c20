// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/erasuretables.h"
#include "app/server/store/store.h"
#include "core/cache/cacherekey.h"
#include "core/sync/client.h"
#include "tests/core/cache/world.h"
#include "tests/server/endurance/company.h"
#include "tests/server/endurance/serverprocess.h"
#include "tests/server/peers/testplace.h"

using namespace akwaba;
using namespace akwaba::test;

namespace {

constexpr int patienceMs = 20'000;

/// A console from its start until it was granted a lease.
struct Shift {
    Shift(const ClientConfig &config) : client(config, clock, random)
    {
        QObject::connect(&client, &Client::leaseGranted, &client, [this](const LeaseGrant &grant) { granted = grant; });
        const auto opened = client.open();
        if (!QTest::qWaitFor([&] { return opened.isFinished() && granted; }, patienceMs)) qFatal("no lease");
        must(opened.result());
    }

    const SystemClock clock;
    SystemRandom random;
    std::optional<LeaseGrant> granted;
    Client client;
};

} // namespace

/// After an erasure the old copy is under no key any more (sync.md 3.4, L3), from the server to the file.
class TestShredding : public QObject {
    Q_OBJECT

    static ClientConfig configOf(const Company::Seat &seat, const QTemporaryDir &folder, const QUrl &server)
    {
        ClientConfig config;
        config.cacheFile = folder.filePath(u"cache.db"_s);
        config.outboxFile = folder.filePath(u"outbox.db"_s);
        config.secrets = {cacheKey, outboxKey, seat.token};
        config.server.url = server;
        config.me = {seat.agent, seat.device};
        config.isLeased = true;
        return config;
    }
    static store::ErasureStatus statusIn(store::Store &store)
    {
        return must(store::erasureStatus(must(store.read()).database())).constFirst();
    }
    static void take(ClientConfig &config, const LeaseGrant &grant)
    {
        config.secrets.lease = renewed(config.secrets.lease, grant, SystemClock().now());
    }

private Q_SLOTS:
    void afterAnErasure_theCacheIsWrittenAnew_andTheOldHalfIsDestroyed()
    {
        const QTemporaryDir folder;
        SystemRandom random;
        const SystemClock clock;
        ServerProcess server(testPlace(folder.filePath(u"server"_s)), 1);
        QVERIFY2(server.start(), qPrintable(server.report()));
        const Company company = furnish(server.place(), 1, random);
        ClientConfig config = configOf(company.seats.constFirst(), folder, server.url());
        const auto store = must(store::Store::open(server.place(), clock, random));
        {
            Shift first(config);
            take(config, *first.granted);
            QCOMPARE(config.secrets.lease.half.generation, 0); // it was there before its first lease
            const auto ticket = must(must(store->read()).find<Ticket>(company.shared.constFirst()));
            (void)must(store->eraseCustomer(ticket->customer));
            QTRY_COMPARE_WITH_TIMEOUT(statusIn(*store).acked, 1, patienceMs);
        }
        const QByteArray before = config.secrets.cacheKey();
        config.secrets.lease = rotated(config.secrets.lease);
        must(rekeyCache(config.cacheFile, before, config.secrets.cacheKey()));
        {
            Shift second(config); // under the half that was made before the erasure: that one is to go
            QCOMPARE(statusIn(*store).shredded, 0);
            take(config, *second.granted);
            QCOMPARE(config.secrets.lease.half.generation, 1);
            QCOMPARE(config.secrets.lease.next.generation, 2);
        }
        const QByteArray old = config.secrets.cacheKey();
        config.secrets.lease = rotated(config.secrets.lease);
        must(rekeyCache(config.cacheFile, old, config.secrets.cacheKey()));
        {
            Shift third(config);
            QCOMPARE(third.granted->halves.size(), 1);
            QCOMPARE(third.granted->halves.constFirst().generation, 2);
            QCOMPARE(statusIn(*store).shredded, 1);
        }
        QCOMPARE(Database::open(config.cacheFile, {.key = old}).error().code, Code::Corrupt);
        QVERIFY(Database::open(config.cacheFile, {.key = config.secrets.cacheKey()}));
        QVERIFY2(server.stop(), qPrintable(server.report()));
    }
};

QTEST_GUILESS_MAIN(TestShredding)
#include "tst_shredding.moc"
