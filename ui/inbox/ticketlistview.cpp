// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/ticketlistview.h"

#include "ui/inbox/rowgeometry.h"
#include "ui/inbox/ticketdelegate.h"
#include "ui/inbox/ticketlistmodel.h"
#include "ui/inbox/ticketselection.h"

#include <QEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTimerEvent>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace akwaba {

TicketListView::TicketListView(QWidget *parent) : QListView(parent)
{
    setObjectName(u"ticketList"_s);
    setFrameShape(NoFrame);
    setMouseTracking(true);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAttribute(Qt::WA_Hover);
    m_minuteTimer = startTimer(1min, Qt::CoarseTimer); // ages
}

void TicketListView::setTickets(TicketListModel *model)
{
    m_tickets = model;
    setModel(model);
    connect(model, &TicketListModel::contentChanged, this, [this] { doItemsLayout(); });
    connect(&model->selection(), &TicketSelection::changed, this, &TicketListView::showSelection);
}

void TicketListView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (m_tickets->isChanging() || m_isExtending || !current.isValid()) return;
    m_isAway = false;
    Q_EMIT chosen(current.data(TicketListModel::TicketIdRole).value<TicketId>());
}

void TicketListView::setGroupOpen(int group, bool open)
{
    const QString key = m_tickets->groups().at(group).key;
    if (open)
        m_folded.remove(key);
    else
        m_folded.insert(key);
    doItemsLayout();
}

void TicketListView::layOut()
{
    m_bands.clear();
    m_contentHeight = 0;
    if (!m_tickets) return;
    const int rowHeight = RowGeometry::rowHeight(themeOf(this));
    const int total = m_tickets->rowCount();
    int row = 0;
    const auto add = [&](int rows, bool open, bool hasHeader) {
        m_bands.append({m_contentHeight, row, rows, open, hasHeader});
        m_contentHeight += (hasHeader ? RowGeometry::groupHeight(themeOf(this)) : 0) + (open ? rows * rowHeight : 0);
        row += rows;
    };
    for (const TicketGroup &group : m_tickets->groups())
        add(static_cast<int>(qMin<qint64>(group.count, total - row)), !m_folded.contains(group.key), true);
    if (row < total) add(total - row, true, false); // not grouped, or not counted yet
}

const TicketListView::Band *TicketListView::bandOfRow(int row) const
{
    const auto after = std::ranges::upper_bound(m_bands, row, {}, &Band::firstRow);
    for (auto band = after; band != m_bands.begin();) {
        --band;
        if (row < band->firstRow + band->rows) return &*band;
        if (band->rows > 0) break;
    }
    return nullptr;
}

int TicketListView::headerHeight(const Band &band) const
{
    return band.hasHeader ? RowGeometry::groupHeight(themeOf(this)) : 0;
}

int TicketListView::rowTop(int row) const
{
    const Band *band = bandOfRow(row);
    if (!band) return 0;
    return band->top + headerHeight(*band) + (row - band->firstRow) * RowGeometry::rowHeight(themeOf(this));
}

QRect TicketListView::visualRect(const QModelIndex &index) const
{
    if (!index.isValid() || isIndexHidden(index)) return {};
    return {0, rowTop(index.row()) - verticalOffset(), viewport()->width(), RowGeometry::rowHeight(themeOf(this))};
}

QModelIndex TicketListView::indexAt(const QPoint &point) const
{
    const int y = point.y() + verticalOffset();
    for (const Band &band : m_bands) {
        const int inside = y - band.top - headerHeight(band);
        if (!band.open || inside < 0) continue;
        const int row = inside / RowGeometry::rowHeight(themeOf(this));
        if (row < band.rows) return model()->index(band.firstRow + row, 0);
    }
    return {};
}

void TicketListView::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    if (!index.isValid() || isIndexHidden(index)) return;
    const Band *band = bandOfRow(index.row());
    const int bottom = rowTop(index.row()) + RowGeometry::rowHeight(themeOf(this));
    // The first row of a group brings its header with it.
    const int top = band && index.row() == band->firstRow ? band->top : rowTop(index.row());
    const int offset = verticalOffset();
    const int height = viewport()->height();
    if (hint == PositionAtCenter)
        verticalScrollBar()->setValue((top + bottom - height) / 2);
    else if (top < offset || hint == PositionAtTop)
        verticalScrollBar()->setValue(top);
    else if (bottom > offset + height || hint == PositionAtBottom)
        verticalScrollBar()->setValue(bottom - height);
}

void TicketListView::doItemsLayout()
{
    layOut();
    // Not QListView's, which would ask every row for its height: ours are all alike.
    QAbstractItemView::doItemsLayout(); // NOLINT(bugprone-parent-virtual-call)
}

void TicketListView::reset()
{
    QAbstractItemView::reset(); // NOLINT(bugprone-parent-virtual-call): as above
    layOut();
}

int TicketListView::rowAtOrAfter(int row, int step) const
{
    while (row >= 0 && row < m_tickets->rowCount() && isIndexHidden(model()->index(row, 0)))
        row += step;
    return row;
}

QModelIndex TicketListView::moveCursor(CursorAction action, Qt::KeyboardModifiers)
{
    if (!m_tickets || m_tickets->rowCount() == 0) return {};
    const int last = m_tickets->rowCount() - 1;
    const int page = qMax(1, viewport()->height() / RowGeometry::rowHeight(themeOf(this)) - 1);
    const int from = currentIndex().isValid() ? currentIndex().row() : -1;
    int row = 0;
    int step = 1;
    switch (action) {
    case MoveUp:
    case MovePrevious:
    case MoveLeft:
        row = from - 1;
        step = -1;
        break;
    case MoveDown:
    case MoveNext:
    case MoveRight: row = from + 1; break;
    case MovePageUp: row = qMax(0, from - page); break;
    case MovePageDown:
        row = qMin(last, from + page);
        step = -1;
        break;
    case MoveHome: row = 0; break;
    case MoveEnd:
        row = last;
        step = -1;
        break;
    }
    row = rowAtOrAfter(row, step);
    return row < 0 || row > last ? currentIndex() : model()->index(row, 0);
}

int TicketListView::verticalOffset() const { return verticalScrollBar()->value(); }

bool TicketListView::isIndexHidden(const QModelIndex &index) const
{
    const Band *band = bandOfRow(index.row());
    return band && !band->open;
}

void TicketListView::setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command)
{
    const QModelIndex index = indexAt(rect.center());
    if (index.isValid())
        selectionModel()->select(index, command);
    else
        selectionModel()->select(QItemSelection(), command);
}

QRegion TicketListView::visualRegionForSelection(const QItemSelection &selection) const
{
    QRegion region;
    const QModelIndexList indexes = selection.indexes();
    for (const QModelIndex &index : indexes)
        region += visualRect(index);
    return region;
}

QSize TicketListView::viewportSizeHint() const { return {viewport()->width(), m_contentHeight}; }

void TicketListView::updateGeometries()
{
    const int rowHeight = RowGeometry::rowHeight(themeOf(this));
    verticalScrollBar()->setSingleStep(rowHeight);
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setRange(0, qMax(0, m_contentHeight - viewport()->height()));
    QAbstractItemView::updateGeometries(); // NOLINT(bugprone-parent-virtual-call): as above
}

void TicketListView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    const QRect exposed = event->rect();
    painter.fillRect(exposed, themeOf(this).color(Token::Base));
    for (int i = 0; i < m_bands.size(); ++i)
        paintBand(painter, m_bands.at(i), i, exposed);
}

void TicketListView::paintBand(QPainter &painter, const Band &band, int position, const QRect &exposed)
{
    const int rowHeight = RowGeometry::rowHeight(themeOf(this));
    const int top = band.top - verticalOffset();
    const QRect header(0, top, viewport()->width(), headerHeight(band));
    if (band.hasHeader && header.intersects(exposed)) {
        const TicketGroup &group = m_tickets->groups().at(position);
        // Its upper line is that of the row above, or of the head of the list.
        const QRect drawn = header.adjusted(0, -1, 0, 0);
        TicketDelegate::paintGroup(painter, drawn, themeOf(this), m_tickets->groupTitle(position), group.count,
                                   !band.open, m_tickets->isAlarming(position));
    }
    if (!band.open) return;
    const int firstTop = top + header.height();
    const int first = qMax(0, (exposed.top() - firstTop) / rowHeight);
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    const QModelIndex hovered =
        viewport()->underMouse() ? indexAt(viewport()->mapFromGlobal(QCursor::pos())) : QModelIndex();
    for (int i = first; i < band.rows && firstTop + i * rowHeight <= exposed.bottom(); ++i) {
        const QModelIndex index = model()->index(band.firstRow + i, 0);
        QStyleOptionViewItem row = option;
        row.rect = QRect(0, firstTop + i * rowHeight, viewport()->width(), rowHeight);
        row.state.setFlag(QStyle::State_Selected, selectionModel()->isSelected(index));
        row.state.setFlag(QStyle::State_HasFocus, hasFocus() && index == currentIndex());
        row.state.setFlag(QStyle::State_MouseOver, index == hovered);
        row.state.setFlag(QStyle::State_On, m_tickets->selection().contains(m_tickets->keyAt(index.row())));
        itemDelegate()->paint(&painter, row, index);
    }
}

void TicketListView::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_minuteTimer)
        viewport()->update();
    else
        QListView::timerEvent(event);
}

bool TicketListView::viewportEvent(QEvent *event)
{
    if (m_tickets && event->type() == QEvent::Enter) m_tickets->setHeld(true);
    if (m_tickets && event->type() == QEvent::Leave) m_tickets->setHeld(false);
    return QListView::viewportEvent(event);
}

void TicketListView::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::LanguageChange) doItemsLayout();
}

} // namespace akwaba
