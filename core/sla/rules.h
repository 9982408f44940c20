// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/servicelevel.h"
#include "core/sla/opentime.h"

#include <QHash>

#include <memory>
#include <vector>

/// What counted when: calendars, holidays and policies in all their versions (sla.md rules 14 to 18).
namespace akwaba::sla {

/// What conditions of policies ask of a ticket, by wire names: one value, or those of a list; none where it is empty.
using Attributes = QHash<QString, QStringList>;

/// True if the ticket is as the condition says; the value "none" stands for none. A condition on a field that is not
/// there never holds, negated or not: a newer program wrote it.
[[nodiscard]] bool holds(const FieldCondition &condition, const Attributes &ticket);

/// When this version is open, with the holidays among these that were confirmed by `at` and not cancelled. Nothing
/// where nobody knows its zone.
[[nodiscard]] std::optional<Schedule> scheduleOf(const CalendarId &calendar, const CalendarVersion &version,
                                                 const QList<Holiday> &holidays, qint64 at);

/// What is wrong with what somebody is about to save.
enum class CalendarFlaw { UnknownZone, NeverOpen, Overlapping, ImpossibleHours, DayTwice };
[[nodiscard]] std::optional<CalendarFlaw> flawOf(const CalendarVersion &version);

/// The same of a holiday. One that is too long is a slip of the pen.
enum class HolidayFlaw { NoDay, EndsBeforeItBegins, TooLong, ImpossibleHours, NoName, LongName };
[[nodiscard]] std::optional<HolidayFlaw> flawOf(const Holiday &holiday);
inline constexpr int mostDaysOfAHoliday = 60;
inline constexpr int longestHolidayName = 200; // letters, also of its source
/// Whether the two close the same calendars at the same times.
[[nodiscard]] bool closeAlike(const Holiday &one, const Holiday &other);

/// A calendar as of one edition. OpenTime grows as it is asked, so it belongs to one thread.
struct CalendarInForce {
    const CalendarVersion *version = nullptr;
    std::shared_ptr<const OpenTime> time; // null where nobody knows its zone
};

struct PolicyInForce {
    const SlaPolicy *policy = nullptr;
    const SlaPolicyVersion *version = nullptr;
};

/// What counted from `since` until the next one.
struct Edition {
    qint64 since = 0;
    AgentId author; // of what made it another than the one before
    QString reason; // as he wrote it, of a policy or a calendar
    HolidayId holiday; // that was confirmed or cancelled, if that was it
    std::vector<PolicyInForce> policies; // in their order (rule 14)
    QHash<CalendarId, CalendarInForce> calendars;

    /// The first that wants to be applied to this ticket; null where there is none.
    [[nodiscard]] const PolicyInForce *policyFor(const Attributes &ticket) const;
};

/// Not copied: editions point into it. Belongs to one thread.
class Rules {
public:
    Rules(QList<Calendar> calendars, QList<Holiday> holidays, QList<SlaPolicy> policies);
    Q_DISABLE_COPY_MOVE(Rules)

    /// By their time, never empty: the first one counts from the beginning of time, and says nothing.
    [[nodiscard]] const std::vector<Edition> &editions() const { return m_editions; }
    /// The number of the one that counts at this instant.
    [[nodiscard]] std::size_t editionAt(qint64 at) const;
    [[nodiscard]] const Edition &inForceAt(qint64 at) const { return m_editions[editionAt(at)]; }
    /// When the next one begins to count; nothing where none is planned.
    [[nodiscard]] std::optional<qint64> nextEditionAfter(qint64 at) const;
    [[nodiscard]] const std::shared_ptr<const OpenTime> &always() const { return m_always; }

    [[nodiscard]] const QList<Calendar> &calendars() const { return m_calendars; }
    [[nodiscard]] const QList<Holiday> &holidays() const { return m_holidays; }
    [[nodiscard]] const QList<SlaPolicy> &policies() const { return m_policies; }

private:
    void addInstants();
    void describe(Edition &edition) const;
    void fill(Edition &edition, const Edition &before) const;

    const QList<Calendar> m_calendars;
    const QList<Holiday> m_holidays;
    const QList<SlaPolicy> m_policies;
    const std::shared_ptr<const OpenTime> m_always;
    std::vector<Edition> m_editions;
};

/// When something that begins at `from` is due, by what counts then. Nothing where its calendar can't say.
[[nodiscard]] std::optional<qint64> dueOf(const Rules &rules, const SlaTarget &target, qint64 from);

} // namespace akwaba::sla
