// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QImage>

namespace akwaba {

/// A picture of a stranger, of the kinds that are only pictures (PNG, JPEG, GIF, WebP, BMP), no larger than `widest`.
/// Its size is read before anything is decoded: Unsupported above 25 megapixels, Corrupt for what can't be read. Takes
/// its time; any thread.
[[nodiscard]] Result<QImage> readPicture(const QByteArray &content, int widest);

} // namespace akwaba
