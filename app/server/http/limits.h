// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>

namespace akwaba::http {

/// What one stranger may cost. Every limit and deadline of the listener stands here; the defaults suit a server that
/// faces the network without a proxy.
struct Limits {
    qsizetype head = 16 * 1024;
    qsizetype target = 8 * 1024;
    int headerCount = 100;
    qsizetype body = 10'000'000;
    qsizetype inflatedBody = 10'000'000;

    int connections = 4096;
    /// Connections on which nobody has proved who he is yet. Over it the oldest unfinished one is dropped.
    int strangers = 256;
    /// Bytes of unfinished bodies that strangers may make us hold, all together. Over it the oldest of them is dropped;
    /// a body of the size of a log-in is never counted.
    qsizetype strangersBodies = 48 * 1024 * 1024;
    qsizetype smallBody = 64 * 1024;

    std::chrono::milliseconds headDeadline{10'000}; ///< from the first byte to the last of a head, in total
    std::chrono::milliseconds idle{75'000}; ///< between two requests
    std::chrono::milliseconds rateWindow{10'000}; ///< each of these must bring, or take, the bytes below
    qsizetype bodyBytesPerWindow = 10 * 1024;
    qsizetype replyBytesPerWindow = 10 * 1024;
    std::chrono::milliseconds linger{1'000}; ///< a refused client may still read why for this long
    std::chrono::milliseconds shutdown{10'000}; ///< requests in flight at close() are finished within this time
    std::chrono::milliseconds sweep{250}; ///< how often the deadlines are looked at
    qsizetype unsentReply = 256 * 1024; ///< a client that doesn't read gets no further request looked at
    qsizetype compressAbove = 1024;
    qsizetype compressAsideAbove = 64 * 1024; ///< in another thread: it would hold up everybody

    quint64 webSocketFrame = 1024 * 1024;
    quint64 webSocketMessage = 10'000'000;
    qint64 webSocketBacklog = 16 * 1024 * 1024; ///< unread by the peer; over it the socket is dropped
    std::chrono::milliseconds webSocketPing{25'000};
    std::chrono::milliseconds webSocketDead{60'000};
};

} // namespace akwaba::http
