// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/livefigures.h"
#include "core/sync/administration.h"

namespace akwaba {

/// What the server counts for supervisors. Each call may end with Code::Denied, Unauthenticated, Unreachable or what
/// else a request ends with. On the thread that made it.
class Supervision {
public:
    Supervision(const ServerAddress &server, const QByteArray &token);

    [[nodiscard]] QFuture<Result<LiveFigures>> live();

private:
    Administration m_server;
};

} // namespace akwaba
