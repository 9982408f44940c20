// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <functional>

namespace akwaba {

/// A file that only takes up room, so that there is some for what an agent writes when the disk is full (sync.md 2.21):
/// it is let go of then, and filled again at a later start. Its content means nothing, and compresses badly. On the
/// writer thread.
class Ballast {
public:
    static constexpr qint64 usualSize = 32 * 1024 * 1024;

    explicit Ballast(QString path, qint64 size = usualSize) : m_path(std::move(path)), m_size(size) { }

    /// A slice more of it; false when there is no more to do: it is whole, was let go of, or there is no room for it.
    [[nodiscard]] bool fillSome();
    /// Writes; where the disk is full, once more in the room that the ballast took.
    template <class T> [[nodiscard]] Result<T> write(const std::function<Result<T>()> &work)
    {
        Result<T> written = work();
        if (written || written.error().code != Code::DiskFull || !release()) return written;
        return work();
    }

private:
    /// True if there was something to let go of.
    bool release();

    QString m_path;
    qint64 m_size;
    bool m_isReleased = false; // since the start
};

} // namespace akwaba
