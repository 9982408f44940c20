// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QList>
#include <QString>
#include <QVariant>

namespace akwaba {
class Database;
}

namespace akwaba::store {

/// Runs a statement that takes any number of rows: `%1` in it becomes "(?, ?), (?, ?)", with the columns of each row
/// behind each other. `first` is what stands for the first row, where PostgreSQL has to be told the types. A few fixed
/// sizes are used, so that the database knows each text after the first time.
[[nodiscard]] Result<void> runForRows(Database &database, const QString &sql, const QList<QVariantList> &rows,
                                      const QString &first = {});

} // namespace akwaba::store
