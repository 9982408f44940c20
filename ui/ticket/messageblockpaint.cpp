// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How a block of the time line is drawn; how it is laid out is in messageblock.cpp.
#include "ui/ticket/messageblock.h"

#include "ui/text/enumwords.h"
#include "ui/text/marks.h"
#include "ui/text/messagewords.h"
#include "ui/text/quantities.h"
#include "ui/text/translate.h"
#include "ui/ticket/blockmetrics.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/paint.h"

#include <QAbstractTextDocumentLayout>
#include <QPainter>
#include <QTextCursor>

using namespace Qt::StringLiterals;

namespace akwaba {

using namespace blockmetrics;

void MessageBlock::paint(QPainter &painter, const QPointF &at, const Marks &marks) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF rect(at, QSizeF(m_width, m_height));
    switch (m_item.kind) {
    case TimelineItem::Kind::Day: paintSeparator(painter, rect); break;
    case TimelineItem::Kind::Events: paintEvents(painter, rect); break;
    case TimelineItem::Kind::Message: paintMessage(painter, rect, marks); break;
    }
    if (marks.focused >= 0 && marks.focused < m_hotSpots.size())
        paintPanel(painter, m_hotSpots.at(marks.focused).rect.translated(at).adjusted(-2, -2, 2, 2), m_look.theme.px(6),
                   {}, m_look.theme.color(Token::Focus), 2);
    painter.restore();
}

void MessageBlock::paintSeparator(QPainter &painter, const QRectF &rect) const
{
    const Theme &theme = m_look.theme;
    const QString day = dayTitle(m_item.day, m_look.now.toLocalTime().date());
    const QString text = m_item.unread ? translate("Timeline", "Unread · %1").arg(day) : day;
    painter.setFont(theme.font(TextStyle::Pill));
    const qreal half = QFontMetricsF(painter.font()).horizontalAdvance(text) / 2 + theme.px(12);
    const QColor line = theme.color(m_item.unread ? Token::Accent : Token::Line);
    drawHLine(painter, rect.left(), rect.center().x() - half, qRound(rect.center().y()), line);
    drawHLine(painter, rect.center().x() + half, rect.right(), qRound(rect.center().y()), line);
    painter.setPen(theme.color(m_item.unread ? Token::Accent : Token::Text3));
    painter.drawText(rect, Qt::AlignCenter, text);
}

void MessageBlock::paintEvents(QPainter &painter, const QRectF &rect) const
{
    const Theme &theme = m_look.theme;
    const qreal side = theme.px(14);
    qreal y = rect.top();
    const qreal lineHeight = theme.lineHeight(TextStyle::Small);
    paintIcon(painter, QRectF(rect.left() + theme.px(12), y + (lineHeight - side) / 2, side, side), theme,
              m_unfolded ? u"chevron-down"_s : u"chevron-right"_s, theme.color(Token::Text3));
    painter.setFont(theme.font(TextStyle::Small));
    painter.setPen(theme.color(Token::Text3));
    for (const QString &text : m_eventLines) {
        const QRectF line(rect.left() + theme.px(34), y, rect.width() - theme.px(34), lineHeight);
        painter.drawText(line, Qt::AlignVCenter,
                         QFontMetricsF(painter.font()).elidedText(text, Qt::ElideRight, line.width()));
        y += lineHeight + theme.px(4);
    }
}

void MessageBlock::paintMessage(QPainter &painter, const QRectF &rect, const Marks &marks) const
{
    const Theme &theme = m_look.theme;
    paintPanelOf(painter, rect);
    const qreal avatar = theme.px(28);
    const QRectF disc(rect.left() + theme.px(12), rect.top() + theme.px(topMargin(m_item)), avatar, avatar);
    paintAvatar(painter, disc, theme, message().author.value, initials(authorName()));
    paintHeader(painter, rect);
    paintNotices(painter, rect);
    paintBody(painter, rect, marks);
    paintTrouble(painter, rect);
    paintFoot(painter, rect);
}

void MessageBlock::paintPanelOf(QPainter &painter, const QRectF &rect) const
{
    const Theme &theme = m_look.theme;
    const bool note = m_item.look == MessageLook::Note;
    if (m_item.look == MessageLook::Customer && m_item.state == MessageState::Settled) return;
    const QColor ground = theme.color(note ? Token::Note : Token::Sunken);
    const qreal radius = theme.px(10);
    if (m_item.state == MessageState::Settled) {
        paintPanel(painter, rect, radius, ground, theme.color(note ? Token::NoteLine : Token::Line));
        return;
    }
    paintPanel(painter, rect, radius, ground);
    QPen pen(theme.color(m_item.state == MessageState::Refused ? Token::Breach : Token::LineStrong), 1);
    if (m_item.state == MessageState::Waiting) pen.setDashPattern({3, 3});
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

QString MessageBlock::authorName() const
{
    if (m_item.look == MessageLook::Customer) {
        if (!m_look.customerName.isEmpty() && message().sender.name.isEmpty()) return m_look.customerName;
        return message().sender.name.isEmpty() ? message().sender.address : message().sender.name;
    }
    const QString name = m_look.nameOf(message().author.value);
    return name.isEmpty() ? translate("Timeline", "Automatic") : name;
}

QString MessageBlock::subtitle() const
{
    const Message &m = message();
    switch (m_item.look) {
    case MessageLook::Customer: {
        QStringList parts{m.sender.address.isEmpty() || m.sender.name.isEmpty() ? word(m.channel) : m.sender.address};
        if (const QString why = joinPhrase(m.joinedBecause); !why.isEmpty()) parts.append(why);
        return parts.join(u" · "_s);
    }
    case MessageLook::Agent: {
        QStringList names;
        for (const EmailAddress &to : m.toAddresses)
            names.append(to.name.isEmpty() ? to.address : to.name);
        return names.isEmpty() ? QString() : translate("Timeline", "to %1").arg(names.join(u", "_s));
    }
    case MessageLook::Note: return {};
    case MessageLook::Call: {
        QStringList parts{word(m.direction), word(m.callOutcome)};
        if (m.callSeconds > 0) parts.append(duration(m.callSeconds));
        return parts.join(u" · "_s);
    }
    }
    Q_UNREACHABLE();
}

void MessageBlock::paintHeader(QPainter &painter, const QRectF &rect) const
{
    const Theme &theme = m_look.theme;
    QRectF line(rect.left() + theme.px(textColumn), rect.top() + theme.px(topMargin(m_item)),
                rect.width() - theme.px(textColumn + 12), theme.lineHeight(TextStyle::Body));
    line.setRight(line.right() - paintStatus(painter, line) - theme.px(6));
    painter.setFont(theme.font(TextStyle::BodyStrong));
    painter.setPen(theme.color(Token::Text1));
    const QString name = QFontMetricsF(painter.font()).elidedText(authorName(), Qt::ElideRight, line.width());
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, name);
    line.setLeft(line.left() + QFontMetricsF(painter.font()).horizontalAdvance(name) + theme.px(6));

    const qreal side = theme.px(m_item.look == MessageLook::Call ? 14 : 12);
    const QRectF icon(line.left(), line.center().y() - side / 2, side, side);
    if (m_item.look == MessageLook::Note) {
        paintIcon(painter, icon, theme, u"lock"_s, theme.color(Token::Warn));
        painter.setFont(theme.font(TextStyle::SmallStrong));
        painter.setPen(theme.color(Token::Warn));
        painter.drawText(line.adjusted(side + theme.px(4), 0, 0, 0), Qt::AlignVCenter, word(MessageKind::Note));
        return;
    }
    if (m_item.look == MessageLook::Call) {
        paintIcon(painter, icon, theme, iconOf(message().callOutcome, message().direction), theme.color(Token::Text2));
        line.setLeft(icon.right() + theme.px(4));
    }
    painter.setFont(theme.font(TextStyle::Small));
    painter.setPen(theme.color(Token::Text3));
    painter.drawText(line, Qt::AlignVCenter,
                     QFontMetricsF(painter.font()).elidedText(subtitle(), Qt::ElideRight, line.width()));
}

/// What stands at the right of the header; returns its width.
qreal MessageBlock::paintStatus(QPainter &painter, const QRectF &line) const
{
    const Theme &theme = m_look.theme;
    QString text = moment(message().at.isValid() ? message().at : message().writtenAt, m_look.now);
    QString icon;
    Token ink = Token::Text3;
    TextStyle style = TextStyle::Small;
    if (m_item.state == MessageState::Waiting) {
        text = translate("Timeline", "Waiting to be sent");
        icon = u"cloud-upload"_s;
        ink = Token::Accent;
        style = TextStyle::SmallMedium;
    } else if (m_item.state == MessageState::Refused || message().delivery == Delivery::Failed) {
        text = m_item.state == MessageState::Refused ? translate("Timeline", "Not sent") : word(Delivery::Failed);
        icon = u"alert-triangle"_s;
        ink = Token::Breach;
        style = TextStyle::SmallMedium;
    } else if (message().delivery == Delivery::Sent) {
        icon = u"check"_s;
    } else if (message().delivery == Delivery::Queued || message().delivery == Delivery::Sending) {
        text = word(message().delivery);
        icon = u"send"_s;
    } else if (message().delivery == Delivery::Cancelled || message().delivery == Delivery::Unknown) {
        text = word(message().delivery);
        icon = u"info-circle"_s;
    }
    painter.setFont(theme.font(style));
    painter.setPen(theme.color(ink));
    drawTabular(painter, line, Qt::AlignRight | Qt::AlignVCenter, text);
    qreal width = tabularWidth(QFontMetricsF(painter.font()), text);
    if (!icon.isEmpty()) {
        const qreal side = theme.px(style == TextStyle::Small ? 12 : 14);
        paintIcon(painter, QRectF(line.right() - width - side - theme.px(4), line.center().y() - side / 2, side, side),
                  theme, icon, theme.color(ink));
        width += side + theme.px(4);
    }
    return width;
}

void MessageBlock::paintNotices(QPainter &painter, const QRectF &rect) const
{
    const Theme &theme = m_look.theme;
    const qreal side = theme.px(14);
    const qreal lineHeight = theme.lineHeight(TextStyle::Small);
    for (const NoticeStrip &strip : m_notices) {
        const QRectF box = strip.rect.translated(rect.topLeft());
        paintPanel(painter, box, theme.px(6), theme.color(Token::NewSoft));
        paintIcon(painter,
                  QRectF(box.left() + theme.px(10), box.top() + theme.px(6) + (lineHeight - side) / 2, side, side),
                  theme, u"info-circle"_s, theme.color(Token::New));
        painter.setFont(theme.font(TextStyle::Small));
        painter.setPen(theme.color(Token::Text1));
        painter.drawText(strip.textRect.translated(rect.topLeft()), Qt::TextWordWrap, strip.text);
    }
    painter.setFont(theme.font(TextStyle::SmallMedium));
    painter.setPen(theme.color(Token::Accent));
    for (const HotSpot &spot : m_hotSpots)
        if (spot.kind == HotSpot::Kind::Notice)
            painter.drawText(spot.rect.translated(rect.topLeft()), Qt::AlignVCenter | Qt::TextDontClip, spot.spoken);
}

void MessageBlock::paintBody(QPainter &painter, const QRectF &rect, const Marks &marks) const
{
    QAbstractTextDocumentLayout::PaintContext context;
    context.palette.setColor(QPalette::Text, m_look.theme.color(Token::Text1));
    if (marks.selectionStart != marks.selectionEnd) {
        QTextCursor cursor(m_document.get());
        cursor.setPosition(marks.selectionStart);
        cursor.setPosition(marks.selectionEnd, QTextCursor::KeepAnchor);
        QTextCharFormat format;
        format.setBackground(m_look.theme.color(Token::Sel));
        context.selections.append({cursor, format});
    }
    painter.save();
    painter.translate(rect.topLeft() + m_documentOrigin);
    context.clip = QRectF(QPointF(), m_document->size());
    m_document->documentLayout()->draw(&painter, context);
    painter.restore();
}

void MessageBlock::paintTrouble(QPainter &painter, const QRectF &rect) const
{
    if (m_trouble.isEmpty()) return;
    const bool failed = message().delivery == Delivery::Failed;
    painter.setFont(m_look.theme.font(TextStyle::Small));
    painter.setPen(m_look.theme.color(failed ? Token::Breach : Token::Text2));
    painter.drawText(m_troubleRect.translated(rect.topLeft()), Qt::TextWordWrap, m_trouble);
}

void MessageBlock::paintFoot(QPainter &painter, const QRectF &rect) const
{
    const Theme &theme = m_look.theme;
    const QFont font = theme.font(TextStyle::Small);
    for (const HotSpot &spot : m_hotSpots) {
        const QRectF box = spot.rect.translated(rect.topLeft());
        painter.setFont(font);
        if (spot.kind == HotSpot::Kind::Attachment) {
            const Attachment &attachment = m_item.attachments.at(spot.attachment);
            paintPanel(painter, box, theme.px(6), theme.color(Token::Base), theme.color(Token::Line));
            const qreal side = theme.px(14);
            paintIcon(painter, QRectF(box.left() + theme.px(10), box.center().y() - side / 2, side, side), theme,
                      iconOfMediaType(attachment.type), theme.color(Token::Text1));
            const QRectF text = box.adjusted(theme.px(30), 0, -theme.px(10), 0);
            const QString size = fileSize(attachment.size);
            const qreal sizeWidth = QFontMetricsF(font).horizontalAdvance(size);
            painter.setPen(theme.color(Token::Text3));
            painter.drawText(text, Qt::AlignRight | Qt::AlignVCenter, size);
            painter.setPen(theme.color(Token::Text1));
            painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter,
                             QFontMetricsF(font).elidedText(attachment.name, Qt::ElideMiddle,
                                                            text.width() - sizeWidth - theme.px(6)));
        } else if (spot.kind == HotSpot::Kind::Quotes) {
            const qreal side = theme.px(14);
            paintIcon(painter, QRectF(box.left(), box.center().y() - side / 2, side, side), theme, u"dots"_s,
                      theme.color(Token::Text3));
            const QString words =
                m_unfolded ? translate("Timeline", "Hide quoted text") : translate("Timeline", "Quoted text hidden");
            painter.setPen(theme.color(Token::Text3));
            painter.drawText(box.adjusted(side + theme.px(6), 0, 0, 0), Qt::AlignVCenter, words);
            const qreal x = box.left() + side + theme.px(12) + QFontMetricsF(font).horizontalAdvance(words);
            const QString &key = m_look.quotesKey;
            if (!key.isEmpty())
                paintKeyHint(painter, QRectF(QPointF(x, box.top()), keyHintSize(theme, key)), theme, key);
        }
    }
    if (m_item.state == MessageState::Settled) return;
    painter.setFont(font);
    painter.setPen(theme.color(Token::Text2));
    const QString words = m_item.state == MessageState::Waiting
        ? translate("Timeline", "Kept on this computer until the server has accepted it.")
        : translate("Timeline", "Refused by the server. The text is kept under “Not sent”.");
    const qreal bottom = rect.bottom() - theme.px(12);
    painter.drawText(QRectF(rect.left() + theme.px(textColumn), bottom - theme.lineHeight(TextStyle::Small),
                            rect.width() - theme.px(textColumn + 12), theme.lineHeight(TextStyle::Small)),
                     Qt::AlignVCenter, words);
}

} // namespace akwaba
