// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/soak/troubledway.h"

#include <QTcpSocket>

using namespace std::chrono_literals;

namespace {
constexpr quint64 pieces = 1000;
constexpr qint64 mostHeld = 64 * 1024; // bytes of one end; beyond that the other one waits
} // namespace

/// One connection and its other half; ends with the two.
class TroubledWay::Link : public QObject {
public:
    Link(QTcpSocket *caller, TroubledWay &way) : QObject(&way), m_way(way), m_caller(caller), m_called(new QTcpSocket)
    {
        m_called->setParent(this);
        m_caller->setParent(this);
        m_hold.setSingleShot(true);
        connect(&m_hold, &QTimer::timeout, this, [this] { pass(); });
        join(m_caller, m_called);
        join(m_called, m_caller);
        connect(m_called, &QTcpSocket::connected, this, [this] { pass(); });
        m_called->connectToHost(QHostAddress(QHostAddress::LocalHost), m_way.m_target);
    }

    void heal()
    {
        m_hold.stop();
        pass();
    }

private:
    void join(QTcpSocket *from, QTcpSocket *to)
    {
        from->setReadBufferSize(mostHeld);
        connect(from, &QTcpSocket::readyRead, this, [this, from, to] { arrived(*from, *to); });
        connect(to, &QTcpSocket::bytesWritten, this, [this] { pass(); });
        connect(from, &QTcpSocket::stateChanged, this, [this, to](QAbstractSocket::SocketState state) {
            if (state != QAbstractSocket::UnconnectedState) return;
            pass();
            to->disconnectFromHost();
            endWhenBothHave();
        });
    }

    void arrived(QTcpSocket &from, QTcpSocket &to)
    {
        if (m_hold.isActive() || m_called->state() != QAbstractSocket::ConnectedState) return;
        switch (m_way.throwDice()) {
        case Fate::Passes: return pass();
        case Fate::Delayed: return m_hold.start(m_way.upTo(m_way.m_dice.longestDelay));
        case Fate::Stalled: return m_hold.start(m_way.upTo(m_way.m_dice.longestStall));
        case Fate::Cut:
            to.write(from.read(from.bytesAvailable() / 2));
            to.flush();
            m_caller->abort();
            m_called->abort();
        }
    }

    void pass()
    {
        if (m_hold.isActive() || m_called->state() == QAbstractSocket::ConnectingState) return;
        passOn(*m_caller, *m_called);
        passOn(*m_called, *m_caller);
    }

    static void passOn(QTcpSocket &from, QTcpSocket &to)
    {
        if (!from.isOpen() || to.state() != QAbstractSocket::ConnectedState || to.bytesToWrite() >= mostHeld) return;
        if (const QByteArray bytes = from.read(mostHeld); !bytes.isEmpty()) to.write(bytes);
    }

    void endWhenBothHave()
    {
        if (m_caller->state() == QAbstractSocket::UnconnectedState
            && m_called->state() == QAbstractSocket::UnconnectedState)
            deleteLater();
    }

    TroubledWay &m_way;
    QTcpSocket *m_caller;
    QTcpSocket *m_called;
    QTimer m_hold;
};

TroubledWay::TroubledWay(quint16 target, akwaba::Random &random) : m_target(target), m_random(random)
{
    if (!m_server.listen(QHostAddress::LocalHost)) qFatal("no port for the way to the server");
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *socket = m_server.nextPendingConnection()) {
            ++m_count.connections;
            new Link(socket, *this);
        }
    });
}

void TroubledWay::heal()
{
    m_dice = {};
    for (QObject *link : children()) {
        if (auto *held = dynamic_cast<Link *>(link)) held->heal();
    }
}

int TroubledWay::open() const
{
    int links = 0;
    for (const QObject *child : children())
        links += dynamic_cast<const Link *>(child) != nullptr ? 1 : 0;
    return links;
}

TroubledWay::Fate TroubledWay::throwDice()
{
    quint64 thrown = m_random.below(pieces);
    const auto falls = [&thrown](quint64 share, qint64 &count) {
        const bool isHit = thrown < share;
        thrown -= isHit ? 0 : share;
        count += isHit ? 1 : 0;
        return isHit;
    };
    if (falls(m_dice.cuts, m_count.cuts)) return Fate::Cut;
    if (falls(m_dice.stalls, m_count.stalls)) return Fate::Stalled;
    if (falls(m_dice.delays, m_count.delays)) return Fate::Delayed;
    return Fate::Passes;
}

std::chrono::milliseconds TroubledWay::upTo(std::chrono::milliseconds longest)
{
    return 1ms + std::chrono::milliseconds(m_random.below(quint64(longest.count())));
}
