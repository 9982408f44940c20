// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/intents/handling.h"

using namespace Qt::StringLiterals;

namespace akwaba::intents {

namespace {

/// Who took it, and when, for the agent who came too late.
Result<QJsonObject> whoTookIt(const Handling &handling, const Ticket &ticket)
{
    return handling.writer().messagesOf(ticket.id).map([&ticket](const QList<Message> &timeLine) {
        QJsonObject patch{{u"assignee"_s, ticket.assignee.value}};
        for (const Message &event : timeLine) {
            for (const FieldChange &change : event.changes) {
                if (change.field == u"assignee"_s && change.to == ticket.assignee.value)
                    patch.insert(u"at"_s, utcDate(event.at));
            }
        }
        return patch;
    });
}

Result<bool> mayBeGiven(const Handling &handling, const Assign &command)
{
    const auto team = handling.isKnown<Team>(command.team);
    if (!team || !*team) return team;
    if (command.assignee.isEmpty()) return true;
    return handling.writer().find<Agent>(command.assignee).map([](const std::optional<Agent> &agent) {
        return agent && agent->active;
    });
}

QList<FieldChange> give(Ticket &ticket, const Assign &command)
{
    QList<FieldChange> changes;
    if (!command.team.isEmpty() && command.team != ticket.team) {
        changes.append({u"team"_s, ticket.team.value, command.team.value});
        ticket.team = command.team;
    }
    if (command.assignee != ticket.assignee) {
        changes.append({u"assignee"_s, ticket.assignee.value, command.assignee.value});
        ticket.assignee = command.assignee;
    }
    return changes;
}

} // namespace

Result<Outcome> decide(const Handling &handling, const Assign &command)
{
    auto work = handling.ticket(command.ticket);
    if (!work) return tl::unexpected(work.error());
    if (work->refusal != Reason::None) return handling.rejected(work->refusal, command.ticket.value);
    Ticket &ticket = work->ticket;
    const auto known = mayBeGiven(handling, command);
    if (!known) return tl::unexpected(known.error());
    const bool takesForAnother = command.take && command.assignee != handling.agent().id;
    if (!*known || takesForAnother) return handling.rejected(Reason::Invalid, ticket.id.value);
    const AgentId before = ticket.assignee;
    const bool moved = before != command.ifFrom && before != command.assignee;
    if (command.take && moved) {
        return whoTookIt(handling, ticket).map([&](const QJsonObject &patch) {
            return handling.rejected(Reason::Taken, ticket.id.value, patch);
        });
    }
    const QList<FieldChange> changes = give(ticket, command);
    const auto stored = handling.change(ticket, changes);
    if (!stored) return tl::unexpected(stored.error());
    if (!moved) return handling.accepted(ticket.id.value, stored->rev);
    return handling.merged(ticket.id.value, stored->rev, {{u"assignee"_s, before.value}});
}

} // namespace akwaba::intents
