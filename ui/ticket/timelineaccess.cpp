// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ticket/timelineaccess.h"

#include "ui/ticket/timeline.h"

#include <QAccessibleWidget>
#include <QPointer>

#include <vector>

namespace akwaba {

namespace {

/// One item. Lives as long as Qt's accessibility cache wants; says nothing once its time line is gone.
class ItemAccess final : public QAccessibleInterface {
public:
    ItemAccess(Timeline *timeline, int item) : m_timeline(timeline), m_item(item) { }

    [[nodiscard]] bool isValid() const override { return m_timeline && m_item < m_timeline->items().size(); }
    [[nodiscard]] QObject *object() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *parent() const override
    {
        return QAccessible::queryAccessibleInterface(m_timeline.data());
    }
    [[nodiscard]] QAccessibleInterface *child(int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        return isValid() && kind == QAccessible::Name ? m_timeline->spokenItem(m_item) : QString();
    }
    void setText(QAccessible::Text, const QString &) override { }
    [[nodiscard]] QRect rect() const override
    {
        if (!isValid()) return {};
        const QRect rect = m_timeline->itemRect(m_item);
        return {m_timeline->viewport()->mapToGlobal(rect.topLeft()), rect.size()};
    }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::ListItem; }
    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        state.readOnly = true;
        state.invalid = !isValid();
        state.offscreen = isValid() && !m_timeline->viewport()->rect().intersects(m_timeline->itemRect(m_item));
        return state;
    }

private:
    QPointer<Timeline> m_timeline;
    int m_item;
};

class TimelineAccess final : public QAccessibleWidget {
public:
    explicit TimelineAccess(Timeline *timeline) : QAccessibleWidget(timeline, QAccessible::List) { }
    ~TimelineAccess() override
    {
        for (const QAccessible::Id id : m_children)
            QAccessible::deleteAccessibleInterface(id);
    }

    [[nodiscard]] int childCount() const override { return static_cast<int>(timeline()->items().size()); }
    [[nodiscard]] QAccessibleInterface *child(int index) const override
    {
        if (index < 0 || index >= childCount()) return nullptr;
        while (m_children.size() <= static_cast<std::size_t>(index))
            m_children.push_back(QAccessible::registerAccessibleInterface(
                new ItemAccess(timeline(), static_cast<int>(m_children.size()))));
        return QAccessible::accessibleInterface(m_children[static_cast<std::size_t>(index)]);
    }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override
    {
        for (int i = 0; i < childCount(); ++i)
            if (this->child(i) == child) return i;
        return -1;
    }

private:
    [[nodiscard]] Timeline *timeline() const { return static_cast<Timeline *>(widget()); }
    mutable std::vector<QAccessible::Id> m_children;
};

QAccessibleInterface *makeAccess(const QString &, QObject *object)
{
    auto *timeline = qobject_cast<Timeline *>(object);
    return timeline ? new TimelineAccess(timeline) : nullptr;
}

} // namespace

void installTimelineAccess()
{
    QAccessible::installFactory(makeAccess); // Qt keeps one of each
}

} // namespace akwaba
