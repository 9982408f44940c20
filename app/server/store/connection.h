// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/database.h"
#include "core/database/statement.h"

#include <QHash>

#include <memory>

namespace akwaba::store {

/// A connection and the statements that were prepared on it: what runs for every row is parsed once. A prepared
/// statement is for one use at a time, so it is read to its end before anything else is called. One thread.
class Connection {
public:
    explicit Connection(Database opened) : database(std::move(opened)) { }

    [[nodiscard]] Statement &prepared(const QString &sql)
    {
        std::shared_ptr<Statement> &statement = m_statements[sql];
        if (!statement) statement = std::make_shared<Statement>(database, sql);
        return *statement;
    }

    Database database;

private:
    QHash<QString, std::shared_ptr<Statement>> m_statements; // gone before the database
};

} // namespace akwaba::store
