// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/scopes.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba::store {

QString orgKey() { return u"org"_s; }

QString teamKey(const TeamId &team) { return u"team:"_s + team.value; }

QString agentKey(const AgentId &agent) { return u"agent:"_s + agent.value; }

QString packKeys(const QStringList &keys)
{
    return keys.isEmpty() ? QString(u""_s) : QString(u' ' + keys.join(u' ') + u' ');
}

QStringList unpackKeys(const QString &column) { return column.split(u' ', Qt::SkipEmptyParts); }

QStringList normalised(QStringList keys)
{
    std::ranges::sort(keys);
    keys.erase(std::ranges::unique(keys).begin(), keys.end());
    return keys;
}

QStringList united(const QStringList &one, const QStringList &other) { return normalised(one + other); }

bool intersects(const QStringList &one, const QStringList &other)
{
    return std::ranges::any_of(one, [&other](const QString &key) { return other.contains(key); });
}

QStringList keysOf(const Ticket &ticket)
{
    QStringList keys{ticket.team.isEmpty() ? orgKey() : teamKey(ticket.team)};
    if (!ticket.assignee.isEmpty()) keys += agentKey(ticket.assignee);
    if (!ticket.customerOwner.isEmpty()) keys += agentKey(ticket.customerOwner);
    for (const AgentId &follower : ticket.followers)
        keys += agentKey(follower);
    return normalised(std::move(keys));
}

QStringList keysOf(const View &view)
{
    if (!view.owner.isEmpty()) return {agentKey(view.owner)};
    return {view.team.isEmpty() ? orgKey() : teamKey(view.team)};
}

QStringList keysOf(const Draft &draft, const QStringList &ticketKeys)
{
    const QStringList own{agentKey(draft.agent)};
    return draft.visibility == Visibility::Team ? united(own, ticketKeys) : own;
}

} // namespace akwaba::store
