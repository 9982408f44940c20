// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/caller.h"

#include "app/server/store/credentials.h"
#include "app/server/store/scopes.h"
#include "core/database/database.h"
#include "core/database/statement.h"
#include "core/database/table.h"
#include "core/protocol/codec.h"

using namespace Qt::StringLiterals;

namespace akwaba::store {

namespace {

tl::unexpected<Error> refusedCaller() { return fail(Code::Unauthenticated, u"unknown, revoked or disabled"_s); }

/// A row for each of his scopes, or one without; `who` says whose, of the tables a (agents) and k.
QString callerSql(const QString &device, const QString &from)
{
    return u"SELECT %1, %2, c.seq, v.version, v.changed_seq, m.scope FROM %3 "
           "JOIN sync_clock c ON c.one = 1 LEFT JOIN scope_version v ON v.agent = a.id "
           "LEFT JOIN scope_member m ON m.agent = a.id AND m.to_seq = 0 "_s.arg(columns(typeInfo<Agent>(), u"a"),
                                                                                device, from);
}

/// What is the same in all rows.
Result<Caller> readCaller(const Statement &row)
{
    return fromJson<Agent>(readRecord(row, typeInfo<Agent>())).and_then([&row](const Agent &agent) -> Result<Caller> {
        if (!agent.active) return refusedCaller();
        const int next = static_cast<int>(typeInfo<Agent>().fields.size());
        return Caller{agent.id,
                      {row.text(next)},
                      agent.roles,
                      agent.teams,
                      agent.email,
                      {{}, row.integer(next + 2), row.integer(next + 3)},
                      row.integer(next + 1)};
    });
}

Result<Caller> theCaller(Statement &select)
{
    Result<Caller> caller = refusedCaller();
    QStringList scopes;
    bool isFirst = true;
    const auto done = select.forEach([&](const Statement &row) {
        if (std::exchange(isFirst, false)) caller = readCaller(row);
        const int scope = static_cast<int>(typeInfo<Agent>().fields.size()) + 4;
        if (!row.isNull(scope)) scopes += row.text(scope);
    });
    if (!done) return tl::unexpected(done.error());
    if (caller) caller->member.scopes = normalised(std::move(scopes));
    return caller;
}

} // namespace

Result<Caller> callerWith(Database &database, const QString &token)
{
    static const QString sql = callerSql(u"k.device"_s, u"tokens k JOIN agents a ON a.id = k.agent"_s)
        + u"WHERE k.hash = ? AND k.revoked_at IS NULL"_s;
    Statement select(database, sql);
    select.bind(0, hashToken(token));
    return theCaller(select);
}

Result<Caller> formerCallerWith(Database &database, const QString &token)
{
    Statement select(database, u"SELECT agent, device FROM tokens WHERE hash = ?"_s);
    const auto found = select.bind(0, hashToken(token)).first([](const Statement &row) {
        return Caller{{row.text(0)}, {row.text(1)}, {}, {}, {}, {}};
    });
    if (!found) return tl::unexpected(found.error());
    if (!*found) return refusedCaller();
    return membershipOf(database, (*found)->agent).map([&found](const Membership &member) {
        Caller caller = **found;
        caller.member = member;
        return caller;
    });
}

Result<Caller> callerOf(Database &database, const AgentId &agent, const DeviceId &device)
{
    static const QString sql = callerSql(u"''"_s, u"agents a"_s) + u"WHERE a.id = ?"_s;
    Statement select(database, sql);
    select.bind(0, agent.value);
    return theCaller(select).map([&device](Caller caller) {
        caller.device = device;
        return caller;
    });
}

} // namespace akwaba::store
