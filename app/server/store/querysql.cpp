// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/querysql.h"

#include "app/server/store/scopesql.h"
#include "core/database/database.h"
#include "core/database/statement.h"
#include "core/database/table.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba::store {

namespace {

/// SQL with the values of its question marks.
struct Clause {
    QString sql;
    QVariantList values;
};

/// A list lies in its column as compact JSON. Within a text a quotation mark is escaped, so one right behind a bracket,
/// a comma or a colon opens a text; what follows the text tells the value of a member from its name. Most rows fail at
/// the first of these looks.
Clause containsClause(const QString &column, const QString &text)
{
    const QString array = QString::fromUtf8(QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact));
    const QString quotedText = array.mid(1, array.size() - 2);
    const QString holds = u"REPLACE(%1, ?, '') <> %1"_s.arg(column);
    Clause clause{{}, {quotedText}};
    QStringList terms;
    for (const auto &[before, after] :
         {std::pair{u'[', u']'}, {u'[', u','}, {u',', u']'}, {u',', u','}, {u':', u'}'}, {u':', u','}}) {
        terms += holds;
        clause.values += QString(before + quotedText + after);
    }
    clause.sql = u"(%1 AND (%2))"_s.arg(holds, terms.join(u" OR "_s));
    return clause;
}

Clause conditionClause(const Filter &filter)
{
    const QString column = quoted(filter.field->column);
    switch (filter.kind) {
    case Filter::Kind::Contains: return containsClause(column, filter.value.toString());
    // Never NULL, which NOT would leave NULL.
    case Filter::Kind::Before: return {u"(%1 IS NOT NULL AND %1 < ?)"_s.arg(column), {filter.value}};
    case Filter::Kind::NotBefore: return {u"(%1 IS NOT NULL AND %1 >= ?)"_s.arg(column), {filter.value}};
    default: return {column + u" = ?"_s, {filter.value}};
    }
}

Clause filterClause(const Filter &filter)
{
    if (filter.field != nullptr) return conditionClause(filter);
    const bool all = filter.kind == Filter::Kind::All;
    Clause clause;
    QStringList terms;
    for (const Filter &part : filter.parts) {
        const Clause inner = filterClause(part);
        terms += inner.sql;
        clause.values += inner.values;
    }
    const QString joined = terms.isEmpty() ? (all ? u"1 = 1"_s : u"1 = 0"_s) : terms.join(all ? u" AND "_s : u" OR "_s);
    clause.sql =
        filter.kind == Filter::Kind::None ? QString(u"NOT ("_s + joined + u')') : QString(u'(' + joined + u')');
    return clause;
}

QString orderClause(const QList<SortKey> &sort)
{
    QStringList terms;
    for (const SortKey &key : sort) {
        const QString column = quoted(key.field->column);
        terms += column + (key.ascending ? u" ASC NULLS FIRST"_s : u" DESC NULLS LAST"_s);
    }
    const auto isId = [](const SortKey &key) { return key.field->name == u"id"; };
    if (std::ranges::none_of(sort, isId)) terms += u"\"id\" ASC"_s;
    return terms.join(u", "_s);
}

/// The results of one query, before a window is cut out of them.
class Results {
public:
    Results(Database &database, const TypeInfo &type, const QStringList &scopes, const Query &query)
        : m_database(database), m_scopes(scopes), m_filter(filterClause(query.filter)),
          m_order(orderClause(query.sort)),
          m_from(u"FROM %1 WHERE %2 AND %3"_s.arg(quoted(type.table), anyScope(scopes), m_filter.sql))
    {
    }

    [[nodiscard]] Result<qint64> count() const
    {
        Statement select(m_database, u"SELECT COUNT(*) "_s + m_from);
        bind(select);
        return select.first([](const Statement &row) { return row.integer(0); })
            .map([](const std::optional<qint64> &rows) { return rows.value_or(0); });
    }

    [[nodiscard]] Result<std::optional<qint64>> placeOf(const QString &id) const
    {
        Statement select(
            m_database,
            u"SELECT place FROM (SELECT \"id\", ROW_NUMBER() OVER (ORDER BY %1) - 1 AS place %2) AS ranked "
            "WHERE \"id\" = ?"_s.arg(m_order, m_from));
        const int next = bind(select);
        return select.bind(next, id).first([](const Statement &row) { return row.integer(0); });
    }

    [[nodiscard]] Result<QStringList> ids(qint64 from, qint64 limit) const
    {
        Statement select(m_database, u"SELECT \"id\" %1 ORDER BY %2 LIMIT ? OFFSET ?"_s.arg(m_from, m_order));
        const int next = bind(select);
        return select.bind(next, limit)
            .bind(next + 1, from)
            .rows([](const Statement &row) { return row.text(0); })
            .map([](const QList<QString> &found) { return QStringList(found); });
    }

private:
    int bind(Statement &statement) const
    {
        int position = bindScopes(statement, m_scopes);
        for (const QVariant &value : m_filter.values)
            statement.bind(position++, value);
        return position;
    }

    Database &m_database;
    const QStringList &m_scopes;
    const Clause m_filter;
    const QString m_order;
    const QString m_from;
};

/// Where the window starts; nothing where its anchor is missing.
Result<std::optional<qint64>> startOf(const Results &results, const Query &query, std::optional<qint64> &total)
{
    const auto shifted = [](qint64 from, qint64 by) { return std::optional(std::max(from + by, qint64{0})); };
    if (!query.anchor.isEmpty()) {
        const auto place = results.placeOf(query.anchor);
        if (!place || !*place) return place;
        return shifted(**place, query.anchorOffset);
    }
    if (query.position >= 0) return std::optional(query.position);
    const auto counted = results.count();
    if (!counted) return tl::unexpected(counted.error());
    total = *counted;
    return shifted(*counted, query.position);
}

} // namespace

bool isElement(const QString &text) { return text.isEmpty() || !u",]}:"_s.contains(text.at(0)); }

Result<std::optional<QueryPage>> runQuery(Database &database, const TypeInfo &type, const QStringList &scopes,
                                          const Query &query)
{
    const Results results(database, type, scopes, query);
    std::optional<qint64> total;
    const auto start = startOf(results, query, total);
    if (!start) return tl::unexpected(start.error());
    if (!*start) return std::optional<QueryPage>();
    if (query.withTotal && !total) {
        const auto counted = results.count();
        if (!counted) return tl::unexpected(counted.error());
        total = *counted;
    }
    if (!query.withTotal) total.reset();
    return results.ids(**start, query.limit).map([&](const QStringList &ids) {
        return std::optional(QueryPage{ids, **start, total});
    });
}

} // namespace akwaba::store
