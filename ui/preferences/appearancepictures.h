// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/theme.h"

class QPainter;
class QRectF;

/// What a choice of the page "Appearance" would look like, painted small.
namespace akwaba {

/// A window in the colours of that scheme; half and half for the system's.
void paintSchemePicture(QPainter &painter, const QRectF &rect, Theme::Scheme scheme);
/// Rows of the list, as tall as they would be.
void paintDensityPicture(QPainter &painter, const QRectF &rect, const Theme &theme, Density density);

} // namespace akwaba
