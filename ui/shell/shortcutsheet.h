// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace akwaba {

class ActionSet;

/// All keys as they are set, by menu.
class ShortcutSheet : public QDialog {
    Q_OBJECT

public:
    explicit ShortcutSheet(const ActionSet &actions, QWidget *parent = nullptr);
};

} // namespace akwaba
