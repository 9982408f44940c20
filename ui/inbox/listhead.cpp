// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/listhead.h"

#include "ui/inbox/choicemenu.h"
#include "ui/inbox/ticketwords.h"
#include "ui/text/quantities.h"
#include "ui/text/translate.h"
#include "ui/widgets/buttonlook.h"
#include "ui/widgets/chips.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/label.h"

#include <QActionGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

/// One exclusive entry of a menu, marked when it is what holds now.
template <class Do> void addChoice(QMenu *menu, const QString &text, bool current, QObject *context, const Do &chosen)
{
    QAction *action = menu->addAction(text);
    action->setCheckable(true);
    action->setChecked(current);
    QObject::connect(action, &QAction::triggered, context, chosen);
}

constexpr std::array alwaysShown{FilterField::Status, FilterField::Channel, FilterField::Category};

} // namespace

ListHead::ListHead(QWidget *parent)
    : QWidget(parent), m_title(new Label(TextStyle::PaneTitle, Token::Text1, this)),
      m_count(new Label(TextStyle::Body, Token::Text3, this)), m_sort(new QPushButton(this)),
      m_order(new IconButton(u"arrows-sort"_s, {}, this)), m_more(new IconButton(u"plus"_s, {}, this)),
      m_sortMenu(new QMenu(this)), m_moreMenu(new QMenu(this))
{
    setObjectName(u"listHead"_s);
    m_title->setObjectName(u"listTitle"_s);
    m_count->setObjectName(u"listCount"_s);
    m_sort->setObjectName(u"listSort"_s);
    m_order->setObjectName(u"listOrder"_s);
    m_more->setObjectName(u"filterMore"_s);
    m_title->setElided(true);
    m_title->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred); // gives way, but takes no more than it needs
    setLook(m_sort, ButtonLook::Quiet);
    m_sort->setMenu(m_sortMenu);
    m_more->setSizes(14, 22);
    m_more->setMenu(m_moreMenu);
    connect(m_moreMenu, &QMenu::aboutToShow, this, &ListHead::fillMoreMenu);
    connect(m_order, &IconButton::clicked, this, &ListHead::reversedToggled);
    addParts();
    arrange();
    retranslate();
}

void ListHead::addParts()
{
    for (const FilterField field : allFilterFields) {
        const Part part{new FilterChip({}, this), new ChoiceMenu(this)};
        part.chip->setObjectName(objectNameOf(field));
        part.chip->setMenu(part.menu);
        m_parts.insert(field, part);
        connect(part.chip, &FilterChip::removed, this, [this, field] {
            m_added.remove(field);
            ListFilter next = m_filter;
            next.values.remove(field);
            take(next);
        });
    }
}

void ListHead::arrange()
{
    const Theme &theme = themeOf(this);
    delete layout();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme.px(14), theme.px(6), theme.px(8), theme.px(9));
    column->setSpacing(theme.px(6));
    auto *first = new QHBoxLayout;
    first->setSpacing(theme.px(8));
    first->addWidget(m_title);
    first->addWidget(m_count);
    first->addStretch(1);
    first->addWidget(m_sort);
    first->addWidget(m_order);
    column->addLayout(first);
    auto *chips = new FlowLayout;
    chips->setSpacing(theme.px(6));
    for (FilterChip *chip : std::as_const(m_searchChips))
        chips->addWidget(chip);
    for (const FilterField field : allFilterFields)
        chips->addWidget(m_parts.value(field).chip);
    chips->addWidget(m_more);
    column->addLayout(chips);
}

void ListHead::setTitle(const QString &title) { m_title->setText(title); }

void ListHead::setCount(qint64 count)
{
    m_count->setText(number(count));
    const int tickets = static_cast<int>(count); // lupdate passes over a call with a cast in it
    m_count->setAccessibleName(translate("ListHead", "%n ticket(s)", nullptr, tickets));
}

void ListHead::setDirectories(const Directories &directories)
{
    m_directories = directories;
    retranslate();
}

void ListHead::setOrder(TicketSort sort, bool reversed, TicketGrouping grouping)
{
    m_sortBy = sort;
    m_reversed = reversed;
    m_grouping = grouping;
    showOrder();
}

void ListHead::setFilter(const ListFilter &filter)
{
    m_filter = filter;
    if (filter.isEmpty()) m_added.clear();
    showFilter();
}

void ListHead::setSearchChips(const QList<SearchChip> &chips)
{
    if (chips == m_searched) return;
    m_searched = chips;
    const qsizetype known = m_searchChips.size();
    for (qsizetype i = known; i < chips.size(); ++i) {
        auto *chip = new FilterChip({}, this);
        chip->setObjectName(u"searchChip"_s);
        chip->setActive(true);
        connect(chip, &FilterChip::removed, this, [this, i] { Q_EMIT searchChanged(m_searched.at(i).rest); });
        m_searchChips.append(chip);
    }
    if (m_searchChips.size() > known) arrange();
    showSearchChips();
}

void ListHead::showSearchChips()
{
    for (qsizetype i = 0; i < m_searchChips.size(); ++i) {
        FilterChip *chip = m_searchChips.at(i);
        chip->setVisible(i < m_searched.size());
        if (i >= m_searched.size()) continue;
        const SearchChip &searched = m_searched.at(i);
        chip->setLabel(searched.label);
        chip->setAccessibleName(translate("ListHead", "Searched: %1").arg(searched.label));
        chip->setToolTip(searched.isUnderstood ? translate("ListHead", "Remove it from the search")
                                               : translate("ListHead", "Nothing is called so: nothing is found."));
    }
}

void ListHead::take(const ListFilter &filter)
{
    const bool isAnother = filter != m_filter;
    setFilter(filter);
    if (isAnother) Q_EMIT filterChanged(m_filter);
}

bool ListHead::isShown(FilterField field) const
{
    if (m_filter.values.contains(field) || m_added.contains(field)) return true;
    return std::ranges::find(alwaysShown, field) != alwaysShown.end() && !m_parts.value(field).menu->isEmpty();
}

void ListHead::add(FilterField field)
{
    m_added.insert(field);
    showFilter();
    layout()->activate(); // its menu opens beneath it
    m_parts.value(field).chip->setFocus();
    m_parts.value(field).chip->showMenu();
}

void ListHead::retranslate()
{
    m_more->setName(translate("ListHead", "More filters"));
    showOrder();
    fillChoices();
    showFilter();
}

void ListHead::showOrder()
{
    m_sort->setText(word(m_sortBy));
    m_sort->setAccessibleName(translate("ListHead", "Sorted by %1").arg(word(m_sortBy)));
    m_order->setName(m_reversed ? translate("ListHead", "Usual order") : translate("ListHead", "Reverse the order"));
    fillSortMenu();
}

void ListHead::showFilter()
{
    bool isMore = !m_filter.isEmpty();
    for (const FilterField field : allFilterFields) {
        showPart(field);
        isMore = isMore || (!isShown(field) && !m_parts.value(field).menu->isEmpty());
    }
    m_more->setVisible(isMore);
}

/// The chip says what it holds: the first value and how many more, all of them in its tool tip.
void ListHead::showPart(FilterField field)
{
    const auto &[chip, menu] = m_parts[field];
    QStringList chosen;
    const QList<QAction *> actions = menu->actions();
    for (QAction *action : actions) {
        action->setChecked(m_filter.has(field, action->data().toString()));
        if (action->isChecked()) chosen.append(action->text().replace(u"&&"_s, u"&"_s));
    }
    const QString name = word(field);
    const QString all = chosen.join(u", "_s);
    chip->setActive(!chosen.isEmpty());
    chip->setLabel(
        chosen.isEmpty() ? name
            : chosen.size() == 1
            ? all
            : translate("ListHead", "%1 +%2", "a value and how many more").arg(chosen.first()).arg(chosen.size() - 1));
    chip->setAccessibleName(chosen.isEmpty()
                                ? translate("ListHead", "Filter: %1").arg(name)
                                : translate("ListHead", "%1: %2", "a filter and its values").arg(name, all));
    chip->setToolTip(all);
    chip->setVisible(isShown(field));
}

void ListHead::fillSortMenu()
{
    m_sortMenu->clear();
    for (const TicketSort sort : {TicketSort::Due, TicketSort::LastActivity, TicketSort::Received,
                                  TicketSort::WaitingSince, TicketSort::Priority})
        addChoice(m_sortMenu, word(sort), sort == m_sortBy, this, [this, sort] { Q_EMIT sortChanged(sort); });
    m_sortMenu->addSeparator();
    for (int i = 0; i <= static_cast<int>(TicketGrouping::Due); ++i) {
        const auto grouping = static_cast<TicketGrouping>(i);
        addChoice(m_sortMenu, word(grouping), grouping == m_grouping, this,
                  [this, grouping] { Q_EMIT groupingChanged(grouping); });
    }
}

void ListHead::fillChoices()
{
    for (const FilterField field : allFilterFields) {
        ChoiceMenu *menu = m_parts.value(field).menu;
        if (menu->isVisible()) continue; // somebody chooses in it
        menu->clear();
        for (const FilterChoice &choice : choicesOf(field, m_directories)) {
            const QAction *action = menu->addChoice(choice.text, choice.value);
            connect(action, &QAction::triggered, this, [this, field, value = choice.value] {
                ListFilter next = m_filter;
                next.toggle(field, value);
                take(next);
            });
        }
    }
}

/// What has no chip yet, and the way back to everything.
void ListHead::fillMoreMenu()
{
    m_moreMenu->clear();
    for (const FilterField field : allFilterFields) {
        if (isShown(field) || m_parts.value(field).menu->isEmpty()) continue;
        connect(m_moreMenu->addAction(word(field)), &QAction::triggered, this, [this, field] { add(field); });
    }
    if (!m_filter.isEmpty()) {
        m_moreMenu->addSeparator();
        connect(m_moreMenu->addAction(translate("ListHead", "Clear all filters")), &QAction::triggered, this,
                [this] { take({}); });
    }
}

void ListHead::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = themeOf(this);
    painter.fillRect(rect(), theme.color(Token::Base));
    drawHLine(painter, 0, width(), height() - 1, theme.color(Token::Line));
}

void ListHead::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange) arrange();
    if (event->type() == QEvent::LanguageChange) retranslate();
}

} // namespace akwaba
