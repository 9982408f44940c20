// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/enums.h"

namespace akwaba {

/// Why a password is not taken.
enum class PasswordFlaw { TooShort, TooLong, Common, Personal };

template <> struct EnumNames<PasswordFlaw> {
    static constexpr auto all = std::to_array<std::string_view>({"tooShort", "tooLong", "common", "personal"});
};

/// In characters. The longest is what hashing and a request bear, not what a person types.
inline constexpr int shortestPassword = 10;
inline constexpr int longestPassword = 1024;

} // namespace akwaba
