// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/database/postgresqlparameters.h"

#include <QSocketNotifier>
#include <QTimer>

#include <chrono>
#include <memory>

struct pg_conn;

namespace akwaba {

struct PostgresqlOptions;

/// Asks a PostgreSQL that did not answer until it does, and blocks nobody meanwhile: a connection of its own that ends
/// with the answer. The question is a commit, which has to reach the disk. One thread, which runs an event loop; only
/// the look-up of a host's name may hold it up.
class Knock {
public:
    /// Begins after `pause`. Of the options only URL and password count.
    Knock(const PostgresqlOptions &options, std::chrono::milliseconds pause);
    Q_DISABLE_COPY_MOVE(Knock)
    ~Knock();

    /// From then on. Being refused is an answer too, which whoever connects will hear himself.
    [[nodiscard]] bool isAnswered() const { return m_isAnswered; }

private:
    void begin();
    void again();
    void end();
    void hangUp();
    void wait(QSocketNotifier::Type type);
    void proceed();
    void proceedConnecting();
    void proceedAsking();

    const Result<PostgresqlParameters> m_parameters;
    pg_conn *m_connection = nullptr;
    std::unique_ptr<QSocketNotifier, QScopedPointerDeleteLater> m_notifier; // it may be what calls us
    QTimer m_timer; // of the pause before an attempt, and of the attempt
    bool m_isAsking = false;
    bool m_isAnswered = false;
};

} // namespace akwaba
