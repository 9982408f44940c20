// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/servicelevel.h"

#include <optional>

namespace akwaba::servicelevels {

struct Decision {
    QDateTime at;
    AgentId by;
};

/// What becomes of a holiday, `known` or new, where somebody wants it to be so: who decided it and when is written here
/// and by nobody else. What counts already is not given other days, and what was cancelled stays so: else nobody could
/// say any more why something was late. Code::BadInput for what makes no sense, Code::Conflict where `wanted` was made
/// of an older one.
[[nodiscard]] Result<Holiday> decided(const std::optional<Holiday> &known, Holiday wanted, const Decision &decision);

} // namespace akwaba::servicelevels
