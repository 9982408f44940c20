// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/listhead.h"

#include "ui/inbox/ticketwords.h"
#include "ui/text/directories.h"
#include "ui/text/enumwords.h"
#include "ui/text/quantities.h"
#include "ui/text/translate.h"
#include "ui/widgets/buttonlook.h"
#include "ui/widgets/chips.h"
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

} // namespace

QList<FieldCondition> conditionsOf(const ListFilter &filter)
{
    QList<FieldCondition> conditions;
    if (filter.status) conditions.append({u"status"_s, {wireName(*filter.status)}, false});
    if (filter.channel) conditions.append({u"channel"_s, {wireName(*filter.channel)}, false});
    if (!filter.category.isEmpty()) conditions.append({u"category"_s, {filter.category.value}, false});
    return conditions;
}

ListHead::ListHead(QWidget *parent)
    : QWidget(parent), m_title(new Label(TextStyle::PaneTitle, Token::Text1, this)),
      m_count(new Label(TextStyle::Body, Token::Text3, this)), m_sort(new QPushButton(this)),
      m_order(new IconButton(u"arrows-sort"_s, {}, this)), m_status(new FilterChip({}, this)),
      m_channel(new FilterChip({}, this)), m_category(new FilterChip({}, this)), m_sortMenu(new QMenu(this)),
      m_statusMenu(new QMenu(this)), m_channelMenu(new QMenu(this)), m_categoryMenu(new QMenu(this))
{
    setObjectName(u"listHead"_s);
    m_title->setObjectName(u"listTitle"_s);
    m_count->setObjectName(u"listCount"_s);
    m_sort->setObjectName(u"listSort"_s);
    m_order->setObjectName(u"listOrder"_s);
    m_status->setObjectName(u"filterStatus"_s);
    m_channel->setObjectName(u"filterChannel"_s);
    m_category->setObjectName(u"filterCategory"_s);
    m_title->setElided(true);
    m_title->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred); // gives way, but takes no more than it needs
    setLook(m_sort, ButtonLook::Quiet);
    m_sort->setMenu(m_sortMenu);
    m_status->setMenu(m_statusMenu);
    m_channel->setMenu(m_channelMenu);
    m_category->setMenu(m_categoryMenu);
    connect(m_order, &IconButton::clicked, this, &ListHead::reversedToggled);
    connect(m_status, &FilterChip::removed, this, [this] { change([](ListFilter &f) { f.status.reset(); }); });
    connect(m_channel, &FilterChip::removed, this, [this] { change([](ListFilter &f) { f.channel.reset(); }); });
    connect(m_category, &FilterChip::removed, this, [this] { change([](ListFilter &f) { f.category = {}; }); });
    arrange();
    retranslate();
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
    auto *chips = new QHBoxLayout;
    chips->setSpacing(theme.px(6));
    for (FilterChip *chip : {m_status, m_channel, m_category})
        chips->addWidget(chip);
    chips->addStretch(1);
    column->addLayout(chips);
}

void ListHead::setTitle(const QString &title) { m_title->setText(title); }

void ListHead::setCount(qint64 count)
{
    m_count->setText(number(count));
    const int tickets = static_cast<int>(count); // lupdate passes over a call with a cast in it
    m_count->setAccessibleName(translate("ListHead", "%n ticket(s)", nullptr, tickets));
}

void ListHead::setCategories(const QList<Category> &categories)
{
    m_categories = categories;
    retranslate();
}

void ListHead::setOrder(TicketSort sort, bool reversed, TicketGrouping grouping)
{
    m_sortBy = sort;
    m_reversed = reversed;
    m_grouping = grouping;
    retranslate();
}

void ListHead::setFilter(const ListFilter &filter)
{
    m_filter = filter;
    retranslate();
}

void ListHead::change(const std::function<void(ListFilter &)> &edit)
{
    ListFilter next = m_filter;
    edit(next);
    if (next == m_filter) return;
    setFilter(next);
    Q_EMIT filterChanged(m_filter);
}

void ListHead::retranslate()
{
    m_sort->setText(word(m_sortBy));
    m_sort->setAccessibleName(translate("ListHead", "Sorted by %1").arg(word(m_sortBy)));
    m_order->setName(m_reversed ? translate("ListHead", "Usual order") : translate("ListHead", "Reverse the order"));
    fillMenus();
    showFilter();
}

void ListHead::showFilter()
{
    const auto show = [](FilterChip *chip, const QString &name, const QString &chosen) {
        chip->setActive(!chosen.isEmpty());
        chip->setLabel(chosen.isEmpty() ? name : chosen);
        chip->setAccessibleName(chosen.isEmpty()
                                    ? translate("ListHead", "Filter: %1").arg(name)
                                    : translate("ListHead", "%1: %2", "a filter and its value").arg(name, chosen));
    };
    show(m_status, translate("ListHead", "Status"), m_filter.status ? word(*m_filter.status) : QString());
    show(m_channel, translate("ListHead", "Channel"), m_filter.channel ? word(*m_filter.channel) : QString());
    const auto category = std::ranges::find(m_categories, m_filter.category, &Category::id);
    show(m_category, translate("ListHead", "Category"), category == m_categories.end() ? QString() : nameOf(*category));
}

void ListHead::fillMenus()
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
    m_statusMenu->clear();
    for (std::size_t i = 0; i < EnumNames<TicketStatus>::all.size(); ++i) {
        const auto status = static_cast<TicketStatus>(i);
        addChoice(m_statusMenu, word(status), m_filter.status == status, this,
                  [this, status] { change([status](ListFilter &f) { f.status = status; }); });
    }
    m_channelMenu->clear();
    for (std::size_t i = 0; i < EnumNames<Channel>::all.size(); ++i) {
        const auto channel = static_cast<Channel>(i);
        addChoice(m_channelMenu, word(channel), m_filter.channel == channel, this,
                  [this, channel] { change([channel](ListFilter &f) { f.channel = channel; }); });
    }
    m_categoryMenu->clear();
    for (const Category &category : std::as_const(m_categories)) {
        if (!category.active) continue;
        addChoice(m_categoryMenu, nameOf(category), m_filter.category == category.id, this,
                  [this, id = category.id] { change([id](ListFilter &f) { f.category = id; }); });
    }
    m_category->setVisible(!m_categoryMenu->isEmpty());
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
