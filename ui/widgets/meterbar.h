// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/theme.h"

#include <QWidget>

namespace akwaba {

/// How much of something is used: a line, 4 high. Says nothing by itself; the words stand beside it.
class MeterBar : public QWidget {
    Q_OBJECT

public:
    explicit MeterBar(QWidget *parent = nullptr);

    /// `share` from 0 to 1.
    void setShare(double share, Token color);
    [[nodiscard]] double share() const { return m_share; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    double m_share = 0;
    Token m_color = Token::LineStrong;
};

} // namespace akwaba
