// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The body of a message in its block: the document, the notices above it, and the links in it.
#include "ui/ticket/messageblock.h"

#include "ui/text/linkwords.h"
#include "ui/ticket/blockmetrics.h"
#include "ui/ticket/messagepictures.h"
#include "ui/widgets/theme.h"

#include <QAbstractTextDocumentLayout>
#include <QFontMetricsF>
#include <QTextBlock>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace akwaba {

using namespace blockmetrics;

namespace {

constexpr int mostLinks = 200; // that Tab goes to; more are a flood

struct Anchor {
    int start = 0;
    int end = 0;
    QString target;
    QString text;
};

QList<Anchor> anchorsOf(const QTextDocument &document)
{
    QList<Anchor> anchors;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        for (auto part = block.begin(); !part.atEnd(); ++part) {
            const QTextFragment fragment = part.fragment();
            const QString target = fragment.charFormat().anchorHref();
            if (target.isEmpty()) continue;
            const int start = fragment.position();
            const bool goesOn = !anchors.isEmpty() && anchors.last().end == start && anchors.last().target == target;
            if (!goesOn && anchors.size() == mostLinks) return anchors;
            if (!goesOn) anchors.append({start, start, target, {}});
            anchors.last().end = start + fragment.length();
            anchors.last().text += fragment.text();
        }
    }
    return anchors;
}

/// Where it stands, all its lines together.
QRectF rectOf(const QTextDocument &document, const Anchor &anchor)
{
    QRectF rect;
    for (QTextBlock block = document.findBlock(anchor.start); block.isValid() && block.position() < anchor.end;
         block = block.next()) {
        const QPointF origin = document.documentLayout()->blockBoundingRect(block).topLeft();
        const int from = std::max(0, anchor.start - block.position());
        const int to = std::min(block.length() - 1, anchor.end - block.position());
        for (int i = 0; i < block.layout()->lineCount(); ++i) {
            const QTextLine line = block.layout()->lineAt(i);
            const int first = std::max(from, line.textStart());
            const int last = std::min(to, line.textStart() + line.textLength());
            if (first >= last) continue;
            const qreal a = line.cursorToX(first);
            const qreal b = line.cursorToX(last);
            rect |= QRectF(std::min(a, b), line.y(), std::abs(b - a), line.height()).translated(origin);
        }
    }
    return rect;
}

} // namespace

qreal MessageBlock::columnWidth() const { return m_width - m_look.theme.px(textColumn) - m_look.theme.px(12); }

void MessageBlock::layOutDocument(bool unfolded, qreal width)
{
    MessageDocument::PictureOf pictureOf;
    if (MessagePictures *pictures = m_look.pictures)
        pictureOf = [pictures, id = message().id](const QString &name) { return pictures->picture(id, name); };
    m_document = std::make_unique<MessageDocument>(m_look.theme, pictureOf);
    m_document->setMessage(message(), unfolded);
    m_document->layOut(width);
    if (m_look.pictures) m_look.pictures->want(message(), m_item.attachments, m_document->pictureNames());
}

/// Gives the top of what comes below.
qreal MessageBlock::layOutNotices(qreal top)
{
    BodyState state{m_document->isCut(), m_document->isSimplified()};
    const QStringList &names = m_document->pictureNames();
    if (m_look.pictures) state.missingPictures = m_look.pictures->missing(message().id, names);
    if (m_look.pictures && !m_look.pictures->isRemoteShown(message().id))
        state.blockedPictures =
            int(std::ranges::count_if(names, [](const QString &name) { return name.startsWith(u"remote:"); }));
    qreal y = top;
    for (const BodyNotice &notice : bodyNotices(message(), state))
        layOutNotice(notice, y);
    return y;
}

void MessageBlock::layOutNotice(const BodyNotice &notice, qreal &y)
{
    const Theme &theme = m_look.theme;
    const QFontMetricsF metrics(theme.font(TextStyle::Small));
    const QFontMetricsF strong(theme.font(TextStyle::SmallMedium));
    const qreal lineHeight = theme.lineHeight(TextStyle::Small);
    NoticeStrip strip;
    strip.text = notice.text;
    const qreal width = qMin<qreal>(columnWidth(), theme.px(measure));
    const qreal left = theme.px(textColumn) + theme.px(10 + 14 + 6);
    const qreal room = theme.px(textColumn) + width - theme.px(10) - left;
    const QRectF needed = metrics.boundingRect(QRectF(0, 0, room, 10'000), Qt::TextWordWrap, notice.text);
    const qreal textHeight = qMax(lineHeight, std::ceil(needed.height()));
    strip.textRect = QRectF(left, y + theme.px(6), room, textHeight);
    qreal x = left;
    qreal bottom = strip.textRect.bottom();
    for (const NoticeAction action : notice.actions) {
        HotSpot spot;
        spot.kind = HotSpot::Kind::Notice;
        spot.action = action;
        spot.spoken = label(action);
        spot.rect =
            QRectF(x, strip.textRect.bottom() + theme.px(4), strong.horizontalAdvance(spot.spoken) + 1, lineHeight);
        x = spot.rect.right() + theme.px(16);
        bottom = spot.rect.bottom();
        m_hotSpots.append(spot);
    }
    strip.rect = QRectF(theme.px(textColumn), y, width, bottom + theme.px(6) - y);
    m_notices.append(strip);
    y = strip.rect.bottom() + theme.px(8);
}

void MessageBlock::layOutLinks()
{
    for (const Anchor &anchor : anchorsOf(*m_document)) {
        HotSpot spot;
        spot.kind = HotSpot::Kind::Link;
        spot.rect = rectOf(*m_document, anchor).translated(m_documentOrigin);
        spot.link = anchor.target;
        spot.linkText = anchor.text;
        spot.spoken = spokenLink(anchor.text, linkTarget(anchor.text, anchor.target));
        m_hotSpots.append(spot);
    }
}

} // namespace akwaba
