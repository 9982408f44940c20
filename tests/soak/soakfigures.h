// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/soak/processuse.h"
#include "tests/soak/troubledway.h"

#include <QJsonObject>
#include <QStringList>

/// What came of a soak.
struct SoakFigures {
    /// Of one program. At rest without the descriptors of its connections to the other one.
    struct Use {
        ProcessUse warm; ///< at rest after the warm-up
        ProcessUse end; ///< at rest at the end
        ProcessUse most;
        void sampled(const ProcessUse &now);
        [[nodiscard]] qint64 growthKb() const { return end.residentKb - warm.residentKb; }
    };

    int consoles = 0;
    int processes = 0;
    Use server;
    Use clients; ///< the sum of the processes with consoles
    qint64 replies = 0;
    qint64 notes = 0;
    qint64 others = 0; ///< statuses and tags
    qint64 looks = 0;
    qint64 mails = 0;
    qint64 quietAfterMs = 0; ///< from the end of all trouble until every console was live with an empty outbox
    qint64 lost = 0; ///< writes that the server has not
    qint64 repeated = 0; ///< messages and mails that are there twice
    TroubledWay::Count way;
    QStringList violations; ///< a line each

    [[nodiscard]] bool leavesNoDescriptor() const;
    /// And neither grew by more than is said below.
    [[nodiscard]] bool isFlat() const;
    [[nodiscard]] QJsonObject toJson() const;
};

// How much resident memory may grow between the warm-up and the end. Each connection to a database keeps up to 8 MB of
// its pages (core/database), which fill up as the company grows: for a console it is one that writes and one that
// reads, for the server a handful. A short run shows that they fill, one of hours what leaks.
inline constexpr qint64 mostServerGrowthKb = 40 * 1024;
inline constexpr qint64 mostConsoleGrowthKb = 17 * 1024; ///< for each console
