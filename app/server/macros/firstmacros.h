// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/macro.h"

namespace akwaba {
class Clock;
class Random;
} // namespace akwaba

namespace akwaba::macros {

/// What agents of a new company need not write: in both languages, until somebody makes it their own. The macros have
/// steps that any company has, since it has neither tags nor categories yet.
struct FirstMacros {
    QList<TextModule> modules;
    QList<Macro> macros;
};
[[nodiscard]] FirstMacros firstMacros(const Clock &clock, Random &random);

} // namespace akwaba::macros
