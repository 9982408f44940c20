// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/escalations/boardwords.h"

#include <QScrollArea>

class QHBoxLayout;

namespace akwaba {

class BoardColumn;
class Label;

/// All open escalations that this agent may see, in a column for each tier. From what is here: it works offline. UI
/// thread.
class EscalationBoard : public QScrollArea {
    Q_OBJECT

public:
    explicit EscalationBoard(QWidget *parent = nullptr);

    void setTiers(const QList<BoardTier> &tiers);
    void takeFocus();

Q_SIGNALS:
    void ticketChosen(const TicketId &ticket);

protected:
    void changeEvent(QEvent *event) override;

private:
    void goSideways(const BoardColumn *from, int step);
    void updateWords();

    Label *m_title;
    Label *m_hint;
    QHBoxLayout *m_row;
    QList<BoardColumn *> m_columns;
};

} // namespace akwaba
