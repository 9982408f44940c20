// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/membership.h"

#include "app/server/store/changelog.h"
#include "app/server/store/reader.h"
#include "app/server/store/scopes.h"
#include "core/database/database.h"
#include "core/database/statement.h"

using namespace Qt::StringLiterals;

namespace akwaba::store {

namespace {

Result<void> leave(Database &database, const AgentId &agent, const QString &scope, qint64 seq)
{
    Statement update(database,
                     u"UPDATE scope_member SET to_seq = :seq WHERE agent = :agent AND scope = :scope AND to_seq = 0"_s);
    return update.bind(u":seq"_s, seq).bind(u":agent"_s, agent.value).bind(u":scope"_s, scope).run();
}

Result<void> join(Database &database, const AgentId &agent, const QString &scope, qint64 seq)
{
    Statement insert(database,
                     u"INSERT INTO scope_member (agent, scope, from_seq, to_seq) VALUES (?, ?, ?, 0) "
                     "ON CONFLICT (agent, scope, from_seq) DO UPDATE SET to_seq = 0"_s);
    return insert.bind(0, agent.value).bind(1, scope).bind(2, seq).run();
}

Result<void> nextVersion(Database &database, const AgentId &agent, qint64 seq)
{
    Statement upsert(database,
                     u"INSERT INTO scope_version (agent, version, changed_seq) VALUES (?, 1, ?) "
                     "ON CONFLICT (agent) DO UPDATE SET version = scope_version.version + 1, "
                     "changed_seq = excluded.changed_seq"_s);
    return upsert.bind(0, agent.value).bind(1, seq).run();
}

/// True where the agent lost a scope.
Result<bool> refresh(Database &database, const Agent &agent, const QStringList &wanted)
{
    bool lost = false;
    const auto current = membershipOf(database, agent.id);
    const auto clock = clockRow(database);
    if (!current) return tl::unexpected(current.error());
    if (!clock) return tl::unexpected(clock.error());
    if (current->scopes == wanted) return false;
    for (const QString &scope : current->scopes) {
        if (wanted.contains(scope)) continue;
        lost = true;
        if (auto done = leave(database, agent.id, scope, std::max(clock->seq, qint64{1})); !done)
            return tl::unexpected(done.error());
    }
    for (const QString &scope : wanted) {
        if (current->scopes.contains(scope)) continue;
        if (auto done = join(database, agent.id, scope, clock->seq); !done) return tl::unexpected(done.error());
    }
    return nextVersion(database, agent.id, clock->seq).map([lost] { return lost; });
}

} // namespace

QStringList scopesFor(const Agent &agent, const QList<Team> &teams)
{
    if (!agent.active) return {};
    QStringList scopes{orgKey(), agentKey(agent.id)};
    for (const TeamId &team : agent.teams)
        scopes += teamKey(team);
    if (agent.roles.contains(Role::Supervisor) || agent.roles.contains(Role::Administrator)) {
        for (const Team &team : teams)
            scopes += teamKey(team.id);
    }
    return normalised(std::move(scopes));
}

bool decidesMembership(const TypeInfo &type) { return &type == &typeInfo<Agent>() || &type == &typeInfo<Team>(); }

Result<Membership> membershipOf(Database &database, const AgentId &agent)
{
    Statement select(database,
                     u"SELECT v.version, v.changed_seq, m.scope FROM scope_version v "
                     "LEFT JOIN scope_member m ON m.agent = v.agent AND m.to_seq = 0 WHERE v.agent = ?"_s);
    Membership member;
    const auto done = select.bind(0, agent.value).forEach([&member](const Statement &row) {
        member.version = row.integer(0);
        member.changedSeq = row.integer(1);
        if (!row.isNull(2)) member.scopes += row.text(2);
    });
    if (!done) return tl::unexpected(done.error());
    member.scopes = normalised(std::move(member.scopes));
    return member;
}

Result<QList<AgentId>> refreshMemberships(const Reader &reader)
{
    QList<AgentId> losers;
    const auto agents = reader.all<Agent>();
    const auto teams = reader.all<Team>();
    if (!agents) return tl::unexpected(agents.error());
    if (!teams) return tl::unexpected(teams.error());
    for (const Agent &agent : *agents) {
        const auto lost = refresh(reader.database(), agent, scopesFor(agent, *teams));
        if (!lost) return tl::unexpected(lost.error());
        if (*lost) losers.append(agent.id);
    }
    return losers;
}

} // namespace akwaba::store
