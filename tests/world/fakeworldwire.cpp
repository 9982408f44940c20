// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/scopes.h"
#include "core/sync/wire.h"
#include "fakeworld.h"

#include <QJsonArray>
#include <QJsonDocument>

// What goes between the consoles and the server, and what is checked of it on the way.
namespace akwaba::world {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// ------------------------------------------------------------------------------------------------ the wire

void FakeWorld::wants(WorldConsole &console, const Effect &effect)
{
    if (const auto *toSend = std::get_if<effect::Send>(&effect))
        send(console, *toSend);
    else if (std::holds_alternative<effect::Continue>(effect))
        m_schedule.after(std::chrono::milliseconds(m_random.below(60)), console.number(),
                         [this, number = console.number(), incarnation = console.incarnation()] {
                             deliver(number, incarnation, event::Continued{});
                         });
    else if (std::holds_alternative<effect::OpenPush>(effect))
        openPush(console);
    else if (std::holds_alternative<effect::ClosePush>(effect))
        m_pushOf[std::size_t(console.number())] = -1;
}

void FakeWorld::send(WorldConsole &console, const effect::Send &send)
{
    const int number = console.number();
    const int incarnation = console.incarnation();
    const quint64 request = send.request;
    if (m_acknowledging) listenToConsole(number, send);
    if (m_wire.strikes(m_wire.faults().silent, "silent")) {
        m_schedule.after(5ms, number, [this, number, incarnation, request] {
            deliver(number, incarnation, event::Answered{request, {.error = Error{Code::Unreachable, {}}}});
        });
        return;
    }
    m_wire.carry(number, [this, number, incarnation, send] {
        const std::optional<HttpReply> reply = serve(number, send);
        if (!reply) return; // it died over it
        m_wire.carry(number, [this, number, incarnation, request = send.request, reply, from = m_server.lineage()] {
            noteLineage(number, from);
            deliver(number, incarnation, event::Answered{request, *reply});
        });
    });
}

std::optional<HttpReply> FakeWorld::serve(int console, const effect::Send &send)
{
    if (m_wire.strikes(m_wire.faults().refused, "503")) return HttpReply{.status = 503};
    if (m_wire.strikes(m_wire.faults().refused, "429")) return HttpReply{.status = 429, .retryAfter = 7'000ms};
    Mutant *mutant = m_mutants[std::size_t(console)].get();
    const bool isApi = send.method == "POST";
    QByteArray body = send.body;
    if (mutant != nullptr && isApi)
        body = QJsonDocument(mutant->request(QJsonDocument::fromJson(body).object())).toJson(QJsonDocument::Compact);
    const DeviceId device = m_consoles[std::size_t(console)]->me().device;
    std::optional<HttpReply> reply = m_server.answer(device, send.method, send.path, body);
    countDiskFaults();
    if (!reply) return reply;
    if (isApi && mutant != nullptr) {
        const QJsonObject response = mutant->response(QJsonDocument::fromJson(reply->body).object());
        reply->body = QJsonDocument(response).toJson(QJsonDocument::Compact);
    }
    if (isApi) listen(console, *reply);
    if (m_wire.strikes(m_wire.faults().cut, "cut"))
        reply->body.truncate(qsizetype(m_random.below(quint64(reply->body.size()) + 1)));
    return reply;
}

void FakeWorld::listenToConsole(int number, const effect::Send &send) const
{
    QJsonObject ack;
    if (send.path == wire::loneAckPath) ack = QJsonDocument::fromJson(send.body).object();
    const bool isJmap = send.body.contains("\"Erasure/ack\"");
    const QJsonArray calls =
        isJmap ? QJsonDocument::fromJson(send.body).object().value(u"methodCalls"_s).toArray() : QJsonArray();
    for (const QJsonValue &call : calls) {
        if (call[0] == u"Erasure/ack"_s) ack = call[1].toObject();
    }
    if (!ack.isEmpty()) m_acknowledging(number, ack.value(u"erasure"_s).toString());
}

/// What is told of scopes and of errors. Parsed only where there is something of it.
void FakeWorld::listen(int console, const HttpReply &reply)
{
    note(u"%1 %2 %3"_s.arg(console).arg(reply.status).arg(reply.body.size()));
    if (!reply.body.contains("\"error\"")) return;
    const QJsonArray answers = QJsonDocument::fromJson(reply.body).object().value(u"methodResponses"_s).toArray();
    for (const QJsonValue &answer : answers) {
        const QJsonObject arguments = answer[1].toObject();
        if (answer[0].toString() != u"error") continue;
        if (QJsonDocument(arguments).toJson().contains(canary.data()))
            violations.append(u"P14: an error tells something personal"_s);
        if (arguments.value(u"type"_s) != u"scopeChanged"_s) continue;
        QStringList scopes;
        for (const QJsonValue &scope : arguments.value(u"scopes"_s).toArray())
            scopes.append(scope.toString());
        m_scopesTold[console] = {scopes, arguments.value(u"scopeState"_s).toString(), m_server.lineage()};
    }
}

void FakeWorld::deliver(int number, int incarnation, const SyncEvent &event)
{
    WorldConsole &to = console(number);
    if (!to.isRunning() || to.incarnation() != incarnation || !isAwake(number)) return;
    note(u"%1 %2 %3"_s.arg(number).arg(event.index()).arg(m_clock.monotonic().count()));
    const bool writes = std::holds_alternative<event::Answered>(event);
    if (writes && m_tear.contains(number)) return to.dieDuring(event, m_tear.take(number));
    const QString scopeState = to.cache().scopeState();
    to.happens(event);
    countDiskFaults();
    if (!to.isRunning()) return; // it died over it
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
    m_schedule.after(std::chrono::milliseconds(2 + m_random.below(40)), number, [this, number, incarnation, fails] {
        if (!fails && isAwake(number)) m_pushOf[std::size_t(number)] = incarnation;
        deliver(number, incarnation, fails ? SyncEvent(event::PushClosed{}) : SyncEvent(event::PushOpened{}));
    });
}

bool FakeWorld::hasPush(int number) const
{
    const WorldConsole &console = *m_consoles[std::size_t(number)];
    return console.isRunning() && m_pushOf[std::size_t(number)] == console.incarnation();
}

void FakeWorld::hintAll()
{
    for (const auto &console : m_consoles) {
        const int number = console->number();
        const int incarnation = console->incarnation();
        if (!hasPush(number)) continue;
        m_wire.carry(number, [this, number, incarnation] {
            if (hasPush(number)) deliver(number, incarnation, event::PushChanged{});
        });
    }
}

// ------------------------------------------------------------------------------------------------ checked on the way

void FakeWorld::checkScope(WorldConsole &console)
{
    const ScopesTold told = m_scopesTold.value(console.number());
    // A restored server gives the same name to other scopes.
    if (told.scopes.isEmpty() || told.state != console.cache().scopeState() || told.lineage != m_server.lineage())
        return;
    // An overlay may show what was never accepted.
    if (!console.outbox().pending().value_or(QList<Intent>()).isEmpty()) return;
    for (const QJsonObject &record : console.rows(typeInfo<Ticket>())) {
        const Ticket ticket = must(fromJson<Ticket>(record));
        if (!store::intersects(store::keysOf(ticket), told.scopes))
            violations.append(u"P6: console %1 keeps a ticket that it may not see"_s.arg(console.number()));
    }
}

FakeWorld::Progress &FakeWorld::progressOf(WorldConsole &console)
{
    const QString lineage = console.cache().cursor().section(u'.', 0, 0);
    Progress &progress = m_progress[console.number()];
    if (progress.lineage != lineage || progress.setbacks != console.setbacks())
        progress = {lineage, console.setbacks(), 0, {}, false};
    return progress;
}

/// Rows come in under the cursor of before until the console notices that the server was restored, at its next look.
void FakeWorld::noteLineage(int number, const QString &lineage)
{
    if (!console(number).isRunning()) return;
    Progress &progress = progressOf(console(number));
    progress.isMixed = progress.isMixed || progress.lineage != lineage;
}

void FakeWorld::checkCursor(WorldConsole &console)
{
    const qint64 now = console.cache().cursor().section(u'.', 2, 2).toLongLong();
    Progress &progress = progressOf(console);
    if (now < progress.cursor) violations.append(u"P4: the cursor of console %1 went back"_s.arg(console.number()));
    progress.cursor = now;
}

void FakeWorld::checkRevs(int number, const QMap<QString, qint64> &tickets)
{
    WorldConsole &shown = console(number);
    if (!shown.isRunning()) return;
    Progress &progress = progressOf(shown);
    if (progress.isMixed) return;
    for (auto ticket = tickets.cbegin(); ticket != tickets.cend(); ++ticket) {
        const qint64 now = ticket.value();
        const qint64 before = progress.revs.value(ticket.key());
        if (now == 0) continue; // not the server's yet
        if (now < before) violations.append(u"P4: a ticket of console %1 went back"_s.arg(number));
        progress.revs.insert(ticket.key(), now);
    }
}

void FakeWorld::note(const QString &what)
{
    m_trace.addData(what.toUtf8());
    m_trace.addData(QByteArrayView("\n"));
}

} // namespace akwaba::world
