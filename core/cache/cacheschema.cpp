// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/cacheschema.h"

#include "core/database/database.h"
#include "core/database/migration.h"
#include "core/database/table.h"
#include "core/domain/ticket.h"
#include "core/text/extract.h"
#include "core/text/fold.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

/// What lists sort and select by, kept by SQLite itself.
QStringList ticketColumns()
{
    QStringList activeNames;
    for (std::size_t i = 0; i < EnumNames<TicketStatus>::all.size(); ++i) {
        const auto status = static_cast<TicketStatus>(i);
        if (isActive(status)) activeNames += u'\'' + wireName(status) + u'\'';
    }
    const QString active = activeNames.join(u',');
    return {
        u"extract TEXT NOT NULL DEFAULT ''"_s,
        // The clock that is due next (ticketclocks.h).
        u"next_due_at INTEGER"_s,
        u"at_risk_at INTEGER"_s,
        u"clock_target TEXT NOT NULL DEFAULT ''"_s,
        u"clock_state TEXT NOT NULL DEFAULT ''"_s,
        u"clock_calendar TEXT NOT NULL DEFAULT ''"_s, // of wall time none
        u"clock_length INTEGER NOT NULL DEFAULT 0"_s,
        u"clock_left INTEGER NOT NULL DEFAULT 0"_s,
        u"clock_promise INTEGER NOT NULL DEFAULT 0"_s,
        u"active INTEGER NOT NULL GENERATED ALWAYS AS (coalesce(status IN (%1), 0)) STORED"_s.arg(active),
        u"last_at INTEGER NOT NULL GENERATED ALWAYS AS (max(coalesce(received_at, 0), "
        "coalesce(last_customer_message_at, 0), coalesce(last_agent_message_at, 0))) STORED"_s,
        // Tickets that wait for nobody come after all that do.
        u"waits INTEGER NOT NULL GENERATED ALWAYS AS (coalesce(waiting_since, 9000000000000000)) STORED"_s,
        // Paused ones come after all that are due, and the others after those.
        u"due_order INTEGER NOT NULL GENERATED ALWAYS AS (coalesce(next_due_at, iif(clock_state = '', "
        "9000000000000001, 9000000000000000))) STORED"_s,
        u"urgency INTEGER NOT NULL GENERATED ALWAYS AS (CASE priority WHEN 'urgent' THEN 3 WHEN 'high' THEN 2 "
        "WHEN 'low' THEN 0 ELSE 1 END) STORED"_s,
    };
}

QStringList typeTables()
{
    QStringList statements;
    for (const TypeInfo *type : syncedTypes()) {
        QStringList more{u"gen INTEGER NOT NULL DEFAULT 0"_s};
        if (type == &typeInfo<Ticket>()) more += ticketColumns();
        statements += createTable(*type, more);
    }
    return statements;
}

QStringList indexes()
{
    return {
        u"CREATE INDEX tickets_active ON tickets(last_at) WHERE active = 1"_s,
        u"CREATE INDEX tickets_assignee ON tickets(assignee, due_order, last_at DESC) WHERE active = 1"_s,
        u"CREATE INDEX tickets_team ON tickets(team, due_order, last_at DESC) WHERE active = 1"_s,
        u"CREATE INDEX tickets_channel ON tickets(channel, due_order, last_at DESC) WHERE active = 1"_s,
        u"CREATE INDEX tickets_urgency ON tickets(urgency, last_at) WHERE active = 1"_s,
        u"CREATE INDEX tickets_waits ON tickets(waits) WHERE active = 1"_s,
        u"CREATE INDEX tickets_due ON tickets(due_order, last_at DESC) WHERE active = 1"_s,
        u"CREATE INDEX tickets_at_risk ON tickets(at_risk_at, due_order) WHERE active = 1"_s,
        u"CREATE INDEX tickets_status ON tickets(status, last_at)"_s,
        u"CREATE INDEX tickets_customer ON tickets(customer, last_at)"_s,
        u"CREATE INDEX tickets_last ON tickets(last_at)"_s,
        u"CREATE INDEX tickets_stopped ON tickets(last_at) WHERE loop_stopped_at IS NOT NULL"_s,
        u"CREATE INDEX tickets_received ON tickets(received_at)"_s,
        u"CREATE INDEX messages_ticket ON messages(ticket, at)"_s,
        u"CREATE INDEX attachments_ticket ON attachments(ticket)"_s,
        u"CREATE INDEX attachments_message ON attachments(message)"_s,
        u"CREATE INDEX attachments_blob ON attachments(blob)"_s,
        u"CREATE INDEX orders_customer ON orders(customer, placed_at)"_s,
        u"CREATE INDEX drafts_ticket ON drafts(ticket)"_s,
        u"CREATE INDEX escalations_ticket ON escalations(ticket)"_s,
        u"CREATE INDEX escalations_state ON escalations(state, ticket) WHERE closed_at IS NULL"_s,
        u"CREATE INDEX notices_at ON notices(at)"_s,
        u"CREATE INDEX notices_unread ON notices(agent) WHERE read_at IS NULL"_s,
    };
}

QStringList ownTables()
{
    return {
        u"CREATE TABLE meta(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID"_s,
        // The server's word on rows that show pending intents; base is NULL for a row that the server has not got.
        u"CREATE TABLE shadow(type INTEGER NOT NULL, id TEXT NOT NULL, base TEXT, gen INTEGER NOT NULL, "
        "PRIMARY KEY(type, id)) WITHOUT ROWID"_s,
        u"CREATE TABLE dirty(iid TEXT NOT NULL, type INTEGER NOT NULL, id TEXT NOT NULL, "
        "PRIMARY KEY(iid, type, id)) WITHOUT ROWID"_s,
        u"CREATE INDEX dirty_row ON dirty(type, id)"_s,
        // The tags and followers of tickets, to select by.
        u"CREATE TABLE ticket_sets(field TEXT NOT NULL, value TEXT NOT NULL, ticket INTEGER NOT NULL, "
        "PRIMARY KEY(field, value, ticket)) WITHOUT ROWID"_s,
        // Tickets whose clocks are to be refreshed, since the rules are others.
        u"CREATE TABLE clock_todo(ticket TEXT PRIMARY KEY) WITHOUT ROWID"_s,
        u"CREATE TABLE counters(kind TEXT NOT NULL, key TEXT NOT NULL, n INTEGER NOT NULL, "
        "PRIMARY KEY(kind, key)) WITHOUT ROWID"_s,
        // The files beside this one, each under a key of its own; `opened` orders them by when each was last.
        u"CREATE TABLE blobs(blob TEXT PRIMARY KEY, key BLOB NOT NULL, name TEXT NOT NULL, size INTEGER NOT NULL, "
        "whole INTEGER NOT NULL, opened INTEGER NOT NULL) WITHOUT ROWID"_s,
        u"CREATE INDEX blobs_opened ON blobs(opened)"_s,
    };
}

/// Adds `by` to the counters of the row called `side` (new or old) in a trigger.
QString count(const QString &side, const QString &by)
{
    const QString one = u"INSERT INTO counters SELECT %1, 1 * %2 WHERE %3 "
                        "ON CONFLICT(kind, key) DO UPDATE SET n = n + excluded.n;\n"_s;
    const QString active = side + u".active = 1"_s;
    return one.arg(u"'active', ''"_s, by, active) //
        + one.arg(u"'assignee', "_s + side + u".assignee"_s, by, active)
        + one.arg(u"'team', "_s + side + u".team"_s, by, active)
        + one.arg(u"'channel', "_s + side + u".channel"_s, by, active + u" AND "_s + side + u".channel IS NOT NULL"_s)
        + one.arg(u"'status', "_s + side + u".status"_s, by, side + u".status IS NOT NULL"_s)
        + one.arg(u"'stopped', ''"_s, by, u"%1.loop_stopped_at IS NOT NULL AND %1.status IS NOT 'merged'"_s.arg(side))
        + u"INSERT INTO counters SELECT 'follower', value, 1 * %2 FROM (SELECT DISTINCT value FROM "
          "json_each(%1.followers)) WHERE %1.active = 1 "
          "ON CONFLICT(kind, key) DO UPDATE SET n = n + excluded.n;\n"_s.arg(side, by);
}

QString enterSets()
{
    // Not OR IGNORE: in a trigger the conflict clause of the outer statement wins.
    const QString one = u"INSERT INTO ticket_sets SELECT DISTINCT '%1', value, new.row FROM json_each(new.%1);\n"_s;
    return one.arg(u"tags"_s) + one.arg(u"followers"_s);
}

QString leaveSets()
{
    const QString one = u"DELETE FROM ticket_sets WHERE field = '%1' AND ticket = old.row "
                        "AND value IN (SELECT value FROM json_each(old.%1));\n"_s;
    return one.arg(u"tags"_s) + one.arg(u"followers"_s);
}

QStringList triggers()
{
    const QString enter = count(u"new"_s, u"1"_s) + enterSets();
    const QString leave = count(u"old"_s, u"-1"_s) + leaveSets();
    return {
        u"CREATE TRIGGER tickets_enter AFTER INSERT ON tickets BEGIN\n"_s + enter + u"END"_s,
        u"CREATE TRIGGER tickets_leave AFTER DELETE ON tickets BEGIN\n"_s + leave + u"END"_s,
        u"CREATE TRIGGER tickets_change AFTER UPDATE OF status, assignee, team, channel, followers, tags, "
        "loop_stopped_at ON tickets "
        u"WHEN new.status IS NOT old.status "
        "OR new.assignee IS NOT old.assignee OR new.team IS NOT old.team OR new.channel IS NOT old.channel "
        "OR new.followers IS NOT old.followers OR new.tags IS NOT old.tags "
        "OR new.loop_stopped_at IS NOT old.loop_stopped_at BEGIN\n"_s
            + leave + enter + u"END"_s,
    };
}

QStringList fullText()
{
    return {
        // One text each; its number is made of its time, so that the newest are found first (textindex.h).
        u"CREATE TABLE docs(doc INTEGER PRIMARY KEY, type INTEGER NOT NULL, row INTEGER NOT NULL, "
        "ticket TEXT NOT NULL)"_s,
        u"CREATE UNIQUE INDEX docs_row ON docs(type, row)"_s,
        u"CREATE TABLE fts_todo(doc INTEGER PRIMARY KEY)"_s,
        u"CREATE VIRTUAL TABLE words USING fts5(text, content='', prefix='2 3', "
        "tokenize='unicode61 remove_diacritics 2')"_s,
        // Before the first text: a deleted one shall leave nothing in the index.
        u"INSERT INTO words(words, rank) VALUES('secure-delete', 1)"_s,
    };
}

int versionOfSchema()
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QString &statement : cacheSchema())
        hash.addData(statement.toUtf8());
    for (const TypeInfo *type : syncedTypes()) {
        for (const FieldInfo &field : type->fields)
            hash.addData(u"%1 %2 %3"_s.arg(field.name).arg(static_cast<int>(field.kind)).arg(field.searched).toUtf8());
    }
    // What is stored folded or cut must have been made by these very functions.
    hash.addData(folded(u"Œuvre d’Élégance\u00a0ŒſßİÅ Ḟ 12\u202f345"_s).toUtf8());
    hash.addData(extractOf(u"Bonjour,\n\nvoici  le texte.\n\n> cité\n"_s).toUtf8());
    const QByteArray digest = hash.result();
    int version = 0;
    for (int i = 0; i < 4; ++i)
        version = (version << 7) | (digest.at(i) & 0x7f);
    return version | 1; // never 0, which is a new file
}

} // namespace

QStringList cacheSchema() { return typeTables() + indexes() + ownTables() + triggers() + fullText(); }

int cacheSchemaVersion()
{
    static const int version = versionOfSchema();
    return version;
}

Result<void> createCacheSchema(Database &database)
{
    for (const QString &statement : cacheSchema()) {
        if (const auto done = database.execute(statement); !done) return done;
    }
    return setSchemaVersion(database, cacheSchemaVersion());
}

} // namespace akwaba
