// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/escalations/boardwords.h"

#include <QListView>

class QStandardItemModel;

namespace akwaba {

class Label;

/// The cards of one tier, as a list: arrows go through it, Return opens the ticket.
class BoardList : public QListView {
    Q_OBJECT

public:
    explicit BoardList(QWidget *parent = nullptr);

    /// The chosen card stays chosen while it is there.
    void setCards(const QList<BoardCard> &cards);

Q_SIGNALS:
    void ticketChosen(const TicketId &ticket);
    /// Left or right was pressed: -1 or 1.
    void sideways(int step);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QStandardItemModel *m_model;
};

/// One tier of the board with its title.
class BoardColumn : public QWidget {
    Q_OBJECT

public:
    explicit BoardColumn(QWidget *parent = nullptr);

    void setTier(const BoardTier &tier);
    [[nodiscard]] BoardList &list() const { return *m_list; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Label *m_title;
    Label *m_paths;
    Label *m_count;
    Label *m_none;
    BoardList *m_list;
};

} // namespace akwaba
