// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/bulkrun.h"

#include <QDialog>

class QListWidget;
class QPushButton;

namespace akwaba {

class Label;

/// What became of each ticket of a change of many: what was refused first, then what still waits. The order stays while
/// it is open. Return on a line opens the ticket.
class BulkDialog : public QDialog {
    Q_OBJECT

public:
    explicit BulkDialog(QWidget *parent = nullptr);

    /// `undo` is on the button that takes all of it back; empty: no such button.
    void setRun(const BulkRun &run, const QString &title, bool online, const QString &undo);

Q_SIGNALS:
    void undoWanted();
    void ticketChosen(const akwaba::TicketId &ticket);

protected:
    void changeEvent(QEvent *event) override;

private:
    void order(const BulkRun &run);
    void retranslate();

    QList<qsizetype> m_order; // of the items, by line
    QString m_mark; // tells one run from another
    Label *m_title;
    Label *m_summary;
    QListWidget *m_list;
    QPushButton *m_undo;
    QPushButton *m_close;
};

} // namespace akwaba
