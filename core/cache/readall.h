// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/statement.h"
#include "core/database/table.h"
#include "core/protocol/codec.h"

namespace akwaba {

/// All T that the rest of the SQL selects.
template <class T>
[[nodiscard]] Result<QList<T>> readAll(Database &database, const QString &rest, const QVariant &value = {})
{
    const TypeInfo &type = typeInfo<T>();
    Statement statement(database, select(type) + QLatin1Char(' ') + rest);
    if (value.isValid()) statement.bind(0, value);
    QList<T> all;
    std::optional<Error> broken;
    const auto done = statement.forEach([&](const Statement &row) {
        auto entity = fromJson<T>(readRecord(row, type));
        if (entity)
            all.append(std::move(*entity));
        else
            broken = entity.error();
    });
    if (!done) return tl::unexpected(done.error());
    if (broken) return tl::unexpected(*broken);
    return all;
}

} // namespace akwaba
