// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/ids.h"

#include <QJsonObject>
#include <QList>
#include <QMetaType>

#include <array>
#include <chrono>
#include <string_view>

/// Who is on a ticket right now, and who is answering it (sync.md 2.17): a courtesy among agents, passed on from socket
/// to socket and stored nowhere. What keeps two from answering one mail is `basedOn`.
namespace akwaba {

enum class PresenceMode { Viewing, Replying };

template <class E> struct EnumNames;

template <> struct EnumNames<PresenceMode> {
    static constexpr auto all = std::to_array<std::string_view>({"viewing", "replying"});
};

/// What was said counts for so long; whoever is still there says it again before.
inline constexpr std::chrono::seconds presenceLasts{30};

/// What one device says of its agent: where he is, or that he is nowhere (an empty ticket).
struct OwnPresence {
    TicketId ticket;
    PresenceMode mode = PresenceMode::Viewing;
    bool operator==(const OwnPresence &) const = default;
};

struct Present {
    AgentId agent;
    PresenceMode mode = PresenceMode::Viewing;
    bool operator==(const Present &) const = default;
};

/// Everybody on one ticket, each agent once, whoever answers before whoever looks; nobody where all have left.
struct TicketPresence {
    TicketId ticket;
    QList<Present> present;
    bool operator==(const TicketPresence &) const = default;
};

// Frames of the WebSocket, both with "@type": "Presence".
[[nodiscard]] QJsonObject toJson(const OwnPresence &own);
[[nodiscard]] QJsonObject toJson(const TicketPresence &all);
/// Code::BadInput for another frame.
[[nodiscard]] Result<OwnPresence> ownPresenceFrom(const QJsonObject &frame);
[[nodiscard]] Result<TicketPresence> ticketPresenceFrom(const QJsonObject &frame);

} // namespace akwaba

Q_DECLARE_METATYPE(akwaba::TicketPresence)
