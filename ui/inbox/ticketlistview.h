// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/ids.h"

#include <QListView>
#include <QSet>

#include <optional>

namespace akwaba {

class TicketListModel;

/// The list of tickets: rows of one height with the headers of groups between them, all positions by arithmetic, so
/// that a hundred thousand rows cost as much as ten. A header folds its group at a click. Keys that move the selection
/// skip folded groups. While the pointer is over it the model is held: nothing moves under the hand. Shift with a key
/// that moves, and a click with Ctrl, Shift or on the mark, select tickets without opening them.
class TicketListView : public QListView {
    Q_OBJECT

public:
    explicit TicketListView(QWidget *parent = nullptr);

    void setTickets(TicketListModel *model);
    /// False: the group at that position in the model's groups shows its header alone.
    void setGroupOpen(int group, bool open);

    /// Marks the current ticket, or no longer.
    void toggleCurrent();

    [[nodiscard]] QRect visualRect(const QModelIndex &index) const override;
    [[nodiscard]] QModelIndex indexAt(const QPoint &point) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    void doItemsLayout() override;
    void reset() override;

Q_SIGNALS:
    /// The agent moved to another ticket, by hand or by key; not when rows moved by themselves.
    void chosen(const akwaba::TicketId &ticket);
    /// The current row is another, and no ticket was opened.
    void extended();

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    [[nodiscard]] QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    [[nodiscard]] int horizontalOffset() const override { return 0; }
    [[nodiscard]] int verticalOffset() const override;
    [[nodiscard]] bool isIndexHidden(const QModelIndex &index) const override;
    void setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command) override;
    [[nodiscard]] QRegion visualRegionForSelection(const QItemSelection &selection) const override;
    [[nodiscard]] QSize viewportSizeHint() const override;
    void updateGeometries() override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    /// One group as it lies on the page, in pixels from the top of the list.
    struct Band {
        int top;
        int firstRow;
        int rows;
        bool open;
        bool hasHeader;
    };
    void layOut();
    [[nodiscard]] const Band *bandOfRow(int row) const;
    [[nodiscard]] int headerHeight(const Band &band) const;
    [[nodiscard]] int rowTop(int row) const;
    [[nodiscard]] int rowAtOrAfter(int row, int step) const;
    void paintBand(QPainter &painter, const Band &band, int position, const QRect &exposed);
    /// What a key with Shift means.
    [[nodiscard]] static std::optional<CursorAction> moveOf(const QKeyEvent &event);
    [[nodiscard]] bool foldAt(const QPoint &point);
    [[nodiscard]] bool selectAt(const QMouseEvent &event);
    void extendTo(const QModelIndex &index);
    void showSelection();

    TicketListModel *m_tickets = nullptr;
    QList<Band> m_bands;
    QSet<QString> m_folded; // keys: they survive that the groups are counted anew
    int m_contentHeight = 0;
    int m_minuteTimer = 0;
    bool m_isExtending = false;
    bool m_isAway = false; // a range has come to the current ticket, and another one is open
    bool m_isSelecting = false; // from a press that selected until its release
};

} // namespace akwaba
