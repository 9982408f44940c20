// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/linktarget.h"

namespace akwaba {

/// Where a link leads, for a tooltip: its target, and what is suspicious about it.
[[nodiscard]] QString linkTip(const LinkTarget &target);
/// What a screen reader says of a link: its text, and where it leads.
[[nodiscard]] QString spokenLink(const QString &text, const LinkTarget &target);

} // namespace akwaba
