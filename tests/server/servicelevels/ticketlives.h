// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"
#include "core/domain/message.h"
#include "core/domain/ticket.h"

namespace akwaba::servicelevels {

/// A ticket as it was received, and all that happens to it, in its order.
struct TicketLife {
    Ticket ticket;
    QList<Message> messages;
};

/// What its events made of it by then.
[[nodiscard]] Ticket ticketAt(const TicketLife &life, const QDateTime &now);

/// Invents lives of tickets from a seed: messages, answers, calls, notes, promises and all that a ticket becomes, at
/// any hour, and often at the very one at which the shop opens or closes. Nothing becomes another thing than spam once
/// it is taken for it, and nothing is merged.
class TicketLives {
public:
    struct Shop {
        QDateTime from; // the first ticket
        QDateTime to; // the last thing that happens
        QList<TeamId> teams;
        QList<AgentId> agents;
    };
    TicketLives(const Clock &clock, Random &random, Shop shop);

    [[nodiscard]] TicketLife next();

private:
    quint64 below(quint64 n) { return m_random.below(n); }
    bool oneIn(quint64 n) { return below(n) == 0; }
    template <class T> T oneOf(const QList<T> &all) { return all.at(qsizetype(below(quint64(all.size())))); }
    [[nodiscard]] QDateTime rounded(const QDateTime &at);
    void pass();

    Message &add(MessageKind kind, Direction direction);
    void event(const QList<FieldChange> &changes);
    void become(TicketStatus to);
    void begin();
    void step();
    void stepOfOneDone();
    void write();
    void answer();
    void call();
    void settle();
    void promise();
    void needNoReply();
    void turnOver();

    const Clock &m_clock;
    Random &m_random;
    const Shop m_shop;
    // Of the life that is being invented.
    TicketLife m_life;
    QDateTime m_at;
    TicketStatus m_status = TicketStatus::New;
    QString m_promised;
    // Since the last answer:
    bool m_isWaitedFor = false; // by the customer
    Ticket m_last; // what its events made of it
};

} // namespace akwaba::servicelevels
