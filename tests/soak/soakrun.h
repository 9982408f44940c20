// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/server/endurance/serverprocess.h"
#include "tests/server/endurance/smtpsink.h"
#include "tests/soak/consolesprocess.h"
#include "tests/soak/soakfigures.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTimer>

#include <memory>
#include <vector>

struct SoakPlan {
    int consoles = 50;
    int perProcess = 10;
    std::chrono::milliseconds pace{10'000}; ///< between two deeds of an agent, on average
    std::chrono::milliseconds time{0}; ///< of work; it goes on until there are as many deeds as well
    qint64 deeds = 0;
    quint64 seed = 1;
    TroubledWay::Dice dice{2, 2, 50, std::chrono::seconds(40), std::chrono::milliseconds(300)};
    bool isOnPostgresql = false;
};

/// Consoles at work for long, over a bad network, on one real server (sync.md 4.5): the first quarter warms everything
/// up. Then, and again at the end, the network heals and all comes to rest: what server and consoles hold of the
/// machine at the two moments is compared, and at the end what was written with what the server, each console and the
/// customers have. A seed repeats the choices, not the timing.
class SoakRun : public QObject {
public:
    explicit SoakRun(const SoakPlan &plan);

    [[nodiscard]] SoakFigures run();

private:
    [[nodiscard]] bool begin();
    [[nodiscard]] bool workOn(double part);
    [[nodiscard]] bool comeToRest();
    [[nodiscard]] bool converge();
    void sample();
    void compare();
    [[nodiscard]] qint64 deeds() const;
    [[nodiscard]] ProcessUse clientsUse() const;
    [[nodiscard]] ProcessUse atRest(ProcessUse use) const;
    /// Says what is wrong, and returns false.
    bool violated(const QString &what);

    const SoakPlan m_plan;
    akwaba::SeededRandom m_random;
    QTemporaryDir m_folder;
    SmtpSink m_sink;
    ServerProcess m_server;
    TroubledWay m_way;
    Company m_company;
    std::vector<std::unique_ptr<ConsolesProcess>> m_processes;
    QTimer m_asking;
    QElapsedTimer m_sinceStart;
    QElapsedTimer m_sinceTold;
    SoakFigures m_figures;
};
