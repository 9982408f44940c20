// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/theme.h"

#include <QLabel>

namespace akwaba {

/// A QLabel in a style and a colour of the design, kept when scale or scheme change. Plain text only, so that nothing
/// a customer wrote is read as markup. Its key leads to its buddy, or into it. With setElided() one line that gives way
/// and shows the whole as tool tip.
class Label : public QLabel {
    Q_OBJECT

public:
    explicit Label(TextStyle style, Token color = Token::Text1, QWidget *parent = nullptr);
    Label(const QString &text, TextStyle style, Token color = Token::Text1, QWidget *parent = nullptr);

    void setTextStyle(TextStyle style);
    void setColor(Token color);
    void setElided(bool elided);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void applyTheme();
    void updateToolTip();

    TextStyle m_style;
    Token m_color;
    bool m_elided = false;
};

} // namespace akwaba
