// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/theme.h"

#include <QAbstractButton>
#include <QMenu>
#include <QPointer>

namespace akwaba {

/// What the buttons we paint ourselves share: focus by Tab, the ring of the style, hover, a menu beneath that the
/// Down key opens as well as a click, sizes that follow the theme. Screen readers see a button with its label.
class PaintedButton : public QAbstractButton {
    Q_OBJECT

public:
    explicit PaintedButton(QWidget *parent = nullptr);

    /// What is drawn and read aloud. Not QAbstractButton::setText(), where "&" makes a shortcut: labels may be names.
    void setLabel(const QString &label);
    [[nodiscard]] QString label() const { return m_label; }

    /// Not owned. With a menu a click opens it (after clicked()).
    void setMenu(QMenu *menu);
    [[nodiscard]] QMenu *menu() const { return m_menu; }
    void showMenu();

    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    [[nodiscard]] const Theme &theme() const { return themeOf(this); }
    [[nodiscard]] bool isHot() const { return isEnabled() && (underMouse() || isDown()); }
    /// Half the height, or a corner of the design: the radius of the focus ring around it.
    void setFocusRadius(int radius) { setProperty("focusRadius", radius); }
    virtual void themeChanged() { }

private:
    QPointer<QMenu> m_menu;
    QString m_label;
};

} // namespace akwaba
