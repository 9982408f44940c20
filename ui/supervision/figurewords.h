// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/livefigures.h"
#include "ui/text/directories.h"
#include "ui/widgets/tokens.h"

namespace akwaba {

/// A tile: one figure, what it counts, and what to know about it.
struct TileText {
    QString name; ///< of the widget
    QString icon;
    QString label;
    QString figure;
    QString note;
    Token color = Token::Text1; ///< of the figure
    QString view; ///< of the side bar, that it opens; empty: the table of agents
    bool operator==(const TileText &) const = default;
};
/// In the order of the page.
[[nodiscard]] QList<TileText> tilesOf(const LiveFigures &figures, const QDateTime &now);

/// A kept promise in words, with how many of how many.
struct ShareRow {
    QString label;
    qint64 kept = 0;
    qint64 decided = 0;
    bool operator==(const ShareRow &) const = default;

    [[nodiscard]] bool isKept() const { return kept * 100 >= decided * promisedPercent; }
};
/// First responses by channel, the phone with them, then later ones, promises and resolutions.
[[nodiscard]] QList<ShareRow> sharesOf(const LiveFigures &figures);
/// Rounded down: 89.9 % is not 90 %.
[[nodiscard]] QString percentOf(qint64 part, qint64 whole);

/// One column of the chart of due dates.
struct HourColumn {
    QDateTime from;
    QList<qint64> counts; ///< of each series
    bool operator==(const HourColumn &) const = default;
};
struct DueColumns {
    QStringList series; ///< names of teams, at most four; the last may be that of all others
    QList<HourColumn> columns;
    bool operator==(const DueColumns &) const = default;
};
/// The teams with the most first.
[[nodiscard]] DueColumns dueColumnsOf(const LiveFigures &figures, const Directories &directories);

/// "15 h", as the axis and the table have it.
[[nodiscard]] QString hourWord(const QDateTime &from);

} // namespace akwaba
