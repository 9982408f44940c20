// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/manyrows.h"

#include "core/database/database.h"
#include "core/database/statement.h"

#include <array>

using namespace Qt::StringLiterals;

namespace akwaba::store {

namespace {

constexpr std::array<qsizetype, 4> rowCounts{64, 16, 4, 1};

QString placesFor(qsizetype rows, qsizetype columns, const QString &first)
{
    const QString one = u'(' + QStringList(columns, u"?"_s).join(u", "_s) + u')';
    QStringList all(rows, one);
    if (!first.isEmpty()) all.first() = first;
    return all.join(u", "_s);
}

} // namespace

Result<void> runForRows(Database &database, const QString &sql, const QList<QVariantList> &rows, const QString &first)
{
    qsizetype done = 0;
    for (const qsizetype size : rowCounts) {
        if (rows.size() - done < size) continue;
        Statement statement(database, sql.arg(placesFor(size, rows.constFirst().size(), first)));
        while (rows.size() - done >= size) {
            int position = 0;
            for (qsizetype i = 0; i < size; ++i) {
                for (const QVariant &value : rows.at(done + i))
                    statement.bind(position++, value);
            }
            if (auto ran = statement.run(); !ran) return ran;
            done += size;
        }
    }
    return {};
}

} // namespace akwaba::store
