// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QDateTime>
#include <QMetaType>

#include <chrono>
#include <optional>

namespace akwaba {

/// What an agent needs to know of the way to the server; what the badge shows.
enum class SyncPhase { Offline, Connecting, Syncing, Live, Paused };

struct SyncStatus {
    SyncPhase phase = SyncPhase::Paused;
    std::optional<Code> reason; // why offline or paused
    QDateTime dataAsOf; // server time of the last complete pull; invalid before the first one
    int pending = 0; // done here, not yet accepted by the server
    int notSent = 0; // refused or needing review: in the tray
    qint64 rowsDone = 0; // of a first sync or a resync, else 0
    qint64 rowsTotal = 0; // 0 when unknown
    bool usable = false; // there is something to show: the first page of tickets has been here
    bool wasSetBack = false; // this machine was set back to an earlier state, as the server told since the start
    std::chrono::milliseconds serverOffset{0}; // server time minus ours; 0 until it was measured
    bool clockIsOff = false; // this machine's clock is more than two minutes from the server's
    bool operator==(const SyncStatus &) const = default;
};

} // namespace akwaba

Q_DECLARE_METATYPE(akwaba::SyncStatus)
