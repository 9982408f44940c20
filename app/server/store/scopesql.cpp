// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/scopesql.h"

#include "app/server/store/scopes.h"
#include "core/database/database.h"
#include "core/database/statement.h"
#include "core/database/table.h"

using namespace Qt::StringLiterals;

namespace akwaba::store {

namespace {

/// Each part comes out of its index in the order of seq, so that they are merged and not sorted: a page costs what a
/// page costs, however long the log is.
QString changesOfScopes(qsizetype scopes, bool oneType)
{
    const QString part = u"SELECT s.seq AS seq, l.txn, s.type, s.id, l.kind, s.was, s.is_ FROM change_scope s "
                         "JOIN change_log l ON l.seq = s.seq WHERE s.scope = ? AND s.seq > ?"_s
        + (oneType ? u" AND s.type = ?"_s : QString());
    return QStringList(scopes, part).join(u" UNION ALL "_s) + u" ORDER BY seq"_s;
}

} // namespace

/// One LIKE per scope; keys hold neither % nor _.
QString anyScope(const QStringList &scopes)
{
    QStringList terms;
    for (qsizetype i = 0; i < scopes.size(); ++i)
        terms += u"scope_keys LIKE ?"_s;
    return scopes.isEmpty() ? u"1 = 0"_s : QString(u'(' + terms.join(u" OR "_s) + u')');
}

int bindScopes(Statement &statement, const QStringList &scopes)
{
    int position = 0;
    for (const QString &scope : scopes)
        statement.bind(position++, QString(u"% "_s + scope + u" %"_s));
    return position;
}

Result<QList<StoredRow>> rowsBelow(Database &database, const TypeInfo &type, const QStringList &scopes,
                                   const QString &belowId, int limit)
{
    Statement select(database,
                     u"SELECT %1, mod_seq, scope_keys FROM %2 WHERE %3 AND id < ? ORDER BY id DESC LIMIT ?"_s.arg(
                         columns(type), quoted(type.table), anyScope(scopes)));
    const int next = bindScopes(select, scopes);
    const int fields = static_cast<int>(type.fields.size());
    return select.bind(next, belowId).bind(next + 1, limit).rows([&](const Statement &row) {
        return StoredRow{readRecord(row, type), row.integer(fields), unpackKeys(row.text(fields + 1))};
    });
}

Result<qint64> countVisible(Database &database, const TypeInfo &type, const QStringList &scopes)
{
    Statement count(database, u"SELECT COUNT(*) FROM %1 WHERE %2"_s.arg(quoted(type.table), anyScope(scopes)));
    bindScopes(count, scopes);
    return count.first([](const Statement &row) { return row.integer(0); }).map([](const std::optional<qint64> &rows) {
        return rows.value_or(0);
    });
}

Result<void> forEachChange(Database &database, const QStringList &scopes, int type, qint64 since,
                           const std::function<bool(const ScopeRow &)> &visit)
{
    if (scopes.isEmpty()) return {};
    Statement select(database, changesOfScopes(scopes.size(), type != 0));
    int position = 0;
    for (const QString &scope : scopes) {
        select.bind(position++, scope);
        select.bind(position++, since);
        if (type != 0) select.bind(position++, type);
    }
    for (;;) {
        const auto more = select.next();
        if (!more) return tl::unexpected(more.error());
        if (!*more) return {};
        const ScopeRow row{select.integer(0),
                           select.integer(1),
                           static_cast<int>(select.integer(2)),
                           select.text(3),
                           select.text(4).at(0).toLatin1(),
                           select.flag(5),
                           select.flag(6)};
        if (!visit(row)) break;
    }
    select.finish();
    return {};
}

Result<QSet<int>> typesChanged(Database &database, const QStringList &scopes, qint64 since)
{
    if (scopes.isEmpty()) return QSet<int>();
    const QStringList places(scopes.size(), u"?"_s);
    Statement select(
        database,
        u"SELECT DISTINCT type FROM change_scope WHERE scope IN (%1) AND seq > ?"_s.arg(places.join(u", "_s)));
    int position = 0;
    for (const QString &scope : scopes)
        select.bind(position++, scope);
    return select.bind(position, since)
        .rows([](const Statement &row) { return static_cast<int>(row.integer(0)); })
        .map([](const QList<int> &types) { return QSet<int>(types.begin(), types.end()); });
}

Result<QHash<QString, QSet<int>>> typesChangedByScope(Database &database, qint64 since)
{
    Statement select(database, u"SELECT DISTINCT scope, type FROM change_scope WHERE seq > ?"_s);
    QHash<QString, QSet<int>> types;
    return select.bind(0, since)
        .forEach([&types](const Statement &row) { types[row.text(0)].insert(static_cast<int>(row.integer(1))); })
        .map([&types] { return std::move(types); });
}

} // namespace akwaba::store
