// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jobs/loopguard.h"

#include "app/server/intents/ticketrules.h"
#include "app/server/jobs/mailthread.h"
#include "app/server/store/mailtables.h"
#include "core/base/clock.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace akwaba::jobs {

namespace {

constexpr std::chrono::milliseconds countedTime = 1h;

const auto stopField = u"loopStoppedAt"_s;

QDateTime countedFrom(const QDateTime &now) { return now.addMSecs(-countedTime.count()); }

FieldChange stop(Ticket &ticket, const QDateTime &now)
{
    ticket.loopStoppedAt = now;
    return {stopField, {}, utcDate(now)};
}

/// By mail, since a supervisor last resumed it: what an agent does has an author.
int reopenings(const QList<Message> &timeLine, const QDateTime &since)
{
    int count = 0;
    for (auto event = timeLine.crbegin(); event != timeLine.crend() && event->at > since; ++event) {
        for (const FieldChange &change : event->changes) {
            if (change.field == stopField && change.to.isEmpty()) return count;
            const bool opens = change.field == u"status"_s && change.to == wireName(TicketStatus::Open);
            if (opens && event->author.isEmpty()) ++count;
        }
    }
    return count;
}

QString senderOf(const mail::IncomingMail &mail) { return mail.from.value(0).address; }

} // namespace

QList<FieldChange> moveByMail(Ticket &ticket, TicketStatus to, const QList<Message> &timeLine, const QDateTime &now)
{
    if (ticket.status == to || ticket.loopStoppedAt.isValid()) return {};
    if (reopenings(timeLine, countedFrom(now)) >= mostReopenings) return {stop(ticket, now)};
    const FieldChange change{u"status"_s, wireName(ticket.status), wireName(to)};
    intents::changeStatus(ticket, to, now);
    return {change};
}

Result<void> tell(store::Writer &writer, const TicketId &ticket, const QList<FieldChange> &changes)
{
    if (changes.isEmpty()) return {};
    return writer.addEvent(ticket, {}, changes).map([](const Message &) { });
}

Result<std::optional<Ticket>> insteadOfOpening(store::Writer &writer, const mail::IncomingMail &mail)
{
    if (mail.autoReplyAllowed) return std::optional<Ticket>();
    const QDateTime now = writer.clock().now();
    const auto opened =
        store::mailTurns(writer.sideTables(), store::MailTurn::RobotOpened, senderOf(mail), countedFrom(now));
    if (!opened) return tl::unexpected(opened.error());
    if (opened->size() < mostOpenedByRobot) return std::optional<Ticket>();
    auto ticket = survivorOf(writer, opened->first());
    if (!ticket || !*ticket || (*ticket)->loopStoppedAt.isValid()) return ticket;
    const FieldChange change = stop(**ticket, now);
    return tell(writer, (*ticket)->id, {change})
        .and_then([&] { return writer.put(**ticket); })
        .map([](const Ticket &stored) { return std::optional(stored); });
}

Result<void> noteOpened(store::Writer &writer, const mail::IncomingMail &mail, const TicketId &ticket)
{
    if (mail.autoReplyAllowed) return {};
    return store::noteMailTurn(writer, store::MailTurn::RobotOpened, senderOf(mail), ticket);
}

} // namespace akwaba::jobs
