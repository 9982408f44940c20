// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of Outbox that makes data vanish from its file.
#include "core/base/clock.h"
#include "core/cache/bytescan.h"
#include "core/cache/outbox.h"
#include "core/cache/outboxrows.h"
#include "core/database/database.h"

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

/// Each text of each row that the statement gives, which are JSON.
Result<void> collect(Statement &rows, Needles *needles)
{
    if (needles == nullptr) return {};
    return rows.forEach([needles](const Statement &row) {
        needles->addJson(jsonObject(row.text(0)));
        needles->addJson(jsonObject(row.text(1)));
    });
}

} // namespace

Result<QStringList> Outbox::eraseSubjects(const QStringList &customers, const QStringList &tickets, Needles *needles)
{
    QStringList iids;
    const auto done = change([&]() -> Result<void> {
        const QString about = u"(ticket IN (SELECT value FROM json_each(:tickets)) "
                              "OR EXISTS (SELECT 1 FROM json_each(subjects) s WHERE s.value IN "
                              "(SELECT value FROM json_each(:customers))))"_s;
        Statement texts(
            *m_database,
            u"SELECT args, patch FROM intent WHERE %1 UNION ALL SELECT args, '{}' FROM form WHERE %1"_s.arg(about));
        texts.bind(u":tickets"_s, jsonText(tickets)).bind(u":customers"_s, jsonText(customers));
        if (auto collected = collect(texts, needles); !collected) return collected;
        Statement drafts(*m_database,
                         u"SELECT record, '{}' FROM draft WHERE ticket IN (SELECT value FROM json_each(?))"_s);
        drafts.bind(0, jsonText(tickets));
        if (auto collected = collect(drafts, needles); !collected) return collected;
        Statement found(*m_database, u"SELECT iid FROM intent WHERE %1 ORDER BY oseq"_s.arg(about));
        found.bind(u":tickets"_s, jsonText(tickets)).bind(u":customers"_s, jsonText(customers));
        const auto rows = found.rows([](const Statement &row) { return row.text(0); });
        if (!rows) return tl::unexpected(rows.error());
        iids = *rows;
        // One that is on its way keeps its place, or the server would wait for its dseq for ever: it will be refused.
        Statement empty(*m_database,
                        u"UPDATE intent SET args = '{}', patch = NULL, subjects = '[]', reason = ?, "
                        "state = iif(state IN ('inflight', 'accepted', 'merged'), state, 'cancelled'), "
                        "settled_at = coalesce(settled_at, ?) WHERE iid = ?"_s);
        empty.bind(0, wireName(Reason::Erased)).bind(1, m_clock.now());
        for (const QString &iid : std::as_const(iids)) {
            if (const auto emptied = empty.bind(2, iid).run(); !emptied) return emptied;
        }
        Statement gone(*m_database, u"DELETE FROM draft WHERE ticket IN (SELECT value FROM json_each(?))"_s);
        Statement begun(*m_database, u"DELETE FROM form WHERE "_s + about);
        begun.bind(u":tickets"_s, jsonText(tickets)).bind(u":customers"_s, jsonText(customers));
        return gone.bind(0, jsonText(tickets)).run().and_then([&] { return begun.run(); });
    });
    if (!done) return tl::unexpected(done.error());
    return iids;
}

Result<std::optional<ErasureRecord>> Outbox::erasure(const QString &id)
{
    Statement select(*m_database, u"SELECT step, ack FROM erasure_local WHERE id = ?"_s);
    return select.bind(0, id).first([](const Statement &row) {
        ErasureRecord record;
        record.step = fromWireName<ErasureStep>(row.text(0)).value_or(record.step);
        if (auto ack = erasureAckFromJson(jsonObject(row.text(1)))) record.ack = *ack;
        return record;
    });
}

Result<void> Outbox::keepErasure(const QString &id, const ErasureRecord &record)
{
    return change([&] {
        Statement upsert(*m_database,
                         u"INSERT INTO erasure_local(id, step, ack) VALUES(?, ?, ?) "
                         "ON CONFLICT(id) DO UPDATE SET step = excluded.step, ack = excluded.ack"_s);
        upsert.bind(0, id).bind(1, wireName(record.step));
        return upsert.bind(2, jsonText(record.ack ? toJson(*record.ack) : QJsonObject())).run();
    });
}

Result<void> Outbox::truncateWal() { return m_database->truncateWal(); }

Result<void> Outbox::scan(const Needles &needles, ScanReport &report)
{
    return scanPages(*m_database, needles, report);
}

Result<void> Outbox::scanLive(const Needles &needles, QSet<qsizetype> &found)
{
    return scanRows(*m_database, needles, found);
}

Result<void> Outbox::rewrite() { return m_database->execute(u"VACUUM"_s); }

} // namespace akwaba
