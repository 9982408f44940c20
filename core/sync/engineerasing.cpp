// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/engine.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

// The part of the engine that lets data leave this device: asks what has to go, lets eraser.h do it step by step, and
// tells the server. Nothing is pushed or pulled before that.
namespace akwaba {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto stepLimit = 120s; // the timer that is armed while we work ourselves

/// Rows that the server has no more since it was restored from a backup stand in no order, and here until a resync has
/// swept them out: whoever erases by the order alone would claim too much.
bool holdsWhatNoOrderNames(const Cache &cache, const QString &known, const QString &lineage)
{
    if (cache.cursor().isEmpty() && cache.resumeToken().isEmpty()) return false; // nothing is here
    const std::optional<Fill> fill = Fill::fromToken(cache.resumeToken());
    const bool isSweeping = fill && fill->kind == Fill::Kind::Resync;
    return isSweeping || (!known.isEmpty() && !lineage.isEmpty() && known != lineage);
}

bool areOfPeople(const QList<ErasureOrder> &orders)
{
    return std::ranges::any_of(orders, [](const ErasureOrder &order) { return order.cause == ErasureCause::Erasure; });
}

QByteArray bytes(const QJsonObject &object) { return QJsonDocument(object).toJson(QJsonDocument::Compact); }

} // namespace

/// What lies here has to go even then, if it has to.
void Engine::lockedOut()
{
    if (m_mayOnlyErase) return pause(Code::Unauthenticated);
    m_mayOnlyErase = true;
    closePush();
    askForErasures();
}

void Engine::askForErasures()
{
    m_reporting = false;
    if (m_mayOnlyErase) return send(State::Erasing, "POST", wire::lonePendingPath, "{}");
    send(State::Erasing, "POST", m_session.apiPath, wire::bytes(m_session, {wire::erasurePending(m_session)}));
}

/// The arguments of the answer; nothing when there is none to go on with, and the state is another now.
std::optional<QJsonObject> Engine::erasureAnswer(const HttpReply &reply)
{
    if (m_mayOnlyErase) {
        if (!reply.error && reply.status == 404) { // an older server, which says no more than it did
            nothingToErase();
            return std::nullopt;
        }
        if (!reply.error && reply.status == 400 && m_reporting) return QJsonObject(); // it knows of no such erasure
        if (refused(reply)) return std::nullopt;
        return QJsonDocument::fromJson(reply.body).object();
    }
    const std::optional<jmap::Response> response = responseOf(reply);
    if (!response) return std::nullopt;
    const jmap::Invocation answer = response->methodResponses.value(0);
    if (answer.name != u"error") return answer.arguments;
    const QString type = answer.arguments.value(u"type"_s).toString();
    if (type == u"notFound" && m_reporting) return QJsonObject();
    if (type == u"unknownMethod") { // an older server
        nothingToErase();
        return std::nullopt;
    }
    const bool passing = type == u"serverUnavailable" || type == u"serverFail";
    retryLater(passing ? Code::Unreachable : Code::Protocol);
    return std::nullopt;
}

void Engine::erasureAnswered(const SyncEvent &event)
{
    const HttpReply *reply = current(event);
    if (reply == nullptr) return;
    const std::optional<QJsonObject> answer = erasureAnswer(*reply);
    if (!answer) return;
    if (m_reporting) {
        m_reporting = false;
        m_eraser.reported();
    } else {
        const Result<QList<ErasureOrder>> orders = wire::erasuresFrom(*answer);
        if (!orders) return retryLater(orders.error().code);
        const QString lineage = answer->value(u"lineage"_s).toString();
        if (areOfPeople(*orders) && holdsWhatNoOrderNames(m_cache, m_outbox.lineage(), lineage))
            return localFault({Code::Corrupt, u"rows that no order names"_s}); // a new cache has none of them
        m_eraser.take(*orders);
    }
    erase();
}

void Engine::eraseOn(const SyncEvent &)
{
    if (!m_inFlight) erase();
}

void Engine::eraseLater(const SyncEvent &event)
{
    if (m_inFlight) return requestTimedOut(event);
    erase();
}

/// One step; what comes after it is left to a later event, so that an agent's own work goes on between.
void Engine::erase()
{
    const Result<Eraser::Step> step = m_eraser.advance();
    if (!step) return localFault(step.error());
    tell(step->changed);
    if (step->next != Eraser::Next::Wait) m_readerBackoff.reset();
    switch (step->next) {
    case Eraser::Next::GoOn:
        armTimer(stepLimit);
        m_effects.emplace_back(effect::Continue{});
        return;
    case Eraser::Next::Wait: return armTimer(m_readerBackoff.next());
    case Eraser::Next::Report: return reportErasure();
    case Eraser::Next::Rebuild: return localFault({Code::Corrupt, u"what was erased was still found"_s});
    case Eraser::Next::Done: return nothingToErase();
    }
}

void Engine::reportErasure()
{
    m_reporting = true;
    if (m_mayOnlyErase) return send(State::Erasing, "POST", wire::loneAckPath, bytes(toJson(m_eraser.report())));
    send(State::Erasing, "POST", m_session.apiPath,
         wire::bytes(m_session, {wire::erasureAck(m_session, m_eraser.report())}));
}

void Engine::nothingToErase()
{
    if (m_mayOnlyErase) return pause(Code::Unauthenticated);
    goOn();
}

} // namespace akwaba
