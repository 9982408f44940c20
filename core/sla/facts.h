// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/message.h"
#include "core/domain/ticket.h"
#include "core/sla/rules.h"

#include <span>

/// What clocks are made of: what happened to a ticket, and nothing that was computed (sla.md rule 1).
namespace akwaba::sla {

struct Fact {
    enum class Kind {
        CustomerWrote, ///< or called
        Answered, ///< something that reaches him (rule 6)
        StatusChanged,
        AttributesChanged, ///< of those that policies ask for (rule 15)
        NoReplyNeeded, ///< somebody said so (rule 7)
        ReplyNeeded, ///< and took it back
        Promised, ///< a date was given to the customer, or taken back (rule 8)
    };
    qint64 at = 0;
    Kind kind = Kind::CustomerWrote;
    TicketStatus status = TicketStatus::New; // from then on
    Attributes attributes; // from then on
    std::optional<qint64> promised; // the date; nothing where it was taken back
};

struct Facts {
    qint64 receivedAt = 0;
    TicketStatus status = TicketStatus::New; // at first
    Attributes attributes; // at first
    std::vector<Fact> facts; // in their order
};

/// What policies may ask of this ticket as it is now.
[[nodiscard]] Attributes attributesOf(const Ticket &ticket);

/// `ticket` as the server has it, `timeLine` in its order with all its events; of messages only what isFromCustomer(),
/// isAnswer() and the changes ask for has to be there. What the server has not accepted yet has no instant, and is no
/// fact (rule 26). `further` are attributes that do not change: of the customer, of the product.
[[nodiscard]] Facts factsOf(const Ticket &ticket, std::span<const Message> timeLine, const Attributes &further = {});

/// The words of an event by which somebody says that the last message wants no reply; what follows is empty where he
/// takes it back.
inline constexpr QLatin1StringView noReplyNeededField{"noReplyNeeded"};
/// The date that a customer was promised something for, of an event.
inline constexpr QLatin1StringView promisedAtField{"promisedAt"};

} // namespace akwaba::sla
