// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/paintedbutton.h"

namespace akwaba {

/// An icon of 28 x 28 without words: its name is the tool tip and what a screen reader says. May be checkable, and
/// may carry a count at its corner.
class IconButton : public PaintedButton {
    Q_OBJECT

public:
    IconButton(const QString &iconName, const QString &name, QWidget *parent = nullptr);

    void setIconName(const QString &iconName);
    [[nodiscard]] QString iconName() const { return m_iconName; }
    void setName(const QString &name);
    /// Sizes of the design: the icon 16 (18 in the top bar), the button 28 (22 within fields and banners).
    void setSizes(int icon, int button);
    void setColor(Token color);
    /// 0 hides it.
    void setCount(int count);
    [[nodiscard]] int count() const { return m_count; }

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_iconName;
    Token m_color = Token::Text2;
    int m_iconSize = 16;
    int m_buttonSize = 28;
    int m_count = 0;
};

} // namespace akwaba
