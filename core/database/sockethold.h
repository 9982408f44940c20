// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace akwaba {

/// A handle of our own on a socket that somebody else works with and may close at any moment: the number of his would
/// by then stand for something else, this one never does. While it lives, the socket is not quite closed.
class SocketHold {
public:
    explicit SocketHold(qintptr socket);
    Q_DISABLE_COPY_MOVE(SocketHold)
    ~SocketHold();

    /// False where the system had no handle left.
    [[nodiscard]] bool isValid() const { return m_handle != -1; }
    /// Whoever waits on the socket hears that its connection has ended.
    void shutDown() const;

private:
    const qintptr m_handle;
};

} // namespace akwaba
