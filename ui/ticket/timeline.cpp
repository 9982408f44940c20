// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ticket/timeline.h"

#include "core/base/clock.h"
#include "ui/text/translate.h"
#include "ui/ticket/messagepictures.h"
#include "ui/ticket/timelineaccess.h"
#include "ui/widgets/paint.h"

#include <QAccessible>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

constexpr int sideMargin = 16;
constexpr int endMargin = 12;
constexpr int gap = 8;

} // namespace

Timeline::Timeline(const Clock &clock, QWidget *parent)
    : QAbstractScrollArea(parent), m_clock(clock),
      m_look{themeOf(this), clock.now(), [](const QString &) { return QString(); }, {}}
{
    installTimelineAccess();
    setObjectName(u"timeline"_s);
    setAccessibleName(translate("Timeline", "Conversation"));
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);
}

Timeline::~Timeline() = default;

void Timeline::open(const Conversation &conversation, NameOf nameOf)
{
    m_look.nameOf = std::move(nameOf);
    m_unfolded.clear();
    m_quotesShown = false;
    m_selection = {};
    m_focused = {};
    if (m_look.pictures) m_look.pictures->forget();
    setConversation(conversation);
    const MessageId unread = firstUnread(conversation);
    const auto first = std::ranges::find_if(m_items, [&](const TimelineItem &item) {
        return item.unread || (!unread.isEmpty() && !item.messages.isEmpty() && item.messages.first().id == unread);
    });
    scrollToEnd();
    if (first != m_items.end()) scrollToItem(static_cast<int>(first - m_items.begin()));
}

void Timeline::update(const Conversation &conversation)
{
    const bool atEnd = isAtEnd();
    const int offset = verticalScrollBar()->value();
    setConversation(conversation);
    if (atEnd)
        scrollToEnd();
    else
        verticalScrollBar()->setValue(offset);
    measureVisible();
}

void Timeline::clear() { setConversation({}); }

void Timeline::setPictures(MessagePictures *pictures)
{
    m_look.pictures = pictures;
    connect(pictures, &MessagePictures::arrived, this, &Timeline::layOutMessageAgain);
}

void Timeline::setQuotesKey(const QString &key)
{
    m_look.quotesKey = key;
    viewport()->update();
}

/// A picture takes the place of its placeholder; what is at the top stays there, and the end stays the end.
void Timeline::layOutMessageAgain(const MessageId &message)
{
    const auto found = std::ranges::find_if(m_items, [&message](const TimelineItem &item) {
        return item.kind == TimelineItem::Kind::Message && item.messages.first().id == message;
    });
    const int item = static_cast<int>(found - m_items.begin());
    if (found == m_items.end() || m_blocks.erase(item) == 0) return; // far away: it will be laid out with them
    const bool atEnd = isAtEnd();
    const int top = itemAt(verticalScrollBar()->value());
    const qreal within = verticalScrollBar()->value() - m_tops[static_cast<std::size_t>(top)];
    (void)block(item);
    placeItems();
    if (atEnd)
        scrollToEnd();
    else
        verticalScrollBar()->setValue(qRound(m_tops[static_cast<std::size_t>(top)] + within));
    measureVisible();
    viewport()->update();
}

void Timeline::setConversation(const Conversation &conversation)
{
    m_look.now = m_clock.now();
    m_look.customerName = conversation.customer.name;
    m_items = timelineItems(conversation);
    startAnew();
    announce();
}

void Timeline::startAnew()
{
    m_blocks.clear();
    m_heights.assign(static_cast<std::size_t>(m_items.size()), 0);
    m_measured.assign(static_cast<std::size_t>(m_items.size()), false);
    for (int i = 0; i < m_items.size(); ++i)
        m_heights[static_cast<std::size_t>(i)] = MessageBlock::guess(m_items.at(i), m_look.theme, contentWidth());
    placeItems();
    measureVisible();
}

qreal Timeline::contentWidth() const { return qMax(100, viewport()->width() - 2 * m_look.theme.px(sideMargin)); }

void Timeline::placeItems()
{
    const Theme &theme = m_look.theme;
    m_tops.resize(m_heights.size());
    qreal y = theme.px(endMargin);
    for (std::size_t i = 0; i < m_heights.size(); ++i) {
        m_tops[i] = y;
        y += m_heights[i] + theme.px(gap);
    }
    const int total = qCeil(y - theme.px(gap) + theme.px(endMargin));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(theme.px(40));
    verticalScrollBar()->setRange(0, qMax(0, total - viewport()->height()));
}

const MessageBlock &Timeline::block(int item)
{
    std::unique_ptr<MessageBlock> &known = m_blocks[item];
    if (!known) {
        const TimelineItem &what = m_items.at(item);
        const bool unfolded = what.kind == TimelineItem::Kind::Message ? m_quotesShown != m_unfolded.contains(item)
                                                                       : m_unfolded.contains(item);
        known = std::make_unique<MessageBlock>(what, m_look, contentWidth(), unfolded);
    }
    const auto at = static_cast<std::size_t>(item);
    m_measured[at] = true;
    m_heights[at] = known->height();
    return *known;
}

int Timeline::itemAt(int y) const
{
    const auto after = std::ranges::upper_bound(m_tops, qreal(y));
    return qMax(0, static_cast<int>(after - m_tops.begin()) - 1);
}

void Timeline::measureVisible()
{
    if (m_items.isEmpty() || m_measuring) return;
    m_measuring = true;
    // What is at the top of the window stays there, although items above it turn out taller or shorter than guessed.
    for (bool settled = false; !settled;) {
        settled = true;
        const int anchor = itemAt(verticalScrollBar()->value());
        const qreal within = verticalScrollBar()->value() - m_tops[static_cast<std::size_t>(anchor)];
        const int last = itemAt(verticalScrollBar()->value() + viewport()->height());
        for (int i = anchor; i <= last; ++i)
            if (!m_measured[static_cast<std::size_t>(i)]) {
                (void)block(i);
                settled = false;
            }
        if (settled) break;
        placeItems();
        verticalScrollBar()->setValue(qRound(m_tops[static_cast<std::size_t>(anchor)] + within));
    }
    m_measuring = false;
    dropFarBlocks();
    viewport()->update();
}

void Timeline::dropFarBlocks()
{
    constexpr int kept = 40;
    const int first = itemAt(verticalScrollBar()->value()) - kept;
    const int last = itemAt(verticalScrollBar()->value() + viewport()->height()) + kept;
    std::erase_if(m_blocks, [&](const auto &entry) { return entry.first < first || entry.first > last; });
}

QRect Timeline::itemRect(int item) const
{
    const auto at = static_cast<std::size_t>(item);
    return QRectF(m_look.theme.px(sideMargin), m_tops[at] - verticalScrollBar()->value(), contentWidth(), m_heights[at])
        .toAlignedRect();
}

QString Timeline::spokenItem(int item) const { return MessageBlock::spoken(m_items.at(item), m_look); }

bool Timeline::isAtEnd() const { return verticalScrollBar()->value() >= verticalScrollBar()->maximum() - 2; }

void Timeline::scrollToItem(int item)
{
    for (int tries = 0; tries < 3; ++tries) { // each may measure what was guessed
        const qreal top = m_tops[static_cast<std::size_t>(item)] - m_look.theme.px(endMargin);
        verticalScrollBar()->setValue(qRound(top));
        measureVisible();
    }
}

void Timeline::scrollToEnd()
{
    for (int tries = 0; tries < 8; ++tries) {
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
        measureVisible();
        if (isAtEnd()) return;
    }
}

bool Timeline::hasQuotes() const
{
    return std::ranges::any_of(m_blocks, [](const auto &entry) {
        return entry.second && entry.second->document() && entry.second->document()->hasQuotes();
    });
}

void Timeline::setQuotesShown(bool shown)
{
    if (m_quotesShown == shown) return;
    m_quotesShown = shown;
    m_selection = {};
    erase_if(m_unfolded, [this](int item) { return m_items.at(item).kind == TimelineItem::Kind::Message; });
    startAnew();
    Q_EMIT quotesShownChanged();
}

void Timeline::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), m_look.theme.color(Token::Base));
    if (m_items.isEmpty()) return;
    const int offset = verticalScrollBar()->value();
    const int last = itemAt(offset + event->rect().bottom());
    for (int i = itemAt(offset + event->rect().top()); i <= last; ++i) {
        MessageBlock::Marks marks;
        if (hasFocus() && m_focused.item == i) marks.focused = m_focused.spot;
        if (m_selection.item == i) {
            marks.selectionStart = m_selection.from;
            marks.selectionEnd = m_selection.to;
        }
        const QPointF at(m_look.theme.px(sideMargin), m_tops[static_cast<std::size_t>(i)] - offset);
        block(i).paint(painter, at, marks);
    }
}

void Timeline::layOutAgain()
{
    if (m_items.isEmpty()) return;
    const bool atEnd = isAtEnd();
    const int top = itemAt(verticalScrollBar()->value() + m_look.theme.px(endMargin));
    startAnew();
    if (atEnd)
        scrollToEnd();
    else
        scrollToItem(top);
}

void Timeline::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    if (m_items.isEmpty()) return;
    if (event->oldSize().width() != event->size().width()) {
        layOutAgain();
        return;
    }
    const bool atEnd = isAtEnd();
    placeItems();
    if (atEnd) scrollToEnd();
    measureVisible();
}

void Timeline::scrollContentsBy(int, int) { measureVisible(); }

void Timeline::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) setAccessibleName(translate("Timeline", "Conversation"));
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::LanguageChange) layOutAgain();
}

void Timeline::announce()
{
    QAccessibleEvent event(this, QAccessible::VisibleDataChanged);
    QAccessible::updateAccessibility(&event);
}

} // namespace akwaba
