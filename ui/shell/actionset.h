// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/actions/keymap.h"

#include <QHash>
#include <QObject>

class QAction;
class QMenu;
class QMenuBar;

namespace akwaba {

/// One QAction for each entry of the table of actions: menus and keys are made from it and from nothing else. Says
/// which action was triggered; what it does is the window's. The agent's own keys stand instead of those of the table.
class ActionSet : public QObject {
    Q_OBJECT

public:
    /// Actions that act everywhere are added to `window`.
    explicit ActionSet(QWidget *window);

    /// From now on the actions of that place act while the focus is in `widget`.
    void attach(Place place, QWidget *widget);
    void fillMenuBar(QMenuBar *bar);
    [[nodiscard]] QAction *action(ActionId id) const { return m_actions.value(id); }

    void setKeymap(const Keymap &keymap);
    [[nodiscard]] const Keymap &keymap() const { return m_keymap; }
    /// The key as people read it; empty for none.
    [[nodiscard]] QString keyName(ActionId id) const;

    /// Enables what can be done now; the others say why not.
    void update(const ActionContext &context);
    [[nodiscard]] const ActionContext &context() const { return m_context; }
    void retranslate();

Q_SIGNALS:
    void triggered(akwaba::ActionId id);
    void keysChanged();

private:
    QHash<ActionId, QAction *> m_actions;
    QHash<int, QMenu *> m_menus; // by Menu
    ActionContext m_context;
    Keymap m_keymap;
};

} // namespace akwaba
