// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/endurance/company.h"

#include "app/server/store/mailtables.h"
#include "app/server/store/store.h"
#include "core/base/clock.h"

#include <QTest>

#include <algorithm>

using namespace akwaba;
using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 60'000;

template <class T> T mustHave(Result<T> result)
{
    if (!result)
        qFatal("company: %s: %s", qPrintable(codeName(result.error().code)), qPrintable(result.error().detail));
    if constexpr (!std::is_void_v<T>) return std::move(*result);
}

/// The store of a place, for as long as a few words take.
class Opened {
public:
    explicit Opened(const store::Place &place) : m_store(mustHave(store::Store::open(place, m_clock, m_random))) { }
    store::Store *operator->() const { return m_store.get(); }
    [[nodiscard]] const Clock &clock() const { return m_clock; }

private:
    SystemClock m_clock;
    SystemRandom m_random;
    std::unique_ptr<store::Store> m_store;
};

template <class T> T put(const Opened &store, T value)
{
    mustHave(store->write([&value](store::Writer &writer) {
        return writer.put(value).map([&value](const T &written) { value = written; });
    }));
    return value;
}

TicketId makeTicket(const Opened &store, Random &random, const Team &team, const Customer &customer)
{
    Ticket ticket;
    ticket.id = newId<TicketId>(store.clock(), random);
    ticket.number = ticket.id.value.right(6);
    ticket.subject = u"Toner"_s;
    ticket.status = TicketStatus::Open;
    ticket.team = team.id;
    ticket.customer = customer.id;
    ticket.receivedAt = store.clock().now();
    return put(store, ticket).id;
}

Company::Seat makeSeat(const Opened &store, Random &random, const Team &team, int number)
{
    Agent agent;
    agent.id = newId<AgentId>(store.clock(), random);
    agent.name = u"Agent %1"_s.arg(number);
    agent.email = u"agent%1@test.invalid"_s.arg(number);
    agent.roles = {Role::Agent};
    agent.teams = {team.id};
    put(store, agent);
    const store::Login login = mustHave(store->openSession(agent.id, {u"console %1"_s.arg(number), u"1"_s, {}}));
    return {login.token.toLatin1(), agent.id, login.caller.device, {}};
}

void makeDue(const store::Place &place, const QList<Delivery> &states)
{
    const Opened store(place);
    mustHave(store->write([&](store::Writer &writer) -> Result<void> {
        const auto jobs = store::unfinishedMailJobs(writer.database());
        if (!jobs) return tl::unexpected(jobs.error());
        for (store::MailJob job : *jobs) {
            if (!states.contains(job.state)) continue;
            job.sendAfter = store.clock().now();
            if (auto done = store::putMailJob(writer, job); !done) return done;
        }
        return {};
    }));
}

} // namespace

QList<TicketId> Company::tickets() const
{
    QList<TicketId> all = shared;
    for (const Seat &seat : seats)
        all.append(seat.ticket);
    return all;
}

Company furnish(const store::Place &place, int seats, Random &random)
{
    const Opened store(place);
    const Team team = mustHave(mustHave(store->read()).all<Team>()).constFirst();
    Customer customer;
    customer.id = newId<CustomerId>(store.clock(), random);
    customer.name = u"Rosine"_s;
    customer.emails = {{customer.name, u"rosine@client.test"_s}};
    put(store, customer);
    Company company;
    company.tag = put(store, Tag{newId<TagId>(store.clock(), random), u"urgent"_s}).id;
    company.customer = customer.emails.constFirst().address;
    for (int i = 0; i < ticketsOfAll; ++i)
        company.shared.append(makeTicket(store, random, team, customer));
    for (int i = 0; i < seats; ++i) {
        company.seats.append(makeSeat(store, random, team, i));
        company.seats.last().ticket = makeTicket(store, random, team, customer);
    }
    return company;
}

void giveSubject(const store::Place &place, const TicketId &ticket, const QString &subject)
{
    const Opened store(place);
    Ticket changed = mustHave(mustHave(store->read()).find<Ticket>(ticket)).value();
    changed.subject = subject;
    put(store, changed);
}

void endUndoTime(const store::Place &place) { makeDue(place, {Delivery::Queued}); }

void endPauses(const store::Place &place) { makeDue(place, {Delivery::Queued, Delivery::Unknown}); }

bool waitUntilMailed(const store::Place &place)
{
    const Opened store(place);
    return QTest::qWaitFor(
        [&store] {
            const auto jobs = mustHave(store::unfinishedMailJobs(mustHave(store->read()).database()));
            return std::ranges::all_of(jobs, [](const store::MailJob &job) { return job.state == Delivery::Unknown; });
        },
        patienceMs);
}
