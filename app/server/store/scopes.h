// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/agent.h"
#include "core/domain/message.h"
#include "core/domain/ticket.h"

#include <QStringList>

/// Scope keys: who may see a row (sync.md 2.2). Lists of keys are sorted and hold each key once. Pure.
namespace akwaba::store {

[[nodiscard]] QString orgKey();
[[nodiscard]] QString teamKey(const TeamId &team);
[[nodiscard]] QString agentKey(const AgentId &agent);

/// As in the column scope_keys: a space between keys and at both ends, so that one LIKE finds a whole key.
[[nodiscard]] QString packKeys(const QStringList &keys);
[[nodiscard]] QStringList unpackKeys(const QString &column);
[[nodiscard]] QStringList normalised(QStringList keys);
[[nodiscard]] QStringList united(const QStringList &one, const QStringList &other);
[[nodiscard]] bool intersects(const QStringList &one, const QStringList &other);

/// A ticket is seen by its team, its assignee, its owner and its followers; without a team by everybody, so that
/// nothing lies where nobody looks.
[[nodiscard]] QStringList keysOf(const Ticket &ticket);
[[nodiscard]] QStringList keysOf(const View &view);
/// A private draft is its agent's; a shared one is also seen by whoever sees the ticket.
[[nodiscard]] QStringList keysOf(const Draft &draft, const QStringList &ticketKeys);

} // namespace akwaba::store
