// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jmap/run.h"

#include "app/server/jmap/arguments.h"
#include "app/server/jmap/backreference.h"
#include "app/server/jmap/erasuremethods.h"
#include "app/server/jmap/session.h"
#include "app/server/jmap/setrun.h"
#include "app/server/store/store.h"
#include "core/base/clock.h"
#include "core/protocol/codec.h"

#include <QJsonArray>

namespace akwaba::jmap {

using namespace Qt::StringLiterals;

namespace {

/// What is the same for all methods that work on the account.
Argument<void> checked(const Method &method, const QJsonObject &arguments)
{
    const QJsonValue accountId = arguments.value(u"accountId"_s);
    if (!accountId.isString()) return invalidArguments(u"accountId"_s);
    if (accountId.toString() != account) return methodFail(u"accountNotFound"_s);
    if (method.arguments.isEmpty()) return {};
    return onlyArguments(arguments, method.arguments + QStringList{u"accountId"_s});
}

} // namespace

Run::Run(const Surroundings &around, Request request, store::Caller caller, Dispatcher::Done done)
    : m_around(around), m_request(std::move(request)), m_caller(std::move(caller)), m_done(std::move(done)),
      m_vendor(m_request.using_.contains(around.settings.vendorCapability)),
      m_referenceBudget(around.settings.maxSizeRequest)
{
    if (m_request.createdIds) {
        for (auto it = m_request.createdIds->begin(); it != m_request.createdIds->end(); ++it)
            m_createdIds.insert(it.key(), it.value().toString());
    }
}

void Run::advance()
{
    while (m_next < m_request.methodCalls.size()) {
        if (!perform(m_request.methodCalls[m_next++])) return;
    }
    m_response.sessionState = sessionState(m_around.settings, m_caller);
    m_snapshot.reset();
    if (m_request.createdIds) {
        m_response.createdIds.emplace();
        for (auto it = m_createdIds.cbegin(); it != m_createdIds.cend(); ++it)
            m_response.createdIds->insert(it.key(), it.value());
    }
    if (const Dispatcher::Done done = std::exchange(m_done, nullptr)) done(m_response);
}

bool Run::perform(const Invocation &call)
{
    const Method method = methodNamed(call.name, m_vendor);
    if (method.kind == Method::Kind::Unknown) {
        answer(call, methodFail(u"unknownMethod"_s));
        return true;
    }
    const MethodResult arguments = resolveReferences(call.arguments, m_response.methodResponses, m_referenceBudget);
    if (!arguments || method.kind == Method::Kind::Echo) {
        answer(call, arguments);
        return true;
    }
    if (const Argument<void> fits = checked(method, *arguments); !fits) {
        answer(call, tl::unexpected(fits.error()));
        return true;
    }
    if (method.kind == Method::Kind::Apply) return apply(call, *arguments);
    if (method.kind == Method::Kind::Acknowledge) return acknowledge(call, *arguments);
    if (method.kind == Method::Kind::Set) return set(call, *method.type, *arguments);
    answer(call, read(method, *arguments));
    return true;
}

const store::Snapshot *Run::snapshot()
{
    if (!m_snapshot) {
        Result<store::Snapshot> opened = m_around.store.read();
        if (!opened) {
            m_unreadable = opened.error();
            return nullptr;
        }
        m_snapshot.emplace(std::move(*opened));
    }
    return &*m_snapshot;
}

MethodResult Run::read(const Method &method, const QJsonObject &arguments)
{
    const store::Snapshot *moment = snapshot();
    if (!moment) return tl::unexpected(methodErrorOf(m_unreadable));
    return method.read({arguments, method.type, *moment, m_caller, m_around.settings, m_around.store.clock()});
}

bool Run::apply(const Invocation &call, const QJsonObject &arguments)
{
    const auto batch = intentBatch(arguments, m_caller);
    if (!batch) {
        answer(call, tl::unexpected(batch.error()));
        return true;
    }
    m_snapshot.reset(); // what follows sees what these did, and no read transaction waits meanwhile
    m_around.apply(*batch, [self = shared_from_this(), call](const Result<Applied> &result) {
        self->answer(call, self->applied(result));
        self->advance();
    });
    return false;
}

bool Run::acknowledge(const Invocation &call, const QJsonObject &arguments)
{
    m_snapshot.reset();
    acknowledgeErasure(m_around.store, m_caller.device, arguments,
                       [self = shared_from_this(), call](const MethodResult &result) {
                           self->answer(call, result);
                           self->advance();
                       });
    return false;
}

bool Run::set(const Invocation &call, const TypeInfo &type, const QJsonObject &arguments)
{
    auto wanted = setCall(arguments, m_around.settings);
    if (!wanted) {
        answer(call, tl::unexpected(wanted.error()));
        return true;
    }
    m_snapshot.reset();
    const SetRun::Surroundings around{m_around.store, m_around.apply, m_around.settings, m_caller, m_createdIds};
    std::make_shared<SetRun>(around, type, std::move(*wanted),
                             [self = shared_from_this(), call](const MethodResult &result) {
                                 self->answer(call, result);
                                 self->advance();
                             })
        ->begin();
    return false;
}

MethodResult Run::applied(const Result<Applied> &result)
{
    if (!result) return tl::unexpected(methodErrorOf(result.error()));
    if (result->expected) return methodFail(u"outOfOrder"_s, {}, {{u"expected"_s, *result->expected}});
    if (result->restored) return methodFail(u"lineageChanged"_s, {}, akwaba::toJson(*result->restored));
    const store::Snapshot *moment = snapshot();
    if (!moment) return tl::unexpected(methodErrorOf(m_unreadable));
    QJsonArray outcomes;
    for (const Outcome &outcome : result->outcomes)
        outcomes.append(akwaba::toJson(outcome));
    return QJsonObject{{u"accountId"_s, QString(account)},
                       {u"outcomes"_s, outcomes},
                       {u"newState"_s, moment->state()},
                       {u"serverTime"_s, utcDate(m_around.store.clock().now())}};
}

void Run::answer(const Invocation &call, const MethodResult &result)
{
    if (result)
        m_response.methodResponses.append({call.name, *result, call.callId});
    else
        m_response.methodResponses.append({u"error"_s, toJson(result.error()), call.callId});
}

} // namespace akwaba::jmap
