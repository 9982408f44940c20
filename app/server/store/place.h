// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

#include <chrono>

namespace akwaba::store {

/// Where a company's data lie. Blobs and key files are in `directory`; the tables are in a file there, or in PostgreSQL
/// where there is a URL. Several server processes may work on one PostgreSQL, if they share the directory.
struct Place {
    // By a folder's name alone wherever a folder is asked for.
    Place(QString folder, QString url = {}, QString secret = {}) // NOLINT(google-explicit-constructor)
        : directory(std::move(folder)), databaseUrl(std::move(url)), password(std::move(secret))
    {
    }

    QString directory;
    QString databaseUrl; // "postgresql://..."; empty: SQLite
    QString password; // of the database; empty: as the URL or libpq's password file says
    std::chrono::milliseconds patience{10'000}; // with a call to PostgreSQL

    [[nodiscard]] bool isPostgresql() const { return !databaseUrl.isEmpty(); }
    [[nodiscard]] QString databaseFile() const { return directory + QStringLiteral("/akwaba.db"); }
    /// For messages: the file, or the URL without a password.
    [[nodiscard]] QString name() const;
};

} // namespace akwaba::store
