// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jobs/escalationkeeper.h"

#include "app/server/intents/ticketrules.h"
#include "app/server/jobs/automaticmail.h"
#include "app/server/store/escalations.h"
#include "app/server/store/store.h"
#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/sla/facts.h"

#include <QLoggingCategory>
#include <QPointer>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Q_LOGGING_CATEGORY(lcEscalations, "akwaba.escalations")

namespace akwaba::jobs {

namespace {

constexpr std::chrono::milliseconds longestRest = 1min; // tickets that are done are noticed then
constexpr std::chrono::milliseconds afterACommit = 1s; // there are more, often
constexpr std::chrono::milliseconds notice = 1h; // before the date that the customer was given
constexpr int mostSlips = 2; // then people have to talk

FieldChange stateChange(const Escalation &from, EscalationState to)
{
    return {u"escalation"_s, wireName(from.state), wireName(to)};
}

Result<void> put(store::Writer &writer, const Escalation &escalation)
{
    return writer.put(escalation).map([](const Escalation &) { });
}

Result<void> say(store::Writer &writer, const TicketId &ticket, const QList<FieldChange> &changes)
{
    return writer.addEvent(ticket, {}, changes).map([](const Message &) { });
}

/// From when on the customer is told a later date, if nothing happens; invalid where he is not. Whoever was given a
/// date for soon is not told a later one in the same breath.
QDateTime tellFrom(const Escalation &escalation)
{
    const QDateTime &promised = escalation.promisedAt;
    if (!promised.isValid() || escalation.handedBackAt.isValid() || escalation.slips >= mostSlips) return {};
    const qint64 half = escalation.openedAt.msecsTo(promised) / 2;
    return std::max(promised.addMSecs(-notice.count()), escalation.openedAt.addMSecs(half));
}

/// The zone of the hours by which the path counts, which are its customers' too.
Result<QTimeZone> zoneOf(const store::Reader &reader, const EscalationPath &path)
{
    const SlaTarget *target = targetOf(path, Target::Update);
    if (target == nullptr || target->calendar.isEmpty()) return QTimeZone::systemTimeZone();
    return reader.find<Calendar>(target->calendar).map([](const std::optional<Calendar> &calendar) {
        const bool isKnown = calendar && !calendar->versions.isEmpty();
        const QTimeZone zone = isKnown ? QTimeZone(calendar->versions.constLast().zone.toLatin1()) : QTimeZone();
        return zone.isValid() ? zone : QTimeZone::systemTimeZone();
    });
}

/// To whom the notice went, as far as it went by mail and was not taken back.
Result<QList<EmailAddress>> toldByMail(const store::Reader &reader, const Escalation &escalation)
{
    return reader.find<Message>(escalation.notice).map([](const std::optional<Message> &told) {
        const bool wentOut = told && told->delivery != Delivery::None && told->delivery != Delivery::Cancelled;
        return wentOut ? told->toAddresses : QList<EmailAddress>();
    });
}

AnsweredMail answeredIn(const QList<Message> &timeLine)
{
    const Message *mail = intents::lastMailOfCustomer(timeLine);
    return mail != nullptr ? AnsweredMail{mail->emailMessageId, mail->emailReferences} : AnsweredMail();
}

/// The same question, to whoever is asked next.
Escalation continued(const Escalation &expired, const EscalationPath &path, store::Writer &writer)
{
    Escalation next = expired;
    next.id = newId<EscalationId>(writer.clock(), writer.random());
    next.path = path.id;
    next.kind = path.kind;
    next.tier = path.tier;
    next.team = path.team;
    next.state = EscalationState::Requested;
    next.openedAt = writer.clock().now();
    next.closedAt = {};
    next.follows = expired.id;
    next.rev = 0;
    return next;
}

} // namespace

EscalationKeeper::EscalationKeeper(store::Store &store, AnswerTemplates templates, QObject *parent)
    : QObject(parent), m_store(store), m_templates(std::move(templates))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &EscalationKeeper::work);
    m_store.onCommitted([kept = QPointer(this)](const store::CommitNotice &) {
        if (kept) kept->workSoon(afterACommit);
    });
}

void EscalationKeeper::start()
{
    m_working = true;
    workSoon(afterACommit);
}

void EscalationKeeper::pause()
{
    m_working = false;
    m_timer.stop();
}

void EscalationKeeper::workSoon(std::chrono::milliseconds wait)
{
    if (!m_working || (m_timer.isActive() && m_timer.remainingTimeAsDuration() <= wait)) return;
    m_timer.start(wait);
}

void EscalationKeeper::work()
{
    const auto rest = keep();
    if (!rest) qCWarning(lcEscalations).noquote() << "escalations can't be kept:" << codeName(rest.error().code);
    workSoon(rest.value_or(longestRest));
}

Result<std::chrono::milliseconds> EscalationKeeper::keep()
{
    const QDateTime now = m_store.clock().now();
    QDateTime next = now.addMSecs(longestRest.count());
    const auto due = m_store.read().and_then(
        [&](const store::Snapshot &snapshot) { return store::escalationsDue(snapshot, next, notice); });
    if (!due) return tl::unexpected(due.error());
    for (const Escalation &each : *due) {
        QDateTime at;
        const auto done = m_store.write([&](store::Writer &writer) -> Result<void> {
            const auto current = writer.find<Escalation>(each.id);
            if (!current) return tl::unexpected(current.error());
            if (!*current || !isOpen((*current)->state)) return {};
            return keepOne(writer, **current).map([&at](const QDateTime &then) { at = then; });
        });
        if (!done) return tl::unexpected(done.error());
        if (at.isValid()) next = std::min(next, at);
    }
    return std::chrono::milliseconds(std::max<qint64>(now.msecsTo(next), 1));
}

Result<QDateTime> EscalationKeeper::keepOne(store::Writer &writer, const Escalation &escalation)
{
    const auto ticket = writer.find<Ticket>(escalation.ticket);
    if (!ticket) return tl::unexpected(ticket.error());
    if (!*ticket) return QDateTime();
    const QDateTime now = writer.clock().now();
    const auto nothingElse = [] { return QDateTime(); };
    if (!isActive((*ticket)->status)) return close(writer, escalation).map(nothingElse);
    const bool isAwaited = escalation.state == EscalationState::Requested && escalation.pickupDueAt.isValid();
    if (isAwaited && escalation.pickupDueAt <= now) {
        const auto passed = passOn(writer, escalation, **ticket);
        if (!passed) return tl::unexpected(passed.error());
        if (*passed) return now;
    }
    const QDateTime tellAt = tellFrom(escalation);
    if (tellAt.isValid() && tellAt <= now)
        return tellLaterDate(writer, escalation, **ticket).map([&](bool told) { return told ? now : QDateTime(); });
    if (!isAwaited || escalation.pickupDueAt <= now) return tellAt;
    return tellAt.isValid() ? std::min(tellAt, escalation.pickupDueAt) : escalation.pickupDueAt;
}

Result<void> EscalationKeeper::close(store::Writer &writer, Escalation escalation)
{
    const FieldChange change = stateChange(escalation, EscalationState::Closed);
    escalation.state = EscalationState::Closed;
    escalation.closedAt = writer.clock().now();
    return put(writer, escalation).and_then([&] { return say(writer, escalation.ticket, {change}); });
}

/// One tier up, never silently back.
Result<bool> EscalationKeeper::passOn(store::Writer &writer, Escalation escalation, Ticket ticket)
{
    const auto before = writer.find<EscalationPath>(escalation.path);
    if (!before) return tl::unexpected(before.error());
    const auto path = writer.find<EscalationPath>(*before ? (*before)->otherwise : EscalationPathId());
    const auto others = store::escalationsOf(writer, ticket.id);
    if (!path) return tl::unexpected(path.error());
    if (!others) return tl::unexpected(others.error());
    if (!*path || !(*path)->active || (*path)->team.isEmpty()) return false; // it goes on waiting for somebody
    QList<FieldChange> changes{stateChange(escalation, EscalationState::Expired)};
    escalation.state = EscalationState::Expired;
    escalation.closedAt = writer.clock().now();
    if (const auto done = put(writer, escalation); !done) return tl::unexpected(done.error());
    const bool isAsked = std::ranges::any_of(*others, [&](const Escalation &other) {
        return other.id != escalation.id && other.kind == (*path)->kind && isOpen(other.state);
    });
    if (isAsked) return say(writer, ticket.id, changes).map([] { return true; });
    Escalation next = continued(escalation, **path, writer);
    const auto due = store::escalationDue(writer, **path, Target::Pickup, next.openedAt);
    if (!due) return tl::unexpected(due.error());
    next.pickupDueAt = *due;
    changes.append({u"escalation"_s, {}, wireName(next.state)});
    intents::handOver(ticket, next.team, {}, changes);
    return put(writer, next)
        .and_then([&] { return writer.put(ticket); })
        .and_then([&](const Ticket &) { return say(writer, ticket.id, changes); })
        .map([] { return true; });
}

Result<bool> EscalationKeeper::tellLaterDate(store::Writer &writer, Escalation escalation, const Ticket &ticket)
{
    const auto path = writer.find<EscalationPath>(escalation.path);
    const auto to = toldByMail(writer, escalation);
    const auto timeLine = writer.messagesOf(ticket.id);
    if (!path) return tl::unexpected(path.error());
    if (!to) return tl::unexpected(to.error());
    if (!timeLine) return tl::unexpected(timeLine.error());
    if (!*path || to->isEmpty() || ticket.loopStoppedAt.isValid()) return false;
    const auto date = store::escalationDue(writer, **path, Target::Update, escalation.promisedAt);
    const auto zone = zoneOf(writer, **path);
    if (!date) return tl::unexpected(date.error());
    if (!zone) return tl::unexpected(zone.error());
    if (!date->isValid()) return false;
    const FieldChange change{sla::promisedAtField, utcDate(escalation.promisedAt), utcDate(*date)};
    escalation.promisedAt = *date;
    ++escalation.slips;
    const QString text = m_templates.text(AnswerKind::LaterDate, ticket.language, {ticket.number, *date, *zone});
    return put(writer, escalation)
        .and_then([&] { return sendByItself(writer, ticket, *to, text, answeredIn(*timeLine)); })
        .and_then([&] { return say(writer, ticket.id, {change}); })
        .map([] { return true; });
}

} // namespace akwaba::jobs
