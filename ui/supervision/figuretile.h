// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/supervision/figurewords.h"
#include "ui/widgets/paintedbutton.h"

namespace akwaba {

/// One figure of the live page, that opens its list.
class FigureTile : public PaintedButton {
    Q_OBJECT

public:
    explicit FigureTile(QWidget *parent = nullptr);

    void setText(const TileText &text);
    [[nodiscard]] const TileText &text() const { return m_text; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    TileText m_text;
};

} // namespace akwaba
