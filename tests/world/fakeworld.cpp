// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakeworld.h"

namespace akwaba::world {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

FakeWorld::FakeWorld(quint64 seed, const QString &mutant, const WorldServer::MakePlace &makePlace)
    : m_random(seed), m_server(m_clock, m_random, makePlace), m_mutant(mutant), m_fileDice(seed + 2)
{
    m_server.onCommitted([this] { hintAll(); });
}

FakeWorld::~FakeWorld() = default;

void FakeWorld::populate(int consoles, bool shared)
{
    for (const QString &name : {u"Nord"_s, u"Sud"_s}) {
        Team team;
        team.id = newId<TeamId>(m_clock, m_random);
        team.name = name;
        team.email.address = name.toLower() + "@world.test"_L1;
        m_cast.teams.append(m_server.put(team));
    }
    for (const Team &team : m_cast.teams) {
        EscalationPath path;
        path.id = newId<EscalationPathId>(m_clock, m_random);
        path.nameFr = u"Vers "_s + team.name;
        path.nameEn = u"To "_s + team.name;
        path.team = team.id;
        path.targets = {{Target::Pickup, ClockUnit::Wall, 7'200, {}}, {Target::Update, ClockUnit::Wall, 86'400, {}}};
        m_cast.paths.append(m_server.put(path));
    }
    for (const QString &name : {u"retour"_s, u"garantie"_s}) {
        Tag tag;
        tag.id = newId<TagId>(m_clock, m_random);
        tag.name = name;
        m_cast.tags.append(m_server.put(tag));
    }
    for (int i = 0; i < 3; ++i) {
        Customer customer;
        customer.id = newId<CustomerId>(m_clock, m_random);
        customer.name = u"%1 %2"_s.arg(canary).arg(i);
        customer.emails = {{customer.name, u"%1%2@example.ci"_s.arg(canary).arg(i)}};
        m_cast.customers.append(m_server.put(customer));
    }
    for (int i = 0; i < consoles; ++i) {
        if (!shared || i < consoles - 1) {
            Agent agent;
            agent.id = newId<AgentId>(m_clock, m_random);
            agent.name = u"Agent %1"_s.arg(i);
            agent.email = u"agent%1@world.test"_s.arg(i);
            agent.roles = {Role::Agent};
            agent.teams = {m_cast.teams.at(i % 2).id};
            m_cast.agents.append(m_server.put(agent));
        }
        Device device;
        device.id = newId<DeviceId>(m_clock, m_random);
        device.agent = m_cast.agents.at(i < m_cast.agents.size() ? i : 0).id;
        m_server.put(device);
        const std::size_t number = std::size_t(i);
        m_consoles.push_back(std::make_unique<WorldConsole>(
            i, ApplyContext{device.agent, device.id}, m_clock, m_random,
            [this, number](const Effect &effect) { wants(*m_consoles[number], effect); }));
        m_mutants.push_back(makeMutant(m_mutant, m_server));
        m_pushOf.push_back(-1);
    }
}

TicketId FakeWorld::addTicket(const TeamId &team)
{
    Ticket ticket;
    ticket.id = newId<TicketId>(m_clock, m_random);
    ticket.subject = u"Cartouche "_s + canary;
    ticket.team = team;
    ticket.customer = m_cast.customers.at(qsizetype(m_random.below(quint64(m_cast.customers.size())))).id;
    ticket.receivedAt = m_clock.now();
    m_server.put(ticket);
    customerWrites(ticket.id);
    return ticket.id;
}

void FakeWorld::customerWrites(const TicketId &id)
{
    m_server.write([&](store::Writer &writer) -> Result<void> {
        const Result<std::optional<Ticket>> ticket = writer.find<Ticket>(id);
        if (!ticket) return tl::unexpected(ticket.error());
        if (!*ticket) return {};
        Message message;
        message.id = newId<MessageId>(m_clock, m_random);
        message.ticket = id;
        message.author = ActorId{(*ticket)->customer.value};
        message.at = m_clock.now();
        message.text = wordsOf(QString::fromLatin1(m_random.bytes(12).toHex()));
        m_said.append(message.text);
        if (const auto done = attachSome(writer, message); !done) return done;
        if (const auto put = writer.put(message); !put) return tl::unexpected(put.error());
        Ticket touched = **ticket;
        touched.lastCustomerMessageAt = m_clock.now();
        if (const auto put = writer.put(touched); !put) return tl::unexpected(put.error());
        return tellSomebody(writer, id);
    });
}

/// Each agent in turn, whoever sees the ticket.
Result<void> FakeWorld::tellSomebody(store::Writer &writer, const TicketId &ticket)
{
    Notice notice;
    notice.id = newId<NoticeId>(m_clock, m_random);
    notice.agent = m_cast.agents.at(m_said.size() % m_cast.agents.size()).id;
    notice.at = m_clock.now();
    notice.tickets = {ticket};
    notice.count = 1;
    return writer.put(notice).map([](const Notice &) { });
}

void FakeWorld::startAll()
{
    for (int i = 0; i < consoles(); ++i)
        start(i);
}

bool FakeWorld::start(int number)
{
    const Result<void> started = console(number).start();
    countDiskFaults();
    // A file that nobody damaged is whole, whatever its disk did.
    if (!started && started.error().code != Code::Io && started.error().code != Code::DiskFull)
        violations.append(u"P9: console %1 does not begin: %2"_s.arg(number).arg(codeName(started.error().code)));
    return console(number).isRunning();
}

void FakeWorld::kill(int number)
{
    console(number).kill();
    if (m_mutants[std::size_t(number)] && m_mutants[std::size_t(number)]->dropsOutbox())
        console(number).destroyOutbox();
}

void FakeWorld::setBack(int number)
{
    console(number).setBackToImage();
    m_scopesTold.remove(number);
}

void FakeWorld::suspend(int number, std::chrono::milliseconds time)
{
    const int incarnation = console(number).incarnation();
    const bool hadPush = std::exchange(m_pushOf[std::size_t(number)], -1) == incarnation;
    m_asleep.insert(number, {m_clock.monotonic() + time, incarnation, hadPush});
}

void FakeWorld::wake(int number)
{
    const Sleep sleep = m_asleep.take(number);
    if (sleep.until > m_clock.monotonic()) m_clock.advance(sleep.until - m_clock.monotonic());
    if (sleep.hadPush) deliver(number, sleep.incarnation, event::PushClosed{});
    deliver(number, sleep.incarnation, event::Woken{});
}

bool FakeWorld::countDiskFaults()
{
    QStringList kinds;
    for (const auto &console : m_consoles)
        kinds += console->disk().takeStruck();
    for (const QString &kind : m_server.disk().takeStruck())
        kinds += u"server: "_s + kind;
    for (const QString &kind : std::as_const(kinds))
        countFault(kind);
    return !kinds.isEmpty();
}

// ------------------------------------------------------------------------------------------------ what happens next

std::optional<std::chrono::milliseconds> FakeWorld::nextAt() const
{
    std::optional<std::chrono::milliseconds> next;
    if (!m_schedule.isEmpty()) next = m_schedule.nextAt();
    for (const auto &console : m_consoles) {
        const auto timer = timerOf(*console);
        if (timer && (!next || *timer < *next)) next = timer;
    }
    for (const Sleep &sleep : m_asleep) {
        if (!next || sleep.until < *next) next = sleep.until;
    }
    return next;
}

/// A machine that sleeps is late.
std::optional<std::chrono::milliseconds> FakeWorld::timerOf(const WorldConsole &console) const
{
    return console.isRunning() && isAwake(console.number()) ? console.timerAt() : std::nullopt;
}

bool FakeWorld::advance()
{
    const auto next = nextAt();
    if (!next) return false;
    if (!m_schedule.isEmpty() && m_schedule.nextAt() <= *next) {
        m_schedule.runNext();
        return true;
    }
    for (auto sleep = m_asleep.cbegin(); sleep != m_asleep.cend(); ++sleep) {
        if (sleep->until != *next) continue;
        wake(sleep.key());
        return true;
    }
    for (const auto &console : m_consoles) {
        if (timerOf(*console) != next) continue;
        if (*next > m_clock.monotonic()) m_clock.advance(*next - m_clock.monotonic());
        deliver(console->number(), console->incarnation(), event::TimerFired{});
        return true;
    }
    return false;
}

void FakeWorld::pass(std::chrono::milliseconds time)
{
    const auto end = m_clock.monotonic() + time;
    while (nextAt() && *nextAt() <= end)
        advance();
    if (end > m_clock.monotonic()) m_clock.advance(end - m_clock.monotonic());
}

void FakeWorld::heal()
{
    note(u"heal"_s);
    m_tear.clear();
    m_wire.setFaults({});
    m_server.disk().calm();
    m_server.forgetOps({});
    for (const auto &console : m_consoles) {
        console->disk().calm();
        if (!console->isDamaged()) continue;
        // The engine knows of a damaged page only if it has to do with it; whoever else reads it is told so.
        console->kill();
        console->destroyCache();
    }
    m_asleep.clear();
    for (const Agent &agent : m_server.all<Agent>()) {
        if (agent.active) continue;
        Agent again = agent;
        again.active = true;
        m_server.put(again);
    }
    startAll();
    for (const auto &console : m_consoles) {
        console->happens(event::WentOnline{});
        console->happens(event::LoggedIn{}); // and learns what the server of now understands
    }
}

bool FakeWorld::settle(std::chrono::milliseconds limit)
{
    const auto end = m_clock.monotonic() + limit;
    const auto idle = [](const auto &console) { return console->isIdle(); };
    for (;;) {
        // Whoever is asked whether to read everything anew says yes, and whoever is to log in does.
        for (const auto &console : m_consoles) {
            if (!console->isRunning() && !start(console->number())) continue;
            if (console->engine().state() == Engine::State::Paused) console->happens(event::Woken{});
            if (console->engine().state() == Engine::State::Paused) console->happens(event::LoggedIn{});
        }
        // A hint may still be on its way: all idle counts only once no message is.
        if (m_schedule.isEmpty() && std::ranges::all_of(m_consoles, idle)) return true;
        if (m_clock.monotonic() > end || !advance()) return false;
    }
}

bool FakeWorld::syncAll()
{
    heal();
    return settle();
}

} // namespace akwaba::world
