// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/readaside.h"

#include "app/server/store/databasesource.h"
#include "core/database/transaction.h"

namespace akwaba::store {

Result<void> lookAside(const Place &place, const Clock &clock, const std::function<Result<void>(const Reader &)> &look)
{
    auto database = DatabaseSource(place, clock).open(DatabaseSource::Use::Read);
    if (!database) return tl::unexpected(database.error());
    const auto transaction = Transaction::read(*database);
    if (!transaction) return tl::unexpected(transaction.error());
    return look(Reader(*database));
}

} // namespace akwaba::store
