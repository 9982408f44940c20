// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

namespace akwaba {

/// A popup with our border and round corners; closes on Esc or a click outside, as any Qt::Popup. Fill it through
/// its own layout; children keep away from the border by its margins of 1 px.
class PopupFrame : public QFrame {
    Q_OBJECT

public:
    explicit PopupFrame(QWidget *parent = nullptr);

    /// Opens below the anchor, their ends (right in a left-to-right layout) or beginnings in line, within the screen.
    enum class Align : quint8 { Beginning, End };
    void openBelow(const QWidget *anchor, Align align = Align::Beginning);
    /// Opens below a place in a widget, or above it where there is no room below.
    void openBeside(const QWidget *widget, const QRect &place);
    /// Opens in the middle of the window's width, `top` pixels below its upper edge: the palette.
    void openOver(const QWidget *window, int top);

Q_SIGNALS:
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void openAt(const QPoint &topLeft, const QWidget *beside);
};

} // namespace akwaba
