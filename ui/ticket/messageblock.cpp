// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ticket/messageblock.h"

#include "ui/text/enumwords.h"
#include "ui/text/messagewords.h"
#include "ui/text/quantities.h"
#include "ui/text/translate.h"
#include "ui/ticket/blockmetrics.h"
#include "ui/widgets/paint.h"

#include <QFontMetricsF>

using namespace Qt::StringLiterals;

namespace akwaba {

using namespace blockmetrics;

namespace {

bool isMessage(const TimelineItem &item) { return item.kind == TimelineItem::Kind::Message; }

} // namespace

MessageBlock::MessageBlock(const TimelineItem &item, const TimelineLook &look, qreal width, bool unfolded)
    : m_item(item), m_look(look), m_width(width), m_unfolded(unfolded)
{
    switch (item.kind) {
    case TimelineItem::Kind::Day: m_height = look.theme.px(16); break;
    case TimelineItem::Kind::Events: layOutEvents(unfolded); break;
    case TimelineItem::Kind::Message: layOutMessage(unfolded); break;
    }
}

MessageBlock::~MessageBlock() = default;

qreal MessageBlock::guess(const TimelineItem &item, const Theme &theme, qreal width)
{
    if (!isMessage(item)) return theme.px(16);
    const qreal charactersPerLine = qMax(10.0, qMin<qreal>(theme.px(measure), width) / theme.px(7));
    const qreal lines = qMax(1.0, qreal(item.messages.first().text.size()) / charactersPerLine);
    return theme.px(50) + lines * theme.lineHeight(TextStyle::Reading);
}

void MessageBlock::layOutEvents(bool unfolded)
{
    const Theme &theme = m_look.theme;
    if (unfolded)
        for (const Message &event : std::as_const(m_item.messages))
            m_eventLines.append(u"%1  %2"_s.arg(moment(event.at, m_look.now), eventSentence(event, m_look.nameOf)));
    else if (m_item.messages.size() == 1)
        m_eventLines.append(eventSentence(m_item.messages.first(), m_look.nameOf));
    else
        m_eventLines.append(foldedEvents(m_item.messages, m_look.nameOf));
    m_height =
        theme.lineHeight(TextStyle::Small) * qreal(m_eventLines.size()) + theme.px(4) * qreal(m_eventLines.size() - 1);
    HotSpot spot;
    spot.kind = HotSpot::Kind::Events;
    spot.rect = QRectF(theme.px(8), 0, m_width - theme.px(16), theme.lineHeight(TextStyle::Small));
    spot.spoken = unfolded ? translate("Timeline", "Fold the events") : translate("Timeline", "Show the events");
    m_hotSpots.append(spot);
}

void MessageBlock::layOutMessage(bool unfolded)
{
    const Theme &theme = m_look.theme;
    layOutDocument(unfolded, qMin<qreal>(columnWidth(), theme.px(measure)));
    const qreal top = theme.px(topMargin(m_item)) + theme.lineHeight(TextStyle::Body) + theme.px(4);
    m_documentOrigin = QPointF(theme.px(textColumn), layOutNotices(top));
    m_height = m_documentOrigin.y() + m_document->size().height();
    layOutLinks();
    layOutAttachments(m_height);
    if (m_document->hasQuotes()) {
        HotSpot quotes;
        quotes.kind = HotSpot::Kind::Quotes;
        quotes.rect = QRectF(theme.px(textColumn), m_height + theme.px(8), theme.px(200), theme.px(18));
        quotes.spoken =
            unfolded ? translate("Timeline", "Hide quoted text") : translate("Timeline", "Show quoted text");
        m_hotSpots.append(quotes);
        m_height = quotes.rect.bottom();
    }
    layOutTrouble();
    if (m_item.state != MessageState::Settled) m_height += theme.px(8) + theme.lineHeight(TextStyle::Small);
    m_height += theme.px(12);
}

void MessageBlock::layOutTrouble()
{
    m_trouble = deliveryTrouble(message());
    if (m_trouble.isEmpty()) return;
    const Theme &theme = m_look.theme;
    const qreal column = qMin<qreal>(m_width - theme.px(textColumn) - theme.px(12), theme.px(measure));
    const QRectF room(theme.px(textColumn), m_height + theme.px(8), column, theme.px(measure));
    m_troubleRect = QFontMetricsF(theme.font(TextStyle::Small)).boundingRect(room, Qt::TextWordWrap, m_trouble);
    m_height = m_troubleRect.bottom();
}

/// A picture that stands in a body, whose place is not displayed: it is offered like any other file, never hidden. One
/// in a folded part is folded with it.
bool MessageBlock::isLeftOut(const Attachment &attachment) const
{
    if (m_document->isText()) return true;
    return message().notices.contains(MessageNotice::HtmlCut)
        && !m_document->pictureNames().contains(u"cid:"_s + attachment.contentId);
}

void MessageBlock::layOutAttachments(qreal top)
{
    const Theme &theme = m_look.theme;
    const QFontMetricsF metrics(theme.font(TextStyle::Small));
    qreal x = theme.px(textColumn);
    qreal y = top + theme.px(8);
    const qreal right = m_width - theme.px(12);
    int shown = 0;
    for (int i = 0; i < m_item.attachments.size(); ++i) {
        const Attachment &attachment = m_item.attachments.at(i);
        if (attachment.isInline && !isLeftOut(attachment)) continue;
        const QString size = fileSize(attachment.size);
        const qreal wanted = theme.px(10 + 14 + 6 + 6 + 10) + metrics.horizontalAdvance(attachment.name)
            + metrics.horizontalAdvance(size) + 1;
        const qreal width = qMin(wanted, right - theme.px(textColumn));
        if (shown > 0 && x + width > right) {
            x = theme.px(textColumn);
            y += theme.px(28 + 6);
        }
        HotSpot spot;
        spot.kind = HotSpot::Kind::Attachment;
        spot.rect = QRectF(x, y, width, theme.px(28));
        spot.attachment = i;
        spot.spoken = translate("Timeline", "Attachment %1, %2").arg(attachment.name, size);
        m_hotSpots.append(spot);
        x += width + theme.px(6);
        ++shown;
    }
    if (shown > 0) m_height = y + theme.px(28);
}

QString MessageBlock::spoken(const TimelineItem &item, const TimelineLook &look)
{
    if (item.kind == TimelineItem::Kind::Day) {
        const QString day = dayTitle(item.day, look.now.toLocalTime().date());
        return item.unread ? translate("Timeline", "Unread · %1").arg(day) : day;
    }
    if (item.kind == TimelineItem::Kind::Events) return foldedEvents(item.messages, look.nameOf);
    const Message &m = item.messages.first();
    QStringList parts;
    if (item.look == MessageLook::Note) parts.append(word(MessageKind::Note));
    if (item.look == MessageLook::Call) parts.append(word(MessageKind::Call));
    if (item.state == MessageState::Waiting) parts.append(translate("Timeline", "Waiting to be sent"));
    if (item.state == MessageState::Refused) parts.append(translate("Timeline", "Not sent"));
    const QString author = look.nameOf(m.author.value);
    if (item.look == MessageLook::Customer)
        parts.append(m.sender.name.isEmpty() ? look.customerName : m.sender.name);
    else if (!author.isEmpty())
        parts.append(author);
    parts.append(moment(m.at.isValid() ? m.at : m.writtenAt, look.now));
    for (const QString &remark : {joinPhrase(m.joinedBecause), deliveryTrouble(m)})
        if (!remark.isEmpty()) parts.append(remark);
    for (const Attachment &attachment : item.attachments)
        parts.append(attachment.name);
    for (const BodyNotice &notice : bodyNotices(m, {}))
        parts.append(notice.text);
    return parts.join(u", "_s) + u": "_s + m.text;
}

} // namespace akwaba
