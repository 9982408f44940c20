// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/devicekeys.h"
#include "app/server/store/erasuretables.h"
#include "app/server/store/leasewatch.h"
#include "app/server/store/secretbox.h"
#include "app/server/store/sessions.h"
#include "core/database/statement.h"
#include "tests/server/store/storefixture.h"

#include <QFile>

using namespace akwaba;
using namespace akwaba::store;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The server's halves of the keys of caches, and when they are destroyed (sync.md 3.4, 3.5).
class DeviceKeysTest : public QObject {
    Q_OBJECT

    struct Office : StoreFixture {
        Team team = StoreFixture::team(u"Nord"_s);
        Agent awa = agent(u"Awa"_s, {team.id});
        Customer adjoua = customer(u"Adjoua"_s);
        Ticket toner = ticket(team.id, adjoua.id);
        SecretBox box{place.directory, random};
        DeviceId device = deviceOf(awa);

        DeviceId deviceOf(const Agent &agent)
        {
            Device made;
            made.id = id<DeviceId>();
            made.agent = agent.id;
            return put(made).id;
        }
        LeaseGrant renew(int holds)
        {
            LeaseGrant grant;
            write([&](Writer &writer) {
                return renewLease(writer, box, {device, holds, std::chrono::days(7)})
                    .map([&grant](const LeaseGrant &given) { grant = given; });
            });
            return grant;
        }
        QString erase() { return must(store->eraseCustomer(adjoua.id)); }
        void answer(const QString &erasure)
        {
            ErasureAck ack;
            ack.erasure = erasure;
            ack.level = ErasureLevel::ByteClean;
            ack.endedAt = clock.now();
            write([&](Writer &writer) { return acknowledgeErasure(writer, device, ack); });
        }
        ErasureStatus status() { return must(erasureStatus(must(store->read()).database())).constFirst(); }
        qint64 kept()
        {
            const Snapshot snapshot = must(store->read());
            return must(snapshot.database().value(u"SELECT count(*) FROM device_keys"_s)).toLongLong();
        }
        void look() { must(LeaseWatch(*store).look()); }
    };

    static QList<int> generations(const LeaseGrant &grant)
    {
        QList<int> all;
        for (const KeyHalf &half : grant.halves)
            all.append(half.generation);
        return all;
    }

private Q_SLOTS:
    void aDevice_getsAHalf_andTheSameOneAtEachContact()
    {
        Office office;
        const LeaseGrant first = office.renew(0);
        QCOMPARE(generations(first), QList<int>{1});
        QCOMPARE(first.halves.constFirst().bytes.size(), KeyHalf::size);
        QCOMPARE(first.endsAt, office.clock.now().addDays(7));
        office.clock.advance(24h);
        const LeaseGrant second = office.renew(1);
        QCOMPARE(second.halves, first.halves);
        QCOMPARE(second.endsAt, office.clock.now().addDays(7));
    }

    void twoDevices_haveDifferentOnes()
    {
        Office office;
        const LeaseGrant mine = office.renew(0);
        office.device = office.deviceOf(office.awa);
        QVERIFY(office.renew(0).halves != mine.halves);
    }

    void theDatabaseAlone_hasNoHalf()
    {
        Office office;
        const QByteArray half = office.renew(0).halves.constFirst().bytes;
        const Snapshot snapshot = StoreFixture::must(office.store->read());
        const QString sealed =
            StoreFixture::must(snapshot.database().value(u"SELECT half FROM device_keys"_s)).toString();
        QVERIFY(!sealed.contains(QString::fromLatin1(half.toBase64())));
        QVERIFY(!QByteArray::fromBase64(sealed.toLatin1()).contains(half));
    }

    void afterAnErasure_anotherHalfIsOffered_andTheOldOneGoesOnceItIsTaken()
    {
        Office office;
        const KeyHalf old = office.renew(0).halves.constFirst();
        (void)office.renew(1);
        office.clock.advance(1min);
        office.answer(office.erase());
        office.clock.advance(1min);
        const LeaseGrant offered = office.renew(1);
        QCOMPARE(generations(offered), (QList<int>{1, 2}));
        QCOMPARE(offered.halves.constFirst(), old);
        QCOMPARE(generations(office.renew(1)), (QList<int>{1, 2})); // not yet taken: no third one
        QCOMPARE(office.status().shredded, 0);
        QCOMPARE(generations(office.renew(2)), QList<int>{2});
        QCOMPARE(office.status().shredded, 1);
        QCOMPARE(office.kept(), 1);
        QCOMPARE(generations(office.renew(2)), QList<int>{2}); // until the next erasure
    }

    void whatWasErasedAfterTheHalfWasMade_isNotShreddedByIt()
    {
        Office office;
        (void)office.renew(0);
        office.clock.advance(1min);
        const QString erasure = office.erase();
        office.answer(erasure);
        QCOMPARE(generations(office.renew(1)), (QList<int>{1, 2}));
        (void)office.renew(2);
        const QDateTime shredded = office.clock.now();
        QCOMPARE(office.status().shredded, 1);
        office.clock.advance(1min);
        const Customer other = office.customer(u"Koffi"_s);
        (void)office.ticket(office.team.id, other.id);
        office.answer(StoreFixture::must(office.store->eraseCustomer(other.id)));
        QCOMPARE(office.status().shredded, 0);
        QCOMPARE(generations(office.renew(2)), (QList<int>{2, 3}));
        QCOMPARE(office.status().shredded, 0);
        QVERIFY(shredded < office.clock.now());
    }

    void aDeviceThatDoesNotComeBack_losesItsKey_whenAnErasureWaits()
    {
        Office office;
        (void)office.renew(0);
        const QString erasure = office.erase();
        office.clock.advance(std::chrono::days(7) - 1min);
        office.look();
        QCOMPARE(office.kept(), 1);
        QCOMPARE(office.status().leaseEnded, 0);
        office.clock.advance(2min);
        office.look();
        QCOMPARE(office.kept(), 0);
        QCOMPARE(office.status().leaseEnded, 1);
        QCOMPARE(office.status().pending, QStringList{office.device.value}); // it has still to do it
        QCOMPARE(generations(office.renew(1)), QList<int>{2}); // and gets another one
        office.answer(erasure);
        QCOMPARE(office.status().leaseEnded, 0);
    }

    void withoutAnErasure_theKeyOfAnAbsentDeviceIsKept()
    {
        Office office;
        const LeaseGrant before = office.renew(0);
        office.clock.advance(std::chrono::days(40));
        office.look();
        QCOMPARE(office.renew(1).halves, before.halves);
    }

    void aRevokedDevice_losesItsKeyAtOnce()
    {
        Office office;
        (void)office.renew(0);
        office.write([&](Writer &writer) { return revokeDevice(writer, office.device, office.awa.id); });
        QCOMPARE(office.kept(), 0);
    }

    void afterARestore_aDeviceGetsAHalfThatIsNewerThanItsOwn()
    {
        Office office; // no backup has its halves
        QCOMPARE(generations(office.renew(4)), QList<int>{5});
        QCOMPARE(generations(office.renew(4)), QList<int>{5});
        QCOMPARE(generations(office.renew(5)), QList<int>{5});
    }

    void whoLostTheFileOfSecrets_makesNewHalves()
    {
        Office office;
        const LeaseGrant before = office.renew(0);
        QVERIFY(QFile::remove(office.place.directory + u"/secrets.key"_s));
        SecretBox other(office.place.directory, office.random);
        LeaseGrant after;
        office.write([&](Writer &writer) {
            return renewLease(writer, other, {office.device, 1, std::chrono::days(7)})
                .map([&after](const LeaseGrant &given) { after = given; });
        });
        QCOMPARE(generations(after), QList<int>{2});
        QVERIFY(after.halves.constFirst().bytes != before.halves.constFirst().bytes);
    }
};

QTEST_GUILESS_MAIN(DeviceKeysTest)
#include "tst_devicekeys.moc"
