// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ticket/timelineaccess.h"

#include "ui/ticket/timeline.h"

#include <QAccessibleWidget>
#include <QHash>
#include <QPointer>

namespace akwaba {

namespace {

/// The children of an accessible, made when they are asked for. They end with it.
class Children {
public:
    Children() = default;
    ~Children()
    {
        for (const QAccessible::Id id : std::as_const(m_ids))
            QAccessible::deleteAccessibleInterface(id);
    }
    Q_DISABLE_COPY_MOVE(Children)

    template <class Make> [[nodiscard]] QAccessibleInterface *at(int index, Make make) const
    {
        QAccessible::Id &id = m_ids[index];
        if (id == 0) id = QAccessible::registerAccessibleInterface(make(index));
        return QAccessible::accessibleInterface(id);
    }

private:
    mutable QHash<int, QAccessible::Id> m_ids;
};

QRect onScreen(const Timeline &timeline, const QRect &rect)
{
    return {timeline.viewport()->mapToGlobal(rect.topLeft()), rect.size()};
}

/// Something in an item that can be pressed. Says nothing once it is gone.
class SpotAccess final : public QAccessibleInterface, public QAccessibleActionInterface {
public:
    SpotAccess(Timeline *timeline, int item, int spot) : m_timeline(timeline), m_item(item), m_spot(spot) { }

    [[nodiscard]] bool isValid() const override { return m_timeline && m_spot < m_timeline->hotSpots(m_item).size(); }
    [[nodiscard]] QObject *object() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *parent() const override
    {
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(m_timeline.data());
        return list ? list->child(m_item) : nullptr;
    }
    [[nodiscard]] QAccessibleInterface *child(int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        return isValid() && kind == QAccessible::Name ? spot().spoken : QString();
    }
    void setText(QAccessible::Text, const QString &) override { }
    [[nodiscard]] QRect rect() const override
    {
        if (!isValid()) return {};
        return onScreen(*m_timeline, spot().rect.toRect().translated(m_timeline->itemRect(m_item).topLeft()));
    }
    [[nodiscard]] QAccessible::Role role() const override
    {
        return isValid() && spot().kind == HotSpot::Kind::Link ? QAccessible::Link : QAccessible::Button;
    }
    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        state.invalid = !isValid();
        state.focusable = true;
        state.focused = m_timeline && m_timeline->isHotSpotFocused(m_item, m_spot);
        return state;
    }
    [[nodiscard]] void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
    }
    [[nodiscard]] QStringList actionNames() const override { return {pressAction()}; }
    void doAction(const QString &name) override
    {
        if (isValid() && name == pressAction()) m_timeline->press(m_item, m_spot);
    }
    [[nodiscard]] QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    [[nodiscard]] HotSpot spot() const { return m_timeline->hotSpots(m_item).at(m_spot); }

    QPointer<Timeline> m_timeline;
    int m_item;
    int m_spot;
};

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
    [[nodiscard]] QAccessibleInterface *child(int index) const override
    {
        if (index < 0 || index >= childCount()) return nullptr;
        return m_spots.at(index, [this](int spot) { return new SpotAccess(m_timeline, m_item, spot); });
    }
    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override
    {
        for (int i = 0; i < childCount(); ++i)
            if (QAccessibleInterface *spot = child(i); spot->rect().contains(x, y)) return spot;
        return nullptr;
    }
    [[nodiscard]] int childCount() const override
    {
        return isValid() ? static_cast<int>(m_timeline->hotSpots(m_item).size()) : 0;
    }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override
    {
        for (int i = 0; i < childCount(); ++i)
            if (this->child(i) == child) return i;
        return -1;
    }
    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        return isValid() && kind == QAccessible::Name ? m_timeline->spokenItem(m_item) : QString();
    }
    void setText(QAccessible::Text, const QString &) override { }
    [[nodiscard]] QRect rect() const override
    {
        return isValid() ? onScreen(*m_timeline, m_timeline->itemRect(m_item)) : QRect();
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
    Children m_spots;
};

class TimelineAccess final : public QAccessibleWidget {
public:
    explicit TimelineAccess(Timeline *timeline) : QAccessibleWidget(timeline, QAccessible::List) { }

    [[nodiscard]] int childCount() const override { return static_cast<int>(timeline()->items().size()); }
    [[nodiscard]] QAccessibleInterface *child(int index) const override
    {
        if (index < 0 || index >= childCount()) return nullptr;
        return m_children.at(index, [this](int item) { return new ItemAccess(timeline(), item); });
    }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override
    {
        for (int i = 0; i < childCount(); ++i)
            if (this->child(i) == child) return i;
        return -1;
    }

private:
    [[nodiscard]] Timeline *timeline() const { return static_cast<Timeline *>(widget()); }
    Children m_children;
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

void announceTimelineFocus(Timeline &timeline, int item, int spot)
{
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&timeline);
    QAccessibleInterface *of = list ? list->child(item) : nullptr;
    QAccessibleInterface *focused = of ? of->child(spot) : nullptr;
    if (!focused) return;
    QAccessibleEvent event(focused, QAccessible::Focus);
    QAccessible::updateAccessibility(&event);
}

} // namespace akwaba
