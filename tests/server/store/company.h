// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/server/store/storefixture.h"

namespace akwaba::store {

/// One thing that a job does, by numbers, so that it can be done in several stores.
struct Deed {
    quint64 kind = 0;
    quint64 one = 0;
    quint64 other = 0;
    QString id; // of something new, without its letter
};

struct Job {
    QList<Deed> deeds;
    bool fails = false;
    Why why;
    qint64 dseq = 0;
};

/// Jobs of every kind that a store knows, as seeded.
[[nodiscard]] QList<Job> randomJobs(quint64 seed, int count);

/// A store with a small company in it, in which the same numbers mean the same things.
class Company : public StoreFixture {
public:
    Company();

    void submit(const Job &job, QList<Code> &answers);
    /// All tables, a line for each row. Left out is what says how far the log was when a transaction began.
    [[nodiscard]] QStringList everything();

private:
    [[nodiscard]] QList<RowRef> about(const Job &job) const;
    [[nodiscard]] Result<void> perform(Writer &writer, const Job &job) const;
    [[nodiscard]] Result<void> perform(Writer &writer, const Deed &deed) const;
    [[nodiscard]] Result<void> changeTicket(Writer &writer, const Deed &deed) const;
    [[nodiscard]] Result<void> addTicket(Writer &writer, const Deed &deed) const;
    [[nodiscard]] Result<void> addMessage(Writer &writer, const Deed &deed) const;
    [[nodiscard]] Result<void> saveDraft(Writer &writer, const Deed &deed) const;
    [[nodiscard]] Result<void> changeCustomer(Writer &writer, const Deed &deed) const;
    [[nodiscard]] Result<void> putOrder(Writer &writer, const Deed &deed) const;
    [[nodiscard]] Result<void> changeAgent(Writer &writer, const Deed &deed) const;
    [[nodiscard]] Result<void> writeDownWhatIsThere(Writer &writer, const Deed &deed) const;

    [[nodiscard]] TicketId ticketAt(quint64 number) const;

    QList<Team> m_teams;
    QList<Agent> m_agents;
    QList<Customer> m_customers;
    QList<TicketId> m_tickets;
};

} // namespace akwaba::store
