// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/audit.h"

#include "app/server/store/snapshot.h"
#include "app/server/store/writer.h"
#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/database/statement.h"

using namespace Qt::StringLiterals;

namespace akwaba::store {

namespace {

Result<void> purgeAudit(Writer &writer)
{
    Statement purge(writer.database(), u"DELETE FROM audit WHERE \"at\" < ?"_s);
    return purge.bind(0, writer.clock().now().addDays(-auditDays)).run();
}

AuditEntry entryIn(const Statement &row)
{
    AuditEntry entry;
    entry.action = fromWireName<AuditAction>(row.text(1)).value_or(entry.action);
    entry.actor.value = row.text(2);
    entry.subject.value = row.text(3);
    entry.device.value = row.text(4);
    entry.result = fromWireName<AuditResult>(row.text(5)).value_or(entry.result);
    entry.repeats = row.integer(6);
    return entry;
}

} // namespace

Result<void> writeAudit(Writer &writer, const AuditEntry &entry)
{
    if (auto done = purgeAudit(writer); !done) return done;
    Statement insert(writer.database(),
                     u"INSERT INTO audit (id, \"at\", \"action\", actor, subject, device, \"result\", repeats) "
                     "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s);
    insert.bind(0, newUuid7(writer.clock(), writer.random())).bind(1, writer.clock().now());
    insert.bind(2, wireName(entry.action)).bind(3, entry.actor.value).bind(4, entry.subject.value);
    insert.bind(5, entry.device.value).bind(6, wireName(entry.result)).bind(7, entry.repeats);
    return insert.run();
}

Result<void> readAudit(const Snapshot &snapshot, const QDateTime &since,
                       const std::function<void(const QDateTime &, const AuditEntry &)> &visit)
{
    Statement select(snapshot.database(),
                     u"SELECT \"at\", \"action\", actor, subject, device, \"result\", repeats FROM audit "
                     "WHERE \"at\" >= ? ORDER BY \"at\", id"_s);
    select.bind(0, since.isValid() ? since : QDateTime::fromMSecsSinceEpoch(0, Qt::UTC));
    return select.forEach([&visit](const Statement &row) { visit(row.instant(0), entryIn(row)); });
}

} // namespace akwaba::store
