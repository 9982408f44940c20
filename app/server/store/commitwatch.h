// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/databasesource.h"

#include <QLockFile>
#include <QObject>
#include <QSqlDriver>
#include <QTimer>

#include <memory>
#include <optional>

namespace akwaba::store {

/// Notices that another process may have committed, and settles which of them does what only one may do: sending and
/// fetching mail. On PostgreSQL it listens, on a connection of its own, which also holds a lock that the leader has;
/// when the connection dies, which the driver doesn't tell, the watchdog makes a new one. On SQLite it only looks now
/// and then, and there is one process to lead.
class CommitWatch : public QObject {
    Q_OBJECT
public:
    CommitWatch(DatabaseSource &source, QObject *parent = nullptr);
    ~CommitWatch() override;

    /// Code::Locked where another server works on the same file.
    [[nodiscard]] Result<void> start();
    [[nodiscard]] bool isLeading() const { return m_leading; }
    /// What the watchdog does; public so that a test needs no timer.
    void check();

Q_SIGNALS:
    /// Something may have been committed: look.
    void woken();
    void leadingChanged(bool leads);
    /// A process said this, ours or another.
    void told(const QString &message);

private:
    void hear(const QString &channel, QSqlDriver::NotificationSource source, const QVariant &payload);
    void listen();
    [[nodiscard]] bool holdsLeadership();
    void setLeading(bool leads);

    DatabaseSource &m_source;
    std::optional<Database> m_database;
    QTimer m_watchdog;
    std::unique_ptr<QLockFile> m_alone; // of a file
    bool m_leading = false;
    bool m_listening = false;
    bool m_locked = false; // by the connection that is open
};

/// Nobody else serves from this folder while it is held. Code::Locked where somebody does.
[[nodiscard]] Result<std::unique_ptr<QLockFile>> lockServing(const QString &directory);

/// Code::Locked while a server leads on this PostgreSQL; holds its place until the connection ends.
[[nodiscard]] Result<void> lockLeading(Database &database);

} // namespace akwaba::store
