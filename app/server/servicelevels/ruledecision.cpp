// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/servicelevels/ruledecision.h"

#include "core/sla/ruleedits.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba::servicelevels {

namespace {

/// The one that an edit is about; a new one where it names none.
template <class T, class E> Result<T> editedIn(const QList<T> &all, const E &edit)
{
    T before;
    if (!edit.id.isEmpty()) {
        const auto found = std::ranges::find(all, edit.id, &T::id);
        if (found == all.end()) return fail(Code::NotFound, u"rule"_s);
        before = *found;
    }
    if (edit.ifRev != before.rev) return fail(Code::Conflict, u"rule"_s);
    return before;
}

/// Behind the versions that there are, unless it says what the last one says already.
template <class V> Result<void> append(QList<V> &versions, V version, const Decision &decision)
{
    if (!version.since.isValid()) version.since = decision.at;
    if (version.since < decision.at) return refused(RuleFlaw::InThePast);
    if (!versions.isEmpty()) {
        const V &last = versions.constLast();
        V same = version;
        same.number = last.number;
        same.author = last.author;
        same.reason = last.reason;
        const bool counts = last.since <= decision.at && version.since == decision.at;
        if (counts) same.since = last.since;
        if (same == last) return {};
    }
    version.number = versions.isEmpty() ? 1 : versions.constLast().number + 1;
    version.author = decision.by;
    version.reason = version.reason.trimmed();
    versions.append(version);
    return {};
}

bool isUsedBy(const CalendarId &calendar, const KnownRules &known, const QDateTime &at)
{
    const bool onPath = std::ranges::any_of(known.paths, [&calendar](const EscalationPath &path) {
        return path.active && std::ranges::find(path.targets, calendar, &SlaTarget::calendar) != path.targets.end();
    });
    return onPath || sla::isUsed(calendar, known.policies, at.toMSecsSinceEpoch());
}

Result<SlaPolicy> decidedOne(const KnownRules &known, PolicyEdit edit, const Decision &decision)
{
    auto policy = editedIn(known.policies, edit);
    if (!policy) return policy;
    if (const auto flaw = sla::flawOf(edit, known.calendars)) return refused(*flaw);
    for (SlaTarget &target : edit.version.targets) {
        if (target.unit == ClockUnit::Wall) target.calendar = {};
    }
    policy->nameFr = edit.nameFr.trimmed();
    policy->nameEn = edit.nameEn.trimmed();
    if (const auto done = append(policy->versions, edit.version, decision); !done) return tl::unexpected(done.error());
    return policy;
}

} // namespace

tl::unexpected<Error> refused(RuleFlaw flaw) { return fail(Code::BadInput, wireName(flaw)); }

Result<Calendar> decided(const KnownRules &known, const CalendarEdit &edit, const Decision &decision)
{
    auto calendar = editedIn(known.calendars, edit);
    if (!calendar) return calendar;
    if (const auto flaw = sla::flawOf(edit)) return refused(*flaw);
    if (!edit.active && isUsedBy(edit.id, known, decision.at)) return refused(RuleFlaw::StillUsed);
    calendar->nameFr = edit.nameFr.trimmed();
    calendar->nameEn = edit.nameEn.trimmed();
    calendar->active = edit.active;
    if (const auto done = append(calendar->versions, edit.version, decision); !done)
        return tl::unexpected(done.error());
    return calendar;
}

Result<QList<SlaPolicy>> decided(const KnownRules &known, const QList<PolicyEdit> &edits, const Decision &decision)
{
    QList<SlaPolicy> others;
    for (const PolicyEdit &edit : edits) {
        if (std::ranges::find(others, edit.id, &SlaPolicy::id) != others.end()) return fail(Code::BadInput, u"twice"_s);
        const auto policy = decidedOne(known, edit, decision);
        if (!policy) return tl::unexpected(policy.error());
        others.append(*policy);
    }
    if (others.isEmpty()) return fail(Code::BadInput, u"no policy"_s);
    const auto flaw = sla::flawOf(policiesWith(known.policies, others), decision.at.toMSecsSinceEpoch());
    if (flaw) return refused(*flaw);
    return others;
}

QList<SlaPolicy> policiesWith(QList<SlaPolicy> policies, const QList<SlaPolicy> &others)
{
    for (const SlaPolicy &other : others) {
        const auto known = std::ranges::find(policies, other.id, &SlaPolicy::id);
        if (known != policies.end())
            *known = other;
        else
            policies.append(other);
    }
    return policies;
}

} // namespace akwaba::servicelevels
