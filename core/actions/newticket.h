// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/commands.h"

namespace akwaba {

class Clock;
class Random;

/// What an agent records by hand: a call, or what a customer wrote where we have no interface.
struct NewTicket {
    Customer customer; ///< without an id: a new one
    Channel channel = Channel::Phone;
    QString subject;
    TeamId team;
    AgentId assignee;
    QString text;
    Direction direction = Direction::Incoming; ///< of a call
    int callSeconds = 0;
    CallOutcome callOutcome = CallOutcome::Answered;
    QString link; ///< of a social message
    QDateTime writtenAt; ///< when the customer wrote it
};

/// The customer where he is new, the ticket, and its first message, in the order in which they have to happen.
[[nodiscard]] QList<Command> commandsOf(const NewTicket &wanted, const Clock &clock, Random &random);

/// A new customer by a name and by what he can be reached at, told apart by its form: an e-mail address, a phone
/// number, or a handle on the channel.
[[nodiscard]] Customer customerFrom(const QString &name, const QString &contact, Channel channel);

} // namespace akwaba
