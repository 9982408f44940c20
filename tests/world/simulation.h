// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "erasing.h"

namespace akwaba::world {

struct Report {
    QStringList violations;
    QMap<QString, int> counts; // faults and deeds by kind
    std::chrono::milliseconds virtualTime{0};
    QString trace; // the same for the same seed
    ErasureFigures erasures;
};

/// One random life of a world: `steps` things happen to it, then it is healed and judged. The seed decides everything,
/// also which faults this life knows (swarm testing: not all of them each time).
class Simulation {
public:
    Simulation(quint64 seed, int steps, const QString &mutant = {},
               const WorldServer::MakePlace &makePlace = &WorldServer::inFolder);

    [[nodiscard]] Report run();
    /// A life in which many people come and are erased, and many agents lose their teams.
    void forgetOften() { m_forgetsOften = true; }

private:
    using Doing = void (Simulation::*)();
    struct Choice {
        int weight;
        Doing doing;
    };

    void step();
    void chooseFaults();
    void judge();

    // What agents do.
    void deed();
    void undo();
    void goOffline();
    void syncNow();
    // What befalls machines.
    void killOrStart();
    void tearApart();
    void restartServer();
    void changeFaults();
    // What happens at the server.
    void customerWrites();
    void newTicket();
    void stopLoop();
    void moveTicket();
    void changeMembership();
    void destroyTicket();
    void eraseCustomer();
    void disableOrEnable();
    void newLineage();
    void backUpServer();
    void restoreServer();
    void sendMail();

    [[nodiscard]] WorldConsole *someConsole();
    [[nodiscard]] std::optional<Ticket> someTicketOf(WorldConsole &console);
    [[nodiscard]] std::optional<Ticket> someServerTicket();
    [[nodiscard]] Command someCommand(WorldConsole &console, const Ticket &ticket, Deed &deed);
    [[nodiscard]] Command someMessage(const Ticket &ticket, Deed &deed);
    void remember(const Deed &deed, const Command &command);
    template <class T> [[nodiscard]] const T &oneOf(const QList<T> &list)
    {
        return list.at(qsizetype(m_world.random().below(quint64(list.size()))));
    }
    [[nodiscard]] bool chance(int percent) { return m_world.random().below(100) < quint64(percent); }
    void count(const QString &what) { ++m_counts[what]; }

    const int m_steps;
    FakeWorld m_world;
    QList<Deed> m_deeds;
    QStringList m_destroyed;
    Erasures m_erasures;
    QMap<QString, int> m_counts;
    Faults m_known; // the faults of this life
    bool m_lineageChanges = false;
    bool m_restores = false;
    bool m_forgetsOften = false;
    qsizetype m_destroyedAtBackup = 0;
};

} // namespace akwaba::world
