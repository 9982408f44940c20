// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/passwordflaw.h"

#include <optional>

namespace akwaba {
struct Agent;
}

namespace akwaba::store {

/// Why this agent may not have this password; nothing where he may. Every place that sets one asks here. Refused are
/// what is too short or too long, what is made of the words that everybody takes (passwords/common.txt), and what holds
/// his own name or address.
[[nodiscard]] std::optional<PasswordFlaw> flawOf(const QString &password, const Agent &agent);

} // namespace akwaba::store
