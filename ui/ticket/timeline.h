// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/ticket/messageblock.h"

#include <QAbstractScrollArea>
#include <QSet>

#include <map>

namespace akwaba {

class Clock;

/// The conversation, oldest at the top, opened on what the agent has not read. Headers are painted, each visible
/// message has a QTextDocument of its own: a conversation of thousands of messages costs what is on the screen. Text
/// can be selected within a message and copied; Tab walks over what can be pressed. Follows nothing by itself: the
/// conversation stays where it is when messages come.
class Timeline : public QAbstractScrollArea {
    Q_OBJECT

public:
    explicit Timeline(const Clock &clock, QWidget *parent = nullptr);
    ~Timeline() override;

    /// Another ticket: from its first unread message, or from its end.
    void open(const Conversation &conversation, NameOf nameOf);
    /// The same ticket, changed: what is in sight stays in place; at the end it stays at the end.
    void update(const Conversation &conversation);
    void clear();
    /// Where pictures come from; must outlive it. Until then there are placeholders.
    void setPictures(MessagePictures *pictures);
    /// What unfolds quotes, for the hint beside them.
    void setQuotesKey(const QString &key);

    [[nodiscard]] const QList<TimelineItem> &items() const { return m_items; }
    [[nodiscard]] QString spokenItem(int item) const;
    /// What can be pressed in an item; nothing while it is far from what is visible.
    [[nodiscard]] QList<HotSpot> hotSpots(int item) const;
    [[nodiscard]] bool isHotSpotFocused(int item, int spot) const
    {
        return hasFocus() && m_focused == Spot{item, spot};
    }
    void press(int item, int spot) { activate({item, spot}); }
    /// Where an item stands in the viewport, or would stand outside of it.
    [[nodiscard]] QRect itemRect(int item) const;
    [[nodiscard]] bool isAtEnd() const;
    void scrollToItem(int item);
    void scrollToEnd();

    [[nodiscard]] bool hasQuotes() const;
    [[nodiscard]] bool areQuotesShown() const { return m_quotesShown; }
    /// Q: all quoted texts and signatures of the ticket.
    void setQuotesShown(bool shown);
    [[nodiscard]] QString selectedText() const;

Q_SIGNALS:
    void attachmentActivated(const akwaba::Attachment &attachment);
    /// `text` is what the mail says in its place.
    void linkActivated(const QString &link, const QString &text);
    void textRequested(const akwaba::Message &message);
    void originalRequested(const akwaba::Message &message);
    void quotesShownChanged();

protected:
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    struct Spot {
        int item = -1;
        int spot = -1;
        bool operator==(const Spot &) const = default;
    };
    struct Selection {
        int item = -1;
        int from = 0;
        int to = 0;
    };
    void setConversation(const Conversation &conversation);
    void startAnew();
    /// Lays everything out again; what was at the top stays there, and the end stays the end.
    void layOutAgain();
    [[nodiscard]] const MessageBlock &block(int item);
    void placeItems();
    /// Lays out what is visible, keeping `anchor` at its place although heights become known.
    void measureVisible();
    void dropFarBlocks();
    [[nodiscard]] int itemAt(int y) const;
    [[nodiscard]] qreal contentWidth() const;
    [[nodiscard]] Spot spotAt(const QPoint &point);
    /// Links are part of the text, which can be selected: they are pressed by a click without a movement.
    [[nodiscard]] Spot linkAt(const QPoint &point);
    void activateNotice(const Message &message, NoticeAction action);
    void layOutMessageAgain(const MessageId &message);
    [[nodiscard]] int positionAt(int item, const QPoint &point);
    void activate(const Spot &spot);
    void showSpot(const Spot &spot);
    void announce();

    const Clock &m_clock;
    TimelineLook m_look;
    QList<TimelineItem> m_items;
    std::vector<qreal> m_heights; // guessed until laid out
    std::vector<bool> m_measured;
    std::vector<qreal> m_tops;
    std::map<int, std::unique_ptr<MessageBlock>> m_blocks;
    QSet<int> m_unfolded;
    Spot m_focused;
    Spot m_pressed;
    Selection m_selection;
    bool m_quotesShown = false;
    bool m_selecting = false;
    bool m_measuring = false;
};

} // namespace akwaba
