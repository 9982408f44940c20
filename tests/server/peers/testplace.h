// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/place.h"

/// Where a test that runs on both databases (ON_BOTH in its CMake line) keeps a company: the folder, and where
/// AKWABA_TEST_DATABASE says postgresql a new and empty database of a cluster that this process starts and ends. What
/// fails ends the test loudly.
[[nodiscard]] akwaba::store::Place testPlace(const QString &folder);
/// The same, on PostgreSQL whatever it says.
[[nodiscard]] akwaba::store::Place postgresqlPlace(const QString &folder);
/// Whether it says so.
[[nodiscard]] bool isOnPostgresql();
