// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"

#include <QThreadPool>

#include <memory>

namespace akwaba {

/// Takes work that would hold up everybody off the thread that asks. What is run there must own all that it touches.
/// Waits for the last of it as it dies.
class Workers {
public:
    explicit Workers(int threads = 2) { m_pool.setMaxThreadCount(threads); }

    /// Gives T for work that returns Result<T>; take it with onResult().
    template <class Work> [[nodiscard]] auto run(Work work)
    {
        using T = typename decltype(work())::value_type;
        const auto answer = std::make_shared<Answer<T>>();
        const QFuture<Result<T>> future = answer->future();
        m_pool.start([answer, work = std::move(work)]() mutable { answer->give(work()); });
        return future;
    }

private:
    QThreadPool m_pool;
};

} // namespace akwaba
