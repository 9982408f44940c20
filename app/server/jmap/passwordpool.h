// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"

#include <QThreadPool>

#include <atomic>

namespace akwaba::jmap {

/// Hashes passwords in a thread of its own: each run takes 64 MiB and some 60 ms, so they go on one after the other and
/// only so many wait. Used on one thread; what waits when it dies is answered with Code::Internal.
class PasswordPool {
public:
    /// A device that the agent knows goes first, and still gets in where strangers are sent away.
    enum class Urgency { Stranger, KnownDevice };

    explicit PasswordPool(int threads = 1, int mostStrangers = 32);
    Q_DISABLE_COPY_MOVE(PasswordPool)
    ~PasswordPool();

    /// Whether the password belongs to the hash; as slow for an empty hash. Code::Unreachable where too many wait.
    [[nodiscard]] QFuture<Result<bool>> fits(const QString &hash, const QString &password, Urgency urgency);
    [[nodiscard]] QFuture<Result<QString>> hash(const QString &password);

private:
    template <class T, class F> QFuture<Result<T>> run(Urgency urgency, F work);

    QThreadPool m_threads;
    const int m_mostStrangers;
    std::atomic<int> m_waiting = 0; // or running
};

} // namespace akwaba::jmap
