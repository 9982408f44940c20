// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cache/ticketrow.h"
#include "core/domain/agent.h"

#include <QWidget>

#include <functional>
#include <optional>

class QMenu;
class QPushButton;

namespace akwaba {

class FilterChip;
class IconButton;
class Label;

/// What the chips above the list narrow it to.
struct ListFilter {
    std::optional<TicketStatus> status;
    std::optional<Channel> channel;
    CategoryId category;
    bool operator==(const ListFilter &) const = default;
};

/// The conditions of a filter, to be added to those of a view.
[[nodiscard]] QList<FieldCondition> conditionsOf(const ListFilter &filter);

/// The head of the list: name of the view, how many, sort and grouping, and the chips that narrow it.
class ListHead : public QWidget {
    Q_OBJECT

public:
    explicit ListHead(QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setCount(qint64 count);
    void setCategories(const QList<Category> &categories);
    void setOrder(TicketSort sort, bool reversed, TicketGrouping grouping);
    void setFilter(const ListFilter &filter);
    [[nodiscard]] const ListFilter &filter() const { return m_filter; }

Q_SIGNALS:
    void filterChanged(const akwaba::ListFilter &filter);
    void sortChanged(akwaba::TicketSort sort);
    void reversedToggled();
    void groupingChanged(akwaba::TicketGrouping grouping);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void arrange();
    void retranslate();
    void fillMenus();
    void showFilter();
    void change(const std::function<void(ListFilter &)> &edit);

    Label *m_title;
    Label *m_count;
    QPushButton *m_sort;
    IconButton *m_order;
    FilterChip *m_status;
    FilterChip *m_channel;
    FilterChip *m_category;
    QMenu *m_sortMenu;
    QMenu *m_statusMenu;
    QMenu *m_channelMenu;
    QMenu *m_categoryMenu;
    QList<Category> m_categories;
    ListFilter m_filter;
    TicketSort m_sortBy = TicketSort::LastActivity;
    TicketGrouping m_grouping = TicketGrouping::None;
    bool m_reversed = false;
};

} // namespace akwaba
