// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mutant.h"

#include "worldserver.h"

#include <QJsonArray>
#include <QMap>

#include <functional>

namespace akwaba::world {

using namespace Qt::StringLiterals;

namespace {

/// Applies `edit(name, arguments)` to the arguments of every call or answer under `member`.
QJsonObject edited(QJsonObject jmap, const QString &member,
                   const std::function<void(const QString &name, QJsonObject &arguments)> &edit)
{
    QJsonArray invocations;
    for (const QJsonValue &value : jmap.value(member).toArray()) {
        QJsonArray parts = value.toArray();
        QJsonObject arguments = parts.at(1).toObject();
        edit(parts.at(0).toString(), arguments);
        parts[1] = arguments;
        invocations.append(parts);
    }
    jmap.insert(member, invocations);
    return jmap;
}

using Edit = std::function<void(QJsonObject &entry)>;

/// Applies `edit` to each type's entry of a page of changes.
QJsonObject editedChanges(const QJsonObject &jmap, const Edit &edit)
{
    return edited(jmap, u"methodResponses"_s, [&edit](const QString &name, QJsonObject &arguments) {
        if (name != u"Sync/changes") return;
        QJsonArray changes;
        for (const QJsonValue &value : arguments.value(u"changes"_s).toArray()) {
            QJsonObject entry = value.toObject();
            edit(entry);
            changes.append(entry);
        }
        arguments.insert(u"changes"_s, changes);
    });
}

/// A cursor that skips what committed late: the last changed row of each page is not delivered (Marten #1629).
class LostChange final : public Mutant {
    QJsonObject response(QJsonObject jmap) override
    {
        return editedChanges(jmap, [](QJsonObject &entry) {
            QJsonArray updated = entry.value(u"updated"_s).toArray();
            if (updated.size() > 1) updated.removeLast();
            entry.insert(u"updated"_s, updated);
        });
    }
};

/// Rows that leave the scope stay for ever (couchbase-lite-ios #201).
class NothingRemoved final : public Mutant {
    QJsonObject response(QJsonObject jmap) override
    {
        return editedChanges(jmap, [](QJsonObject &entry) {
            entry.insert(u"destroyed"_s, QJsonArray());
            entry.insert(u"removed"_s, QJsonArray());
        });
    }
};

/// A retry is a new request to the server: no key of idempotency.
class NoIdempotency final : public Mutant {
public:
    explicit NoIdempotency(WorldServer &server) : m_server(server) { }
    QJsonObject request(QJsonObject jmap) override
    {
        return edited(jmap, u"methodCalls"_s, [this](const QString &name, QJsonObject &arguments) {
            if (name != u"Intent/apply") return;
            QJsonArray intents;
            for (const QJsonValue &value : arguments.value(u"intents"_s).toArray()) {
                QJsonObject intent = value.toObject();
                const QString fresh = newUuid7(m_server.clock(), m_server.random());
                m_real.insert(fresh, intent.value(u"iid"_s).toString());
                intent.insert(u"iid"_s, fresh);
                // And what it makes has an id of its own each time, as with a server that gives the ids.
                QJsonObject args = intent.value(u"args"_s).toObject();
                if (intent.value(u"op"_s).toString().startsWith(u"message.") && args.contains(u"id"_s))
                    args.insert(u"id"_s, newId<MessageId>(m_server.clock(), m_server.random()).value);
                intent.insert(u"args"_s, args);
                intents.append(intent);
            }
            arguments.insert(u"intents"_s, intents);
        });
    }
    QJsonObject response(QJsonObject jmap) override
    {
        return edited(jmap, u"methodResponses"_s, [this](const QString &name, QJsonObject &arguments) {
            if (name != u"Intent/apply") return;
            QJsonArray outcomes;
            for (const QJsonValue &value : arguments.value(u"outcomes"_s).toArray()) {
                QJsonObject outcome = value.toObject();
                outcome.insert(u"iid"_s, m_real.value(outcome.value(u"iid"_s).toString()));
                outcomes.append(outcome);
            }
            arguments.insert(u"outcomes"_s, outcomes);
        });
    }

private:
    WorldServer &m_server;
    QMap<QString, QString> m_real;
};

/// Acknowledged before it was done: every third note is taken out of its request and "accepted" all the same.
class AckBeforeCommit final : public Mutant {
    QJsonObject request(QJsonObject jmap) override
    {
        m_swallowed.clear();
        return edited(jmap, u"methodCalls"_s, [this](const QString &name, QJsonObject &arguments) {
            if (name != u"Intent/apply") return;
            QJsonArray intents;
            for (const QJsonValue &value : arguments.value(u"intents"_s).toArray()) {
                QJsonObject intent = value.toObject();
                const bool loses = intent.value(u"op"_s).toString() == u"message.note" && ++m_notes % 3 == 0;
                if (loses) {
                    m_swallowed.append(intent.value(u"iid"_s).toString());
                    // Something harmless in its place, so that the numbers have no gap.
                    intent.insert(u"op"_s, u"ticket.unknown"_s);
                }
                intents.append(intent);
            }
            arguments.insert(u"intents"_s, intents);
        });
    }
    QJsonObject response(QJsonObject jmap) override
    {
        return edited(jmap, u"methodResponses"_s, [this](const QString &name, QJsonObject &arguments) {
            if (name != u"Intent/apply") return;
            QJsonArray outcomes;
            for (const QJsonValue &value : arguments.value(u"outcomes"_s).toArray()) {
                QJsonObject outcome = value.toObject();
                if (m_swallowed.contains(outcome.value(u"iid"_s).toString())) {
                    outcome.insert(u"outcome"_s, u"accepted"_s);
                    outcome.insert(u"reason"_s, u"none"_s);
                }
                outcomes.append(outcome);
            }
            arguments.insert(u"outcomes"_s, outcomes);
        });
    }

    int m_notes = 0;
    QStringList m_swallowed;
};

/// The cursor of a first sync is taken after its pages instead of before them.
class CursorAfterSnapshot final : public Mutant {
public:
    explicit CursorAfterSnapshot(WorldServer &server) : m_server(server) { }
    QJsonObject request(QJsonObject jmap) override
    {
        return edited(jmap, u"methodCalls"_s, [this](const QString &name, QJsonObject &arguments) {
            if (name != u"Sync/changes" || arguments.value(u"sinceState"_s).toString() != u"later") return;
            m_real = must(m_server.store().read()).state();
            arguments.insert(u"sinceState"_s, m_real);
        });
    }
    QJsonObject response(QJsonObject jmap) override
    {
        return edited(jmap, u"methodResponses"_s, [this](const QString &name, QJsonObject &arguments) {
            if (name == u"Sync/state") arguments.insert(u"state"_s, u"later"_s);
            if (name == u"Sync/changes" && arguments.value(u"oldState"_s).toString() == m_real && !m_real.isEmpty())
                arguments.insert(u"oldState"_s, u"later"_s);
            if (name == u"Sync/changes") m_real.clear();
        });
    }

private:
    WorldServer &m_server;
    QString m_real;
};

/// Pending work is lost with a new version of the program (Zero #3089).
class OutboxDropped final : public Mutant {
    [[nodiscard]] bool dropsOutbox() const override { return true; }
};

/// "Not in the answer" is taken for "deleted": an empty /get purges (Nextcloud #3076 from the other side).
class AbsenceIsDeletion final : public Mutant {
    QJsonObject response(QJsonObject jmap) override
    {
        return edited(jmap, u"methodResponses"_s, [this](const QString &name, QJsonObject &arguments) {
            if (name == u"Ticket/get") return lose(arguments);
            if (name != u"Sync/changes" || !arguments.contains(u"records"_s)) return;
            QJsonArray records;
            for (const QJsonValue &each : arguments.value(u"records"_s).toArray()) {
                QJsonObject entry = each.toObject();
                if (entry.value(u"type"_s).toString() == u"Ticket") lose(entry);
                records.append(entry);
            }
            arguments.insert(u"records"_s, records);
        });
    }
    void lose(QJsonObject &rows)
    {
        if (++m_answers % 4 != 0) return;
        QJsonArray ids;
        for (const QJsonValue &record : rows.value(u"list"_s).toArray())
            ids.append(record.toObject().value(u"id"_s));
        rows.insert(u"list"_s, QJsonArray());
        rows.insert(u"notFound"_s, ids);
    }

    int m_answers = 0;
};

/// A server that was restored from a backup does not say so, nor how far it had come with each device.
class RestoreUnnoticed final : public Mutant {
    QJsonObject request(QJsonObject jmap) override
    {
        return edited(jmap, u"methodCalls"_s, [](const QString &name, QJsonObject &arguments) {
            if (name == u"Intent/apply") arguments.remove(u"lineage"_s);
        });
    }

    QJsonObject response(QJsonObject jmap) override
    {
        return edited(jmap, u"methodResponses"_s, [](const QString &name, QJsonObject &arguments) {
            if (name != u"Sync/state") return;
            arguments.remove(u"lineage"_s);
        });
    }
};

/// What a restored server is told again is new to it, and mailed.
class ReplayIsNew final : public Mutant {
    QJsonObject request(QJsonObject jmap) override
    {
        return edited(jmap, u"methodCalls"_s, [](const QString &name, QJsonObject &arguments) {
            if (name != u"Intent/apply") return;
            QJsonArray intents;
            for (const QJsonValue &value : arguments.value(u"intents"_s).toArray()) {
                QJsonObject intent = value.toObject();
                intent.remove(u"sentBefore"_s);
                intents.append(intent);
            }
            arguments.insert(u"intents"_s, intents);
        });
    }
};

} // namespace

QStringList mutantNames()
{
    return {u"lostChange"_s,          u"nothingRemoved"_s, u"noIdempotency"_s,    u"ackBeforeCommit"_s,
            u"cursorAfterSnapshot"_s, u"outboxDropped"_s,  u"absenceIsDeletion"_s};
}

QStringList restoreMutantNames() { return {u"restoreUnnoticed"_s, u"replayIsNew"_s}; }

std::unique_ptr<Mutant> makeMutant(const QString &name, WorldServer &server)
{
    if (name == u"lostChange") return std::make_unique<LostChange>();
    if (name == u"nothingRemoved") return std::make_unique<NothingRemoved>();
    if (name == u"noIdempotency") return std::make_unique<NoIdempotency>(server);
    if (name == u"ackBeforeCommit") return std::make_unique<AckBeforeCommit>();
    if (name == u"cursorAfterSnapshot") return std::make_unique<CursorAfterSnapshot>(server);
    if (name == u"outboxDropped") return std::make_unique<OutboxDropped>();
    if (name == u"absenceIsDeletion") return std::make_unique<AbsenceIsDeletion>();
    if (name == u"restoreUnnoticed") return std::make_unique<RestoreUnnoticed>();
    if (name == u"replayIsNew") return std::make_unique<ReplayIsNew>();
    return nullptr;
}

} // namespace akwaba::world
