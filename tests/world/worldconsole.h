// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/sync/engine.h"
#include "faultydisk.h"

#include <QMap>
#include <QTemporaryDir>

#include <memory>

namespace akwaba {
class Database;
} // namespace akwaba

namespace akwaba::world {

/// The clock of one machine: its wall clock may be wrong, its seconds are everybody's.
class MachineClock final : public Clock {
public:
    explicit MachineClock(const Clock &world) : m_world(world) { }
    [[nodiscard]] QDateTime now() const override { return m_world.now().addMSecs(m_off.count()); }
    [[nodiscard]] std::chrono::milliseconds monotonic() const override { return m_world.monotonic(); }
    void jump(std::chrono::milliseconds by) { m_off += by; }

private:
    const Clock &m_world;
    std::chrono::milliseconds m_off{0};
};

/// How often each event met the engine in each state.
using PairCounts = std::array<std::array<qint64, Engine::eventCount>, Engine::stateCount>;

/// One console with real files and no shutdown: a process is ended by destroying it wherever it stands. What it wants
/// from the network it hands to `wants`; its timer is a date in the world's time. It ends by itself where its disk says
/// so.
class WorldConsole {
public:
    using Wants = std::function<void(const Effect &)>;

    WorldConsole(int number, ApplyContext me, const Clock &world, Random &random, Wants wants);
    ~WorldConsole();

    [[nodiscard]] bool isRunning() const { return m_engine != nullptr; }
    /// Code::Io, DiskFull: its disk would not let it; it may be tried again.
    Result<void> start();
    void kill();
    void cutPower();
    /// Killed between the two files: only one of them kept what this event did.
    enum class Torn { OutboxLost, CacheLost };
    void dieDuring(const SyncEvent &event, Torn torn);
    /// All three while it is not running.
    void destroyCache();
    void destroyOutbox();
    /// Before it runs for the first time: its files are not encrypted, so that a search of them as they lie there sees
    /// all that a cipher would hide from it.
    void layOpen();
    /// Before it runs for the first time; everything unless it is called.
    void setWindow(const WindowPolicy &window) { m_window = window; }
    [[nodiscard]] const WindowPolicy &window() const { return m_window; }
    void flipBitOfCache(quint64 bit); // modulo its size
    /// An image of its disk, as of now; and the machine is killed and set back to it, as by whoever restores one.
    void keepImage();
    void setBackToImage();
    [[nodiscard]] bool hasImage() const { return !m_image.isEmpty(); }

    void happens(const SyncEvent &event);
    struct Performed {
        QString iid;
        bool isKept = true; // durable; otherwise nobody was told so, but it may be
    };
    /// Killed before it is shown if `dies`.
    Performed perform(const Command &command, bool dies = false);
    /// Nothing where it is not certain.
    [[nodiscard]] std::optional<bool> cancel(const QString &iid);
    /// All that waits for the text index goes into it, as it does while nobody does anything.
    void indexTexts();

    [[nodiscard]] int number() const { return m_number; }
    [[nodiscard]] const ApplyContext &me() const { return m_me; }
    [[nodiscard]] int incarnation() const { return m_incarnation; }
    [[nodiscard]] MachineClock &clock() { return m_clock; }
    [[nodiscard]] FaultyDisk &disk() { return m_disk; }
    [[nodiscard]] Engine &engine() const { return *m_engine; }
    [[nodiscard]] Outbox &outbox() const { return *m_outbox; }
    [[nodiscard]] Cache &cache() const { return *m_cache; }
    [[nodiscard]] int rebuilds() const { return m_rebuilds; } // of a cache that could not be read
    [[nodiscard]] int evicted() const { return m_evicted; } // tickets that left its window
    /// How often something happened that may set its cache back.
    [[nodiscard]] int setbacks() const { return m_setbacks + m_rebuilds; }
    /// A bit of it is another, and nobody has noticed.
    [[nodiscard]] bool isDamaged() const { return m_isDamaged; }
    [[nodiscard]] const PairCounts &pairs() const { return m_pairs; }
    /// When the timer fires; nothing while none is armed.
    [[nodiscard]] std::optional<std::chrono::milliseconds> timerAt() const { return m_timerAt; }
    [[nodiscard]] bool isIdle() const;

    [[nodiscard]] QString folder() const { return m_folder.path(); }
    /// Its two files with their keys, the cache first.
    [[nodiscard]] QList<std::pair<QString, QByteArray>> databases() const;
    /// What its outbox says of each intent that it knows.
    [[nodiscard]] QHash<QString, QString> intentStates();
    /// Why it says that it was not done.
    [[nodiscard]] QString reasonOf(const QString &iid);
    struct Sent {
        QString iid;
        qint64 dseq = 0;
        bool wasSent = false;
        bool isFree = false; // waits for no other intent
    };
    /// What has a number for the server, in the order in which it was written.
    [[nodiscard]] QList<Sent> numbered();
    /// What it knows of and put into no request yet. Nothing where its disk does not let anybody look.
    [[nodiscard]] QSet<QString> neverSent();
    // The rows that an agent sees. Nothing from a file that can't be read.
    [[nodiscard]] QMap<QString, QJsonObject> rows(const TypeInfo &type); ///< by id
    [[nodiscard]] QJsonObject row(const TypeInfo &type, const QString &id);
    [[nodiscard]] QMap<QString, qint64> revs(const TypeInfo &type); ///< by id: much faster than all of them
    /// What a question finds, whose rows are texts.
    [[nodiscard]] QList<QStringList> ask(const QString &sql, const QString &value);

private:
    [[nodiscard]] Result<void> open();
    [[nodiscard]] Result<void> openCache();
    void close();
    void rebuildCache();
    void tidy();
    [[nodiscard]] Database *reader();
    [[nodiscard]] QString path(const char *file) const;
    void copyFiles(const char *database, bool back) const;
    [[nodiscard]] QStringList files() const; // with their logs, whether they are there or not

    const int m_number;
    const ApplyContext m_me;
    MachineClock m_clock;
    Random &m_random;
    const Wants m_wants;
    WindowPolicy m_window{.days = 0};
    QTemporaryDir m_folder;
    FaultyDisk m_disk;
    QByteArray m_cacheKey = QByteArray(32, 'c');
    QByteArray m_outboxKey = QByteArray(32, 'o');
    std::unique_ptr<Outbox> m_outbox;
    std::unique_ptr<Cache> m_cache;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<Database> m_reader; // of the cache
    QHash<QString, QByteArray> m_image; // by path
    int m_incarnation = 0;
    int m_rebuilds = 0;
    int m_setbacks = 0;
    int m_evicted = 0;
    bool m_offline = false; // by the agent's choice
    bool m_cacheIsBroken = false;
    bool m_isDamaged = false;
    bool m_imageIsDamaged = false;
    PairCounts m_pairs{};
    std::optional<std::chrono::milliseconds> m_timerAt;
};

} // namespace akwaba::world
