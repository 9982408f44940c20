// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/inbox/listfilter.h"
#include "ui/inbox/searchreading.h"

#include <QHash>
#include <QSet>
#include <QWidget>

class QMenu;
class QPushButton;

namespace akwaba {

class ChoiceMenu;
class FilterChip;
class IconButton;
class Label;

/// The head of the list: name of the view, how many, sort and grouping, and the chips that narrow it: some always, the
/// others once they were chosen behind "+".
class ListHead : public QWidget {
    Q_OBJECT

public:
    explicit ListHead(QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setCount(qint64 count);
    void setDirectories(const Directories &directories);
    void setOrder(TicketSort sort, bool reversed, TicketGrouping grouping);
    void setFilter(const ListFilter &filter);
    /// The operators of a search, before the filters.
    void setSearchChips(const QList<SearchChip> &chips);
    [[nodiscard]] const ListFilter &filter() const { return m_filter; }

Q_SIGNALS:
    /// An operator was taken out of what was typed in the search field, which is this then.
    void searchChanged(const QString &typed);
    void filterChanged(const akwaba::ListFilter &filter);
    void sortChanged(akwaba::TicketSort sort);
    void reversedToggled();
    void groupingChanged(akwaba::TicketGrouping grouping);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Part {
        FilterChip *chip;
        ChoiceMenu *menu;
    };
    void addParts();
    void arrange();
    void retranslate();
    void showOrder();
    void fillSortMenu();
    void fillMoreMenu();
    void fillChoices();
    void showFilter();
    void showSearchChips();
    void showPart(FilterField field);
    void add(FilterField field);
    void take(const ListFilter &filter);
    [[nodiscard]] bool isShown(FilterField field) const;

    Label *m_title;
    Label *m_count;
    QPushButton *m_sort;
    IconButton *m_order;
    IconButton *m_more;
    QMenu *m_sortMenu;
    QMenu *m_moreMenu;
    QHash<FilterField, Part> m_parts;
    QList<SearchChip> m_searched;
    QList<FilterChip *> m_searchChips; // as many as were ever needed; the rest is hidden
    QSet<FilterField> m_added; // behind "+"
    Directories m_directories;
    ListFilter m_filter;
    TicketSort m_sortBy = TicketSort::LastActivity;
    TicketGrouping m_grouping = TicketGrouping::None;
    bool m_reversed = false;
};

} // namespace akwaba
