// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/schema.h"

#include <QList>
#include <QStringList>
#include <QVariant>

#include <optional>

namespace akwaba {
class Database;
}

/// Foo/query in SQL (RFC 8620 5.5): who may see a row, the filter and the order are one statement, so that no row is
/// read that is not part of the answer.
namespace akwaba::store {

/// A condition on the fields of one type, or several of them joined. One that says nothing holds for every row.
struct Filter {
    enum class Kind {
        Equals, ///< the column is the value
        Contains, ///< a list, or an object in a list, holds this text; see isElement()
        Before, ///< an instant earlier than the value; a row without one is neither before nor after
        NotBefore,
        All,
        Any,
        None,
    };
    Kind kind = Kind::All;
    const FieldInfo *field = nullptr; // of the first four
    QVariant value; // as the column holds it
    QList<Filter> parts; // of the last three
};

struct SortKey {
    const FieldInfo *field = nullptr;
    bool ascending = true;
};

struct Query {
    Filter filter;
    QList<SortKey> sort; // what is equal by these comes in the order of ids, so the order is always the same
    QString anchor; // empty: by position
    qint64 anchorOffset = 0;
    qint64 position = 0; // negative: from the end
    qint64 limit = 0;
    bool withTotal = false;
};

struct QueryPage {
    QStringList ids;
    qint64 position = 0; // of the first of them among all results
    std::optional<qint64> total;
};

/// False for the few texts that can't be told from the punctuation around the texts of a stored list.
[[nodiscard]] bool isElement(const QString &text);

/// Texts are compared by code point, lists and objects not at all; rows without an instant come first. Nothing where
/// the anchor is not among the results.
[[nodiscard]] Result<std::optional<QueryPage>> runQuery(Database &database, const TypeInfo &type,
                                                        const QStringList &scopes, const Query &query);

} // namespace akwaba::store
