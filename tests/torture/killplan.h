// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

/// When a program of ours that killpoint.cpp was preloaded into is to die. It is told so by its environment:
///   AKWABA_KILL_BELOW   the folder below which its writes count, beside those to connections
///   AKWABA_KILL_TRACE   a file, to which lines are added: "site HASH KIND FILE FRAME,FRAME..." when a stack is new,
///                       "kill HASH HOW" at the end
///   AKWABA_KILL_STACKS  hashes of stacks with commas between them, and AKWABA_KILL_NTH: at which call from one of them
///   AKWABA_KILL_LATEST  at this call of all, when the other does not come
///   AKWABA_KILL_HOW     before, half or after
/// Any thread.
namespace killplan {

enum class End { None, Before, Half, After };

/// What a file is called in the trace, without what is different each time; nothing where a write does not count.
[[nodiscard]] std::optional<std::string> fileAt(const char *path);
[[nodiscard]] std::optional<std::string> fileAt(int descriptor);
/// Counts a call. How the program ends at it.
[[nodiscard]] End endAt(const char *kind, const std::string &file);
/// By SIGKILL.
[[noreturn]] void die();

} // namespace killplan
