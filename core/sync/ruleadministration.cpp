// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/ruleadministration.h"

#include "core/domain/servicelevelchangefields.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

QJsonObject bodyOf(const CalendarEdit &edit) { return {{u"calendar"_s, toJson(edit)}}; }

QJsonObject bodyOf(const QList<PolicyEdit> &edits)
{
    QJsonArray array;
    for (const PolicyEdit &edit : edits)
        array.append(toJson(edit));
    return {{u"policies"_s, array}};
}

Result<QList<SlaPolicy>> policiesIn(const QJsonObject &answer)
{
    QList<SlaPolicy> policies;
    for (const QJsonValue &value : answer.value(u"policies"_s).toArray()) {
        const auto policy = understood<SlaPolicy>(value.toObject());
        if (!policy) return tl::unexpected(policy.error());
        policies.append(*policy);
    }
    return policies;
}

} // namespace

RuleAdministration::RuleAdministration(const ServerAddress &server, const QByteArray &token)
    : m_administration(server, token, u"/admin"_s, trialPatience)
{
}

QFuture<Result<RuleEffect>> RuleAdministration::tryOut(const CalendarEdit &edit)
{
    return m_administration.ask<RuleEffect>("POST", u"/calendars/try"_s, bodyOf(edit), understood<RuleEffect>);
}

QFuture<Result<Calendar>> RuleAdministration::set(const CalendarEdit &edit)
{
    return m_administration.ask<Calendar>("POST", u"/calendars/set"_s, bodyOf(edit), [](const QJsonObject &object) {
        return understood<Calendar>(object.value(u"calendar"_s).toObject());
    });
}

QFuture<Result<PolicyTrial>> RuleAdministration::tryOut(const QList<PolicyEdit> &edits)
{
    return m_administration.ask<PolicyTrial>("POST", u"/policies/try"_s, bodyOf(edits), understood<PolicyTrial>);
}

QFuture<Result<QList<SlaPolicy>>> RuleAdministration::set(const QList<PolicyEdit> &edits)
{
    return m_administration.ask<QList<SlaPolicy>>("POST", u"/policies/set"_s, bodyOf(edits), policiesIn);
}

} // namespace akwaba
