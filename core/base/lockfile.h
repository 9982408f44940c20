// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QLockFile;

namespace akwaba {

/// Takes a lock that is held as long as its process lives, never given up by age. False where another process has it,
/// or where there can be none: error() of the lock says which. Waits for a second only where the file names nobody.
[[nodiscard]] bool lockNow(QLockFile &lock);

} // namespace akwaba
