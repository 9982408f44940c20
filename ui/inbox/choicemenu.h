// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

namespace akwaba {

/// A menu of which several entries can hold at once: a click or the space bar marks one and leaves it open, Return
/// marks one and closes it.
class ChoiceMenu : public QMenu {
    Q_OBJECT

public:
    using QMenu::QMenu;

    /// `value` is what data() of the action gives back.
    QAction *addChoice(const QString &text, const QString &value);

protected:
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace akwaba
