// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/actions/keymap.h"

#include <QWidget>

#include <functional>

class QKeySequence;
class QKeySequenceEdit;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace akwaba {

class Label;

/// The page "Shortcuts": every action with its key, by menu; beneath, the key of the chosen one, which counts as soon
/// as it is pressed. A key that can't be is not taken, and the page says why.
class ShortcutsPage : public QWidget {
    Q_OBJECT

public:
    using Change = std::function<void(const Keymap &)>;
    ShortcutsPage(Keymap keymap, Change change, QWidget *parent = nullptr);

    void restoreAll();

private:
    [[nodiscard]] QWidget *editor();
    void fill();
    [[nodiscard]] std::optional<ActionId> current() const;
    void showCurrent();
    void take(const QKeySequence &pressed);
    void set(const Keymap &keymap);

    Keymap m_keymap;
    Change m_change;
    QTreeWidget *m_list;
    Label *m_name;
    QKeySequenceEdit *m_key;
    QPushButton *m_none;
    QPushButton *m_restore;
    Label *m_problem;
    QHash<ActionId, QTreeWidgetItem *> m_rows;
};

} // namespace akwaba
