// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jmap/holidayroutes.h"

#include "app/server/jmap/requesterror.h"
#include "app/server/servicelevels/holidayfile.h"
#include "app/server/store/store.h"
#include "core/base/clock.h"
#include "core/domain/servicelevelchangefields.h"
#include "core/protocol/codec.h"

#include <algorithm>

namespace akwaba::jmap {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype largestImport = 2 * largestHolidayFile; // as JSON, which escapes line ends

Result<Holiday> holidayIn(const http::Request &request)
{
    return fromJson<Holiday>(bodyOf(request).value(u"holiday"_s).toObject());
}

Result<Holiday> decidedIn(const store::Reader &reader, const Holiday &wanted, const servicelevels::Decision &decision)
{
    for (const CalendarId &id : wanted.calendars) {
        const auto calendar = reader.find<Calendar>(id);
        if (!calendar) return tl::unexpected(calendar.error());
        if (!*calendar) return fail(Code::BadInput, u"calendar"_s);
    }
    if (wanted.id.isEmpty()) return servicelevels::decided({}, wanted, decision);
    const auto known = reader.find<Holiday>(wanted.id);
    if (!known) return tl::unexpected(known.error());
    if (!*known) return fail(Code::NotFound, u"holiday"_s);
    return servicelevels::decided(*known, wanted, decision);
}

std::shared_ptr<const sla::Rules> rulesWith(store::RuleLists lists, const Holiday &holiday)
{
    lists.holidays.removeIf([&holiday](const Holiday &each) { return each.id == holiday.id; });
    lists.holidays.append(holiday);
    return std::make_shared<sla::Rules>(lists.calendars, lists.holidays, lists.policies);
}

} // namespace

HolidayRoutes::HolidayRoutes(http::Router &router, store::Store &store, const Door &door)
    : m_store(store), m_door(door), m_trials(store, door)
{
    router.add("POST", u"/admin/holidays/try"_s, [this](const http::Request &request, http::Responder responder) {
        tryOut(request, std::move(responder));
    });
    router.add("POST", u"/admin/holidays/set"_s,
               [this](const http::Request &request, http::Responder responder) { responder.answer(set(request)); });
    router.add("POST", u"/admin/holidays/import"_s,
               [this](const http::Request &request, http::Responder responder) { responder.answer(import(request)); });
    router.limitBody(u"/admin/holidays/import"_s, largestImport);
}

Result<Session> HolidayRoutes::supervisor(const http::Request &request) const
{
    return sessionOf(m_door, request, {Role::Supervisor, Role::Administrator});
}

servicelevels::Decision HolidayRoutes::decisionOf(const Session &session) const
{
    return {m_store.clock().now(), session.caller.agent};
}

void HolidayRoutes::tryOut(const http::Request &request, http::Responder responder)
{
    const auto session = supervisor(request);
    if (!session) return responder.answer(m_door.authenticator.refusal(session.error()));
    const auto rules = holidayIn(request).and_then([&](const Holiday &wanted) {
        return m_store.read().and_then([&](const store::Snapshot &snapshot) {
            return decidedIn(snapshot, wanted, decisionOf(*session)).and_then([&](const Holiday &holiday) {
                return store::ruleListsOf(snapshot).map(
                    [&](const store::RuleLists &lists) { return rulesWith(lists, holiday); });
            });
        });
    });
    m_trials.begin(
        *session, rules, servicelevels::Reach::Dates, [](const PolicyTrial &trial) { return toJson(trial.effect); },
        std::move(responder));
}

http::Response HolidayRoutes::set(const http::Request &request) const
{
    const auto session = supervisor(request);
    if (!session) return m_door.authenticator.refusal(session.error());
    const auto wanted = holidayIn(request);
    if (!wanted) return m_door.authenticator.refusal(wanted.error());
    Holiday stored;
    const auto done = m_store.write([&](store::Writer &writer) {
        return decidedIn(writer, *wanted, decisionOf(*session))
            .and_then([&](Holiday holiday) {
                if (holiday.id.isEmpty()) holiday.id = newId<HolidayId>(writer.clock(), writer.random());
                return writer.put(holiday);
            })
            .map([&stored](const Holiday &holiday) { stored = holiday; });
    });
    if (!done) return m_door.authenticator.refusal(done.error());
    return forDevice(session->caller.device, jsonResponse(200, {{u"holiday"_s, toJson(stored)}}));
}

http::Response HolidayRoutes::import(const http::Request &request) const
{
    const auto session = supervisor(request);
    if (!session) return m_door.authenticator.refusal(session.error());
    auto import = servicelevels::readHolidays(bodyOf(request).value(u"ics"_s).toString().toUtf8());
    if (!import) return m_door.authenticator.refusal(import.error());
    const auto done = m_store.write([&import](store::Writer &writer) -> Result<void> {
        const auto known = writer.all<Holiday>();
        if (!known) return tl::unexpected(known.error());
        servicelevels::skipKnown(*import, *known);
        for (Holiday &holiday : import->added) {
            const auto stored = writer.put(holiday);
            if (!stored) return tl::unexpected(stored.error());
            holiday = *stored;
        }
        return {};
    });
    if (!done) return m_door.authenticator.refusal(done.error());
    return forDevice(session->caller.device, jsonResponse(200, toJson(*import)));
}

} // namespace akwaba::jmap
