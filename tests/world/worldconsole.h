// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/engine.h"

#include <QMap>
#include <QTemporaryDir>

#include <memory>

namespace akwaba::world {

/// One console with real files and no shutdown: a process is ended by destroying it wherever it stands. What it wants
/// from the network it hands to `wants`; its timer is a date in the world's time.
class WorldConsole {
public:
    using Wants = std::function<void(const Effect &)>;

    WorldConsole(int number, ApplyContext me, const Clock &clock, Random &random, Wants wants);
    ~WorldConsole();

    [[nodiscard]] bool isRunning() const { return m_engine != nullptr; }
    void start();
    void kill();
    /// Killed between the two files: only one of them kept what this event did.
    enum class Torn { OutboxLost, CacheLost };
    void dieDuring(const SyncEvent &event, Torn torn);
    /// Both while it is not running.
    void destroyCache();
    void destroyOutbox();

    void happens(const SyncEvent &event);
    /// Ends with the iid once it is durable; killed before it is shown if `dies`.
    [[nodiscard]] QString perform(const Command &command, bool dies = false);
    [[nodiscard]] bool cancel(const QString &iid);

    [[nodiscard]] int number() const { return m_number; }
    [[nodiscard]] const ApplyContext &me() const { return m_me; }
    [[nodiscard]] int incarnation() const { return m_incarnation; }
    [[nodiscard]] Engine &engine() const { return *m_engine; }
    [[nodiscard]] Outbox &outbox() const { return *m_outbox; }
    [[nodiscard]] Cache &cache() const { return *m_cache; }
    /// When the timer fires; nothing while none is armed.
    [[nodiscard]] std::optional<std::chrono::milliseconds> timerAt() const { return m_timerAt; }
    [[nodiscard]] bool isIdle() const;

    /// What its outbox says of an intent; empty when it knows none.
    [[nodiscard]] QString intentState(const QString &iid);
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    /// Its two files with their keys, the cache first.
    [[nodiscard]] QList<std::pair<QString, QByteArray>> databases() const;
    /// The rows that an agent sees, by id.
    [[nodiscard]] QMap<QString, QJsonObject> rows(const TypeInfo &type);

private:
    void open();
    [[nodiscard]] QString path(const char *file) const;
    void copyFiles(const char *database, bool back) const;

    const int m_number;
    const ApplyContext m_me;
    const Clock &m_clock;
    Random &m_random;
    const Wants m_wants;
    QTemporaryDir m_folder;
    QByteArray m_cacheKey = QByteArray(32, 'c');
    QByteArray m_outboxKey = QByteArray(32, 'o');
    std::unique_ptr<Outbox> m_outbox;
    std::unique_ptr<Cache> m_cache;
    std::unique_ptr<Engine> m_engine;
    int m_incarnation = 0;
    std::optional<std::chrono::milliseconds> m_timerAt;
};

} // namespace akwaba::world
