// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakeworld.h"

#include "app/server/store/scopes.h"

#include <QJsonDocument>

namespace akwaba::world {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

FakeWorld::FakeWorld(quint64 seed, const QString &mutant, const WorldServer::MakePlace &makePlace)
    : m_random(seed), m_server(m_clock, m_random, makePlace), m_mutant(mutant)
{
    m_server.onCommitted([this] { hintAll(); });
}

FakeWorld::~FakeWorld() = default;

void FakeWorld::populate(int consoles)
{
    for (const QString &name : {u"Nord"_s, u"Sud"_s}) {
        Team team;
        team.id = newId<TeamId>(m_clock, m_random);
        team.name = name;
        team.email.address = name.toLower() + "@world.test"_L1;
        m_cast.teams.append(m_server.put(team));
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
        customer.name = u"Client %1"_s.arg(i);
        customer.emails = {{customer.name, u"client%1@example.ci"_s.arg(i)}};
        m_cast.customers.append(m_server.put(customer));
    }
    for (int i = 0; i < consoles; ++i) {
        Agent agent;
        agent.id = newId<AgentId>(m_clock, m_random);
        agent.name = u"Agent %1"_s.arg(i);
        agent.email = u"agent%1@world.test"_s.arg(i);
        agent.roles = {Role::Agent};
        agent.teams = {m_cast.teams.at(i % 2).id};
        m_cast.agents.append(m_server.put(agent));
        Device device;
        device.id = newId<DeviceId>(m_clock, m_random);
        device.agent = agent.id;
        m_server.put(device);
        const std::size_t number = std::size_t(i);
        m_consoles.push_back(std::make_unique<WorldConsole>(
            i, ApplyContext{agent.id, device.id}, m_clock, m_random,
            [this, number](const Effect &effect) { wants(*m_consoles[number], effect); }));
        m_mutants.push_back(makeMutant(m_mutant, m_server));
        m_pushOpen.push_back(false);
    }
}

TicketId FakeWorld::addTicket(const TeamId &team)
{
    Ticket ticket;
    ticket.id = newId<TicketId>(m_clock, m_random);
    ticket.subject = u"Cartouche"_s;
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
        // Like nobody else's, so that it can be looked for.
        message.text = u"Toujours rien de la commande "_s + QString::fromLatin1(m_random.bytes(12).toHex());
        if (const auto put = writer.put(message); !put) return tl::unexpected(put.error());
        Ticket touched = **ticket;
        touched.lastCustomerMessageAt = m_clock.now();
        const auto put = writer.put(touched);
        return put ? Result<void>() : tl::unexpected(put.error());
    });
}

void FakeWorld::startAll()
{
    for (const auto &console : m_consoles)
        console->start();
}

void FakeWorld::kill(int number)
{
    m_pushOpen[std::size_t(number)] = false;
    console(number).kill();
    if (m_mutants[std::size_t(number)] && m_mutants[std::size_t(number)]->dropsOutbox())
        console(number).destroyOutbox();
}

// ------------------------------------------------------------------------------------------------ what happens next

std::optional<std::chrono::milliseconds> FakeWorld::nextAt() const
{
    std::optional<std::chrono::milliseconds> next;
    if (!m_schedule.isEmpty()) next = m_schedule.nextAt();
    for (const auto &console : m_consoles) {
        if (console->isRunning() && console->timerAt() && (!next || *console->timerAt() < *next))
            next = console->timerAt();
    }
    return next;
}

bool FakeWorld::advance()
{
    const auto next = nextAt();
    if (!next) return false;
    if (!m_schedule.isEmpty() && m_schedule.nextAt() <= *next) {
        m_schedule.runNext();
        return true;
    }
    for (const auto &console : m_consoles) {
        if (!console->isRunning() || console->timerAt() != next) continue;
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
    for (const Agent &agent : m_server.all<Agent>()) {
        Agent again = agent;
        again.active = true;
        m_server.put(again);
    }
    startAll();
    for (const auto &console : m_consoles) {
        console->happens(event::WentOnline{});
    }
}

bool FakeWorld::settle(std::chrono::milliseconds limit)
{
    const auto end = m_clock.monotonic() + limit;
    const auto idle = [](const auto &console) { return console->isIdle(); };
    for (;;) {
        // Whoever is asked whether to read everything anew says yes, and whoever is to log in does.
        for (const auto &console : m_consoles) {
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

// ------------------------------------------------------------------------------------------------ the wire

void FakeWorld::wants(WorldConsole &console, const Effect &effect)
{
    if (const auto *toSend = std::get_if<effect::Send>(&effect))
        send(console, *toSend);
    else if (std::holds_alternative<effect::Continue>(effect))
        m_schedule.after(std::chrono::milliseconds(m_random.below(60)),
                         [this, number = console.number(), incarnation = console.incarnation()] {
                             deliver(number, incarnation, event::Continued{});
                         });
    else if (std::holds_alternative<effect::OpenPush>(effect))
        openPush(console);
    else if (std::holds_alternative<effect::ClosePush>(effect))
        m_pushOpen[std::size_t(console.number())] = false;
}

void FakeWorld::send(WorldConsole &console, const effect::Send &send)
{
    const int number = console.number();
    const int incarnation = console.incarnation();
    const quint64 request = send.request;
    if (m_wire.strikes(m_wire.faults().silent, "silent")) {
        m_schedule.after(5ms, [this, number, incarnation, request] {
            deliver(number, incarnation, event::Answered{request, {.error = Error{Code::Unreachable, {}}}});
        });
        return;
    }
    m_wire.carry([this, number, incarnation, send] {
        const HttpReply reply = serve(number, send);
        m_wire.carry([this, number, incarnation, request = send.request, reply] {
            deliver(number, incarnation, event::Answered{request, reply});
        });
    });
}

HttpReply FakeWorld::serve(int console, const effect::Send &send)
{
    if (m_wire.strikes(m_wire.faults().refused, "refused")) {
        const bool busy = m_random.below(2) == 0;
        return {.status = busy ? 429 : 503,
                .body = {},
                .retryAfter = busy ? std::optional(7'000ms) : std::nullopt,
                .error = {}};
    }
    Mutant *mutant = m_mutants[std::size_t(console)].get();
    const bool isApi = send.method == "POST";
    QByteArray body = send.body;
    if (mutant != nullptr && isApi)
        body = QJsonDocument(mutant->request(QJsonDocument::fromJson(body).object())).toJson(QJsonDocument::Compact);
    const DeviceId device = m_consoles[std::size_t(console)]->me().device;
    HttpReply reply = m_server.answer(device, send.method, send.path, body);
    if (isApi) {
        QJsonObject response = QJsonDocument::fromJson(reply.body).object();
        if (mutant != nullptr) {
            response = mutant->response(response);
            reply.body = QJsonDocument(response).toJson(QJsonDocument::Compact);
        }
        const QJsonArray first = response.value(u"methodResponses"_s).toArray().at(0).toArray();
        if (first.at(1).toObject().value(u"type"_s) == u"scopeChanged"_s) {
            QStringList scopes;
            for (const QJsonValue &scope : first.at(1).toObject().value(u"scopes"_s).toArray())
                scopes.append(scope.toString());
            scopes.append(first.at(1).toObject().value(u"scopeState"_s).toString());
            m_scopesTold[console] = scopes;
        }
        note(u"%1 %2 %3"_s.arg(console).arg(first.at(0).toString()).arg(reply.body.size()));
    }
    if (m_wire.strikes(m_wire.faults().cut, "cut"))
        reply.body.truncate(qsizetype(m_random.below(quint64(reply.body.size()) + 1)));
    return reply;
}

void FakeWorld::deliver(int number, int incarnation, const SyncEvent &event)
{
    WorldConsole &to = console(number);
    if (!to.isRunning() || to.incarnation() != incarnation) return;
    note(u"%1 %2 %3"_s.arg(number).arg(event.index()).arg(m_clock.monotonic().count()));
    const bool writes = std::holds_alternative<event::Answered>(event);
    if (writes && m_tear.contains(number)) {
        m_pushOpen[std::size_t(number)] = false;
        return to.dieDuring(event, m_tear.take(number));
    }
    const QString scopeState = to.cache().scopeState();
    to.happens(event);
    if (to.engine().isTimerArmed() != (to.engine().state() != Engine::State::Paused))
        violations.append(u"P10: console %1 has no timer"_s.arg(number));
    if (to.cache().scopeState() != scopeState) checkScope(to);
    checkCursor(to);
}

void FakeWorld::openPush(WorldConsole &console)
{
    const int number = console.number();
    const int incarnation = console.incarnation();
    const bool fails = m_wire.strikes(m_wire.faults().silent, "push refused");
    m_schedule.after(std::chrono::milliseconds(2 + m_random.below(40)), [this, number, incarnation, fails] {
        if (!fails && this->console(number).incarnation() == incarnation) m_pushOpen[std::size_t(number)] = true;
        deliver(number, incarnation, fails ? SyncEvent(event::PushClosed{}) : SyncEvent(event::PushOpened{}));
    });
}

void FakeWorld::hintAll()
{
    for (const auto &console : m_consoles) {
        const int number = console->number();
        const int incarnation = console->incarnation();
        if (!m_pushOpen[std::size_t(number)]) continue;
        m_wire.carry([this, number, incarnation] {
            if (m_pushOpen[std::size_t(number)]) deliver(number, incarnation, event::PushChanged{});
        });
    }
}

// ------------------------------------------------------------------------------------------------ checked on the way

void FakeWorld::checkScope(WorldConsole &console)
{
    const QStringList told = m_scopesTold.value(console.number());
    if (told.isEmpty() || told.constLast() != console.cache().scopeState()) return;
    for (const QJsonObject &record : console.rows(typeInfo<Ticket>())) {
        const Ticket ticket = must(fromJson<Ticket>(record));
        const bool mine = !must(console.outbox().pending()).isEmpty(); // an overlay may show what was never accepted
        if (!mine && !store::intersects(store::keysOf(ticket), told))
            violations.append(u"P6: console %1 keeps a ticket that it may not see"_s.arg(console.number()));
    }
}

void FakeWorld::checkCursor(WorldConsole &console)
{
    const QStringList parts = console.cache().cursor().split(u'.');
    if (parts.size() < 3) return;
    const std::pair<QString, qint64> now{parts.at(0), parts.at(2).toLongLong()};
    const auto before = m_cursors.value(console.number());
    if (before.first == now.first && now.second < before.second)
        violations.append(u"P4: the cursor of console %1 went back"_s.arg(console.number()));
    m_cursors[console.number()] = now;
}

void FakeWorld::note(const QString &what)
{
    m_trace.addData(what.toUtf8());
    m_trace.addData(QByteArrayView("\n"));
}

} // namespace akwaba::world
