// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace akwaba::mailview {

/// The media type that the first bytes say, whatever their server says: PNG, JPEG, GIF or WebP, and empty for anything
/// else. SVG is a program, not a picture.
[[nodiscard]] QByteArray pictureType(const QByteArray &content);

} // namespace akwaba::mailview
