// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/presence.h"

#include <QHash>
#include <QObject>
#include <QStringList>
#include <QTimer>

namespace akwaba::store {
struct Caller;
class Store;
} // namespace akwaba::store

namespace akwaba::jmap {

/// Where each agent is, as his devices say: in memory only, and forgotten half a minute after it was last said. Other
/// server processes of the same company are told, and tell. The server's thread; the store must outlive it.
class PresenceBoard : public QObject {
    Q_OBJECT

public:
    explicit PresenceBoard(store::Store &store);

    /// A device is on a ticket, or on none, as it says on the socket `by`. A ticket that its agent may not see counts
    /// as none.
    void say(const store::Caller &caller, const OwnPresence &own, const QObject *by);
    /// The socket has ended. What the device has said on another one since stays.
    void leave(const DeviceId &device, const QObject *by);
    /// All tickets on which somebody is, as far as the caller may see them.
    [[nodiscard]] QList<TicketPresence> visibleTo(const store::Caller &caller) const;

    /// What the timers do; public so that a test needs none.
    void forgetSilent();
    void tellChanged();

Q_SIGNALS:
    /// Somebody came to a ticket, left it or began to answer it. `keys` are the scope keys of those who may know.
    void changed(const akwaba::TicketPresence &now, const QStringList &keys);

private:
    struct Seat {
        AgentId agent;
        OwnPresence own;
        QStringList keys; // of the ticket
        const QObject *by = nullptr; // null: another process
        std::chrono::milliseconds until{0}; // monotonic
    };

    [[nodiscard]] QStringList keysOf(const TicketId &ticket) const;
    void hear(const QString &message);
    void put(const DeviceId &device, const Seat &seat);
    void remove(const DeviceId &device);
    void noteChange(const Seat &seat);
    [[nodiscard]] TicketPresence on(const TicketId &ticket) const;

    store::Store &m_store;
    QHash<DeviceId, Seat> m_seats;
    QHash<TicketId, QStringList> m_untold; // tickets with their keys
    QTimer m_soon; // what comes together is told together
    QTimer m_silence;
};

} // namespace akwaba::jmap
