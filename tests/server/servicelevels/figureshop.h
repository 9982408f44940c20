// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/servicelevels/clockkeeper.h"
#include "core/domain/escalation.h"
#include "core/domain/livefigures.h"
#include "tests/server/servicelevels/ticketlives.h"
#include "tests/server/store/storefixture.h"

#include <functional>

namespace akwaba::servicelevels {

/// Of the year in which everything happens.
[[nodiscard]] QDateTime utc(int month, int day, int hour, int minute = 0);

/// A shop with the promises and the hours of rawfigures.sql, in which many tickets live from late October to the first
/// of December.
class FigureShop : public store::StoreFixture {
public:
    explicit FigureShop(quint64 seed);

    void invent(int tickets);
    /// What happens until then, and the clocks that follow from it.
    void liveUntil(const QDateTime &now);

    /// Of the page.
    [[nodiscard]] LiveFigures figures();
    [[nodiscard]] QSet<AgentId> connected() const { return {m_agents.at(1).id, m_agents.at(7).id}; }

private:
    struct Life {
        TicketLife life;
        qsizetype told = 0; // messages that happened
    };

    template <class T> void putAll(const QList<T> &rows);
    void tell(Life &each, QList<Ticket> &tickets, QList<Message> &messages) const;
    void lookAround(const QList<Ticket> &tickets);
    [[nodiscard]] Draft draft(const Ticket &ticket);
    [[nodiscard]] Escalation escalation(const Ticket &ticket);

    [[nodiscard]] Calendar calendar(bool isWholeDays);
    void addPolicy(const QString &channel, const QList<SlaTarget> &targets,
                   const std::function<void(SlaPolicyVersion &)> &more = {});
    void addPolicies();
    void addHoliday(const QDate &from, const QDate &to, const HoursOfADay &closed, HolidayState state);
    void addHolidays();
    void addPeople();

    Calendar m_opening; // Monday to Friday, 8 to 12 and 14 to 18
    Calendar m_days; // Monday to Friday
    int m_policies = 0;
    QList<TeamId> m_teams;
    QList<Agent> m_agents;
    QList<Device> m_devices;
    QList<Life> m_lives;
    ClockKeeper m_keeper{*store};
};

} // namespace akwaba::servicelevels
