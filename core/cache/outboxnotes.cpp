// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of Outbox that is no intent: drafts, what was read, facts.
#include "core/base/clock.h"
#include "core/cache/outbox.h"
#include "core/cache/outboxrows.h"
#include "core/database/database.h"
#include "core/protocol/codec.h"
#include "core/protocol/commandfields.h"

using namespace Qt::StringLiterals;

namespace akwaba {

Result<void> Outbox::journalDraft(const Draft &draft)
{
    return change([&] { return putDraft(draft); });
}

Result<void> Outbox::putDraft(const Draft &draft)
{
    Statement upsert(*m_database,
                     u"INSERT INTO draft(id, ticket, record, written_at) VALUES(?, ?, ?, ?) ON CONFLICT(id) DO UPDATE "
                     "SET ticket = excluded.ticket, record = excluded.record, written_at = excluded.written_at"_s);
    upsert.bind(0, draft.id.value).bind(1, draft.ticket.value).bind(2, jsonText(toJson(draft)));
    return upsert.bind(3, draft.writtenAt.isValid() ? draft.writtenAt : m_clock.now()).run();
}

/// Within change(): it stands in the intent from now on. One that is only saved stays journalled until it is shown
/// (forgetDraft), so that whoever reads meanwhile finds it in one place or the other.
Result<void> Outbox::replaceDraft(const Command &command)
{
    const DraftId draft = draftOf(command);
    if (draft.isEmpty()) return {};
    Statement journal(*m_database, u"DELETE FROM draft WHERE id = ?"_s);
    Statement unsent(*m_database,
                     u"DELETE FROM intent WHERE op = ? AND entity = ? AND coalesce(dseq, old_dseq) IS NULL "
                     "AND state IN ('ready', 'held')"_s);
    const bool isSaved = std::holds_alternative<SaveDraft>(command);
    return (isSaved ? Result<void>() : journal.bind(0, draft.value).run()).and_then([&] {
        return unsent.bind(0, QString::fromLatin1(Fields<SaveDraft>::type)).bind(1, draft.value).run();
    });
}

Result<void> Outbox::forgetDraft(const DraftId &draft)
{
    return change([&] {
        Statement journal(*m_database, u"DELETE FROM draft WHERE id = ?"_s);
        return journal.bind(0, draft.value).run();
    });
}

Result<QList<Draft>> Outbox::journalledDrafts()
{
    Statement rows(*m_database, u"SELECT record FROM draft ORDER BY written_at"_s);
    const auto records = rows.rows([](const Statement &row) { return jsonObject(row.text(0)); });
    if (!records) return tl::unexpected(records.error());
    QList<Draft> drafts;
    for (const QJsonObject &record : *records) {
        const auto draft = fromJson<Draft>(record);
        if (!draft) return tl::unexpected(draft.error());
        drafts.append(*draft);
    }
    return drafts;
}

Result<UnsentWork> Outbox::unsentWork()
{
    Statement intents(
        *m_database,
        u"SELECT %1 FROM intent WHERE (%2) OR (%3) ORDER BY oseq"_s.arg(intentColumns(), undecided(), refused()));
    const auto written = intents.rows([](const Statement &row) { return readIntent(row); });
    if (!written) return tl::unexpected(written.error());
    const auto forms = begunForms();
    if (!forms) return tl::unexpected(forms.error());
    return journalledDrafts().map([&](const QList<Draft> &drafts) { return UnsentWork{*written, drafts, *forms}; });
}

Result<void> Outbox::markSeen(const TicketId &ticket, const QDateTime &messageAt)
{
    if (!messageAt.isValid()) return {};
    return change([&] {
        Statement upsert(*m_database,
                         u"INSERT INTO seen(ticket, at) VALUES(?, ?) "
                         "ON CONFLICT(ticket) DO UPDATE SET at = max(at, excluded.at)"_s);
        return upsert.bind(0, ticket.value).bind(1, messageAt).run();
    });
}

QString Outbox::fact(const QString &name) { return readFact(name).value_or(QString()); }

Result<QString> Outbox::readFact(const QString &name)
{
    Statement row(*m_database, u"SELECT value FROM meta WHERE name = ?"_s);
    return row.bind(0, name)
        .first([](const Statement &r) { return r.text(0); })
        .map([](const std::optional<QString> &value) { return value.value_or(QString()); });
}

Result<void> Outbox::setFact(const QString &name, const QString &value)
{
    return change([&] { return keepFact(name, value); });
}

Result<void> Outbox::keepFact(const QString &name, const QString &value)
{
    Statement upsert(*m_database,
                     u"INSERT INTO meta(name, value) VALUES(?, ?) "
                     "ON CONFLICT(name) DO UPDATE SET value = excluded.value"_s);
    return upsert.bind(0, name).bind(1, value).run();
}

} // namespace akwaba
