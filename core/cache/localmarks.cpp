// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/localmarks.h"

#include "core/cache/outboxrows.h"
#include "core/database/database.h"
#include "core/database/statement.h"

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

const auto firstText = [](const Statement &row) { return row.text(0); };

} // namespace

Result<LocalMarks> marksOf(Database &outbox, Database &cache, const QStringList &tickets, const AgentId &me)
{
    LocalMarks marks;
    const QString ids = jsonText(tickets);
    Statement intents(outbox,
                      u"SELECT ticket, reason, %1 FROM intent WHERE (%1 OR %2) "
                      "AND ticket IN (SELECT value FROM json_each(?))"_s.arg(undecided(), refused()));
    Statement journal(outbox, u"SELECT ticket FROM draft WHERE ticket IN (SELECT value FROM json_each(?))"_s);
    Statement synced(cache,
                     u"SELECT ticket FROM drafts WHERE agent = ? AND ticket IN (SELECT value FROM json_each(?))"_s);
    Statement seen(outbox, u"SELECT ticket, at FROM seen WHERE ticket IN (SELECT value FROM json_each(?))"_s);
    const auto addDraft = [&marks](const Statement &row) { marks.drafts.insert(row.text(0)); };
    const auto addIntent = [&marks](const Statement &row) {
        if (row.flag(2))
            marks.pending.insert(row.text(0));
        else
            marks.refused.insert(row.text(0), fromWireName<Reason>(row.text(1)).value_or(Reason::None));
    };
    const auto addSeen = [&marks](const Statement &row) { marks.seen.insert(row.text(0), row.instant(1)); };
    return intents.bind(0, ids)
        .forEach(addIntent)
        .and_then([&] { return journal.bind(0, ids).forEach(addDraft); })
        .and_then([&] { return synced.bind(0, me.value).bind(1, ids).forEach(addDraft); })
        .and_then([&] { return seen.bind(0, ids).forEach(addSeen); })
        .map([&] { return std::move(marks); });
}

Result<QStringList> ticketsWithDraft(Database &outbox, Database &cache, const AgentId &me)
{
    Statement journal(outbox, u"SELECT DISTINCT ticket FROM draft WHERE ticket <> ''"_s);
    Statement synced(cache, u"SELECT DISTINCT ticket FROM drafts WHERE agent = ? AND ticket <> ''"_s);
    auto mine = journal.rows(firstText);
    const auto also = synced.bind(0, me.value).rows(firstText);
    if (!mine) return tl::unexpected(mine.error());
    if (!also) return tl::unexpected(also.error());
    for (const QString &ticket : *also) {
        if (!mine->contains(ticket)) mine->append(ticket);
    }
    return QStringList(std::move(*mine));
}

Result<QStringList> ticketsWithPending(Database &outbox)
{
    Statement tickets(outbox, u"SELECT DISTINCT ticket FROM intent WHERE %1 AND ticket <> ''"_s.arg(undecided()));
    return tickets.rows(firstText).map([](QList<QString> all) { return QStringList(std::move(all)); });
}

} // namespace akwaba
