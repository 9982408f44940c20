// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/caller.h"

#include <QHash>

#include <memory>

namespace akwaba::jmap {

/// How many requests each device has under way (maxConcurrentRequests, RFC 8620 2). One thread.
class Admission {
public:
    explicit Admission(int most) : m_most(most), m_running(std::make_shared<QHash<QString, int>>()) { }

    /// A place, which is free again when its last owner drops it; null where the device has as many as it may.
    [[nodiscard]] std::shared_ptr<void> enter(const store::Caller &caller) const;

private:
    int m_most;
    std::shared_ptr<QHash<QString, int>> m_running;
};

} // namespace akwaba::jmap
