// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/alarmtables.h"

#include "app/server/store/manyrows.h"
#include "core/database/statement.h"

using namespace Qt::StringLiterals;

namespace akwaba::store {

namespace {

Result<QStringList> idsFrom(Statement &select)
{
    return select.rows([](const Statement &row) { return row.text(0); }).map([](const QList<QString> &found) {
        return QStringList(found);
    });
}

} // namespace

Result<QList<NextAlarm>> alarmsBy(Database &database, qint64 now, int limit)
{
    Statement select(database,
                     u"SELECT ticket, target, instance, alarm_at FROM sla_clocks WHERE alarm_at <= ? "
                     "ORDER BY alarm_at LIMIT ?"_s);
    return select.bind(0, now).bind(1, limit).rows([](const Statement &row) {
        return NextAlarm{{row.text(0)},
                         fromWireName<Target>(row.text(1)).value_or(Target::Resolution),
                         static_cast<int>(row.integer(2)),
                         row.integer(3)};
    });
}

Result<std::optional<qint64>> nextAlarm(Database &database, qint64 now)
{
    Statement select(database, u"SELECT alarm_at FROM sla_clocks WHERE alarm_at > ? ORDER BY alarm_at LIMIT 1"_s);
    return select.bind(0, now).first([](const Statement &row) { return row.integer(0); });
}

Result<void> keepNext(Writer &writer, const QList<NextAlarm> &next)
{
    QList<QVariantList> rows;
    for (const NextAlarm &each : next)
        rows.append(
            {each.ticket.value, wireName(each.target), each.instance, each.at ? QVariant(*each.at) : QVariant()});
    return runForRows(writer.sideTables(),
                      u"WITH looked (ticket, target, instance, alarm_at) AS (%1) UPDATE sla_clocks SET "
                      "alarm_at = looked.alarm_at FROM looked WHERE sla_clocks.ticket = looked.ticket "
                      "AND sla_clocks.target = looked.target AND sla_clocks.instance = looked.instance"_s,
                      "ttnn", rows);
}

Result<QList<ToldStep>> toldSteps(Database &database, const QStringList &tickets)
{
    QList<ToldStep> steps;
    return selectForRows(database,
                         u"WITH asked (id) AS (%1) SELECT a.ticket, a.target, a.instance, a.step, a.told_at FROM asked "
                         "JOIN sla_alarms a ON a.ticket = asked.id"_s,
                         "t", rowsOf(tickets),
                         [&steps](const Statement &row) {
                             steps.append({{row.text(0)},
                                           fromWireName<Target>(row.text(1)).value_or(Target::Resolution),
                                           static_cast<int>(row.integer(2)),
                                           static_cast<int>(row.integer(3)),
                                           row.integer(4)});
                         })
        .map([&steps] { return std::move(steps); });
}

Result<void> keepTold(Writer &writer, const QList<ToldStep> &steps)
{
    QList<QVariantList> rows;
    for (const ToldStep &step : steps)
        rows.append({step.ticket.value, wireName(step.target), step.instance, step.step, step.at});
    return runForRows(writer.sideTables(),
                      u"INSERT INTO sla_alarms (ticket, target, instance, step, told_at) %1 "
                      "ON CONFLICT (ticket, target, instance, step) DO UPDATE SET told_at = excluded.told_at"_s,
                      "ttnnn", rows);
}

Result<void> forgetTold(Writer &writer, qint64 before)
{
    Statement forget(writer.sideTables(),
                     u"DELETE FROM sla_alarms WHERE told_at < ? AND NOT EXISTS (SELECT 1 FROM sla_clocks c "
                     "WHERE c.ticket = sla_alarms.ticket AND c.target = sla_alarms.target "
                     "AND c.instance = sla_alarms.instance AND c.ended_at IS NULL)"_s);
    return forget.bind(0, before).run();
}

Result<QStringList> noticesBefore(Database &database, qint64 at, int limit)
{
    Statement select(database, u"SELECT id FROM notices WHERE \"at\" < ? ORDER BY \"at\" LIMIT ?"_s);
    return idsFrom(select.bind(0, at).bind(1, limit));
}

Result<QStringList> noticesThatName(const Reader &reader, const QStringList &tickets)
{
    QStringList ids;
    return selectForRows(reader.database(),
                         u"WITH asked (id) AS (%1) SELECT DISTINCT n.id FROM asked JOIN notices n "
                         "ON n.tickets LIKE '%\"' || asked.id || '\"%'"_s,
                         "t", rowsOf(tickets), [&ids](const Statement &row) { ids.append(row.text(0)); })
        .map([&ids] {
            ids.removeDuplicates();
            return std::move(ids);
        });
}

} // namespace akwaba::store
