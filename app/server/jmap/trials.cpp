// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jmap/trials.h"

#include "app/server/store/store.h"

namespace akwaba::jmap {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostTrials = 4; // at a time

} // namespace

void Trials::begin(const Session &session, const Result<std::shared_ptr<const sla::Rules>> &rules,
                   servicelevels::Reach reach, const Answer &answer, http::Responder responder)
{
    if (!rules) return responder.answer(ruleRefusal(m_door, rules.error()));
    if (m_running.children().size() >= mostTrials)
        return responder.answer(m_door.authenticator.refusal({Code::Throttled, u"5"_s}));
    const auto later = std::make_shared<http::Responder>(std::move(responder));
    new servicelevels::DryRun(
        m_store, *rules, reach,
        [this, later, answer, device = session.caller.device](const Result<PolicyTrial> &trial) {
            later->answer(trial ? forDevice(device, jsonResponse(200, answer(*trial)))
                                : m_door.authenticator.refusal(trial.error()));
        },
        &m_running);
}

http::Response ruleRefusal(const Door &door, const Error &error) { return flawRefusal<RuleFlaw>(door, error); }

} // namespace akwaba::jmap
