// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/eventwords.h"
#include "ui/ticket/bodynotice.h"
#include "ui/ticket/messagedocument.h"
#include "ui/ticket/timelineitems.h"

#include <QRectF>

#include <memory>

class QPainter;

namespace akwaba {

class MessagePictures;
class Theme;

/// Something in the time line that can be pressed, by mouse or with Tab and Return.
struct HotSpot {
    enum class Kind { Quotes, Events, Attachment, Link, Notice };
    Kind kind = Kind::Quotes;
    QRectF rect; ///< from the top left corner of the block
    int attachment = -1;
    QString link;
    QString linkText; ///< what the mail says in its place
    NoticeAction action = NoticeAction::ShowText; ///< of a notice
    QString spoken;
};

/// What the blocks of one time line share.
struct TimelineLook {
    const Theme &theme;
    QDateTime now;
    NameOf nameOf;
    QString customerName;
    MessagePictures *pictures = nullptr; ///< without them there are placeholders
    QString quotesKey; ///< that unfolds quotes, as people read it; empty: none
};

/// One item of the time line, laid out for a width: measures, paints and says what can be pressed. Exists only while
/// it is near the visible part.
class MessageBlock {
public:
    MessageBlock(const TimelineItem &item, const TimelineLook &look, qreal width, bool unfolded);
    ~MessageBlock();
    Q_DISABLE_COPY_MOVE(MessageBlock)

    [[nodiscard]] qreal height() const { return m_height; }
    [[nodiscard]] const QList<HotSpot> &hotSpots() const { return m_hotSpots; }
    /// Null but for messages; its place within the block.
    [[nodiscard]] MessageDocument *document() const { return m_document.get(); }
    [[nodiscard]] QPointF documentOrigin() const { return m_documentOrigin; }

    struct Marks {
        int focused = -1; ///< hot spot with the focus ring
        int selectionStart = 0;
        int selectionEnd = 0;
    };
    void paint(QPainter &painter, const QPointF &at, const Marks &marks) const;

    /// What an item says, in one sentence or more, for screen readers.
    [[nodiscard]] static QString spoken(const TimelineItem &item, const TimelineLook &look);
    /// A guess of the height before the item is laid out.
    [[nodiscard]] static qreal guess(const TimelineItem &item, const Theme &theme, qreal width);

private:
    void layOutMessage(bool unfolded);
    void layOutEvents(bool unfolded);
    void layOutDocument(bool unfolded, qreal width);
    [[nodiscard]] qreal layOutNotices(qreal top);
    void layOutNotice(const BodyNotice &notice, qreal &y);
    void layOutLinks();
    [[nodiscard]] bool isLeftOut(const Attachment &attachment) const;
    void layOutAttachments(qreal top);
    void layOutTrouble();
    void paintSeparator(QPainter &painter, const QRectF &rect) const;
    void paintEvents(QPainter &painter, const QRectF &rect) const;
    void paintMessage(QPainter &painter, const QRectF &rect, const Marks &marks) const;
    void paintPanelOf(QPainter &painter, const QRectF &rect) const;
    void paintHeader(QPainter &painter, const QRectF &rect) const;
    [[nodiscard]] qreal paintStatus(QPainter &painter, const QRectF &line) const;
    void paintNotices(QPainter &painter, const QRectF &rect) const;
    void paintBody(QPainter &painter, const QRectF &rect, const Marks &marks) const;
    void paintFoot(QPainter &painter, const QRectF &rect) const;
    void paintTrouble(QPainter &painter, const QRectF &rect) const;
    [[nodiscard]] const Message &message() const { return m_item.messages.first(); }
    [[nodiscard]] qreal columnWidth() const;
    [[nodiscard]] QString authorName() const;
    [[nodiscard]] QString subtitle() const;

    TimelineItem m_item;
    const TimelineLook &m_look;
    std::unique_ptr<MessageDocument> m_document;
    QPointF m_documentOrigin;
    struct NoticeStrip {
        QRectF rect;
        QRectF textRect;
        QString text;
    };
    QList<NoticeStrip> m_notices;
    QList<HotSpot> m_hotSpots;
    QStringList m_eventLines;
    QString m_trouble; // with its delivery
    QRectF m_troubleRect;
    qreal m_width;
    qreal m_height = 0;
    bool m_unfolded;
};

} // namespace akwaba
