// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/calllimit.h"

#include <QTest>

#include <array>

#include <sys/socket.h>
#include <unistd.h>

using namespace akwaba;
using namespace std::chrono_literals;

namespace {

/// Two ends of a connection, of which the first is ours.
class Wire {
public:
    Wire() { made = socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, ends.data()) == 0; }
    Q_DISABLE_COPY_MOVE(Wire)
    ~Wire()
    {
        for (const int end : ends)
            ::close(end);
    }

    /// What is sent from the far end arrives.
    [[nodiscard]] bool works() const
    {
        char byte = 0;
        return made && send(ends[1], "a", 1, MSG_NOSIGNAL) == 1 && recv(ends[0], &byte, 1, 0) == 1;
    }

    std::array<int, 2> ends{-1, -1};
    bool made = false;
};

} // namespace

class TestCallLimit : public QObject {
    Q_OBJECT

private:
    std::shared_ptr<CallLimit> m_limit;

private Q_SLOTS:
    void init() { m_limit = std::make_shared<CallLimit>(50ms); }

    void callThatLasts_losesItsConnection()
    {
        const Wire wire;
        CallLimit::Connection connection;
        QVERIFY(connection.putUnder(m_limit, wire.ends[0]));
        QVERIFY(wire.works());
        const Call call(connection);
        QTRY_COMPARE(m_limit->exceeded(), 1);
        QVERIFY(!wire.works());
    }

    void everyConnectionUnderTheLimit_isGivenUpWithIt()
    {
        const Wire calling;
        const Wire resting;
        CallLimit::Connection first;
        CallLimit::Connection second;
        QVERIFY(first.putUnder(m_limit, calling.ends[0]) && second.putUnder(m_limit, resting.ends[0]));
        const Call call(first);
        QTRY_COMPARE(m_limit->exceeded(), 1);
        QVERIFY(!resting.works());
    }

    void connectionWithoutACall_isLeftAlone()
    {
        const Wire resting;
        const Wire calling;
        const auto other = std::make_shared<CallLimit>(50ms);
        CallLimit::Connection first;
        CallLimit::Connection second;
        QVERIFY(first.putUnder(m_limit, resting.ends[0]) && second.putUnder(other, calling.ends[0]));
        {
            const Call short_(first);
        }
        const Call call(second);
        QTRY_COMPARE(other->exceeded(), 1);
        QCOMPARE(m_limit->exceeded(), 0);
        QVERIFY(resting.works());
    }

    void oneThatWasExceeded_goesOn()
    {
        for (int time = 1; time <= 3; ++time) {
            const Wire wire;
            CallLimit::Connection connection;
            QVERIFY(connection.putUnder(m_limit, wire.ends[0]));
            const Call call(connection);
            QTRY_COMPARE(m_limit->exceeded(), time);
        }
    }

    /// libpq closes its socket when it finds the server gone, and whoever opens one next gets its number.
    void numberThatMeansAnotherSocketByNow_isNotTouched()
    {
        Wire mine;
        const Wire somebodyElses;
        CallLimit::Connection connection;
        QVERIFY(connection.putUnder(m_limit, mine.ends[0]));
        const Call call(connection);
        QCOMPARE(dup2(somebodyElses.ends[0], mine.ends[0]), mine.ends[0]);
        QTRY_COMPARE(m_limit->exceeded(), 1);
        QVERIFY(somebodyElses.works());
    }

    void connectionThatWasReleased_isNoLongerWatched()
    {
        const Wire released;
        const Wire calling;
        CallLimit::Connection first;
        CallLimit::Connection second;
        QVERIFY(first.putUnder(m_limit, released.ends[0]) && second.putUnder(m_limit, calling.ends[0]));
        first.release();
        const Call withoutALimit(first);
        const Call call(second);
        QTRY_COMPARE(m_limit->exceeded(), 1);
        QVERIFY(released.works());
    }
};

QTEST_GUILESS_MAIN(TestCallLimit)
#include "tst_calllimit.moc"
