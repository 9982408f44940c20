// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/paint.h"

#include <QStyle>

class QStyleOption;
class QStyleOptionButton;
class QStyleOptionComboBox;
class QStyleOptionComplex;
class QStyleOptionHeader;
class QStyleOptionMenuItem;
class QStyleOptionProgressBar;
class QStyleOptionSlider;
class QStyleOptionSpinBox;
class QStyleOptionTab;
class QStyleOptionToolButton;
class QStyleOptionViewItem;

/// The drawing functions of AkwabaStyle, by group of controls; only style*.cpp and the widgets beside it include this.
namespace akwaba::parts {

/// What a control is drawn with.
struct Canvas {
    const Theme &theme;
    QPainter &painter;
    const QWidget *widget;
};

// common, in stylecommon.cpp
void drawFocusRing(const Canvas &canvas, const QRectF &rect, qreal radius); ///< 2 px, inside rect
void drawChevron(const Canvas &canvas, const QRectF &rect, Qt::ArrowType direction, const QColor &color);
void drawTickMark(const Canvas &canvas, const QRectF &rect, const QColor &color);
/// The icon in that colour if it is one of ours, else as it is.
void drawIcon(const Canvas &canvas, const QRect &rect, const QIcon &icon, const QColor &color, bool enabled);

// buttons, in stylebuttons.cpp
void drawButtonPanel(const Canvas &canvas, const QStyleOptionButton &option);
void drawButtonLabel(const Canvas &canvas, const QStyleOptionButton &option);
[[nodiscard]] QSize buttonSize(const Theme &theme, const QStyleOptionButton &option, const QWidget *widget);
void drawToolButton(const Canvas &canvas, const QStyleOptionToolButton &option);
[[nodiscard]] QSize toolButtonSize(const Theme &theme, const QStyleOptionToolButton &option);
void drawCheckBox(const Canvas &canvas, const QStyleOption &option);
void drawRadioButton(const Canvas &canvas, const QStyleOption &option);

// fields, in stylefields.cpp
void drawField(const Canvas &canvas, const QStyleOption &option, bool readOnly);
void drawComboBox(const Canvas &canvas, const QStyleOptionComboBox &option);
void drawComboBoxLabel(const Canvas &canvas, const QStyleOptionComboBox &option);
[[nodiscard]] QRect comboBoxPart(const Theme &theme, const QStyleOptionComboBox &option, QStyle::SubControl part);
[[nodiscard]] QSize comboBoxSize(const Theme &theme, const QStyleOptionComboBox &option, const QSize &contents);
void drawSpinBox(const Canvas &canvas, const QStyleOptionSpinBox &option);
[[nodiscard]] QRect spinBoxPart(const Theme &theme, const QStyleOptionSpinBox &option, QStyle::SubControl part);

// menus, in stylemenus.cpp
void drawMenuPanel(const Canvas &canvas, const QStyleOption &option);
void drawMenuItem(const Canvas &canvas, const QStyleOptionMenuItem &option);
[[nodiscard]] QSize menuItemSize(const Theme &theme, const QStyleOptionMenuItem &option);
void drawMenuBarItem(const Canvas &canvas, const QStyleOptionMenuItem &option);
[[nodiscard]] QSize menuBarItemSize(const Theme &theme, const QStyleOptionMenuItem &option);
void drawToolTipPanel(const Canvas &canvas, const QStyleOption &option);
/// Covers also the half covered pixels of a rounded border, so that a compositor can smooth them.
[[nodiscard]] QRegion roundedRegion(const QRect &rect, int radius);

// views, in styleviews.cpp
void drawScrollBar(const Canvas &canvas, const QStyleOptionSlider &option);
/// A line with a disc on it, the part before the disc in the accent.
void drawSlider(const Canvas &canvas, const QStyleOptionSlider &option);
[[nodiscard]] QRect scrollBarPart(const Theme &theme, const QStyleOptionSlider &option, QStyle::SubControl part);
void drawTabShape(const Canvas &canvas, const QStyleOptionTab &option);
void drawTabLabel(const Canvas &canvas, const QStyleOptionTab &option);
[[nodiscard]] QSize tabSize(const Theme &theme, const QStyleOptionTab &option);
void drawProgressBar(const Canvas &canvas, const QStyleOptionProgressBar &option);
void drawHeaderGround(const Canvas &canvas, const QStyleOption &option);
void drawHeaderLabel(const Canvas &canvas, const QStyleOptionHeader &option);
void drawItemPanel(const Canvas &canvas, const QStyleOptionViewItem &option);

} // namespace akwaba::parts
