// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"

#include <QTcpServer>
#include <QTimer>

#include <chrono>

class QTcpSocket;

/// The way to a server on loopback as a bad network is: by dice it delays what comes, stalls a connection for long or
/// cuts it in the middle of what is said. Bytes are never changed and never overtake each other. On the thread that
/// made it.
class TroubledWay : public QObject {
public:
    /// Out of 1,000 pieces that arrive, at either end of a connection.
    struct Dice {
        quint64 cuts = 0;
        quint64 stalls = 0;
        quint64 delays = 0;
        std::chrono::milliseconds longestStall{0};
        std::chrono::milliseconds longestDelay{0};
    };
    struct Count {
        qint64 connections = 0;
        qint64 cuts = 0;
        qint64 stalls = 0;
        qint64 delays = 0;
    };

    TroubledWay(quint16 target, akwaba::Random &random);

    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    void trouble(const Dice &dice) { m_dice = dice; }
    /// No trouble from now on; what was held goes on at once.
    void heal();
    /// Connections through it that are open now.
    [[nodiscard]] int open() const;
    [[nodiscard]] const Count &count() const { return m_count; }

private:
    class Link;
    enum class Fate { Passes, Delayed, Stalled, Cut };
    [[nodiscard]] Fate throwDice();
    [[nodiscard]] std::chrono::milliseconds upTo(std::chrono::milliseconds longest);

    const quint16 m_target;
    akwaba::Random &m_random;
    Dice m_dice;
    Count m_count;
    QTcpServer m_server;
};
