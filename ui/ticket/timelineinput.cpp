// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Mouse and keyboard of the time line; what it shows and where is in timeline.cpp.
#include "ui/ticket/timeline.h"

#include "ui/text/linkwords.h"
#include "ui/ticket/messagepictures.h"
#include "ui/ticket/timelineaccess.h"
#include "ui/widgets/theme.h"

#include <QAbstractTextDocumentLayout>
#include <QApplication>
#include <QClipboard>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QTextCursor>
#include <QTextDocumentFragment>
#include <QToolTip>

namespace akwaba {

Timeline::Spot Timeline::spotAt(const QPoint &point)
{
    if (m_items.isEmpty()) return {};
    const int item = itemAt(point.y() + verticalScrollBar()->value());
    const QPointF inside = point - QPointF(itemRect(item).topLeft());
    const QList<HotSpot> &spots = block(item).hotSpots();
    for (int i = 0; i < spots.size(); ++i)
        if (spots.at(i).kind != HotSpot::Kind::Link && spots.at(i).rect.contains(inside)) return {item, i};
    return {};
}

Timeline::Spot Timeline::linkAt(const QPoint &point)
{
    if (m_items.isEmpty()) return {};
    const int item = itemAt(point.y() + verticalScrollBar()->value());
    const MessageBlock &where = block(item);
    if (!where.document()) return {};
    const QPointF inside = point - QPointF(itemRect(item).topLeft());
    const QString target = where.document()->documentLayout()->anchorAt(inside - where.documentOrigin());
    const QList<HotSpot> &spots = where.hotSpots();
    for (int i = 0; i < spots.size() && !target.isEmpty(); ++i)
        if (spots.at(i).link == target && spots.at(i).rect.contains(inside)) return {item, i};
    return {};
}

bool Timeline::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip) return QAbstractScrollArea::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    if (const Spot link = linkAt(help->pos()); link.item >= 0) {
        const HotSpot &spot = block(link.item).hotSpots().at(link.spot);
        QToolTip::showText(help->globalPos(), linkTip(linkTarget(spot.linkText, spot.link)), viewport());
    } else {
        QToolTip::hideText();
    }
    return true;
}

int Timeline::positionAt(int item, const QPoint &point)
{
    const MessageBlock &where = block(item);
    if (!where.document()) return -1;
    const QPointF inside = point - QPointF(itemRect(item).topLeft()) - where.documentOrigin();
    return where.document()->documentLayout()->hitTest(inside, Qt::FuzzyHit);
}

void Timeline::activate(const Spot &spot)
{
    if (spot.item < 0 || spot.item >= m_items.size()) return; // the conversation changed under the focus
    const QList<HotSpot> &spots = block(spot.item).hotSpots();
    if (spot.spot >= spots.size()) return;
    const HotSpot what = spots.at(spot.spot);
    if (what.kind == HotSpot::Kind::Attachment) {
        Q_EMIT attachmentActivated(m_items.at(spot.item).attachments.at(what.attachment));
        return;
    }
    if (what.kind == HotSpot::Kind::Link) {
        Q_EMIT linkActivated(what.link, what.linkText);
        return;
    }
    if (what.kind == HotSpot::Kind::Notice) return activateNotice(m_items.at(spot.item).messages.first(), what.action);
    if (!m_unfolded.remove(spot.item)) m_unfolded.insert(spot.item);
    const int offset = verticalScrollBar()->value();
    m_blocks.erase(spot.item);
    (void)block(spot.item);
    placeItems();
    verticalScrollBar()->setValue(offset); // it unfolds downwards
    measureVisible();
}

void Timeline::activateNotice(const Message &message, NoticeAction action)
{
    switch (action) {
    case NoticeAction::ShowPictures:
        // The strip that had the focus is gone with its button.
        m_focused = {};
        m_look.pictures->showRemote(message.id);
        return;
    case NoticeAction::ShowText: Q_EMIT textRequested(message); return;
    case NoticeAction::SaveOriginal: Q_EMIT originalRequested(message); return;
    }
}

void Timeline::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_items.isEmpty()) return;
    const QPoint point = event->position().toPoint();
    m_pressed = spotAt(point);
    m_selection = {};
    if (m_pressed.item < 0) {
        const int item = itemAt(point.y() + verticalScrollBar()->value());
        const int position = positionAt(item, point);
        m_selecting = position >= 0;
        if (m_selecting) m_selection = {item, position, position};
    }
    viewport()->update();
}

void Timeline::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    if (m_selecting) {
        m_selection.to = positionAt(m_selection.item, point);
        viewport()->update();
        return;
    }
    const bool canBePressed = spotAt(point).item >= 0 || linkAt(point).item >= 0;
    viewport()->setCursor(canBePressed ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void Timeline::mouseReleaseEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    const Spot released = spotAt(point);
    if (released.item >= 0 && released == m_pressed) activate(released);
    if (m_selecting && m_selection.from == m_selection.to) {
        if (const Spot link = linkAt(point); link.item >= 0) activate(link);
    }
    m_selecting = false;
    m_pressed = {};
}

QString Timeline::selectedText() const
{
    const auto found = m_blocks.find(m_selection.item);
    if (m_selection.item < 0 || found == m_blocks.end() || !found->second->document()) return {};
    QTextCursor cursor(found->second->document());
    cursor.setPosition(m_selection.from);
    cursor.setPosition(m_selection.to, QTextCursor::KeepAnchor);
    return cursor.selection().toPlainText();
}

void Timeline::keyPressEvent(QKeyEvent *event)
{
    QScrollBar *bar = verticalScrollBar();
    if (event->matches(QKeySequence::Copy)) {
        if (!selectedText().isEmpty()) QApplication::clipboard()->setText(selectedText());
        return;
    }
    switch (event->key()) {
    case Qt::Key_Up: bar->triggerAction(QAbstractSlider::SliderSingleStepSub); return;
    case Qt::Key_Down: bar->triggerAction(QAbstractSlider::SliderSingleStepAdd); return;
    case Qt::Key_Space:
    case Qt::Key_PageDown: bar->triggerAction(QAbstractSlider::SliderPageStepAdd); return;
    case Qt::Key_PageUp: bar->triggerAction(QAbstractSlider::SliderPageStepSub); return;
    case Qt::Key_Home: bar->setValue(0); return;
    case Qt::Key_End: scrollToEnd(); return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_focused.item >= 0) {
            activate(m_focused);
            return;
        }
        break;
    default: break;
    }
    QAbstractScrollArea::keyPressEvent(event);
}

/// Tab goes from one thing that can be pressed to the next, and leaves the time line after the last.
bool Timeline::focusNextPrevChild(bool next)
{
    Spot spot = m_focused;
    if (spot.item < 0)
        spot = next ? Spot{itemAt(verticalScrollBar()->value()), -1} : Spot{static_cast<int>(m_items.size()), 0};
    const int step = next ? 1 : -1;
    spot.spot += step;
    while (spot.item >= 0 && spot.item < m_items.size()) {
        const auto count = block(spot.item).hotSpots().size();
        if (spot.spot >= 0 && spot.spot < count) {
            showSpot(spot);
            return true;
        }
        spot.item += step;
        if (spot.item >= 0 && spot.item < m_items.size())
            spot.spot = next ? 0 : static_cast<int>(block(spot.item).hotSpots().size()) - 1;
    }
    m_focused = {};
    return QAbstractScrollArea::focusNextPrevChild(next);
}

void Timeline::showSpot(const Spot &spot)
{
    m_focused = spot;
    placeItems();
    const QRect rect = itemRect(spot.item);
    const QRectF target = block(spot.item).hotSpots().at(spot.spot).rect.translated(rect.topLeft());
    if (target.top() < 0 || target.bottom() > viewport()->height())
        verticalScrollBar()->setValue(verticalScrollBar()->value() + qRound(target.center().y())
                                      - viewport()->height() / 2);
    viewport()->update();
    announceTimelineFocus(*this, spot.item, spot.spot);
    const HotSpot &what = block(spot.item).hotSpots().at(spot.spot);
    if (what.kind != HotSpot::Kind::Link) return QToolTip::hideText();
    const QPoint below = what.rect.translated(itemRect(spot.item).topLeft()).bottomLeft().toPoint();
    QToolTip::showText(viewport()->mapToGlobal(below), linkTip(linkTarget(what.linkText, what.link)), viewport());
}

QList<HotSpot> Timeline::hotSpots(int item) const
{
    const auto found = m_blocks.find(item);
    return found == m_blocks.end() ? QList<HotSpot>() : found->second->hotSpots();
}

void Timeline::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    QToolTip::hideText();
    viewport()->update();
}

} // namespace akwaba
