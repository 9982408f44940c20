// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/cache/cachereader.h"
#include "core/sync/client.h"
#include "core/sync/login.h"

#include <QTemporaryDir>

namespace akwaba::bench {

/// Logs in with name and password as a new device.
[[nodiscard]] LogInAnswer logInTo(const ServerAddress &server, const QString &user, const QString &password);

/// Of a console that is new: its files in this folder, under keys of their own.
[[nodiscard]] ClientConfig newConsole(const QTemporaryDir &folder, Random &random, const ServerAddress &server,
                                      const LogInAnswer &login);

struct FirstSync {
    double usableMs = 0; ///< until the first page of tickets is in the cache
    double completeMs = 0; ///< until everything is
    qint64 rows = 0;
};

/// Fills the empty cache of `config` from the server as a console does, with its search index alongside, and closes it.
[[nodiscard]] FirstSync firstSync(const ClientConfig &config);

/// What the sync left to do: the search index of all texts.
void finishIndex(const ClientConfig &config);

[[nodiscard]] CacheReaderOptions readerOptions(const ClientConfig &config);

} // namespace akwaba::bench
