// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of CacheReader that searches.
#include "core/cache/cachereader.h"
#include "core/cache/outboxrows.h"
#include "core/cache/readall.h"
#include "core/cache/textindex.h"
#include "core/cache/viewquery.h"
#include "core/database/database.h"
#include "core/database/transaction.h"

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

/// A text of the index.
struct FoundText {
    TicketId ticket;
    int type = 0;
    qint64 row = 0;
};

/// Of each of these tickets the newest text in which the expression matches.
Result<QList<FoundText>> newestTexts(Database &cache, const QString &match, const QList<TicketId> &tickets)
{
    QStringList ids;
    for (const TicketId &ticket : tickets)
        ids += ticket.value;
    Statement newest(cache,
                     u"SELECT d.ticket, d.type, d.\"row\", max(d.doc) FROM (SELECT words.rowid AS doc FROM words "
                     "WHERE words MATCH ? ORDER BY words.rowid DESC LIMIT %1) f JOIN docs d ON d.doc = f.doc "
                     "WHERE d.ticket IN (SELECT value FROM json_each(?)) GROUP BY d.ticket"_s.arg(searchWindow));
    return newest.bind(0, match).bind(1, jsonText(ids)).rows([](const Statement &row) {
        return FoundText{{row.text(0)}, int(row.integer(1)), row.integer(2)};
    });
}

/// Of the first of a record's texts in which something is found.
Excerpt excerptOf(const TypeInfo &type, const QJsonObject &record, const QList<SearchTerm> &terms)
{
    for (const QString &text : searchedTexts(type, record)) {
        Excerpt excerpt = excerptAround(text, terms);
        if (!excerpt.marks.isEmpty()) return excerpt;
    }
    return {};
}

} // namespace

Result<SearchResult> CacheReader::search(const QString &text, int count)
{
    SearchResult result;
    const QString match = matchOf(searchTerms(text));
    if (match.isEmpty()) return result;
    const auto snapshot = Transaction::read(*m_cache);
    if (!snapshot) return tl::unexpected(snapshot.error());
    auto newest = firstPage({.search = text}, count);
    if (!newest) return tl::unexpected(newest.error());
    result.tickets = std::move(*newest);
    auto people = readAll<Customer>(
        *m_cache,
        u"WHERE \"row\" IN (SELECT d.\"row\" FROM words JOIN docs d ON d.doc = words.rowid "
        "WHERE words MATCH ? AND words.rowid < %1 AND d.type = %2) ORDER BY name LIMIT %3"_s.arg(firstTimedText)
            .arg(typeInfo<Customer>().number)
            .arg(count),
        match);
    if (!people) return tl::unexpected(people.error());
    result.customers = std::move(*people);
    return result;
}

Result<QHash<TicketId, Excerpt>> CacheReader::excerpts(const QString &text, const QList<TicketId> &tickets)
{
    QHash<TicketId, Excerpt> excerpts;
    const QList<SearchTerm> terms = searchTerms(text);
    const QString match = matchOf(terms);
    if (match.isEmpty()) return excerpts;
    const auto snapshot = Transaction::read(*m_cache);
    if (!snapshot) return tl::unexpected(snapshot.error());
    const auto found = newestTexts(*m_cache, match, tickets);
    if (!found) return tl::unexpected(found.error());
    for (const FoundText &each : *found) {
        const TypeInfo *type = typeByNumber(each.type);
        if (type == nullptr) return fail(Code::Corrupt, u"a text of no type"_s);
        Statement one(*m_cache, select(*type) + u" WHERE \"row\" = ?"_s);
        const auto record =
            one.bind(0, each.row).first([type](const Statement &row) { return readRecord(row, *type); });
        if (!record) return tl::unexpected(record.error());
        const Excerpt excerpt = excerptOf(*type, record->value_or(QJsonObject()), terms);
        if (!excerpt.marks.isEmpty()) excerpts.insert(each.ticket, excerpt);
    }
    return excerpts;
}

} // namespace akwaba
