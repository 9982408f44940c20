// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/inboxpane.h"

#include "core/base/clock.h"

#include "ui/inbox/bulkbar.h"
#include "ui/inbox/ticketdelegate.h"
#include "ui/inbox/ticketlistmodel.h"
#include "ui/inbox/ticketlistview.h"
#include "ui/inbox/ticketselection.h"
#include "ui/text/errorwords.h"
#include "ui/text/translate.h"
#include "ui/widgets/buttonlook.h"
#include "ui/widgets/emptystate.h"

#include <QKeyEvent>
#include <QPushButton>
#include <QStackedLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

bool dependsOnTime(const ViewSpec &spec)
{
    return std::ranges::any_of(spec.conditions, [](const FieldCondition &condition) {
        return condition.field == u"late" || condition.field == u"atRisk";
    });
}

} // namespace

InboxPane::InboxPane(TicketSource &source, const Clock &clock, QWidget *parent)
    : QWidget(parent), m_clock(clock), m_model(new TicketListModel(source, clock, m_times, this)),
      m_head(new ListHead(this)), m_announcement(new QPushButton(this)), m_view(new TicketListView(this)),
      m_delegate(new TicketDelegate(clock, m_times, this)), m_bulk(new BulkBar(this)),
      m_empty(new EmptyState(u"inbox"_s, {}, {}, this)), m_stack(new QStackedLayout)
{
    setObjectName(u"inboxPane"_s);
    m_announcement->setObjectName(u"listAnnouncement"_s);
    m_empty->setObjectName(u"listEmpty"_s);
    m_empty->setFocusPolicy(Qt::StrongFocus); // keeps the keyboard for the list that takes its place
    setLook(m_announcement, ButtonLook::Link);
    m_announcement->hide();
    m_view->setItemDelegate(m_delegate);
    m_view->setTickets(m_model);
    m_view->installEventFilter(this);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addWidget(m_announcement);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);
    column->addLayout(m_stack, 1);
    column->addWidget(m_bulk);

    connect(m_model, &TicketListModel::contentChanged, this, &InboxPane::contentChanged);
    connect(m_model, &TicketListModel::announcedChanged, this, &InboxPane::retranslate);
    connect(m_announcement, &QPushButton::clicked, m_model, &TicketListModel::showPending);
    connect(m_view, &TicketListView::chosen, this, [this](const TicketId &ticket) {
        m_open = ticket;
        m_lastRow = m_view->currentIndex().row();
        m_currentKey = m_model->keyAt(m_lastRow);
        Q_EMIT chosen(ticket);
    });
    connect(m_view, &TicketListView::extended, this, [this] {
        m_lastRow = m_view->currentIndex().row();
        m_currentKey = m_model->keyAt(m_lastRow);
        Q_EMIT contextChanged();
    });
    connect(&selection(), &TicketSelection::changed, this, &InboxPane::contextChanged);
    connect(m_head, &ListHead::filterChanged, this, [this] {
        selection().clear();
        reload();
    });
    connect(m_head, &ListHead::sortChanged, this, [this](TicketSort sort) {
        m_sort = sort;
        reload();
    });
    connect(m_head, &ListHead::reversedToggled, this, [this] {
        m_reversed = !m_reversed;
        reload();
    });
    connect(m_head, &ListHead::groupingChanged, this, [this](TicketGrouping grouping) {
        m_grouping = grouping;
        reload();
    });
    connect(m_empty, &EmptyState::actionTriggered, this, [this] {
        m_head->setFilter({});
        selection().clear();
        reload();
        takeFocus();
    });
    m_ticking.setInterval(std::chrono::seconds(1));
    connect(&m_ticking, &QTimer::timeout, this, &InboxPane::tick);
    m_ticking.start();
    retranslate();
}

void InboxPane::showView(const QString &title, const ViewSpec &spec, bool showsOwner)
{
    m_searched.clear();
    showList(title, spec, showsOwner);
}

void InboxPane::showSearch(const QString &title, const SearchReading &search)
{
    m_searched = search.chips;
    showList(title, search.spec, true);
}

void InboxPane::showList(const QString &title, const ViewSpec &spec, bool showsOwner)
{
    if (spec != m_spec) selection().clear(); // not for another language
    m_spec = spec;
    m_sort = spec.sort;
    m_reversed = spec.reversed;
    if (spec.grouping != TicketGrouping::None) m_grouping = spec.grouping;
    m_head->setTitle(title);
    m_head->setSearchChips(m_searched);
    m_delegate->setShowsOwner(showsOwner);
    reload();
    m_view->scrollToTop();
}

void InboxPane::reload()
{
    ViewSpec spec = m_spec;
    spec.conditions.append(conditionsOf(m_head->filter()));
    spec.sort = m_sort;
    spec.reversed = m_reversed;
    spec.grouping = m_grouping;
    m_head->setOrder(m_sort, m_reversed, m_grouping);
    m_lastRow = -1; // of a list that is no more
    m_selectsAll = false;
    m_model->show(spec);
}

void InboxPane::setNames(NameOf nameOf)
{
    m_model->setNames(std::move(nameOf));
    m_view->viewport()->update();
}

TicketSelection &InboxPane::selection() const { return m_model->selection(); }

std::vector<qint64> InboxPane::selectedKeys() const { return m_model->selectedKeys(); }

bool InboxPane::hasTickets() const { return m_model->rowCount() > 0; }

void InboxPane::toggleCurrent() { m_view->toggleCurrent(); }

void InboxPane::selectAll()
{
    m_selectsAll = !m_model->isComplete();
    if (!m_selectsAll) selection().selectAll(m_model->keys());
}

void InboxPane::takeFocus() { m_stack->currentWidget()->setFocus(); }

void InboxPane::setRules(std::shared_ptr<const sla::Rules> rules)
{
    m_times.setRules(std::move(rules));
    m_view->viewport()->update();
}

void InboxPane::setOffline(bool offline)
{
    m_times.setOffline(offline);
    m_view->viewport()->update();
}

/// Pills are drawn anew each minute, and each second while one of them says seconds.
void InboxPane::tick()
{
    const qint64 minute = m_clock.now().toSecsSinceEpoch() / 60;
    const bool isAnother = std::exchange(m_minute, minute) != minute;
    if (!isAnother && !m_delegate->takeShowsSeconds()) return;
    m_view->viewport()->update();
    if (!isAnother) return;
    if (dependsOnTime(m_spec) || m_grouping == TicketGrouping::Due) m_model->refresh();
    Q_EMIT minutePassed();
}

void InboxPane::setDirectories(const Directories &directories) { m_head->setDirectories(directories); }

void InboxPane::applyChange(const QSet<TicketId> &tickets, bool lists)
{
    m_model->redraw(tickets);
    if (lists) m_model->refresh();
}

void InboxPane::setPresence(const TicketPresence &others) { m_model->setPresence(others); }

void InboxPane::setOpenTicket(const TicketId &ticket)
{
    if (m_open == ticket) return;
    m_open = ticket;
    m_currentKey = 0;
    restoreCurrent();
}

void InboxPane::contentChanged()
{
    restoreCurrent();
    if (m_model->isComplete()) m_head->setCount(m_model->rowCount());
    if (m_selectsAll && m_model->isComplete()) selectAll();
    retranslate();
    m_stack->setCurrentWidget(m_model->rowCount() > 0 ? static_cast<QWidget *>(m_view) : m_empty);
    Q_EMIT contextChanged();
}

/// After rows came and went by themselves the open ticket is still the marked one, and nothing is when it has left.
void InboxPane::restoreCurrent()
{
    const QSignalBlocker quiet(m_view);
    const int row = m_currentKey != 0 ? m_model->rowOfKey(m_currentKey) : -1;
    if (row < 0)
        m_view->setCurrentIndex({});
    else if (m_view->currentIndex().row() != row)
        m_view->setCurrentIndex(m_model->index(row));
    if (row >= 0) m_lastRow = row;
}

int InboxPane::rowFrom(int step) const
{
    const int count = m_model->rowCount();
    const QModelIndex current = m_view->currentIndex();
    // A ticket that has left the list made room for the one that is now in its place.
    const int row = current.isValid() ? current.row() + step : step > 0 ? qMax(0, m_lastRow) : m_lastRow - 1;
    return row >= 0 && row < count ? row : -1;
}

void InboxPane::goTo(int row)
{
    if (row < 0) return;
    m_view->setCurrentIndex(m_model->index(row));
}

void InboxPane::goNext() { goTo(rowFrom(1)); }

void InboxPane::goPrevious() { goTo(rowFrom(-1)); }

void InboxPane::refresh()
{
    m_model->showPending();
    m_model->refresh();
}

bool InboxPane::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key != Qt::Key_Return && key != Qt::Key_Enter) return QWidget::eventFilter(watched, event);
    if (m_model->announced() > 0) {
        m_model->showPending();
        return true;
    }
    const auto current = m_view->currentIndex().data(TicketListModel::TicketIdRole).value<TicketId>();
    if (!current.isEmpty() && current != m_open) Q_EMIT m_view->chosen(current); // a selection has come to it
    if (!m_open.isEmpty()) Q_EMIT opened(m_open);
    return true;
}

void InboxPane::retranslate()
{
    const int news = m_model->announced();
    m_announcement->setText(translate("InboxPane", "%n new, Enter to show", nullptr, news));
    m_announcement->setVisible(news > 0);
    m_view->setAccessibleName(translate("InboxPane", "Tickets"));
    showEmptiness();
}

void InboxPane::showEmptiness()
{
    const ListFilter &filter = m_head->filter();
    const bool isNarrowed = !m_model->error() && !filter.isEmpty();
    m_empty->setAction(isNarrowed ? translate("InboxPane", "Clear the filters") : QString());
    if (const auto &error = m_model->error())
        return m_empty->setContent(u"alert-triangle"_s, translate("InboxPane", "The list could not be read"),
                                   sentence(error->code));
    if (const auto field = contradictionOf(m_spec.conditions, filter))
        return m_empty->setContent(
            u"filter"_s, translate("InboxPane", "Nothing can match"),
            translate("InboxPane", "The filter “%1” excludes all that this view shows.").arg(word(*field)));
    const auto unknown = std::ranges::find(m_searched, false, &SearchChip::isUnderstood);
    if (unknown != m_searched.end())
        return m_empty->setContent(u"search"_s, unknown->label,
                                   translate("InboxPane", "Nothing is called so. Remove it, or write it otherwise."));
    if (isNarrowed)
        return m_empty->setContent(u"filter"_s, translate("InboxPane", "Nothing matches"),
                                   translate("InboxPane", "Remove a filter to see more."));
    if (!m_searched.isEmpty() || !m_spec.search.isEmpty())
        return m_empty->setContent(u"search"_s, translate("InboxPane", "Nothing found"),
                                   translate("InboxPane", "Nothing on this computer has all that was asked for."));
    m_empty->setContent(u"inbox"_s, translate("InboxPane", "Nothing here"),
                        translate("InboxPane", "All done in this view."));
}

void InboxPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

} // namespace akwaba
