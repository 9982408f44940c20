// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/ticket/timelineitems.h"

/// Lengths of the design that laying out and drawing a message share.
namespace akwaba::blockmetrics {

inline constexpr int textColumn = 52;
inline constexpr int measure = 720; // no line of text is longer

[[nodiscard]] inline int topMargin(const TimelineItem &item) { return item.look == MessageLook::Customer ? 4 : 10; }

} // namespace akwaba::blockmetrics
