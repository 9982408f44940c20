// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"

#include <QMetaType>

namespace akwaba {

struct AgentTag {
    static constexpr char letter = 'a';
};
struct AttachmentTag {
    static constexpr char letter = 'f';
};
struct CalendarTag {
    static constexpr char letter = 'y';
};
struct CategoryTag {
    static constexpr char letter = 'k';
};
struct CustomerTag {
    static constexpr char letter = 'c';
};
struct DeviceTag {
    static constexpr char letter = 'd';
};
struct DraftTag {
    static constexpr char letter = 'w';
};
struct EscalationTag {
    static constexpr char letter = 'u';
};
struct EscalationPathTag {
    static constexpr char letter = 'q';
};
struct HolidayTag {
    static constexpr char letter = 'h';
};
struct MacroTag {
    static constexpr char letter = 'r';
};
struct MessageTag {
    static constexpr char letter = 'm';
};
struct NoticeTag {
    static constexpr char letter = 'n';
};
struct OrderTag {
    static constexpr char letter = 'o';
};
struct ProductTag {
    static constexpr char letter = 'p';
};
struct TagTag {
    static constexpr char letter = 'g';
};
struct TeamTag {
    static constexpr char letter = 'e';
};
struct TextModuleTag {
    static constexpr char letter = 'l';
};
struct TicketTag {
    static constexpr char letter = 't';
};
struct ViewTag {
    static constexpr char letter = 'v';
};
/// Whoever acts on a ticket: an agent's or a customer's id, or empty for the system itself. Never made anew.
struct ActorTag {
    static constexpr char letter = 'x';
};
/// A blob is named by its content, not by a UUID: "b" and the SHA-256 in hex (sync.md 2.18).
struct BlobTag {
    static constexpr char letter = 'b';
};
struct SlaPolicyTag {
    static constexpr char letter = 's';
};

using AgentId = Id<AgentTag>;
using AttachmentId = Id<AttachmentTag>;
using CalendarId = Id<CalendarTag>;
using CategoryId = Id<CategoryTag>;
using CustomerId = Id<CustomerTag>;
using DeviceId = Id<DeviceTag>;
using DraftId = Id<DraftTag>;
using EscalationId = Id<EscalationTag>;
using EscalationPathId = Id<EscalationPathTag>;
using HolidayId = Id<HolidayTag>;
using MacroId = Id<MacroTag>;
using MessageId = Id<MessageTag>;
using NoticeId = Id<NoticeTag>;
using OrderId = Id<OrderTag>;
using ProductId = Id<ProductTag>;
using TagId = Id<TagTag>;
using TeamId = Id<TeamTag>;
using TextModuleId = Id<TextModuleTag>;
using TicketId = Id<TicketTag>;
using ViewId = Id<ViewTag>;
using ActorId = Id<ActorTag>;
using BlobId = Id<BlobTag>;
using SlaPolicyId = Id<SlaPolicyTag>;

} // namespace akwaba

Q_DECLARE_METATYPE(akwaba::TicketId)
Q_DECLARE_METATYPE(akwaba::MessageId)
Q_DECLARE_METATYPE(akwaba::CustomerId)
