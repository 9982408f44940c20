// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jmap/presenceboard.h"

#include "app/server/store/scopes.h"
#include "app/server/store/store.h"
#include "core/base/clock.h"

#include <QJsonDocument>

#include <algorithm>

namespace akwaba::jmap {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto gathering = 100ms;
constexpr auto lookForSilence = 5s;

} // namespace

PresenceBoard::PresenceBoard(store::Store &store) : m_store(store)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(gathering);
    m_silence.setInterval(lookForSilence);
    connect(&m_soon, &QTimer::timeout, this, &PresenceBoard::tellChanged);
    connect(&m_silence, &QTimer::timeout, this, &PresenceBoard::forgetSilent);
    m_store.onTold(this, [this](const QString &message) { hear(message); });
}

void PresenceBoard::say(const store::Caller &caller, const OwnPresence &own, const QObject *by)
{
    const QStringList keys = own.ticket.isEmpty() ? QStringList() : keysOf(own.ticket);
    if (!store::intersects(keys, caller.member.scopes)) return leave(caller.device, by);
    put(caller.device, {caller.agent, own, keys, by, {}});
    QJsonObject message = toJson(own);
    message.insert(u"device"_s, caller.device.value);
    message.insert(u"agent"_s, caller.agent.value);
    m_store.tellOthers(QString::fromUtf8(QJsonDocument(message).toJson(QJsonDocument::Compact)));
}

void PresenceBoard::leave(const DeviceId &device, const QObject *by)
{
    const auto seat = m_seats.constFind(device);
    if (seat == m_seats.constEnd() || seat->by != by) return;
    remove(device);
    QJsonObject message = toJson(OwnPresence());
    message.insert(u"device"_s, device.value);
    m_store.tellOthers(QString::fromUtf8(QJsonDocument(message).toJson(QJsonDocument::Compact)));
}

/// From another process, which has asked whether the agent may.
void PresenceBoard::hear(const QString &message)
{
    const QJsonObject frame = QJsonDocument::fromJson(message.toUtf8()).object();
    const auto own = ownPresenceFrom(frame);
    const DeviceId device{frame.value(u"device"_s).toString()};
    if (!own || device.isEmpty()) return;
    if (own->ticket.isEmpty()) return remove(device);
    put(device, {{frame.value(u"agent"_s).toString()}, *own, keysOf(own->ticket), nullptr, {}});
}

QStringList PresenceBoard::keysOf(const TicketId &ticket) const
{
    const auto row = m_store.read().and_then(
        [&ticket](const store::Snapshot &moment) { return moment.row(typeInfo<Ticket>(), ticket.value); });
    return row ? row->keys : QStringList();
}

void PresenceBoard::put(const DeviceId &device, const Seat &seat)
{
    Seat &mine = m_seats[device];
    if (mine.own != seat.own) {
        noteChange(mine);
        noteChange(seat);
    }
    mine = seat;
    mine.until = m_store.clock().monotonic() + presenceLasts;
    if (!m_silence.isActive()) m_silence.start();
}

void PresenceBoard::remove(const DeviceId &device)
{
    const auto seat = m_seats.constFind(device);
    if (seat == m_seats.constEnd()) return;
    noteChange(*seat);
    m_seats.erase(seat);
}

void PresenceBoard::noteChange(const Seat &seat)
{
    if (seat.own.ticket.isEmpty()) return;
    m_untold.insert(seat.own.ticket, seat.keys);
    if (!m_soon.isActive()) m_soon.start();
}

void PresenceBoard::forgetSilent()
{
    const auto now = m_store.clock().monotonic();
    for (const DeviceId &device : m_seats.keys()) {
        if (m_seats.value(device).until <= now) remove(device);
    }
    if (m_seats.isEmpty()) m_silence.stop();
}

void PresenceBoard::tellChanged()
{
    const auto untold = std::exchange(m_untold, {});
    for (auto ticket = untold.cbegin(); ticket != untold.cend(); ++ticket)
        Q_EMIT changed(on(ticket.key()), *ticket);
}

TicketPresence PresenceBoard::on(const TicketId &ticket) const
{
    TicketPresence all{ticket, {}};
    for (const Seat &seat : m_seats) {
        if (seat.own.ticket != ticket) continue;
        const auto known = std::ranges::find(all.present, seat.agent, &Present::agent);
        if (known == all.present.end())
            all.present.append({seat.agent, seat.own.mode});
        else
            known->mode = std::max(known->mode, seat.own.mode);
    }
    std::ranges::sort(all.present, [](const Present &one, const Present &other) {
        return std::tie(other.mode, one.agent.value) < std::tie(one.mode, other.agent.value);
    });
    return all;
}

QList<TicketPresence> PresenceBoard::visibleTo(const store::Caller &caller) const
{
    QHash<TicketId, TicketPresence> all;
    for (const Seat &seat : m_seats) {
        const TicketId &ticket = seat.own.ticket;
        if (!all.contains(ticket) && store::intersects(seat.keys, caller.member.scopes)) all.insert(ticket, on(ticket));
    }
    return all.values();
}

} // namespace akwaba::jmap
