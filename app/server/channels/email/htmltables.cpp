// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/channels/email/htmltables.h"

#include <algorithm>

namespace akwaba::mail {

bool HtmlTables::fits(const Grid &grid) const
{
    qint64 cells = m_closedCells + qint64(grid.rows) * grid.columns;
    for (qsizetype i = 0; i + 1 < m_open.size(); ++i)
        cells += qint64(m_open.at(i).rows) * m_open.at(i).columns;
    return cells <= m_mostCells;
}

bool HtmlTables::openTable()
{
    if (m_open.size() >= m_deepest || m_closedCells >= m_mostCells) return false;
    m_open.append(Grid());
    return true;
}

bool HtmlTables::openRow()
{
    if (m_open.isEmpty()) return false;
    Grid grid = m_open.last();
    ++grid.row;
    grid.column = 0;
    grid.rows = std::max(grid.rows, grid.row);
    if (!fits(grid)) return false;
    m_open.last() = grid;
    return true;
}

bool HtmlTables::openCell(int columns, int rows)
{
    if (m_open.isEmpty()) return false;
    Grid grid = m_open.last();
    grid.row = std::max(grid.row, 1); // a cell without a row is in the first
    grid.column += std::max(columns, 1);
    grid.columns = std::max(grid.columns, grid.column);
    grid.rows = std::max(grid.rows, grid.row + std::max(rows, 1) - 1);
    if (!fits(grid)) return false;
    if ((columns > 1 || rows > 1) && --m_spansLeft < 0) return false;
    m_open.last() = grid;
    return true;
}

void HtmlTables::closeTable()
{
    if (m_open.isEmpty()) return;
    // An empty one is laid out as well.
    const Grid grid = m_open.takeLast();
    m_closedCells += std::max<qint64>(qint64(grid.rows) * grid.columns, 1);
}

} // namespace akwaba::mail
