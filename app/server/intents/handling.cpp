// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/intents/handling.h"

#include "app/server/intents/ticketrules.h"
#include "app/server/store/scopes.h"

using namespace Qt::StringLiterals;

namespace akwaba::intents {

Outcome outcomeOf(const Intent &intent, OutcomeKind kind, Reason reason, const QString &entity)
{
    Outcome result;
    result.iid = intent.iid;
    result.kind = kind;
    result.reason = reason;
    if (isWellFormedId(entity)) result.entity = entity;
    return result;
}

Result<Handling> Handling::begin(store::Writer &writer, const store::Caller &caller, const Intent &intent,
                                 SentBefore sentBefore)
{
    Handling handling(writer, intent);
    handling.m_device = caller.device;
    handling.m_sentBefore = sentBefore;
    const auto agent = writer.find<Agent>(caller.agent);
    const auto scopes = writer.scopesOf(caller.agent);
    if (!agent) return tl::unexpected(agent.error());
    if (!scopes) return tl::unexpected(scopes.error());
    // Without an active agent there are no roles and no scopes: everything is denied.
    if (*agent && (*agent)->active) {
        handling.m_agent = **agent;
        handling.m_scopes = *scopes;
    }
    return handling;
}

bool Handling::mayWork() const { return m_agent.roles.contains(Role::Agent) || isOverTeams(); }

bool Handling::isOverTeams() const
{
    return m_agent.roles.contains(Role::Supervisor) || m_agent.roles.contains(Role::Administrator);
}

Result<WorkTicket> Handling::ticket(const TicketId &id) const
{
    const auto row = m_writer->row(typeInfo<Ticket>(), id.value);
    if (!row) return tl::unexpected(row.error());
    if (!row->exists()) {
        return m_writer->isDead(id.value).map(
            [](bool dead) { return WorkTicket{{}, dead ? Reason::Dead : Reason::NotFound}; });
    }
    if (!mayWork() || !store::intersects(row->keys, m_scopes)) return WorkTicket{{}, Reason::Denied};
    // Written by somebody who has not heard yet that the person is to be forgotten: it may quote him.
    const auto late = m_writer->hasToErase(m_device, id.value);
    if (!late) return tl::unexpected(late.error());
    if (*late) return WorkTicket{{}, Reason::Erased};
    return fromJson<Ticket>(row->record).map([](const Ticket &ticket) {
        return WorkTicket{ticket, ticket.status == TicketStatus::Merged ? Reason::Invalid : Reason::None};
    });
}

Result<Reason> Handling::refusalOfNewId(const TypeInfo &type, const QString &id) const
{
    if (!mayWork()) return Reason::Denied;
    if (!isWellFormedId(id) || id.at(0) != QLatin1Char(type.letter)) return Reason::Invalid;
    const auto row = m_writer->row(type, id);
    if (!row) return tl::unexpected(row.error());
    if (row->exists()) return Reason::AlreadyExists;
    return m_writer->isDead(id).map([](bool dead) { return dead ? Reason::Dead : Reason::None; });
}

Outcome Handling::outcome(OutcomeKind kind, Reason reason, const QString &entity) const
{
    return outcomeOf(*m_intent, kind, reason, entity);
}

Outcome Handling::accepted(const QString &entity, qint64 rev) const
{
    Outcome result = outcome(OutcomeKind::Accepted, Reason::None, entity);
    result.rev = rev;
    return result;
}

Outcome Handling::merged(const QString &entity, qint64 rev, const QJsonObject &patch) const
{
    Outcome result = outcome(OutcomeKind::Merged, Reason::FieldChanged, entity);
    result.rev = rev;
    result.patch = patch;
    return result;
}

Outcome Handling::needsReview(Reason reason, const QString &entity, const QJsonObject &patch) const
{
    Outcome result = outcome(OutcomeKind::NeedsReview, reason, entity);
    result.patch = patch;
    return result;
}

Outcome Handling::rejected(Reason reason, const QString &entity, const QJsonObject &patch) const
{
    Outcome result = outcome(OutcomeKind::Rejected, reason, entity);
    result.patch = patch;
    return result;
}

Result<Ticket> Handling::change(const Ticket &ticket, const QList<FieldChange> &changes) const
{
    auto stored = m_writer->put(ticket);
    if (!stored || changes.isEmpty()) return stored;
    return m_writer->addEvent(ticket.id, actor(), changes).map([&stored](const Message &) {
        return std::move(*stored);
    });
}

Result<Ticket> Handling::addMessage(const Message &message, Ticket ticket, const QList<FieldChange> &changes) const
{
    const auto stored = m_writer->put(message);
    if (!stored) return tl::unexpected(stored.error());
    if (!movesInstants(message)) return change(ticket, changes);
    const auto timeLine = m_writer->messagesOf(ticket.id);
    if (!timeLine) return tl::unexpected(timeLine.error());
    deriveInstants(ticket, *timeLine);
    return change(ticket, changes);
}

/// By the device's own clock, where that wrote it: an old server may have left this intent for later.
bool Handling::hasSeen(const Draft &draft) const
{
    const bool isOwn = draft.device == m_device && draft.writtenAt <= m_intent->writtenAt;
    return isOwn || m_intent->baseRev == draft.rev;
}

Result<void> Handling::discardSent(const DraftId &draft) const
{
    if (draft.isEmpty()) return {};
    return m_writer->find<Draft>(draft).and_then([&](const std::optional<Draft> &found) -> Result<void> {
        if (!found || found->agent != m_agent.id || !hasSeen(*found)) return {};
        return m_writer->destroy<Draft>(draft);
    });
}

} // namespace akwaba::intents
