// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cache/cachereader.h"
#include "core/domain/message.h"
#include "core/domain/ticket.h"

#include <QMap>

namespace akwaba::store {
class Snapshot;
}

/// The tickets and messages of a company, by id; reading what can't be read ends the test.
struct ServerRecords {
    QMap<QString, akwaba::Ticket> tickets;
    QMap<QString, akwaba::Message> messages;
};
[[nodiscard]] ServerRecords recordsOf(const akwaba::store::Snapshot &moment);

/// What a console shows of these tickets otherwise than the server has it (P1), a line each; `records` are of no
/// others. It may not have heard of it yet.
[[nodiscard]] QStringList shownOtherwise(const ServerRecords &records, const QList<akwaba::TicketId> &tickets,
                                         akwaba::CacheReader &console);
