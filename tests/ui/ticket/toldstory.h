// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sla/clocks.h"

#include <memory>

namespace akwaba {

/// Vector 2 of sla.md with a promise beside it, as of Tuesday at 15:20: received on Monday at 9, answered at 11 and set
/// to waiting, open again since Tuesday at 15.
struct ToldStory {
    static QDateTime at(int day, int hour, int minute = 0) { return {{2026, 11, day}, {hour, minute}, Qt::UTC}; }
    const QDateTime now = at(17, 15, 20);
    std::shared_ptr<const sla::Rules> rules = makeRules();
    std::vector<sla::SlaClock> clocks = sla::clocksOf(*rules, facts(), now.toMSecsSinceEpoch());

    static std::shared_ptr<const sla::Rules> makeRules()
    {
        Calendar opening;
        opening.id.value = QStringLiteral("y1");
        opening.nameFr = QStringLiteral("Heures d’ouverture");
        opening.nameEn = QStringLiteral("Opening hours");
        CalendarVersion hours;
        hours.number = 5;
        hours.since = at(1, 0);
        hours.zone = QStringLiteral("Africa/Abidjan");
        for (int day = 1; day <= 5; ++day)
            hours.weekly << WeeklyHours{day, {8 * 60, 12 * 60}} << WeeklyHours{day, {14 * 60, 18 * 60}};
        opening.versions = {hours};
        SlaPolicy policy;
        policy.id.value = QStringLiteral("s1");
        policy.nameFr = QStringLiteral("Technique haute");
        policy.nameEn = QStringLiteral("High technical");
        SlaPolicyVersion version;
        version.number = 3;
        version.since = at(1, 0);
        version.conditions = {{QStringLiteral("category"), {QStringLiteral("k1")}, false},
                              {QStringLiteral("priority"), {QStringLiteral("high")}, false}};
        version.targets = {{Target::FirstResponse, ClockUnit::Business, 4 * 3600, opening.id},
                           {Target::NextResponse, ClockUnit::Business, 4 * 3600, opening.id},
                           {Target::Resolution, ClockUnit::Business, 8 * 3600, opening.id}};
        policy.versions = {version};
        return std::make_shared<sla::Rules>(QList{opening}, QList<Holiday>(), QList{policy});
    }

    static sla::Facts facts()
    {
        Ticket ticket;
        ticket.receivedAt = at(16, 9);
        ticket.priority = Priority::High;
        ticket.category.value = QStringLiteral("k1");
        ticket.status = TicketStatus::Open;
        QList<Message> line(5);
        for (Message &message : line)
            message.direction = Direction::Incoming;
        line[0].at = at(16, 9);
        line[1].at = at(16, 11);
        line[1].direction = Direction::Outgoing;
        line[1].author.value = QStringLiteral("a1");
        line[2].at = at(16, 11);
        line[2].kind = MessageKind::Event;
        line[2].changes = {{QStringLiteral("status"), QStringLiteral("new"), QStringLiteral("waitingCustomer")}};
        line[3].at = at(17, 15);
        line[4].at = at(17, 15);
        line[4].kind = MessageKind::Event;
        line[4].changes = {{QStringLiteral("status"), QStringLiteral("waitingCustomer"), QStringLiteral("open")}};
        return sla::factsOf(ticket, line);
    }
};

} // namespace akwaba
