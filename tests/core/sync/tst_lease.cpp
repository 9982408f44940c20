// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/sync/lease.h"
#include "core/sync/secrets.h"
#include "stubserver.h"

#include <QJsonDocument>
#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;

namespace {

const QDateTime monday(QDate(2026, 11, 23), QTime(9, 0), Qt::UTC);

KeyHalf half(int generation) { return {generation, QByteArray(32, char('a' + generation))}; }

LeaseGrant grant(const QList<KeyHalf> &halves, const QDateTime &serverTime = monday)
{
    return {halves, serverTime.addDays(7), serverTime};
}

Lease held() { return renewed({half(1), {}, {}, {}}, grant({half(1)}), monday); }

QByteArray json(const QJsonObject &object) { return QJsonDocument(object).toJson(QJsonDocument::Compact); }

Result<LeaseGrant> asked(const StubServer &server, int holds)
{
    QObject context;
    const auto answer = requestLease({server.url(), {}}, "token", holds, &context);
    const bool came = QTest::qWaitFor([&answer] { return answer.isFinished(); });
    return came ? answer.result() : Result<LeaseGrant>(fail(Code::Internal, u"no answer"_s));
}

QByteArray counted(int from)
{
    QByteArray bytes;
    for (int i = 0; i < 32; ++i)
        bytes += char(from + i);
    return bytes;
}

} // namespace

/// How long a cache may be opened without the server, and by which key (sync.md 3.4).
class TestLease : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void withoutALease_theCacheStaysOpen() { QCOMPARE(stateOf({}, monday), LeaseState::Open); }

    void aLease_isOpenUntilItsEnd()
    {
        QCOMPARE(stateOf(held(), monday.addDays(7).addMSecs(-1)), LeaseState::Open);
        QCOMPARE(stateOf(held(), monday.addDays(7)), LeaseState::Over);
    }

    void itsEnd_isToldByThisMachinesClock()
    {
        // The server is an hour ahead.
        const Lease lease = renewed({half(1), {}, {}, {}}, grant({half(1)}, monday.addSecs(3600)), monday);
        QCOMPARE(lease.endsAt, monday.addDays(7));
        QCOMPARE(lease.seenAt, monday);
    }

    void aClockThatWentBack_closesIt()
    {
        QCOMPARE(stateOf(held(), monday.addSecs(-299)), LeaseState::Open); // corrected by seconds all the time
        QCOMPARE(stateOf(held(), monday.addSecs(-301)), LeaseState::ClockSetBack);
        QCOMPARE(stateOf(held(), QDateTime(QDate(2000, 1, 1), QTime(0, 0), Qt::UTC)), LeaseState::ClockSetBack);
    }

    void aClockThatIsSetRightAgain_doesNotOpenIt()
    {
        QCOMPARE(stateOf(closed(held()), monday.addDays(1)), LeaseState::ClockSetBack);
        QCOMPARE(stateOf(closed(held()), monday.addDays(8)), LeaseState::Over);
    }

    void whatIsClosed_hasNoHalfOfTheServer()
    {
        Lease lease = held();
        lease.next = half(2);
        QVERIFY(closed(lease).half.bytes.isEmpty());
        QCOMPARE(closed(lease).half.generation, 1); // so that it is asked for
        QCOMPARE(closed(lease).next, KeyHalf());
    }

    void aContact_opensItAgain_underTheSameKey()
    {
        const Lease lease = renewed(closed(held()), grant({half(1)}, monday.addDays(20)), monday.addDays(20));
        QCOMPARE(lease.half, half(1));
        QCOMPARE(stateOf(lease, monday.addDays(26)), LeaseState::Open);
    }

    void aNewHalf_isForTheNextOpening()
    {
        const Lease lease = renewed(held(), grant({half(1), half(2)}), monday);
        QCOMPARE(lease.half, half(1));
        QCOMPARE(lease.next, half(2));
        QCOMPARE(rotated(lease).half, half(2));
        QCOMPARE(rotated(lease).next, KeyHalf());
        QCOMPARE(rotated(held()), held());
    }

    void aServerThatHasOurHalfNoMore_doesNotTakeItFromUs()
    {
        // It was restored: no backup has halves.
        const Lease lease = renewed(held(), grant({half(2)}), monday);
        QCOMPARE(lease.half, half(1));
        QCOMPARE(lease.next, half(2));
    }

    void aHalfThatWasDestroyed_takesTheCacheWithIt()
    {
        const Lease lease = renewed(closed(held()), grant({half(2)}), monday);
        QCOMPARE(lease.half, half(2));
        QCOMPARE(lease.next, KeyHalf());
    }

    void aCacheOfBefore_isUnderTheDevicesHalf_untilItIsWrittenAnew()
    {
        const Lease lease = renewed({}, grant({half(1)}), monday);
        QCOMPARE(lease.half.generation, 0);
        QCOMPARE(lease.next, half(1));
        QCOMPARE(cacheKeyOf(QByteArray(32, 'd'), lease.half), QByteArray(32, 'd'));
    }

    void theKey_isMadeOfBothHalves_asRfc5869Says()
    {
        // Reckoned by another implementation of HKDF-SHA256.
        const QByteArray expected =
            QByteArray::fromHex("a75a35b3feb838d195765836c4772fde597b68d6fa38c8a85c6b0df90c6edc51");
        QCOMPARE(cacheKeyOf(counted(0), {7, counted(32)}), expected);
        QVERIFY(cacheKeyOf(counted(0), {8, counted(32)}) != expected);
        QVERIFY(cacheKeyOf(counted(1), {7, counted(32)}) != expected);
        QVERIFY(cacheKeyOf(counted(0), {7, counted(33)}) != expected);
    }

    void theKeyring_keepsTheLease()
    {
        SeededRandom random(1);
        Secrets secrets = newSecrets(random, "token");
        secrets.lease = renewed(held(), grant({half(1), half(2)}), monday);
        QCOMPARE(*secretsFrom(toBytes(secrets)), secrets);
    }

    void anEntryOfBefore_isReadWithoutALease()
    {
        const QByteArray entry = '\x01' + QByteArray(32, 'c') + QByteArray(32, 'o') + "token";
        QCOMPARE(*secretsFrom(entry), (Secrets{QByteArray(32, 'c'), QByteArray(32, 'o'), "token", {}}));
    }

    void anEntryOfANewerProgram_isNoDamage()
    {
        QCOMPARE(secretsFrom("\x03whatever").error().code, Code::TooNew);
        QCOMPARE(secretsFrom("\x02whatever").error().code, Code::Corrupt);
    }

    void theServer_isAskedWithTheGenerationThatIsHeld()
    {
        const StubServer server(
            [](const QByteArray &) { return StubServer::http("200 OK", json(toJson(grant({half(3)})))); });
        QCOMPARE(*asked(server, 3), grant({half(3)}));
        const QByteArray request = server.requests().constFirst();
        QVERIFY(request.startsWith("POST /auth/lease HTTP/1.1\r\n"));
        QVERIFY(request.contains("Authorization: Bearer token\r\n"));
        QVERIFY(request.endsWith("\r\n\r\n{\"holds\":3}"));
    }

    void anAnswerThatIsNone_isRefused_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<Code>("code");
        const auto without = [](const char *member) {
            QJsonObject object = toJson(grant({half(1)}));
            object.remove(QLatin1StringView(member));
            return json(object);
        };
        QTest::newRow("a server of before") << QByteArray("404 Not Found") << QByteArray() << Code::Protocol;
        QTest::newRow("logged out") << QByteArray("401 Unauthorized") << QByteArray() << Code::Unauthenticated;
        QTest::newRow("no JSON") << QByteArray("200 OK") << QByteArray("<html>") << Code::Protocol;
        for (const char *member : {"keyHalves", "leaseEndsAt", "serverTime"})
            QTest::newRow(member) << QByteArray("200 OK") << without(member) << Code::Protocol;
        QTest::newRow("a short half") << QByteArray("200 OK") << json(toJson(grant({KeyHalf{1, "short"}})))
                                      << Code::Protocol;
        QTest::newRow("no order") << QByteArray("200 OK") << json(toJson(grant({half(2), half(1)}))) << Code::Protocol;
    }
    void anAnswerThatIsNone_isRefused()
    {
        QFETCH(QByteArray, status);
        QFETCH(QByteArray, body);
        QFETCH(Code, code);
        const StubServer server([&](const QByteArray &) { return StubServer::http(status, body); });
        const auto answer = asked(server, 1);
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, code);
    }
};

QTEST_GUILESS_MAIN(TestLease)
#include "tst_lease.moc"
