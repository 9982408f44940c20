// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

namespace akwaba::mail {

/// Which tables, rows and cells may be written. What a table costs is its grid, every row as wide as the widest, so it
/// is that which is counted: a row of a thousand cells above a thousand rows of one is a million.
class HtmlTables {
public:
    HtmlTables(int deepest, int mostCells, int mostSpans)
        : m_deepest(deepest), m_mostCells(mostCells), m_spansLeft(mostSpans)
    {
    }

    /// Each says whether it was opened; what was not is not closed here.
    [[nodiscard]] bool openTable();
    [[nodiscard]] bool openRow();
    [[nodiscard]] bool openCell(int columns, int rows);
    void closeTable();

    /// Open tables.
    [[nodiscard]] int depth() const { return int(m_open.size()); }

private:
    struct Grid {
        int rows = 0;
        int columns = 0;
        int column = 0; // the next cell's
        int row = 0;
    };
    [[nodiscard]] bool fits(const Grid &grid) const;

    int m_deepest;
    int m_mostCells;
    int m_spansLeft;
    qint64 m_closedCells = 0; // of tables that are closed
    QList<Grid> m_open;
};

} // namespace akwaba::mail
