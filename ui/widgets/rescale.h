// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace akwaba {

/// Gives the lengths of a widget that were set once, in pixels of one scale, in those of another: margins and spacings
/// of its layout, least and greatest sizes. Lines of a pixel stay, and so do the bounds of the main window, which are
/// the screen's. There and back again nothing has moved, however often.
void rescale(QWidget &widget, double from, double to);

} // namespace akwaba
