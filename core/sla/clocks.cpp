// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sla/clocks.h"

#include "core/sla/windows.h"

#include <algorithm>

namespace akwaba::sla {

namespace {

constexpr qint64 leastWarning = 15 * 60 * 1000; // before the due date (rule 22)

/// What is promised for a window under one edition, to a ticket with these attributes.
struct Promised {
    const PolicyInForce *policy = nullptr;
    const SlaTarget *target = nullptr; // null where only a date was given
    const CalendarVersion *calendar = nullptr; // null for wall time
    std::shared_ptr<const OpenTime> time;
    std::optional<qint64> date; // given by hand
};

/// A part of a window in which the same things count.
struct Part {
    qint64 from = 0;
    std::size_t edition = 0;
    const Attributes *attributes = nullptr;
    std::optional<qint64> date;
    bool isOtherRules = false; // what begins it is another edition
};

std::vector<Span> united(const std::vector<Span> &one, const std::vector<Span> &other)
{
    std::vector<Span> all;
    std::ranges::merge(one, other, std::back_inserter(all), {}, &Span::from, &Span::from);
    return all;
}

/// Judges one window.
class Judge {
public:
    Judge(const Rules &rules, const Facts &facts, const Windows &windows, const Window &window, qint64 now)
        : m_rules(rules), m_facts(facts), m_windows(windows), m_window(window), m_now(now),
          m_stop(std::min(window.end.value_or(now), now))
    {
    }

    /// Nothing where nobody ever promised anything.
    [[nodiscard]] std::optional<SlaClock> judge()
    {
        event(ClockEvent::Kind::Started, m_window.start, m_rules.editionAt(m_window.start));
        const std::vector<Part> parts = partsOf();
        for (std::size_t i = 0; i < parts.size(); ++i)
            take(parts[i], i + 1 < parts.size() ? std::optional(parts[i + 1].from) : std::nullopt, i == 0);
        if (isNothing(m_promised)) return std::nullopt;
        describe(parts.back());
        return m_clock;
    }

private:
    void event(ClockEvent::Kind kind, qint64 at, std::size_t edition) { m_clock.events.push_back({kind, at, edition}); }

    // -------------------------------------------------------------------------------------------- what counts when

    [[nodiscard]] std::vector<Part> partsOf() const
    {
        Part part{m_window.start, m_rules.editionAt(m_window.start), &m_facts.attributes, {}, false};
        auto fact = m_facts.facts.begin();
        auto promise = m_window.promises.begin();
        std::vector<Part> parts;
        const auto takeUntil = [&](qint64 at) {
            for (; fact != m_facts.facts.end() && fact->at <= at; ++fact) {
                if (fact->kind == Fact::Kind::AttributesChanged) part.attributes = &fact->attributes;
            }
            for (; promise != m_window.promises.end() && promise->at <= at; ++promise)
                part.date = promise->date;
        };
        takeUntil(m_window.start);
        parts.push_back(part);
        while (true) {
            const auto changes = std::find_if(
                fact, m_facts.facts.end(), [](const Fact &each) { return each.kind == Fact::Kind::AttributesChanged; });
            qint64 next = changes != m_facts.facts.end() ? changes->at : maxInstant;
            if (promise != m_window.promises.end()) next = std::min(next, promise->at);
            const bool isLast = part.edition + 1 == m_rules.editions().size();
            const qint64 edition = isLast ? maxInstant : m_rules.editions()[part.edition + 1].since;
            part.from = std::min(next, edition);
            // What is done is judged by what counted until then (rule 17).
            const bool isOver = m_window.end ? part.from >= m_stop : part.from > m_stop;
            if (isOver || part.from == maxInstant) return parts;
            part.isOtherRules = edition == part.from;
            if (part.isOtherRules) ++part.edition;
            takeUntil(part.from);
            parts.push_back(part);
        }
    }

    [[nodiscard]] Promised promisedIn(const Part &part) const
    {
        const Edition &edition = m_rules.editions()[part.edition];
        return promisedBy(edition.policyFor(*part.attributes), edition, part.date);
    }

    [[nodiscard]] Promised promisedBy(const PolicyInForce *policy, const Edition &edition,
                                      std::optional<qint64> date) const
    {
        Promised promised;
        promised.date = date;
        promised.time = m_rules.always();
        if (policy == nullptr) return promised;
        const QDateTime &from = policy->version->enforceFrom;
        if (from.isValid() && m_facts.receivedAt < from.toMSecsSinceEpoch()) return promised;
        const auto target = std::ranges::find(policy->version->targets, m_window.target, &SlaTarget::target);
        if (target == policy->version->targets.end()) return promised;
        promised.policy = policy;
        promised.target = &*target;
        if (target->unit == ClockUnit::Wall) return promised;
        const CalendarInForce calendar = edition.calendars.value(target->calendar);
        promised.calendar = calendar.version;
        promised.time = calendar.time;
        return promised;
    }

    [[nodiscard]] std::vector<Span> pausesOf(const Promised &promised) const
    {
        const bool thirdPartyPauses = promised.policy != nullptr && promised.policy->version->pausesForThirdParty;
        switch (m_window.target) {
        case Target::Resolution:
            return united(m_windows.spam,
                          thirdPartyPauses ? united(m_windows.waitingCustomer, m_windows.waitingThirdParty)
                                           : m_windows.waitingCustomer);
        case Target::Update: // a date that was given by hand waits for nobody
            return promised.date ? m_windows.spam : united(m_windows.spam, m_windows.waitingCustomer);
        default: return m_windows.spam;
        }
    }

    // -------------------------------------------------------------------------------------------- due dates

    [[nodiscard]] qint64 share(qint64 whole, const Promised &promised) const
    {
        if (!m_window.isReopened) return whole;
        const qint64 percent = promised.policy->version->reopenedPercent;
        return (whole * percent + 99) / 100;
    }

    /// Nothing while it is paused without an end, or where the calendar can't say.
    [[nodiscard]] std::optional<qint64> dueOf(const Promised &promised) const
    {
        if (promised.date) return promised.date;
        if (promised.target == nullptr || promised.time == nullptr) return std::nullopt;
        return dueWith(promised, pausesOf(promised));
    }

    [[nodiscard]] std::optional<qint64> dueWith(const Promised &promised, const std::vector<Span> &pauses) const
    {
        const qint64 length = share(promised.target->length, promised);
        if (promised.target->unit == ClockUnit::BusinessDays)
            return dueInDays(*promised.time, m_window.start, int(length), pauses);
        return sla::due(*promised.time, m_window.start, length * 1000, pauses);
    }

    /// How long so many working days turn out to be: of a paused clock, if it went on now.
    [[nodiscard]] qint64 lengthOfDays() const
    {
        std::vector<Span> pauses = m_clock.pauses;
        if (!pauses.empty()) pauses.back().to = std::min(pauses.back().to, m_stop);
        const auto due = m_due || m_promised.time == nullptr ? m_due : dueWith(m_promised, pauses);
        return due ? elapsed(*m_clock.time, m_window.start, *due, pauses) : 0;
    }

    // -------------------------------------------------------------------------------------------- what becomes of it

    /// What was missed, under the rules that begin with this part: the policy of then, whatever counts now.
    [[nodiscard]] bool wasNoBreach(const Part &part) const
    {
        if (m_missedPolicy == nullptr) return false; // a date that was given by hand
        const Edition &edition = m_rules.editions()[part.edition];
        const auto policy = std::ranges::find(edition.policies, m_missedPolicy, &PolicyInForce::policy);
        const Promised promised =
            promisedBy(policy != edition.policies.end() ? &*policy : nullptr, edition, std::nullopt);
        const auto due = dueOf(promised);
        return !due || *due > part.from;
    }

    static bool isNothing(const Promised &promised) { return promised.target == nullptr && !promised.date; }

    void take(const Part &part, std::optional<qint64> until, bool isFirst)
    {
        const Promised promised = promisedIn(part);
        const std::optional<qint64> due = dueOf(promised);
        const bool isOther = promised.target != m_promised.target || promised.time != m_promised.time
            || promised.date != m_promised.date;
        using Kind = ClockEvent::Kind;
        if (!isFirst && isOther)
            event(part.isOtherRules ? Kind::RulesChanged : Kind::TargetChanged, part.from, part.edition);
        // Of what is promised no longer, what was promised last is remembered.
        m_withdrawnAt = isNothing(promised) ? std::optional(m_withdrawnAt.value_or(part.from)) : std::nullopt;
        if (!m_withdrawnAt) {
            m_promised = promised;
            m_due = due;
        }
        // Another version may say that it was not late after all; another priority does not (rules 16 and 24).
        if (m_clock.breachedAt && part.isOtherRules && wasNoBreach(part)) {
            event(Kind::Annulled, part.from, part.edition);
            m_clock.breachedAt.reset();
        }
        if (m_clock.breachedAt || !due) return;
        const bool isInside = until ? *due < *until : m_window.end ? *due < *m_window.end : *due <= m_now;
        if (!isInside || *due > m_now) return;
        m_clock.breachedAt = std::max(*due, part.from);
        m_missed = *due;
        m_missedPolicy = promised.policy != nullptr ? promised.policy->policy : nullptr;
        event(Kind::Breached, *m_clock.breachedAt, part.edition);
    }

    void describe(const Part &last)
    {
        m_clock.target = m_window.target;
        m_clock.instance = m_window.instance;
        m_clock.edition = last.edition;
        m_clock.isPromise = m_promised.date.has_value();
        m_clock.startedAt = m_window.start;
        if (m_clock.breachedAt) m_withdrawnAt.reset(); // missed is missed (rule 16)
        m_clock.endedAt = m_withdrawnAt ? m_withdrawnAt : m_window.end;
        m_clock.time = m_promised.time != nullptr ? m_promised.time : m_rules.always();
        if (m_promised.target != nullptr) {
            m_clock.policy = m_promised.policy->policy->id;
            m_clock.policyVersion = m_promised.policy->version->number;
            m_clock.unit = m_promised.target->unit;
            m_clock.calendar = m_promised.target->calendar;
        }
        if (m_promised.calendar != nullptr) m_clock.calendarVersion = m_promised.calendar->number;
        keepPauses(pausesOf(m_promised));
        measure();
        m_clock.state = stateNow();
        if (m_clock.endedAt) event(ClockEvent::Kind::Ended, *m_clock.endedAt, last.edition);
        std::ranges::stable_sort(m_clock.events, {}, &ClockEvent::at);
    }

    void keepPauses(const std::vector<Span> &pauses)
    {
        for (const Span &pause : pauses) {
            const Span kept{std::max(pause.from, m_window.start), pause.to};
            if (kept.from >= kept.to || kept.from > m_stop) continue;
            m_clock.pauses.push_back(kept);
            const std::size_t edition = m_rules.editionAt(kept.from);
            event(ClockEvent::Kind::Paused, kept.from, edition);
            if (kept.to <= m_stop) event(ClockEvent::Kind::Resumed, kept.to, edition);
        }
    }

    void measure()
    {
        const OpenTime &time = *m_clock.time;
        // What was missed stays what was missed, whatever counts since (rule 16).
        if (m_clock.breachedAt) m_due = m_missed;
        m_clock.used = elapsed(time, m_window.start, std::min(m_stop, m_withdrawnAt.value_or(m_stop)), m_clock.pauses);
        if (m_promised.date) {
            m_clock.length = time.between(m_window.start, *m_promised.date);
        } else if (m_clock.unit == ClockUnit::BusinessDays) {
            m_clock.days = int(share(m_promised.target->length, m_promised));
            m_clock.length = lengthOfDays();
        } else {
            m_clock.length = share(m_promised.target->length, m_promised) * 1000;
        }
        const bool isPaused = m_clock.isOpen() && isPausedNow();
        if (m_due && (!isPaused || m_clock.breachedAt)) m_clock.dueAt = m_due;
        if (m_clock.dueAt) m_clock.atRiskAt = sla::due(time, m_window.start, riskAfter(), m_clock.pauses);
    }

    [[nodiscard]] qint64 riskAfter() const
    {
        return atRiskAfter(m_clock.length,
                           m_promised.policy != nullptr ? m_promised.policy->version->atRiskPercents : QList<int>());
    }

    [[nodiscard]] bool isPausedNow() const
    {
        return std::ranges::any_of(m_clock.pauses,
                                   [this](const Span &pause) { return pause.from <= m_now && m_now < pause.to; });
    }

    [[nodiscard]] ClockState stateNow() const
    {
        if (m_withdrawnAt) return ClockState::Cancelled;
        switch (m_window.how) {
        case Window::End::Met: return m_clock.breachedAt ? ClockState::MetLate : ClockState::Met;
        case Window::End::Cancelled: return ClockState::Cancelled;
        case Window::End::Merged: return ClockState::Merged;
        case Window::End::None: break;
        }
        if (m_clock.breachedAt) return ClockState::Breached;
        if (isPausedNow()) return ClockState::Paused;
        return m_clock.atRiskAt && *m_clock.atRiskAt <= m_now ? ClockState::AtRisk : ClockState::Running;
    }

    const Rules &m_rules;
    const Facts &m_facts;
    const Windows &m_windows;
    const Window &m_window;
    const qint64 m_now;
    const qint64 m_stop;
    Promised m_promised; // at last
    std::optional<qint64> m_due; // at last
    std::optional<qint64> m_withdrawnAt; // since when nothing is promised
    qint64 m_missed = 0; // the due date that was not kept
    const SlaPolicy *m_missedPolicy = nullptr; // whose it was; null for a date that was given by hand
    SlaClock m_clock;
};

} // namespace

qint64 atRiskAfter(qint64 length, const QList<int> &percents)
{
    const qint64 percent = percents.isEmpty() ? 75 : percents.constFirst();
    return std::max(length / 2, std::min(length * percent / 100, length - leastWarning));
}

qint64 SlaClock::remaining(qint64 now) const
{
    if (!dueAt) return length - used;
    return now <= *dueAt ? time->between(now, *dueAt) : -time->between(*dueAt, now);
}

std::vector<SlaClock> clocksOf(const Rules &rules, const Facts &facts, qint64 now)
{
    const Windows windows = windowsOf(facts);
    std::vector<SlaClock> clocks;
    for (const Window &window : windows.all) {
        if (auto clock = Judge(rules, facts, windows, window, now).judge()) clocks.push_back(std::move(*clock));
    }
    return clocks;
}

const SlaClock *nextOf(const std::vector<SlaClock> &clocks)
{
    const SlaClock *next = nullptr;
    for (const SlaClock &clock : clocks) {
        if (!clock.isOpen()) continue;
        const bool isSooner = next == nullptr || (clock.dueAt && (!next->dueAt || *clock.dueAt < *next->dueAt));
        if (isSooner) next = &clock;
    }
    return next;
}

} // namespace akwaba::sla
