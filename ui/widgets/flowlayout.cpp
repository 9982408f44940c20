// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/flowlayout.h"

#include <QStyle>
#include <QWidget>

#include <algorithm>

namespace akwaba {

FlowLayout::FlowLayout(QWidget *parent) : QLayout(parent) { }

FlowLayout::~FlowLayout() = default;

void FlowLayout::insertWidget(int index, QWidget *widget)
{
    addChildWidget(widget);
    m_items.insert(m_items.begin() + index, std::make_unique<QWidgetItem>(widget));
    invalidate();
}

void FlowLayout::addItem(QLayoutItem *item) { m_items.emplace_back(item); }

QLayoutItem *FlowLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items[static_cast<std::size_t>(index)].get() : nullptr;
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    if (!itemAt(index)) return nullptr;
    QLayoutItem *item = m_items[static_cast<std::size_t>(index)].release();
    m_items.erase(m_items.begin() + index);
    return item;
}

int FlowLayout::heightForWidth(int width) const { return place(QRect(0, 0, width, 0), false); }

QSize FlowLayout::sizeHint() const
{
    QSize size;
    int shown = 0;
    for (const auto &item : m_items) {
        if (item->isEmpty()) continue;
        const QSize hint = item->sizeHint().boundedTo(item->maximumSize());
        size = QSize(size.width() + hint.width(), qMax(size.height(), hint.height()));
        ++shown;
    }
    return size.grownBy(contentsMargins()) + QSize(qMax(0, shown - 1) * qMax(0, spacing()), 0);
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const auto &item : m_items)
        if (!item->isEmpty()) size = size.expandedTo(item->minimumSize());
    return size.grownBy(contentsMargins());
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    place(rect, true);
}

int FlowLayout::place(const QRect &rect, bool forReal) const
{
    const QRect inside = rect.marginsRemoved(contentsMargins());
    std::vector<QLayoutItem *> line;
    int y = inside.y();
    int used = 0;
    int height = 0;
    const auto endLine = [&] {
        if (forReal) placeLine(line, QRect(inside.x(), y, inside.width(), height));
        y += height + qMax(0, spacing());
        used = height = 0;
        line.clear();
    };
    for (const auto &item : m_items) {
        if (item->isEmpty()) continue;
        const QSize hint = item->sizeHint().boundedTo(item->maximumSize());
        if (!line.empty() && used + hint.width() > inside.width()) endLine();
        line.push_back(item.get());
        used += hint.width() + qMax(0, spacing());
        height = qMax(height, hint.height());
    }
    if (!line.empty()) endLine();
    return qMax(0, y - qMax(0, spacing()) - rect.y()) + contentsMargins().bottom();
}

void FlowLayout::placeLine(const std::vector<QLayoutItem *> &line, const QRect &rect) const
{
    const auto width = [&](const QLayoutItem *item) {
        return qMin(item->sizeHint().boundedTo(item->maximumSize()).width(), rect.width());
    };
    int left = rect.width() - qMax(0, spacing()) * (static_cast<int>(line.size()) - 1);
    for (const QLayoutItem *item : line)
        left -= width(item);
    const Qt::LayoutDirection direction = parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    int x = rect.x();
    for (QLayoutItem *item : line) {
        int wide = width(item);
        if (item->expandingDirections().testFlag(Qt::Horizontal) && left > 0) {
            const int grown = qMin(wide + left, item->maximumSize().width());
            left -= grown - wide;
            wide = grown;
        }
        const int tall = qMin(item->sizeHint().height(), rect.height());
        const QRect place(x, rect.y() + (rect.height() - tall) / 2, wide, tall);
        item->setGeometry(QStyle::visualRect(direction, rect, place));
        x += wide + qMax(0, spacing());
    }
}

} // namespace akwaba
