// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "faultywire.h"
#include "mutant.h"
#include "worldconsole.h"
#include "worldserver.h"

#include <QCryptographicHash>

namespace akwaba::world {

/// One server, some consoles, a wire between them and one virtual clock: everything that happens is caused by a call
/// or by the schedule, and the same calls with the same seed give the same world. `violations` collects what the wire
/// and the consoles saw that must never be (properties.h says the rest).
class FakeWorld {
public:
    explicit FakeWorld(quint64 seed, const QString &mutant = {},
                       const WorldServer::MakePlace &makePlace = &WorldServer::inFolder);
    ~FakeWorld();

    struct Cast {
        QList<Team> teams;
        QList<Agent> agents;
        QList<Tag> tags;
        QList<Customer> customers;
    };

    /// Teams, agents, tags and customers, and one console for each agent; not started.
    void populate(int consoles);
    [[nodiscard]] TicketId addTicket(const TeamId &team);
    /// A customer writes: on this ticket.
    void customerWrites(const TicketId &ticket);

    [[nodiscard]] WorldServer &server() { return m_server; }
    [[nodiscard]] WorldConsole &console(int number) { return *m_consoles.at(std::size_t(number)); }
    [[nodiscard]] int consoles() const { return int(m_consoles.size()); }
    [[nodiscard]] FaultyWire &wire() { return m_wire; }
    [[nodiscard]] Cast &cast() { return m_cast; }
    [[nodiscard]] SeededRandom &random() { return m_random; }
    [[nodiscard]] ManualClock &clock() { return m_clock; }

    void startAll();
    void kill(int number);
    /// The next answer or timer of this console kills it between its two files.
    void tearNext(int number, WorldConsole::Torn torn) { m_tear.insert(number, torn); }
    /// The next thing that is due, a message or a timer; false when nothing is.
    bool advance();
    /// The time of the next thing; nothing when nothing is due.
    [[nodiscard]] std::optional<std::chrono::milliseconds> nextAt() const;
    /// Lets things happen until the time has passed.
    void pass(std::chrono::milliseconds time);
    /// No more faults; everybody runs, is online and may log in.
    void heal();
    /// Until all consoles are live with nothing left to do; false when that takes longer than `limit` of the world's
    /// time.
    [[nodiscard]] bool settle(std::chrono::milliseconds limit = std::chrono::minutes(10));
    /// heal() and settle().
    [[nodiscard]] bool syncAll();

    void note(const QString &what); // into the trace
    [[nodiscard]] QString trace() const { return QString::fromLatin1(m_trace.result().toHex()); }
    QStringList violations;

private:
    void wants(WorldConsole &console, const Effect &effect);
    void send(WorldConsole &console, const effect::Send &send);
    [[nodiscard]] HttpReply serve(int console, const effect::Send &send);
    void deliver(int console, int incarnation, const SyncEvent &event);
    void openPush(WorldConsole &console);
    void hintAll();
    void checkScope(WorldConsole &console);
    void checkCursor(WorldConsole &console);

    ManualClock m_clock{QDateTime({2026, 11, 23}, {9, 0}, Qt::UTC)};
    SeededRandom m_random;
    Schedule m_schedule{m_clock};
    FaultyWire m_wire{m_schedule, m_random};
    WorldServer m_server;
    const QString m_mutant;
    std::vector<std::unique_ptr<WorldConsole>> m_consoles;
    std::vector<std::unique_ptr<Mutant>> m_mutants; // of each console; null without one
    std::vector<bool> m_pushOpen;
    QHash<int, QStringList> m_scopesTold; // by console: the last scopeChanged
    QHash<int, std::pair<QString, qint64>> m_cursors; // by console: lineage and number
    QHash<int, WorldConsole::Torn> m_tear; // by console
    Cast m_cast;
    QCryptographicHash m_trace{QCryptographicHash::Sha256};
};

} // namespace akwaba::world
