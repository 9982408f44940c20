// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/laneguard.h"

#include "core/database/database.h"
#include "core/database/statement.h"
#include "core/database/table.h"
#include "core/protocol/codec.h"

using namespace Qt::StringLiterals;

namespace akwaba::store {

Result<void> enterLane(Database &database)
{
    if (database.dialect() == Dialect::Sqlite) return {};
    // Whatever is done in the lane goes by keys. Without statistics, as after a restore, the planner would rather read
    // the whole table for some dozens of them.
    Statement enter(database,
                    u"SELECT set_config('akwaba.lane', '1', true), set_config('enable_seqscan', 'off', true), "
                    "set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true) "
                    "FROM sync_clock WHERE one = 1 FOR UPDATE"_s);
    return enter.first([](const Statement &) { return true; }).map([](const std::optional<bool> &) {});
}

Result<void> wakeOthers(Database &database, qint64 seq)
{
    if (database.dialect() == Dialect::Sqlite) return {};
    Statement notify(database, u"SELECT pg_notify(?, ?)"_s);
    return notify.bind(0, commitChannel())
        .bind(1, QString::number(seq))
        .first([](const Statement &) { return true; })
        .map([](const std::optional<bool> &) {});
}

Result<void> talk(Database &database, const QString &message)
{
    if (database.dialect() == Dialect::Sqlite) return {};
    Statement notify(database, u"SELECT pg_notify(?, ?)"_s);
    return notify.bind(0, talkChannel())
        .bind(1, message)
        .first([](const Statement &) { return true; })
        .map([](const std::optional<bool> &) {});
}

QStringList laneGuard()
{
    QStringList statements{
        u"CREATE OR REPLACE FUNCTION akwaba_lane() RETURNS trigger LANGUAGE plpgsql AS $$\n"
        "BEGIN\n"
        "    IF current_setting('akwaba.lane', true) IS DISTINCT FROM '1' THEN\n"
        "        RAISE EXCEPTION 'only the commit lane of akwaba-server writes to %', TG_TABLE_NAME\n"
        "            USING ERRCODE = 'insufficient_privilege';\n"
        "    END IF;\n"
        "    RETURN NULL;\n"
        "END $$"_s};
    QStringList tables{u"sync_clock"_s, u"change_log"_s, u"change_scope"_s, u"dead_id"_s, u"intent_ledger"_s};
    for (const TypeInfo *type : syncedTypes())
        tables += type->table;
    for (const QString &table : std::as_const(tables)) {
        statements += u"CREATE OR REPLACE TRIGGER akwaba_lane BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON %1 "
                      "FOR EACH STATEMENT EXECUTE FUNCTION akwaba_lane()"_s.arg(quoted(table));
    }
    return statements;
}

QString commitChannel() { return u"akwaba_commit"_s; }
QString talkChannel() { return u"akwaba_talk"_s; }

} // namespace akwaba::store
