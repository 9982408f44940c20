// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/place.h"
#include "core/base/random.h"
#include "core/domain/ids.h"

#include <QList>

/// What these tests are about: agents with a device each, tickets of their own and tickets of all.
struct Company {
    struct Seat {
        QByteArray token;
        akwaba::AgentId agent;
        akwaba::DeviceId device;
        akwaba::TicketId ticket; ///< nobody else works on it; open, with no tag
    };

    QList<Seat> seats;
    QList<akwaba::TicketId> shared;
    akwaba::TagId tag;
    QString customer; ///< the address

    /// Those of all, and those of the seats.
    [[nodiscard]] QList<akwaba::TicketId> tickets() const;
};

inline constexpr int ticketsOfAll = 5;

// Each opens the company beside the server that may serve it, as the words of akwaba-server do, and ends the test where
// that fails.

/// Into a company that is there, on its first team.
[[nodiscard]] Company furnish(const akwaba::store::Place &place, int seats, akwaba::Random &random);
void giveSubject(const akwaba::store::Place &place, const akwaba::TicketId &ticket, const QString &subject);
/// The time in which a reply can be taken back is over for all that wait: they are due.
void endUndoTime(const akwaba::store::Place &place);
/// The same for every pause before another attempt, that of a reply which may have been sent among them.
void endPauses(const akwaba::store::Place &place);
/// Waits until none is due or on its way; unknown ones are left alone.
[[nodiscard]] bool waitUntilMailed(const akwaba::store::Place &place);
