// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/jmap/requesterror.h"
#include "app/server/jmap/settings.h"
#include "core/base/workers.h"
#include "core/protocol/jmap.h"

#include <QObject>

#include <functional>

namespace akwaba::jmap {

/// The object in these bytes; notJSON, notRequest or limit where there is none.
[[nodiscard]] tl::expected<QJsonObject, RequestError> messageIn(const QByteArray &bytes, const Settings &settings);
/// notRequest, unknownCapability or limit where it is none that can be run.
[[nodiscard]] tl::expected<Request, RequestError> requestIn(const QJsonObject &message, const Settings &settings);

/// What somebody sent. On a WebSocket it may be something else than a request.
struct Incoming {
    QJsonObject message;
    tl::expected<Request, RequestError> request;
};

/// Reads what clients send: what is small at once, what is large in a thread of its own, one after the other, since
/// what is built of it may be many times its size. On the server's thread.
class RequestReader : public QObject {
    Q_OBJECT
public:
    using Read = tl::expected<Incoming, RequestError>;
    using Done = std::function<void(const Read &)>;

    explicit RequestReader(const Settings &settings) : m_settings(settings) { }

    [[nodiscard]] bool isLarge(const QByteArray &bytes) const { return bytes.size() > m_settings.readAsideAbove; }
    /// `done` is called once: before this returns, or later for what is large; never after the end of the reader.
    void read(const QByteArray &bytes, const Done &done);

private:
    const Settings m_settings;
    Workers m_thread{1};
};

} // namespace akwaba::jmap
