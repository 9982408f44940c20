// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of TicketListView that the hand does: folding groups, and marking tickets for a change of all of them.
#include "ui/inbox/rowgeometry.h"
#include "ui/inbox/ticketlistmodel.h"
#include "ui/inbox/ticketlistview.h"
#include "ui/inbox/ticketselection.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QMouseEvent>

namespace akwaba {

std::optional<QAbstractItemView::CursorAction> TicketListView::moveOf(const QKeyEvent &event)
{
    if (!event.modifiers().testFlag(Qt::ShiftModifier)) return std::nullopt;
    switch (event.key()) {
    case Qt::Key_Up: return MoveUp;
    case Qt::Key_Down: return MoveDown;
    case Qt::Key_PageUp: return MovePageUp;
    case Qt::Key_PageDown: return MovePageDown;
    case Qt::Key_Home: return MoveHome;
    case Qt::Key_End: return MoveEnd;
    default: return std::nullopt;
    }
}

void TicketListView::toggleCurrent()
{
    if (currentIndex().isValid()) m_tickets->selection().toggle(m_tickets->keyAt(currentIndex().row()));
}

void TicketListView::keyPressEvent(QKeyEvent *event)
{
    if (const auto move = moveOf(*event))
        extendTo(moveCursor(*move, {}));
    else
        QListView::keyPressEvent(event);
}

/// From where the range began to here; what is folded away is not meant.
void TicketListView::extendTo(const QModelIndex &index)
{
    if (!index.isValid()) return;
    TicketSelection &selection = m_tickets->selection();
    int from = selection.anchor() != 0 ? m_tickets->rowOfKey(selection.anchor()) : -1;
    if (from < 0) {
        from = currentIndex().isValid() ? currentIndex().row() : index.row();
        selection.setAnchor(m_tickets->keyAt(from));
    }
    m_isExtending = true;
    setCurrentIndex(index);
    m_isExtending = false;
    m_isAway = true;
    std::vector<qint64> range;
    for (int row = qMin(from, index.row()); row <= qMax(from, index.row()); ++row)
        if (!isIndexHidden(model()->index(row, 0))) range.push_back(m_tickets->keyAt(row));
    selection.extendTo(range);
    Q_EMIT extended();
}

void TicketListView::showSelection()
{
    viewport()->update();
    if (!QAccessible::isActive() || !currentIndex().isValid()) return;
    QAccessible::State changed;
    changed.checked = true;
    QAccessibleStateChangeEvent told(this, changed);
    told.setChild(currentIndex().row());
    QAccessible::updateAccessibility(&told);
}

bool TicketListView::foldAt(const QPoint &point)
{
    const int y = point.y() + verticalOffset();
    for (int i = 0; i < m_bands.size(); ++i) {
        const Band &band = m_bands.at(i);
        if (!band.hasHeader || y < band.top || y >= band.top + headerHeight(band)) continue;
        setGroupOpen(i, !band.open);
        return true;
    }
    return false;
}

/// With Ctrl, with Shift, or on the mark itself.
bool TicketListView::selectAt(const QMouseEvent &event)
{
    const QPoint point = event.position().toPoint();
    const QModelIndex index = indexAt(point);
    if (event.button() != Qt::LeftButton || !index.isValid()) return false;
    const bool onMark = point.x() < RowGeometry(themeOf(this), viewport()->width()).textLeft;
    if (event.modifiers().testFlag(Qt::ShiftModifier))
        extendTo(index);
    else if (event.modifiers().testFlag(Qt::ControlModifier) || onMark)
        m_tickets->selection().toggle(m_tickets->keyAt(index.row()));
    else
        return false;
    return true;
}

void TicketListView::mousePressEvent(QMouseEvent *event)
{
    if (foldAt(event->position().toPoint())) return;
    m_isSelecting = selectAt(*event);
    if (m_isSelecting) return;
    QListView::mousePressEvent(event);
    // It is current already, so that nothing has changed.
    const QModelIndex index = indexAt(event->position().toPoint());
    if (m_isAway && index.isValid() && index == currentIndex()) currentChanged(index, {});
}

void TicketListView::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_isSelecting) QListView::mouseMoveEvent(event);
}

void TicketListView::mouseReleaseEvent(QMouseEvent *event)
{
    if (!std::exchange(m_isSelecting, false)) QListView::mouseReleaseEvent(event);
}

/// The second press of two quick ones on marks is one of its own.
void TicketListView::mouseDoubleClickEvent(QMouseEvent *event)
{
    m_isSelecting = selectAt(*event);
    if (!m_isSelecting) QListView::mouseDoubleClickEvent(event);
}

} // namespace akwaba
