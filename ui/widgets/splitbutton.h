// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/buttonlook.h"

#include <QWidget>

class QMenu;
class QPushButton;

namespace akwaba {

/// A button whose label says its whole effect, and beside it a part of 26 px that opens the other effects.
/// Two real buttons, so both are reached by Tab; Down on the first opens the menu too.
class SplitButton : public QWidget {
    Q_OBJECT

public:
    /// menuName is what a screen reader says of the second part.
    SplitButton(const QString &text, const QString &menuName, QWidget *parent = nullptr);

    void setText(const QString &text);
    [[nodiscard]] QString text() const;
    /// What a screen reader says of the second part.
    void setMenuName(const QString &name);
    void setIconName(const QString &iconName);
    void setLook(ButtonLook look);
    /// Not owned.
    void setMenu(QMenu *menu);
    void showMenu();
    [[nodiscard]] QPushButton *mainButton() const { return m_main; }

Q_SIGNALS:
    void clicked();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QPushButton *m_main;
    QPushButton *m_more;
    QMenu *m_menu = nullptr;
};

} // namespace akwaba
