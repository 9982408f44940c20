// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>

namespace akwaba::http {

/// A body without an end, of an answer that goes on until one of the two sides ends it. Who answers keeps it and sends;
/// the connection writes what comes, and drops a client that doesn't read. On the server's thread.
class Stream : public QObject {
    Q_OBJECT
public:
    void send(const QByteArray &bytes) { Q_EMIT piece(bytes); }
    void end() { Q_EMIT ended(); }

Q_SIGNALS:
    void piece(const QByteArray &bytes);
    void ended();
    /// The connection is closed, whoever did it.
    void closed();
};

} // namespace akwaba::http
