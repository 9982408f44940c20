// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

/// What became of everything, counted.
struct Tally {
    int consoleKills = 0;
    int windowKills = 0; ///< of these, with its window
    int serverKills = 0;
    int acknowledged = 0; ///< writes of which a console said that they are kept
    int refused = 0; ///< of these, by the server, and the console shows it
    int lost = 0; ///< of these: neither done nor refused
    int mails = 0; ///< that the mail server took
    int unknown = 0; ///< attempts of which the server says that they may have worked
    int repeated = 0; ///< mails taken once more after such an attempt, under the same Message-ID (sync.md 2.12)
    int duplicates = 0; ///< mails taken once more for no such reason
    QStringList violations; ///< of what was promised, a line each

    [[nodiscard]] int kills() const { return consoleKills + serverKills; }
    void add(const Tally &other)
    {
        consoleKills += other.consoleKills;
        windowKills += other.windowKills;
        serverKills += other.serverKills;
        acknowledged += other.acknowledged;
        refused += other.refused;
        lost += other.lost;
        mails += other.mails;
        unknown += other.unknown;
        repeated += other.repeated;
        duplicates += other.duplicates;
        violations += other.violations;
    }
};
