// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"
#include "core/base/result.h"

#include <QStringList>

namespace akwaba {
class Database;
}

namespace akwaba::store {

/// Who may do what in a PostgreSQL server that is to hold a company.
struct PostgresqlWish {
    QString ownerUrl; // of whoever makes the database and owns the tables, with the name of the company's database
    QString ownerPassword; // empty: as the URL or libpq's password file says
    QString serverRole = QStringLiteral("akwaba_server"); // which the server logs in as: it reads and writes rows
    QString serverPassword; // of a role that is made; empty: it must exist
};

/// What a PostgreSQL server lacks to hold a company: looked up first, so that it can be shown, and then done. Done
/// twice it does nothing the second time; with a newer program it brings the tables up to it. One thread.
class PostgresqlSetup {
public:
    /// Only reads. Code::BadInput for a database whose texts are not UTF-8 or not sorted by code point, for names that
    /// are none, and where the role has to be made and there is no password for it.
    [[nodiscard]] static Result<PostgresqlSetup> look(const PostgresqlWish &wish);

    /// In words, in their order; empty where nothing is to be done.
    [[nodiscard]] QStringList steps() const;
    [[nodiscard]] bool makesRole() const { return m_lacksRole; }
    /// What the server connects to, without a password.
    [[nodiscard]] QString serverUrl() const;
    [[nodiscard]] Result<void> carryOut(Random &random) const;

private:
    explicit PostgresqlSetup(PostgresqlWish wish) : m_wish(std::move(wish)) { }
    [[nodiscard]] Result<void> lookAtServer();
    [[nodiscard]] Result<void> lookAtDatabase();
    [[nodiscard]] Result<void> makeDatabase() const;
    [[nodiscard]] Result<void> makeRole() const;

    PostgresqlWish m_wish;
    bool m_lacksDatabase = false;
    bool m_lacksRole = false;
    bool m_lacksTables = true;
    bool m_lacksGrants = true;
    int m_version = 0; // of the tables that are there
};

/// Code::BadInput unless the texts of the database are UTF-8 and sorted by code point, as SQLite sorts them.
[[nodiscard]] Result<void> checkTexts(Database &database);

} // namespace akwaba::store
