// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sla/ruleedits.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba::sla {

namespace {

constexpr qint64 secondsOfADay = 24 * 60 * 60;

RuleFlaw ruleFlaw(CalendarFlaw flaw)
{
    switch (flaw) {
    case CalendarFlaw::UnknownZone: return RuleFlaw::UnknownZone;
    case CalendarFlaw::NeverOpen: return RuleFlaw::NeverOpen;
    case CalendarFlaw::Overlapping: return RuleFlaw::Overlapping;
    case CalendarFlaw::ImpossibleHours: return RuleFlaw::ImpossibleHours;
    case CalendarFlaw::DayTwice: return RuleFlaw::DayTwice;
    }
    Q_UNREACHABLE();
}

std::optional<RuleFlaw> namesFlaw(const QString &fr, const QString &en)
{
    if (fr.trimmed().isEmpty() || en.trimmed().isEmpty()) return RuleFlaw::NoName;
    if (fr.size() > longestRuleText || en.size() > longestRuleText) return RuleFlaw::LongText;
    return std::nullopt;
}

std::optional<RuleFlaw> targetFlaw(const SlaTarget &target, const QList<Calendar> &calendars)
{
    const bool isDays = target.unit == ClockUnit::BusinessDays;
    if (target.length <= 0) return RuleFlaw::NoLength;
    if (target.length > longestTargetDays * (isDays ? 1 : secondsOfADay)) return RuleFlaw::LongLength;
    if (target.unit == ClockUnit::Wall) return std::nullopt;
    const auto calendar = std::ranges::find(calendars, target.calendar, &Calendar::id);
    if (calendar == calendars.end() || !calendar->active) return RuleFlaw::NoCalendar;
    return std::nullopt;
}

std::optional<RuleFlaw> targetsFlaw(const QList<SlaTarget> &targets, const QList<Calendar> &calendars)
{
    if (targets.isEmpty()) return RuleFlaw::NoTarget;
    for (const SlaTarget &target : targets) {
        if (std::ranges::count(targets, target.target, &SlaTarget::target) > 1) return RuleFlaw::TargetTwice;
        if (const auto flaw = targetFlaw(target, calendars)) return flaw;
    }
    return std::nullopt;
}

bool arePercents(const SlaPolicyVersion &version)
{
    const QList<int> &percents = version.atRiskPercents;
    const bool isRising = std::ranges::adjacent_find(percents, std::ranges::greater_equal()) == percents.end();
    const bool isInside = std::ranges::all_of(percents, [](int percent) { return percent >= 1 && percent <= 99; });
    return isRising && isInside && version.reopenedPercent >= 1 && version.reopenedPercent <= 100;
}

std::optional<RuleFlaw> conditionFlaw(const FieldCondition &condition)
{
    if (!conditionFields().contains(condition.field)) return RuleFlaw::UnknownField;
    if (condition.values.isEmpty()) return RuleFlaw::NoValue;
    return std::nullopt;
}

/// A ticket may have several of them.
bool isList(const QString &field) { return field == u"tags"; }

bool canHold(const QString &field, const QList<FieldCondition> &all)
{
    QSet<QString> refused;
    QList<QSet<QString>> wanted;
    for (const FieldCondition &condition : all) {
        if (condition.field != field) continue;
        const QSet<QString> values(condition.values.begin(), condition.values.end());
        if (condition.negated)
            refused += values;
        else if (isList(field) || wanted.isEmpty())
            wanted.append(values);
        else
            wanted.first() &= values;
    }
    return std::ranges::all_of(wanted,
                               [&refused](const QSet<QString> &values) { return !(values - refused).isEmpty(); });
}

bool hasNoPlace(const std::vector<PolicyInForce> &inOrder)
{
    const auto position = [](const PolicyInForce &each) { return each.version->position; };
    return std::ranges::adjacent_find(inOrder, {}, position) != inOrder.end();
}

} // namespace

const QStringList &conditionFields()
{
    static const QStringList fields{u"channel"_s,    u"category"_s, u"priority"_s,    u"tier"_s, u"language"_s,
                                    u"complexity"_s, u"product"_s,  u"productKind"_s, u"team"_s, u"tags"_s};
    return fields;
}

std::optional<RuleFlaw> reasonFlaw(const QString &reason)
{
    if (reason.trimmed().isEmpty()) return RuleFlaw::NoReason;
    if (reason.size() > longestRuleText) return RuleFlaw::LongText;
    return std::nullopt;
}

std::optional<RuleFlaw> flawOf(const CalendarEdit &edit)
{
    if (const auto flaw = namesFlaw(edit.nameFr, edit.nameEn)) return flaw;
    const auto flaw = flawOf(edit.version);
    return flaw ? std::optional(ruleFlaw(*flaw)) : std::nullopt;
}

std::optional<RuleFlaw> flawOf(const PolicyEdit &edit, const QList<Calendar> &calendars)
{
    if (const auto flaw = namesFlaw(edit.nameFr, edit.nameEn)) return flaw;
    for (const FieldCondition &condition : edit.version.conditions) {
        if (const auto flaw = conditionFlaw(condition)) return flaw;
    }
    if (const auto flaw = targetsFlaw(edit.version.targets, calendars); flaw && edit.version.active) return flaw;
    if (!arePercents(edit.version)) return RuleFlaw::ImpossiblePercents;
    return std::nullopt;
}

std::optional<RuleFlaw> flawOf(const QList<SlaPolicy> &policies, qint64 at)
{
    const Rules rules({}, {}, policies);
    for (std::size_t i = rules.editionAt(at); i < rules.editions().size(); ++i) {
        const std::vector<PolicyInForce> &inOrder = rules.editions()[i].policies;
        if (inOrder.empty() || !inOrder.back().version->conditions.isEmpty()) return RuleFlaw::NoDefault;
        if (hasNoPlace(inOrder)) return RuleFlaw::SamePosition;
    }
    return std::nullopt;
}

bool isUsed(const CalendarId &calendar, const QList<SlaPolicy> &policies, qint64 at)
{
    const Rules rules({}, {}, policies);
    const auto counts = [&calendar](const PolicyInForce &policy) {
        return std::ranges::find(policy.version->targets, calendar, &SlaTarget::calendar)
            != policy.version->targets.end();
    };
    return std::any_of(rules.editions().begin() + std::ptrdiff_t(rules.editionAt(at)), rules.editions().end(),
                       [&counts](const Edition &edition) { return std::ranges::any_of(edition.policies, counts); });
}

bool canBothHold(const QList<FieldCondition> &one, const QList<FieldCondition> &other)
{
    const QList<FieldCondition> all = one + other;
    return std::ranges::all_of(all, [&all](const FieldCondition &condition) { return canHold(condition.field, all); });
}

} // namespace akwaba::sla
