// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

namespace akwaba {

struct PostgresqlOptions;

/// How libpq is asked for a connection.
struct PostgresqlParameters {
    QString pairs; // keyword='value', what every session of ours begins with among them
    QString password; // apart: Qt changes what stands in the pairs
};

/// Code::BadInput for a URL that is none; the detail never holds what stands in it.
[[nodiscard]] Result<PostgresqlParameters> postgresqlParameters(const PostgresqlOptions &options);

/// Why there is no connection, from libpq's words: Code::Denied where the server spoke and refused us, else
/// Code::Unreachable.
[[nodiscard]] Error notConnected(const QString &words);

} // namespace akwaba
