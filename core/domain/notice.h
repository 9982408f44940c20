// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/values.h"

namespace akwaba {

/// What the server tells one agent. Of tickets that have the same to say at once it is one notice.
struct Notice {
    NoticeId id;
    AgentId agent; // who is told
    NoticeKind kind = NoticeKind::SlaAtRisk;
    QDateTime at;
    QList<TicketId> tickets; // the most urgent first
    int count = 0; // of the tickets, of which not all may be listed
    Target target = Target::FirstResponse; // that the first of them was promised
    QDateTime dueAt; // the same
    QDateTime readAt;
    qint64 rev = 0;
    bool operator==(const Notice &) const = default;
};

} // namespace akwaba
