// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/escalations.h"

#include "app/server/store/clocktables.h"
#include "core/database/statement.h"
#include "core/sla/rules.h"

using namespace Qt::StringLiterals;

namespace akwaba::store {

namespace {

Result<QList<Escalation>> escalationsAmong(const Reader &reader, const QString &column, const QStringList &values)
{
    const auto rows = reader.rowsOfAny(typeInfo<Escalation>(), column, values);
    if (!rows) return tl::unexpected(rows.error());
    QList<Escalation> all;
    for (const StoredRow &row : *rows) {
        const auto escalation = fromJson<Escalation>(row.record);
        if (!escalation) return tl::unexpected(escalation.error());
        all.append(*escalation);
    }
    return all;
}

} // namespace

Result<QList<Escalation>> escalationsOf(const Reader &reader, const TicketId &ticket)
{
    return escalationsAmong(reader, u"ticket"_s, {ticket.value});
}

Result<QList<Escalation>> escalationsDue(const Reader &reader, const QDateTime &now, std::chrono::milliseconds notice)
{
    const qint64 at = now.toMSecsSinceEpoch();
    Statement due(reader.database(),
                  u"SELECT e.id FROM escalations e JOIN tickets t ON t.id = e.ticket LEFT JOIN escalation_paths p "
                  "ON p.id = e.path WHERE e.closed_at IS NULL AND (t.status NOT IN ('new', 'open', 'waitingCustomer', "
                  "'waitingThirdParty') OR (e.handed_back_at IS NULL AND e.promised_at <= ?) OR "
                  "(e.state = 'requested' AND e.pickup_due_at <= ? AND p.otherwise <> '')) ORDER BY e.id"_s);
    const auto ids =
        due.bind(0, at + notice.count()).bind(1, at).rows([](const Statement &row) { return row.text(0); });
    if (!ids) return tl::unexpected(ids.error());
    return escalationsAmong(reader, u"id"_s, *ids);
}

Result<QDateTime> escalationDue(const Reader &reader, const EscalationPath &path, Target target, const QDateTime &from)
{
    const SlaTarget *time = targetOf(path, target);
    if (time == nullptr) return QDateTime();
    return rulesOf(reader).map([&](const std::shared_ptr<const sla::Rules> &rules) {
        const auto due = sla::dueOf(*rules, *time, from.toMSecsSinceEpoch());
        return due ? QDateTime::fromMSecsSinceEpoch(*due, Qt::UTC) : QDateTime();
    });
}

} // namespace akwaba::store
