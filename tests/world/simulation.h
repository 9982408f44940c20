// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "erasing.h"

namespace akwaba::world {

/// What a life is made of besides its seed: less of it makes a failure easier to understand.
struct Life {
    quint64 seed = 1;
    int steps = 2000;
    QSet<QString> without; // kinds of trouble that this life does not know, of troubles()
    bool forgets = false; // many people come, send files and are erased, and many agents lose their teams
    bool operator==(const Life &) const = default;
};

struct Report {
    QStringList violations;
    QMap<QString, int> faults; // by kind
    QMap<QString, int> deeds; // by kind
    int faultCount = 0;
    int crashes = 0; // of consoles and the server
    PairCounts pairs{}; // events met by the engine, by its state
    std::chrono::milliseconds virtualTime{0};
    QString trace; // the same for the same seed
    ErasureFigures erasures;
};

/// The kinds of trouble that a life may be without.
[[nodiscard]] QStringList troubles();

/// One random life of a world: `steps` things happen to it, then it is healed and judged. The seed decides everything,
/// also which faults this life knows (swarm testing: not all of them each time); a life of few faults gets the rest of
/// them at its end.
class Simulation {
public:
    explicit Simulation(Life life, const QString &mutant = {},
                        const WorldServer::MakePlace &makePlace = &WorldServer::inFolder);
    ~Simulation();

    [[nodiscard]] Report run();

private:
    using Doing = void (Simulation::*)();
    struct Choice {
        int weight;
        Doing doing;
        const char *trouble = nullptr; // what a life must know for it
    };

    void step();
    void chooseFaults();
    void forgetOften();
    void chooseWindows();
    void topUp();
    void judge();
    [[nodiscard]] bool knows(const char *trouble) const;
    [[nodiscard]] int faultsSoFar();
    [[nodiscard]] int crashesSoFar();

    // What agents do.
    void deed();
    void undo();
    void goOffline();
    void syncNow();
    void writeApart();
    // What befalls machines.
    void killOrStart();
    void startOne();
    void tearApart();
    void failDisk();
    void cutPower();
    void flipBit();
    void jumpClock();
    void suspend();
    void ageMachines();
    void passDays();
    void night();
    void closeTickets();
    void reopenTicket();
    void pester();
    void restartServer();
    void failServer();
    void otherServer();
    void changeFaults();
    // What happens at the server.
    void customerWrites();
    void newTicket();
    void stopLoop();
    void moveTicket();
    void changeMembership();
    void destroyTicket();
    [[nodiscard]] QStringList saidOn(const CustomerId &customer);
    void eraseCustomer();
    void disableOrEnable();
    void newLineage();
    void backUpServer();
    void restoreServer();
    void sendMail();

    [[nodiscard]] int someNumber() { return int(m_world.random().below(quint64(m_world.consoles()))); }
    [[nodiscard]] WorldConsole *someConsole();
    [[nodiscard]] std::optional<Ticket> someTicketOf(WorldConsole &console);
    [[nodiscard]] std::optional<Ticket> someServerTicket();
    void createFor(WorldConsole &console, const Ticket &ticket);
    void perform(WorldConsole &console, const Command &command, bool dies = false);
    [[nodiscard]] QString wordsInDraft(WorldConsole &console, const Command &command);
    [[nodiscard]] bool isUp(const WorldConsole &console) const;
    void checkOwnWrite(WorldConsole &console, const Command &command);
    void checkNotShown(WorldConsole &console, const QString &ticket, const QJsonObject &before);
    template <class T> [[nodiscard]] const T &oneOf(const QList<T> &list)
    {
        return list.at(qsizetype(m_world.random().below(quint64(list.size()))));
    }
    [[nodiscard]] bool chance(int percent) { return m_world.random().below(100) < quint64(percent); }
    void count(const QString &what) { ++m_counts[what]; }
    void fault(const QString &what) { m_world.countFault(what); }

    const Life m_life;
    FakeWorld m_world;
    QList<Deed> m_deeds;
    QSet<QString> m_givenUp; // what agents saw in drafts and wrote over, sent or discarded
    QSet<QString> m_unread; // drafts in which they saw what the world could not read
    QStringList m_destroyed;
    std::optional<Erasures> m_erasures; // of a life that forgets
    QMap<QString, int> m_counts;
    Faults m_known; // the faults of this life
    SeededRandom m_ageing; // dice of their own: lives that know nothing of it stay what they were
    SeededRandom m_drafting; // the same
    SeededRandom m_calendar; // likewise
    bool m_hasWindows = false;
    bool m_machinesAreSetBack = false;
    bool m_lineageChanges = false;
    bool m_restores = false;
    bool m_disksFail = false;
    qsizetype m_destroyedAtBackup = 0;
};

} // namespace akwaba::world
