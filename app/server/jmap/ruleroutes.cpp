// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jmap/ruleroutes.h"

#include "app/server/store/store.h"
#include "core/base/clock.h"
#include "core/domain/escalationfields.h"
#include "core/domain/servicelevelchangefields.h"
#include "core/protocol/codec.h"
#include "core/sla/ruleedits.h"

#include <QJsonArray>

namespace akwaba::jmap {

using namespace Qt::StringLiterals;
using servicelevels::KnownRules;
using servicelevels::Reach;

namespace {

using OtherRules = Result<std::shared_ptr<const sla::Rules>>;

Result<CalendarEdit> calendarIn(const http::Request &request)
{
    return fromJson<CalendarEdit>(bodyOf(request).value(u"calendar"_s).toObject());
}

Result<QList<PolicyEdit>> policiesIn(const http::Request &request)
{
    QList<PolicyEdit> edits;
    for (const QJsonValue &value : bodyOf(request).value(u"policies"_s).toArray()) {
        const auto edit = fromJson<PolicyEdit>(value.toObject());
        if (!edit) return tl::unexpected(edit.error());
        edits.append(*edit);
    }
    return edits;
}

Result<void> withReason(const QString &reason)
{
    if (const auto flaw = sla::reasonFlaw(reason)) return servicelevels::refused(*flaw);
    return {};
}

Result<KnownRules> knownIn(const store::Reader &reader, const store::RuleLists &lists)
{
    return reader.all<EscalationPath>().map(
        [&lists](const QList<EscalationPath> &paths) { return KnownRules{lists.calendars, lists.policies, paths}; });
}

Result<KnownRules> knownIn(const store::Reader &reader)
{
    return store::ruleListsOf(reader).and_then(
        [&reader](const store::RuleLists &lists) { return knownIn(reader, lists); });
}

/// What would count if somebody decided so now, by lists that `change` makes of those that there are.
template <class F> OtherRules otherRules(store::Store &store, F change)
{
    return store.read().and_then([&](const store::Snapshot &snapshot) -> OtherRules {
        auto lists = store::ruleListsOf(snapshot);
        if (!lists) return tl::unexpected(lists.error());
        const auto known = knownIn(snapshot, *lists);
        if (!known) return tl::unexpected(known.error());
        return change(*known, *lists).map([&lists]() -> std::shared_ptr<const sla::Rules> {
            return std::make_shared<sla::Rules>(lists->calendars, lists->holidays, lists->policies);
        });
    });
}

/// Writes it under an id of its own, where it is new.
template <class I, class T> Result<T> putIn(store::Writer &writer, T value)
{
    if (value.id.isEmpty()) value.id = newId<I>(writer.clock(), writer.random());
    return writer.put(value);
}

} // namespace

RuleRoutes::RuleRoutes(http::Router &router, store::Store &store, const Door &door)
    : m_store(store), m_door(door), m_trials(store, door)
{
    router.add("POST", u"/admin/calendars/try"_s, [this](const http::Request &request, http::Responder responder) {
        tryCalendar(request, std::move(responder));
    });
    router.add("POST", u"/admin/policies/try"_s, [this](const http::Request &request, http::Responder responder) {
        tryPolicies(request, std::move(responder));
    });
    router.add("POST", u"/admin/calendars/set"_s, [this](const http::Request &request, http::Responder responder) {
        responder.answer(setCalendar(request));
    });
    router.add("POST", u"/admin/policies/set"_s, [this](const http::Request &request, http::Responder responder) {
        responder.answer(setPolicies(request));
    });
}

Result<Session> RuleRoutes::supervisor(const http::Request &request) const
{
    return sessionOf(m_door, request, {Role::Supervisor, Role::Administrator});
}

servicelevels::Decision RuleRoutes::decisionOf(const Session &session) const
{
    return {m_store.clock().now(), session.caller.agent};
}

void RuleRoutes::tryCalendar(const http::Request &request, http::Responder responder)
{
    const auto session = supervisor(request);
    if (!session) return responder.answer(m_door.authenticator.refusal(session.error()));
    const auto rules = calendarIn(request).and_then([&](CalendarEdit edit) {
        edit.version.since = {};
        return otherRules(m_store, [&](const KnownRules &known, store::RuleLists &lists) {
            return decided(known, edit, decisionOf(*session)).map([&lists](const Calendar &calendar) {
                lists.calendars.removeIf([&calendar](const Calendar &each) { return each.id == calendar.id; });
                lists.calendars.append(calendar);
            });
        });
    });
    m_trials.begin(
        *session, rules, Reach::Dates, [](const PolicyTrial &trial) { return toJson(trial.effect); },
        std::move(responder));
}

void RuleRoutes::tryPolicies(const http::Request &request, http::Responder responder)
{
    const auto session = supervisor(request);
    if (!session) return responder.answer(m_door.authenticator.refusal(session.error()));
    const auto rules = policiesIn(request).and_then([&](QList<PolicyEdit> edits) {
        for (PolicyEdit &edit : edits)
            edit.version.since = {};
        return otherRules(m_store, [&](const KnownRules &known, store::RuleLists &lists) {
            return decided(known, edits, decisionOf(*session)).map([&lists](const QList<SlaPolicy> &others) {
                lists.policies = servicelevels::policiesWith(lists.policies, others);
            });
        });
    });
    m_trials.begin(
        *session, rules, Reach::Tickets, [](const PolicyTrial &trial) { return toJson(trial); }, std::move(responder));
}

http::Response RuleRoutes::setCalendar(const http::Request &request) const
{
    const auto session = supervisor(request);
    if (!session) return m_door.authenticator.refusal(session.error());
    const auto edit = calendarIn(request);
    if (!edit) return m_door.authenticator.refusal(edit.error());
    Calendar stored;
    const auto done = m_store.write([&](store::Writer &writer) -> Result<void> {
        return withReason(edit->version.reason)
            .and_then([&] { return knownIn(writer); })
            .and_then([&](const KnownRules &known) { return decided(known, *edit, decisionOf(*session)); })
            .and_then([&writer](const Calendar &calendar) { return putIn<CalendarId>(writer, calendar); })
            .map([&stored](const Calendar &calendar) { stored = calendar; });
    });
    if (!done) return ruleRefusal(m_door, done.error());
    return forDevice(session->caller.device, jsonResponse(200, {{u"calendar"_s, toJson(stored)}}));
}

http::Response RuleRoutes::setPolicies(const http::Request &request) const
{
    const auto session = supervisor(request);
    if (!session) return m_door.authenticator.refusal(session.error());
    const auto edits = policiesIn(request);
    if (!edits) return m_door.authenticator.refusal(edits.error());
    QJsonArray stored;
    const auto done = m_store.write([&](store::Writer &writer) -> Result<void> {
        for (const PolicyEdit &edit : *edits) {
            if (const auto reason = withReason(edit.version.reason); !reason) return reason;
        }
        const auto others = knownIn(writer).and_then(
            [&](const KnownRules &known) { return decided(known, *edits, decisionOf(*session)); });
        if (!others) return tl::unexpected(others.error());
        for (const SlaPolicy &policy : *others) {
            const auto put = putIn<SlaPolicyId>(writer, policy);
            if (!put) return tl::unexpected(put.error());
            stored.append(toJson(*put));
        }
        return {};
    });
    if (!done) return ruleRefusal(m_door, done.error());
    return forDevice(session->caller.device, jsonResponse(200, {{u"policies"_s, stored}}));
}

} // namespace akwaba::jmap
