// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "faultywire.h"
#include "mutant.h"
#include "worldconsole.h"
#include "worldserver.h"

#include <QCryptographicHash>

namespace akwaba::world {

/// Stands in every personal text of the world, and nowhere else: where it shows up that is not a record, something is
/// said that must not be (P14).
inline constexpr QLatin1StringView canary{"canari"};

/// A text like no other, and like no piece of another; the same for the same id.
[[nodiscard]] QString wordsOf(const QString &id);

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
        QList<EscalationPath> paths; // from each team to the other
    };

    /// Teams, agents, tags and customers, and one console for each agent; not started. With `shared` the last console
    /// is the first agent's second.
    void populate(int consoles, bool shared = false);
    [[nodiscard]] TicketId addTicket(const TeamId &team);
    /// A customer writes: on this ticket.
    void customerWrites(const TicketId &ticket);
    /// From here on customers send files along, some of them the same as others do.
    void attachFiles() { m_filesAreAttached = true; }
    /// The content of a file that this console shows and does not have comes in, as a download brings it: all of it, or
    /// its beginning. Nothing where it has all.
    void fetchFile(int number);
    /// Several customers send it.
    [[nodiscard]] bool isSharedFile(const BlobId &blob) const;
    /// What customers wrote, whatever became of it.
    [[nodiscard]] const QStringList &saidByCustomers() const { return m_said; }
    /// Called when a console is about to tell the server that it has let go of something.
    void onAcknowledging(std::function<void(int console, const QString &erasure)> listener)
    {
        m_acknowledging = std::move(listener);
    }

    [[nodiscard]] WorldServer &server() { return m_server; }
    [[nodiscard]] WorldConsole &console(int number) { return *m_consoles.at(std::size_t(number)); }
    [[nodiscard]] int consoles() const { return int(m_consoles.size()); }
    [[nodiscard]] FaultyWire &wire() { return m_wire; }
    [[nodiscard]] Cast &cast() { return m_cast; }
    [[nodiscard]] SeededRandom &random() { return m_random; }
    [[nodiscard]] ManualClock &clock() { return m_clock; }

    void startAll();
    /// False where it could not begin, or died over it.
    bool start(int number);
    void kill(int number);
    /// The next answer or timer of this console kills it between its two files.
    void tearNext(int number, WorldConsole::Torn torn) { m_tear.insert(number, torn); }
    /// Nothing reaches this machine and nothing happens in it for so long.
    void suspend(int number, std::chrono::milliseconds time);
    [[nodiscard]] bool isAwake(int number) const { return !m_asleep.contains(number); }
    /// As if its driver said so, whether it makes sense or not.
    void tell(int number, const SyncEvent &event) { deliver(number, console(number).incarnation(), event); }

    /// To the image of its disk: what it was told since then it does not know.
    void setBack(int number);
    /// The next thing that is due, a message or a timer; false when nothing is.
    bool advance();
    /// The next message of this console, whatever is due before; false when there is none.
    bool advanceConsole(int number) { return m_schedule.runNextOf(number); }
    bool loseNextOf(int number) { return m_schedule.loseNextOf(number); }
    /// Every connection breaks off.
    void loseMessages() { m_schedule.loseMessages(); }
    /// The time of the next thing; nothing when nothing is due.
    [[nodiscard]] std::optional<std::chrono::milliseconds> nextAt() const;
    /// Lets things happen until the time has passed.
    void pass(std::chrono::milliseconds time);
    /// No more faults; everybody runs, is online and may log in, and the server is up to date.
    void heal();
    /// Until all consoles are live with nothing left to do; false when that takes longer than `limit` of the world's
    /// time.
    [[nodiscard]] bool settle(std::chrono::milliseconds limit = std::chrono::minutes(10));
    /// heal() and settle().
    [[nodiscard]] bool syncAll();

    /// P4: what this console shows now is not older than what it showed before.
    void checkRevs(int number, const QMap<QString, qint64> &tickets);

    /// What befell machines and messages, by kind.
    [[nodiscard]] const QMap<QString, int> &faults() const { return m_wire.counts(); }
    void countFault(const QString &kind) { m_wire.count(kind); }
    /// Adds what the disks did since it was called for the last time; true if they did something.
    bool countDiskFaults();

    void note(const QString &what); // into the trace
    [[nodiscard]] QString trace() const { return QString::fromLatin1(m_trace.result().toHex()); }
    QStringList violations;

private:
    /// How far a console's cache has come, until something that may set it back.
    struct Progress {
        QString lineage;
        int setbacks = 0;
        qint64 cursor = 0;
        QHash<QString, qint64> revs;
        bool isMixed = false; // with answers of another lineage than that of the cursor
    };

    /// The last scopeChanged that a console was sent.
    struct ScopesTold {
        QStringList scopes;
        QString state;
        QString lineage; // of the server
    };

    struct Sleep {
        std::chrono::milliseconds until{0}; // monotonic
        int incarnation = 0;
        bool hadPush = false;
    };

    void wake(int number);
    [[nodiscard]] Result<void> attachSome(store::Writer &writer, Message &message);
    [[nodiscard]] Result<void> tellSomebody(store::Writer &writer, const TicketId &ticket);
    void wants(WorldConsole &console, const Effect &effect);
    void send(WorldConsole &console, const effect::Send &send);
    void listenToConsole(int number, const effect::Send &send) const;
    [[nodiscard]] std::optional<HttpReply> serve(int console, const effect::Send &send);
    void listen(int console, const HttpReply &reply);
    void deliver(int console, int incarnation, const SyncEvent &event);
    void openPush(WorldConsole &console);
    [[nodiscard]] bool hasPush(int number) const;
    void hintAll();
    void checkScope(WorldConsole &console);
    void checkCursor(WorldConsole &console);
    [[nodiscard]] Progress &progressOf(WorldConsole &console);
    void noteLineage(int number, const QString &lineage);
    [[nodiscard]] std::optional<std::chrono::milliseconds> timerOf(const WorldConsole &console) const;

    ManualClock m_clock{QDateTime({2026, 11, 23}, {9, 0}, Qt::UTC)};
    SeededRandom m_random;
    Schedule m_schedule{m_clock};
    FaultyWire m_wire{m_schedule, m_random};
    WorldServer m_server;
    const QString m_mutant;
    std::vector<std::unique_ptr<WorldConsole>> m_consoles;
    std::vector<std::unique_ptr<Mutant>> m_mutants; // of each console; null without one
    std::vector<int> m_pushOf; // of each console: its incarnation that has a channel
    QMap<int, Sleep> m_asleep; // by console
    QHash<int, ScopesTold> m_scopesTold; // by console
    QHash<int, Progress> m_progress; // by console
    QHash<int, WorldConsole::Torn> m_tear; // by console
    Cast m_cast;
    QStringList m_said;
    bool m_filesAreAttached = false;
    SeededRandom m_fileDice; // of their own: lives without files stay what they were
    std::function<void(int, const QString &)> m_acknowledging;
    QCryptographicHash m_trace{QCryptographicHash::Sha256};
};

} // namespace akwaba::world
