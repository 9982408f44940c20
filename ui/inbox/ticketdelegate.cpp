// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/ticketdelegate.h"

#include "core/base/clock.h"
#include "ui/inbox/ticketlistmodel.h"
#include "ui/inbox/ticketwords.h"
#include "ui/text/marks.h"
#include "ui/text/quantities.h"
#include "ui/text/timesleft.h"
#include "ui/widgets/icons.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace akwaba {

struct TicketDelegate::Brush {
    QPainter &painter;
    const Theme &theme;
    const RowGeometry &at;
    const TicketRow &ticket;
    std::optional<PresenceMode> presence;
    QPointF origin;
    QStyle::State state;
    bool listHasFocus;
    qreal ratio;

    [[nodiscard]] QRectF place(const QRectF &rect) const { return rect.translated(origin); }
    void text(const QRectF &rect, TextStyle style, Token color, const QString &words,
              Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter) const
    {
        painter.setFont(theme.font(style));
        painter.setPen(theme.color(color));
        painter.drawText(rect, int(alignment) | Qt::TextSingleLine, words);
    }
};

TicketDelegate::TicketDelegate(const Clock &clock, const TimesLeft &times, QObject *parent)
    : QStyledItemDelegate(parent), m_clock(clock), m_times(times)
{
}

const RowGeometry &TicketDelegate::geometry(const Theme &theme, qreal width) const
{
    if (!m_geometry || !m_geometry->fits(theme, width)) m_geometry.emplace(theme, width);
    return *m_geometry;
}

QSize TicketDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {option.rect.width(), RowGeometry::rowHeight(themeOf(option.widget))};
}

void TicketDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *model = qobject_cast<const TicketListModel *>(index.model());
    const TicketRow *ticket = model ? model->row(index.row()) : nullptr;
    const Theme &theme = themeOf(option.widget);
    if (!ticket) {
        painter->fillRect(option.rect, theme.color(Token::Base));
        return;
    }
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const Brush brush{*painter,
                      theme,
                      geometry(theme, option.rect.width()),
                      *ticket,
                      model->presenceOn(ticket->id),
                      option.rect.topLeft(),
                      option.state,
                      option.widget && option.widget->hasFocus(),
                      painter->device()->devicePixelRatioF()};
    paintGround(brush);
    paintMarks(brush);
    paintFirstLine(brush);
    paintSubject(brush);
    painter->restore();
}

void TicketDelegate::paintGround(const Brush &brush) const
{
    const QRectF whole(brush.origin, QSizeF(brush.at.width, brush.at.height));
    const bool selected = brush.state.testFlag(QStyle::State_Selected);
    Token ground = Token::Base;
    if (selected)
        ground = brush.listHasFocus ? Token::Sel : Token::SelOff;
    else if (brush.state.testFlag(QStyle::State_On))
        ground = Token::SelOff;
    else if (brush.state.testFlag(QStyle::State_MouseOver))
        ground = Token::Hover;
    brush.painter.fillRect(whole, brush.theme.color(ground));
    if (!selected)
        drawHLine(brush.painter, whole.left() + brush.at.textLeft, whole.right(), whole.bottom() - 1,
                  brush.theme.color(Token::Line));
    if (brush.ticket.unread) brush.painter.fillRect(brush.place(brush.at.unreadBar), brush.theme.color(Token::Accent));
    if (brush.state.testFlag(QStyle::State_HasFocus) && brush.listHasFocus
        && brush.state.testFlag(QStyle::State_KeyboardFocusChange))
        paintPanel(brush.painter, whole, 0, {}, brush.theme.color(Token::Focus), 2);
}

void TicketDelegate::paintMarks(const Brush &brush) const
{
    const TicketRow &ticket = brush.ticket;
    if (brush.state.testFlag(QStyle::State_On))
        paintCheck(brush);
    else
        paintIcon(brush.painter, brush.place(brush.at.channel), brush.theme, iconOf(ticket.channel),
                  brush.theme.color(ticket.gone ? Token::TextOff : Token::Text2));
    if (!brush.at.letter.isNull())
        brush.text(brush.place(brush.at.letter), TextStyle::MicroStrong, ticket.gone ? Token::TextOff : Token::Text2,
                   letterOf(ticket.channel));
    const bool sleeps = ticket.snoozedUntil > m_clock.now();
    paintShape(brush.painter, brush.place(brush.at.status), sleeps ? Shape::Moon : shapeOf(ticket.status),
               brush.theme.color(ticket.gone  ? Token::TextOff
                                     : sleeps ? Token::Text3
                                              : toneOf(ticket.status).ink));
}

/// A box with a mark in it, where the channel stood: told apart without colour too.
void TicketDelegate::paintCheck(const Brush &brush)
{
    const QRectF box = brush.place(brush.at.channel);
    const qreal margin = box.width() / 8;
    paintPanel(brush.painter, box, brush.theme.px(4), brush.theme.color(Token::Accent));
    paintIcon(brush.painter, box.adjusted(margin, margin, -margin, -margin), brush.theme, u"check"_s,
              brush.theme.color(Token::OnAccent));
}

void TicketDelegate::paintFirstLine(const Brush &brush) const
{
    const RowGeometry &at = brush.at;
    const TicketRow &ticket = brush.ticket;
    brush.painter.setFont(brush.theme.font(TextStyle::Pill));
    brush.painter.setPen(brush.theme.color(ticket.gone ? Token::TextOff : Token::Text3));
    drawTabular(brush.painter, brush.place(at.ageBox), Qt::AlignRight | Qt::AlignVCenter,
                age(ticket.at, m_clock.now()));

    qreal right = at.ageBox.left() - at.gap;
    if (m_showsOwner && brush.theme.showsInitials() && !at.owner.isNull() && !ticket.assignee.isEmpty()) {
        paintAvatar(brush.painter, brush.place(at.owner), brush.theme, ticket.assignee.value,
                    initials(ticket.assigneeName));
        right = at.owner.left() - at.gap;
    }
    const TextStyle style = ticket.unread ? at.nameStrong : at.name;
    const QFont font = brush.theme.font(style);
    const qreal room = right - at.textLeft;
    const qreal wanted = QFontMetricsF(font).horizontalAdvance(ticket.customerName);
    // The mark of who is there has its place before any tag.
    const qreal mark = brush.presence ? at.presence + at.gap : 0;
    const qreal nameRight = at.textLeft + qMin(wanted, room - mark) + at.gap;
    if (brush.presence) paintPresence(brush, nameRight);
    const qreal tagsLeft = nameRight + mark;
    const qreal used = mark + paintTags(brush, ticket.tags, tagsLeft, right - tagsLeft);
    const QString name = m_elided.elided(ticket.customerName, font, qMax(at.smallestName, room - used));
    brush.text(brush.place(QRectF(at.textLeft, at.line1.top(), room, at.line1.height())), style,
               ticket.gone ? Token::TextOff : Token::Text1, name);
}

/// A ring while somebody looks, a disc while he answers: told apart without colour too.
void TicketDelegate::paintPresence(const Brush &brush, qreal left)
{
    const qreal side = brush.at.presence;
    QRectF disc = brush.place(QRectF(left, brush.at.line1.center().y() - side / 2, side, side));
    brush.painter.save();
    if (*brush.presence == PresenceMode::Replying) {
        brush.painter.setPen(Qt::NoPen);
        brush.painter.setBrush(brush.theme.color(Token::Breach));
    } else {
        const qreal line = side / 4;
        disc.adjust(line / 2, line / 2, -line / 2, -line / 2);
        brush.painter.setPen(QPen(brush.theme.color(Token::C2), line));
        brush.painter.setBrush(Qt::NoBrush);
    }
    brush.painter.drawEllipse(disc);
    brush.painter.restore();
}

/// At most two tags behind the name; the second, then the first give way to the name, and their number stands instead.
qreal TicketDelegate::paintTags(const Brush &brush, const QStringList &tags, qreal left, qreal room)
{
    if (tags.isEmpty() || room <= 0) return 0;
    const auto widthOf = [&](const QString &tag) { return tagSize(brush.theme, tag).width(); };
    for (qsizetype shown = qMin<qsizetype>(2, tags.size()); shown >= 0; --shown) {
        QStringList labels = tags.first(shown);
        if (shown < tags.size()) labels.append(u"+%1"_s.arg(tags.size() - shown));
        qreal width = brush.at.gap * qreal(labels.size() - 1);
        for (const QString &label : std::as_const(labels))
            width += widthOf(label);
        if (width > room) continue;
        qreal x = left;
        const qreal top = brush.at.line1.center().y() - brush.at.tagHeight / 2;
        for (const QString &label : std::as_const(labels)) {
            paintTag(brush.painter, brush.place(QRectF(x, top, widthOf(label), brush.at.tagHeight)), brush.theme,
                     label);
            x += widthOf(label) + brush.at.gap;
        }
        return width + brush.at.gap;
    }
    return 0;
}

qreal TicketDelegate::paintGlyph(const Brush &brush) const
{
    const TicketRow &ticket = brush.ticket;
    QString name;
    Token color = Token::Text3;
    if (ticket.refused) {
        name = u"alert-triangle"_s;
        color = Token::Breach;
    } else if (ticket.pending) {
        name = u"cloud-upload"_s;
        color = Token::Accent;
    } else if (ticket.draft) {
        name = u"pencil"_s;
    }
    if (name.isEmpty()) return 0;
    const qreal side = brush.at.glyph;
    const QRectF box(brush.at.textLeft, brush.at.line2.center().y() - side / 2, side, side);
    paintIcon(brush.painter, brush.place(box), brush.theme, name, brush.theme.color(color));
    return side + brush.at.gap;
}

/// Never cut: the subject gives way.
qreal TicketDelegate::paintClock(const Brush &brush) const
{
    if (!brush.ticket.clock || brush.ticket.gone) return 0;
    const RowGeometry &at = brush.at;
    const QDateTime now = m_clock.now();
    m_showsSeconds |= m_times.showsSeconds(*brush.ticket.clock, now);
    const Pill pill = m_times.pillOf(*brush.ticket.clock, now);
    const QSizeF size = pillSize(brush.theme, pill, at.pillHeight);
    const qreal top = at.line2.center().y() - at.pillHeight / 2;
    paintPill(brush.painter, brush.place(QRectF(at.line2.right() - size.width(), top, size.width(), at.pillHeight)),
              brush.theme, pill);
    return size.width() + at.gap;
}

void TicketDelegate::paintSubject(const Brush &brush) const
{
    const RowGeometry &at = brush.at;
    const TicketRow &ticket = brush.ticket;
    const Token ink = ticket.gone ? Token::TextOff : Token::Text1;
    const TextStyle style = ticket.unread ? at.nameStrong : at.text;
    const qreal left = at.line2.left() + paintGlyph(brush);
    const qreal room = at.line2.right() - paintClock(brush) - left;
    const QFont font = brush.theme.font(style);
    const QString subject = m_elided.elided(ticket.subject, font, room);
    const QRectF line(left, at.line2.top(), room, at.line2.height());
    brush.text(brush.place(line), style, ink, subject);

    if (!at.line3.isNull()) return paintExtract(brush, at.line3, TextStyle::Small);
    const qreal used = QFontMetricsF(font).horizontalAdvance(subject);
    if (room - used < at.smallestExtract || subject != ticket.subject) return;
    paintExtract(brush, line.adjusted(used, 0, 0, 0), at.text, u" — "_s);
}

/// With what was searched for marked in it.
void TicketDelegate::paintExtract(const Brush &brush, const QRectF &rect, TextStyle style, const QString &before) const
{
    const QString extract = extractOf(brush.ticket);
    if (extract.isEmpty()) return;
    const Token faint = brush.ticket.gone ? Token::TextOff : Token::Text3;
    const QFont font = brush.theme.font(style);
    const QString shown = m_elided.elided(before + extract, font, rect.width());
    brush.text(brush.place(rect), style, faint, shown);
    if (extract != brush.ticket.extract) return; // what is true of it is said instead
    const QFontMetricsF metrics(font);
    for (const TextSpan &mark : brush.ticket.marks) {
        const qsizetype from = before.size() + mark.from;
        // The last letter of what was cut is an ellipsis.
        const qsizetype length = std::min(mark.length, shown.size() - from - (shown == before + extract ? 0 : 1));
        if (length <= 0) return;
        const qreal left = metrics.horizontalAdvance(shown.first(from));
        const qreal right = metrics.horizontalAdvance(shown.first(from + length));
        const QRectF place = brush.place(QRectF(rect.left() + left, rect.top(), right - left, rect.height()));
        brush.painter.fillRect(
            QRectF(place.left(), place.bottom() - brush.theme.px(2), place.width(), brush.theme.px(1)),
            brush.theme.color(Token::Accent));
        brush.text(place.adjusted(0, 0, brush.theme.px(1), 0), style, Token::Accent, shown.sliced(from, length));
    }
}

void TicketDelegate::paintGroup(QPainter &painter, const QRectF &rect, const Theme &theme, const QString &title,
                                qint64 count, bool collapsed, bool alarms)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect, theme.color(Token::Sunken));
    drawHLine(painter, rect.left(), rect.right(), rect.top(), theme.color(Token::Line));
    drawHLine(painter, rect.left(), rect.right(), rect.bottom() - 1, theme.color(Token::Line));
    const qreal side = theme.px(14);
    const QRectF chevron(rect.left() + theme.px(14), rect.center().y() - side / 2, side, side);
    paintIcon(painter, chevron, theme, collapsed ? u"chevron-right"_s : u"chevron-down"_s,
              theme.color(alarms ? Token::Breach : Token::Text2));
    QRectF line = rect.adjusted(theme.px(14 + 14 + 6), 0, -theme.px(12), 0);
    painter.setFont(theme.font(TextStyle::PillStrong));
    painter.setPen(theme.color(alarms ? Token::Breach : Token::Text2));
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, title);
    line.setLeft(line.left() + QFontMetricsF(painter.font()).horizontalAdvance(title) + theme.px(6));
    painter.setFont(theme.font(TextStyle::Pill));
    painter.setPen(theme.color(Token::Text3));
    drawTabular(painter, line, Qt::AlignLeft | Qt::AlignVCenter, number(count));
    painter.restore();
}

} // namespace akwaba
