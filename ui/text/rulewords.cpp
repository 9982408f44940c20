// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/rulewords.h"

#include "core/sla/ruleedits.h"
#include "ui/text/errorwords.h"
#include "ui/text/translate.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

/// As translations want it.
int counted(qint64 value) { return static_cast<int>(std::min<qint64>(value, 1'000'000'000)); }

} // namespace

QString sentence(RuleFlaw flaw)
{
    switch (flaw) {
    case RuleFlaw::NoName: return translate("Rules", "The name is needed in French and in English.");
    case RuleFlaw::LongText:
        return translate("Rules", "A name and a reason have %1 letters at most.").arg(sla::longestRuleText);
    case RuleFlaw::NoReason: return translate("Rules", "Say why: everybody reads it in “Why this due date?”.");
    case RuleFlaw::InThePast: return translate("Rules", "It can count from now on, or from later on, but not before.");
    case RuleFlaw::UnknownZone: return translate("Rules", "Nobody knows this time zone. Choose one of the list.");
    case RuleFlaw::NeverOpen:
        return translate("Rules", "There is no opening hour in the week: nothing would ever be due.");
    case RuleFlaw::Overlapping: return translate("Rules", "Two stretches of a day overlap.");
    case RuleFlaw::ImpossibleHours: return translate("Rules", "There are hours that no day has.");
    case RuleFlaw::DayTwice: return translate("Rules", "A day stands twice among the exceptions.");
    case RuleFlaw::StillUsed:
        return translate("Rules", "A policy or an escalation path counts on this calendar. Give it another one first.");
    case RuleFlaw::NoTarget: return translate("Rules", "Promise at least one thing.");
    case RuleFlaw::TargetTwice: return translate("Rules", "The same thing is promised twice.");
    case RuleFlaw::NoLength: return translate("Rules", "A promised time is missing.");
    case RuleFlaw::LongLength:
        return translate("Rules", "A promised time has %1 days at most.").arg(sla::longestTargetDays);
    case RuleFlaw::NoCalendar: return translate("Rules", "A promise needs a calendar that is in use.");
    case RuleFlaw::ImpossiblePercents: return translate("Rules", "Alerts rise, from 1 to 99 %.");
    case RuleFlaw::UnknownField:
        return translate("Rules", "A condition asks for something that this program does not know.");
    case RuleFlaw::NoValue: return translate("Rules", "A condition has no value.");
    case RuleFlaw::NoDefault:
        return translate("Rules", "The last policy has to take every ticket: it has no condition, and stays the last.");
    case RuleFlaw::SamePosition:
        return translate("Rules", "A colleague has changed the order meanwhile. Look at it again.");
    }
    Q_UNREACHABLE();
}

QString sentence(const RuleEffect &effect)
{
    QStringList parts;
    const auto add = [&parts](qint64 count, const QString &words) {
        if (count > 0) parts.append(words);
    };
    add(effect.moved, translate("Rules", "%Ln due date(s) move", nullptr, counted(effect.moved)));
    add(effect.begun, translate("Rules", "%Ln begin", "due dates that nobody had promised", counted(effect.begun)));
    add(effect.ended, translate("Rules", "%Ln end", "due dates", counted(effect.ended)));
    add(effect.becomeLate, translate("Rules", "%Ln become late", nullptr, counted(effect.becomeLate)));
    add(effect.noLongerLate, translate("Rules", "%Ln are no longer late", nullptr, counted(effect.noLongerLate)));
    if (effect.moved == 0) parts.prepend(translate("Rules", "No due date moves"));
    return parts.join(u", "_s) + u'.';
}

QString extentOf(const RuleEffect &effect)
{
    return translate("Rules", "Counted on %Ln open clock(s) of all tickets. Nothing has been changed yet.", nullptr,
                     counted(effect.looked));
}

QString sentence(const PolicyWarning &warning, const NameOf &nameOf)
{
    const QString name = nameOf(warning.policy.value);
    switch (warning.why) {
    case PolicyDoubt::MatchesNothing: return translate("Rules", "“%1” fits none of the open tickets.").arg(name);
    case PolicyDoubt::MatchesEverything:
        return translate("Rules", "“%1” fits every open ticket: the policies after it take none.").arg(name);
    case PolicyDoubt::NeverFirst:
        return translate("Rules", "“%1” takes none: the policies before it take all that fit.").arg(name);
    case PolicyDoubt::Overlaps:
        return translate("Rules", "“%1” and “%2” fit %Ln same open ticket(s): the first one counts.", nullptr,
                         counted(warning.tickets))
            .arg(name, nameOf(warning.other.value));
    }
    Q_UNREACHABLE();
}

QString overlapSentence(const QStringList &names)
{
    return translate("Rules", "It can fit the same tickets as %1: the first one counts.", "names of policies")
        .arg(names.join(u", "_s));
}

QString sentence(const PolicyMatch &match, qint64 tickets)
{
    if (tickets == 0) return translate("Rules", "There is no open ticket now.");
    const QString count = translate("Rules", "It takes %1 of %Ln open ticket(s)", nullptr, counted(tickets))
                              .arg(QLocale().toString(match.taken));
    if (match.numbers.isEmpty()) return count + u'.';
    const QString more = match.taken > match.numbers.size() ? u", …"_s : u"."_s;
    return translate("Rules", "%1: %2", "a count and the numbers of tickets").arg(count, match.numbers.join(u", "_s))
        + more;
}

QString whyRefused(const Error &error)
{
    if (error.code == Code::Conflict)
        return translate("Rules",
                         "A colleague has changed this meanwhile. What you typed is still here: compare, then "
                         "apply again.");
    if (error.code != Code::BadInput) return sentence(error.code);
    const auto flaw = fromWireName<RuleFlaw>(error.detail);
    return flaw ? sentence(*flaw) : translate("Rules", "The server can't make sense of this. Check each field.");
}

QString nameOf(const Calendar &calendar)
{
    return speaksFrench() || calendar.nameEn.isEmpty() ? calendar.nameFr : calendar.nameEn;
}

QString nameOf(const SlaPolicy &policy)
{
    return speaksFrench() || policy.nameEn.isEmpty() ? policy.nameFr : policy.nameEn;
}

} // namespace akwaba
