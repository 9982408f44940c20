// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/escalation.h"

#include <algorithm>
#include <array>

namespace akwaba {

namespace {

using State = EscalationState;
using Side = EscalationSide;

constexpr auto moves = std::to_array<EscalationMove>({
    {State::Requested, State::Accepted, Side::Receiver},
    {State::Requested, State::Refused, Side::Receiver},
    {State::Requested, State::Withdrawn, Side::Sender},
    {State::Accepted, State::InProgress, Side::Receiver},
    {State::Accepted, State::WaitingThirdParty, Side::Receiver},
    {State::Accepted, State::HandedBack, Side::Receiver},
    {State::Accepted, State::Withdrawn, Side::Sender},
    {State::InProgress, State::WaitingThirdParty, Side::Receiver},
    {State::InProgress, State::HandedBack, Side::Receiver},
    {State::InProgress, State::Withdrawn, Side::Sender},
    {State::WaitingThirdParty, State::Answered, Side::Receiver},
    {State::WaitingThirdParty, State::HandedBack, Side::Receiver},
    {State::WaitingThirdParty, State::Withdrawn, Side::Sender},
    {State::Answered, State::WaitingThirdParty, Side::Receiver},
    {State::Answered, State::HandedBack, Side::Receiver},
    {State::Answered, State::Withdrawn, Side::Sender},
    {State::HandedBack, State::Closed, Side::Sender},
    {State::HandedBack, State::Requested, Side::Sender},
});

} // namespace

std::span<const EscalationMove> escalationMoves() { return moves; }

const EscalationMove *escalationMove(State from, State to)
{
    const auto found =
        std::ranges::find_if(moves, [&](const EscalationMove &move) { return move.from == from && move.to == to; });
    return found == moves.end() ? nullptr : &*found;
}

bool isOpen(State state) { return state < State::Closed; }

bool isInHand(State state)
{
    return state == State::Accepted || state == State::InProgress || state == State::WaitingThirdParty
        || state == State::Answered;
}

bool needsNote(State to) { return to == State::Refused || to == State::Withdrawn; }

const SlaTarget *targetOf(const EscalationPath &path, Target target)
{
    const auto found = std::ranges::find(path.targets, target, &SlaTarget::target);
    return found == path.targets.end() ? nullptr : &*found;
}

} // namespace akwaba
