// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/presence.h"
#include "ui/inbox/listhead.h"
#include "ui/text/eventwords.h"
#include "ui/text/timesleft.h"

#include <QSet>
#include <QTimer>
#include <QWidget>

class QPushButton;
class QStackedLayout;

namespace akwaba {

class BulkBar;
class Clock;
class EmptyState;
class TicketDelegate;
class TicketListModel;
class TicketListView;
class TicketSelection;
class TicketSource;

/// The list of one view with its head, the strip that announces new tickets, and what is true when it is empty.
/// Remembers which ticket is open, also while it is not in the list.
class InboxPane : public QWidget {
    Q_OBJECT

public:
    InboxPane(TicketSource &source, const Clock &clock, QWidget *parent = nullptr);

    /// What was found of what was typed; the order that was chosen before stays.
    void showSearch(const QString &title, const SearchReading &search);
    /// showsOwner is off where all tickets have the same. Filters and order chosen before stay.
    void showView(const QString &title, const ViewSpec &spec, bool showsOwner = true);
    void setNames(NameOf nameOf);
    /// What can be filtered by.
    void setDirectories(const Directories &directories);
    /// What due dates are counted by.
    void setRules(std::shared_ptr<const sla::Rules> rules);
    void setOffline(bool offline);
    [[nodiscard]] const TimesLeft &timesLeft() const { return m_times; }

    /// Something changed in the cache: rows are drawn anew; lists: when the order may differ.
    void applyChange(const QSet<TicketId> &tickets, bool lists);
    /// Who else is on a ticket.
    void setPresence(const TicketPresence &others);
    /// Marks the open ticket, e.g. opened by its number; without chosen().
    void setOpenTicket(const TicketId &ticket);

    [[nodiscard]] bool hasNext() const { return rowFrom(1) >= 0; }
    [[nodiscard]] bool hasPrevious() const { return rowFrom(-1) >= 0; }
    void goNext();
    void goPrevious();
    /// F5: shows what was held back and reads again.
    void refresh();

    /// What is marked for a change of several tickets. Another view, and another filter, mark nothing.
    [[nodiscard]] TicketSelection &selection() const;
    [[nodiscard]] std::vector<qint64> selectedKeys() const;
    [[nodiscard]] bool hasTickets() const;
    void toggleCurrent();
    /// As soon as all of the view is known.
    void selectAll();

    [[nodiscard]] BulkBar *bulkBar() const { return m_bulk; }
    [[nodiscard]] TicketListView *view() const { return m_view; }
    [[nodiscard]] ListHead *head() const { return m_head; }
    /// Gives the keyboard to the list, or to what stands in its place.
    void takeFocus();
    /// What is shown instead of the list while there are no tickets.
    [[nodiscard]] EmptyState *emptyState() const { return m_empty; }

Q_SIGNALS:
    /// A minute has passed: what is late may be more.
    void minutePassed();
    /// Another ticket is to be shown.
    void chosen(const akwaba::TicketId &ticket);
    /// Return: the agent wants to read on in the conversation.
    void opened(const akwaba::TicketId &ticket);
    /// hasNext() or hasPrevious() may have changed, but for what chosen() tells.
    void contextChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] int rowFrom(int step) const;
    void goTo(int row);
    void reload();
    void tick();
    void contentChanged();
    void restoreCurrent();
    void retranslate();
    void showEmptiness();
    void showList(const QString &title, const ViewSpec &spec, bool showsOwner);

    const Clock &m_clock;
    TimesLeft m_times;
    TicketListModel *m_model;
    ListHead *m_head;
    QPushButton *m_announcement;
    TicketListView *m_view;
    TicketDelegate *m_delegate;
    BulkBar *m_bulk;
    EmptyState *m_empty;
    QStackedLayout *m_stack;
    ViewSpec m_spec;
    QList<SearchChip> m_searched;
    TicketSort m_sort = TicketSort::LastActivity;
    TicketGrouping m_grouping = TicketGrouping::Age;
    bool m_reversed = false;
    TicketId m_open;
    qint64 m_currentKey = 0; // of the open ticket, or where a selection has come to
    bool m_selectsAll = false; // once all is known
    QTimer m_ticking; // each second: one timer for all rows
    qint64 m_minute = 0; // that was drawn last, since 1970
    int m_lastRow = -1; // where the open ticket stood, for J and K after it has left
};

} // namespace akwaba
