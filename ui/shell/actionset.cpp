// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/actionset.h"

#include "ui/text/actionwords.h"
#include "ui/text/errorwords.h"

#include <QAction>
#include <QMenu>
#include <QMenuBar>

namespace akwaba {

namespace {

QList<QKeySequence> sequencesOf(const QStringList &keys)
{
    QList<QKeySequence> sequences;
    for (const QString &key : keys)
        sequences.append(QKeySequence::fromString(key, QKeySequence::PortableText));
    return sequences;
}

} // namespace

ActionSet::ActionSet(QWidget *window) : QObject(window)
{
    for (const ActionInfo &info : actionTable()) {
        auto *action = new QAction(this);
        action->setObjectName(info.name);
        action->setShortcuts(sequencesOf(keysOf(info.id, m_keymap)));
        const bool everywhere = info.places.testFlag(Place::Global);
        action->setShortcutContext(everywhere ? Qt::WindowShortcut : Qt::WidgetWithChildrenShortcut);
        if (everywhere) window->addAction(action);
        connect(action, &QAction::triggered, this, [this, id = info.id] { Q_EMIT triggered(id); });
        m_actions.insert(info.id, action);
    }
    retranslate();
}

void ActionSet::attach(Place place, QWidget *widget)
{
    for (const ActionInfo &info : actionTable()) {
        if (info.places.testFlag(place) && !info.places.testFlag(Place::Global)) widget->addAction(action(info.id));
    }
}

void ActionSet::fillMenuBar(QMenuBar *bar)
{
    for (const ActionInfo &info : actionTable()) {
        if (info.menu == Menu::None) continue;
        QMenu *&menu = m_menus[static_cast<int>(info.menu)];
        if (menu == nullptr) {
            menu = bar->addMenu(menuTitle(info.menu));
            menu->setToolTipsVisible(true);
        }
        if (info.startsGroup && !menu->isEmpty()) menu->addSeparator();
        menu->addAction(action(info.id));
    }
    update(m_context);
}

void ActionSet::setKeymap(const Keymap &keymap)
{
    if (keymap == m_keymap) return;
    m_keymap = keymap;
    for (const ActionInfo &info : actionTable())
        action(info.id)->setShortcuts(sequencesOf(keysOf(info.id, keymap)));
    Q_EMIT keysChanged();
}

QString ActionSet::keyName(ActionId id) const { return action(id)->shortcut().toString(QKeySequence::NativeText); }

void ActionSet::update(const ActionContext &context)
{
    m_context = context;
    for (const ActionInfo &info : actionTable()) {
        const std::optional<Unavailable> why = whyUnavailable(info.id, context);
        QAction *one = action(info.id);
        one->setEnabled(!why);
        one->setToolTip(why ? phrase(*why) : QString());
    }
    // Of no use to others, whatever they do.
    if (QMenu *menu = m_menus.value(static_cast<int>(Menu::Administration)))
        menu->menuAction()->setVisible(context.supervises || context.isAdministrator);
}

void ActionSet::retranslate()
{
    for (const ActionInfo &info : actionTable())
        action(info.id)->setText(actionLabel(info.id));
    for (auto menu = m_menus.cbegin(); menu != m_menus.cend(); ++menu)
        menu.value()->setTitle(menuTitle(static_cast<Menu>(menu.key())));
    update(m_context);
}

} // namespace akwaba
