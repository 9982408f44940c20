// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>

namespace akwaba {

/// How much of the attachments is kept on this disk (sync.md 2.18).
struct BlobPolicy {
    qint64 storeBytes = 512 * 1024 * 1024; ///< of all that is kept; what was opened longest ago goes first
    qint64 aheadBytes = 1024 * 1024; ///< the largest file that is fetched before anybody asks for it
    std::chrono::milliseconds stillness{2000}; ///< for so long the agent has done nothing before anything is fetched so
};

} // namespace akwaba
