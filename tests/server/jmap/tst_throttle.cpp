// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jmap/loginthrottle.h"
#include "core/base/clock.h"

#include <QTest>

using namespace akwaba;
using namespace akwaba::jmap;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// How long who may try again when, with a clock that stands still.
class TestThrottle : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void someFailuresAreFree_thenTheWaitDoublesUpToItsMost();
    void failuresAreForgottenOneByOne();
    void theOldestKeysAreForgotten();
    void onlyThePairOfAccountAndAddressWaits();
    void anotherSpellingOfTheAddressIsTheSameAccount();
    void anAttemptThatHasToWaitIsNotCounted();
    void aSuccessBeginsAnew();
    void whatWasNoAttemptCostsNothing();
    void aBotnetSlowsTheAccountDown();
    void aBotnetDoesNotKeepAKnownDeviceOut();
    void aKnownDeviceIsCountedByItself();
    void aSpraySlowsTheAddressDown();
    void aNeighbourInTheSameIpv6NetworkIsTheSameAddress();
    void tenThousandAccountsTakeBoundedRoom();
    void codesAreCountedByThemselves();
};

namespace {

constexpr ThrottleRule rule{3, 2s, 10s, 1min};

struct Door {
    ManualClock clock{QDateTime(QDate(2026, 11, 23), QTime(9, 0), Qt::UTC)};
    LogInThrottle throttle{clock};

    static LogInAttempt from(const QString &address, const QString &email = u"awa@shop.ci"_s)
    {
        return {email, QHostAddress(address), {}};
    }
    /// Failures until somebody has to wait, at most `most`.
    int failuresUntilWait(const std::function<LogInAttempt(int)> &attempt, int most)
    {
        for (int i = 0; i < most; ++i)
            if (throttle.admit(attempt(i)) > 0s) return i;
        return most;
    }
};

QString address(int i) { return u"198.51.%1.%2"_s.arg(i / 250).arg(i % 250); }

} // namespace

void TestThrottle::someFailuresAreFree_thenTheWaitDoublesUpToItsMost()
{
    Throttle throttle(rule, 10);
    std::chrono::milliseconds now = 0ms;
    QList<qint64> waits;
    for (int i = 0; i < 7; ++i) {
        throttle.count("a", now);
        waits.append(throttle.wait("a", now).count());
        now += throttle.wait("a", now);
        QCOMPARE(throttle.wait("a", now), 0ms);
    }
    QCOMPARE(waits, (QList<qint64>{0, 0, 2000, 4000, 8000, 10000, 10000}));
    QCOMPARE(throttle.wait("b", now), 0ms);
}

void TestThrottle::failuresAreForgottenOneByOne()
{
    Throttle throttle(rule, 10);
    for (int i = 0; i < 4; ++i)
        throttle.count("a", 0ms);
    throttle.count("a", 2min); // two of the four are forgotten
    QCOMPARE(throttle.wait("a", 2min), 2s);
    throttle.count("a", 1h);
    QCOMPARE(throttle.wait("a", 1h), 0ms);
}

void TestThrottle::theOldestKeysAreForgotten()
{
    Throttle throttle(rule, 10);
    for (int i = 0; i < 1000; ++i)
        throttle.count(QByteArray::number(i), 0ms);
    QCOMPARE(throttle.size(), 10);
    for (int i = 0; i < 2; ++i) {
        throttle.count("0", 0ms);
        throttle.count("999", 0ms);
    }
    QCOMPARE(throttle.wait("999", 0ms), 2s);
    QCOMPARE(throttle.wait("0", 0ms), 0ms);
}

void TestThrottle::onlyThePairOfAccountAndAddressWaits()
{
    Door door;
    QCOMPARE(door.failuresUntilWait([](int) { return Door::from(u"192.0.2.1"_s); }, 100), 5);
    QCOMPARE(door.throttle.admit(Door::from(u"192.0.2.1"_s)), 2s);
    QCOMPARE(door.throttle.admit(Door::from(u"192.0.2.2"_s)), 0s);
    QCOMPARE(door.throttle.admit(Door::from(u"192.0.2.1"_s, u"koffi@shop.ci"_s)), 0s);
}

void TestThrottle::anotherSpellingOfTheAddressIsTheSameAccount()
{
    Door door;
    (void)door.failuresUntilWait([](int) { return Door::from(u"192.0.2.1"_s); }, 100);
    QVERIFY(door.throttle.admit(Door::from(u"192.0.2.1"_s, u" AWA@shop.ci"_s)) > 0s);
    QVERIFY(door.throttle.admit(Door::from(u"::ffff:192.0.2.1"_s)) > 0s);
}

void TestThrottle::anAttemptThatHasToWaitIsNotCounted()
{
    Door door;
    (void)door.failuresUntilWait([](int) { return Door::from(u"192.0.2.1"_s); }, 100);
    for (int i = 0; i < 1000; ++i)
        QCOMPARE(door.throttle.admit(Door::from(u"192.0.2.1"_s)), 2s);
    door.clock.advance(1500ms);
    QCOMPARE(door.throttle.admit(Door::from(u"192.0.2.1"_s)), 1s); // never told too little
    door.clock.advance(500ms);
    QCOMPARE(door.throttle.admit(Door::from(u"192.0.2.1"_s)), 0s);
    QCOMPARE(door.throttle.admit(Door::from(u"192.0.2.1"_s)), 4s);
}

void TestThrottle::aSuccessBeginsAnew()
{
    Door door;
    const LogInAttempt awa = Door::from(u"192.0.2.1"_s);
    QCOMPARE(door.failuresUntilWait([&](int) { return awa; }, 4), 4);
    QCOMPARE(door.throttle.admit(awa), 0s);
    door.throttle.succeeded(awa);
    QCOMPARE(door.failuresUntilWait([&](int) { return awa; }, 100), 5);
}

void TestThrottle::whatWasNoAttemptCostsNothing()
{
    Door door;
    const LogInAttempt awa = Door::from(u"192.0.2.1"_s);
    for (int i = 0; i < 500; ++i) {
        QCOMPARE(door.throttle.admit(awa), 0s);
        door.throttle.takeBack(awa);
    }
    QCOMPARE(door.throttle.size(), 0);
}

void TestThrottle::aBotnetSlowsTheAccountDown()
{
    Door door;
    QCOMPARE(door.failuresUntilWait([](int i) { return Door::from(address(i)); }, 1000), 100);
    QVERIFY(door.throttle.admit(Door::from(u"192.0.2.1"_s)) > 0s);
    QCOMPARE(door.throttle.admit(Door::from(u"192.0.2.1"_s, u"koffi@shop.ci"_s)), 0s);
}

void TestThrottle::aBotnetDoesNotKeepAKnownDeviceOut()
{
    Door door;
    (void)door.failuresUntilWait([](int i) { return Door::from(address(i)); }, 1000);
    (void)door.failuresUntilWait([](int) { return Door::from(u"192.0.2.1"_s); }, 1000);
    LogInAttempt his = Door::from(u"192.0.2.1"_s);
    his.knownDevice = DeviceId{u"d1"_s};
    QCOMPARE(door.throttle.admit(his), 0s);
}

void TestThrottle::aKnownDeviceIsCountedByItself()
{
    Door door;
    const auto stolen = [](int i) { return LogInAttempt{u"awa@shop.ci"_s, QHostAddress(address(i)), {u"d1"_s}}; };
    QCOMPARE(door.failuresUntilWait(stolen, 1000), 5); // from wherever it tries
    LogInAttempt other = stolen(0);
    other.knownDevice = DeviceId{u"d2"_s};
    QCOMPARE(door.throttle.admit(other), 0s);
}

void TestThrottle::aSpraySlowsTheAddressDown()
{
    Door door;
    const auto spray = [](int i) { return Door::from(u"192.0.2.1"_s, u"agent%1@shop.ci"_s.arg(i)); };
    QCOMPARE(door.failuresUntilWait(spray, 1000), 100);
    QCOMPARE(door.throttle.admit(Door::from(u"192.0.2.2"_s, u"agent1@shop.ci"_s)), 0s);
}

void TestThrottle::aNeighbourInTheSameIpv6NetworkIsTheSameAddress()
{
    Door door;
    const auto hop = [](int i) { return Door::from(u"2001:db8:1:2::%1"_s.arg(i + 1)); };
    QCOMPARE(door.failuresUntilWait(hop, 1000), 5);
    QCOMPARE(door.throttle.admit(Door::from(u"2001:db8:1:3::1"_s)), 0s);
}

void TestThrottle::tenThousandAccountsTakeBoundedRoom()
{
    Door door;
    for (int i = 0; i < 60'000; ++i)
        (void)door.throttle.admit(Door::from(address(i), u"agent%1@shop.ci"_s.arg(i)));
    QVERIFY(door.throttle.size() > 10'000);
    QVERIFY(door.throttle.size() <= 45'000);
}

void TestThrottle::codesAreCountedByThemselves()
{
    Door door;
    for (int i = 0; i < 5; ++i) {
        QCOMPARE(door.throttle.codeWait(Door::from(address(i))), 0s);
        door.throttle.countCode(Door::from(address(i)));
    }
    QCOMPARE(door.throttle.codeWait(Door::from(u"192.0.2.1"_s)), 10s); // from wherever
    QCOMPARE(door.throttle.codeWait(Door::from(u"192.0.2.1"_s, u"koffi@shop.ci"_s)), 0s);
    QCOMPARE(door.throttle.admit(Door::from(u"192.0.2.1"_s)), 0s);
    LogInAttempt his = Door::from(u"192.0.2.1"_s);
    his.knownDevice = DeviceId{u"d1"_s};
    QCOMPARE(door.throttle.codeWait(his), 0s);
    door.throttle.codeFitted(Door::from(u"192.0.2.1"_s));
    QCOMPARE(door.throttle.codeWait(Door::from(u"192.0.2.1"_s)), 0s);
}

QTEST_GUILESS_MAIN(TestThrottle)
#include "tst_throttle.moc"
