// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/http/router.h"
#include "app/server/jmap/admission.h"
#include "app/server/jmap/statewatch.h"
#include "app/server/store/commitlane.h"

#include <QObject>

#include <memory>
#include <vector>

namespace akwaba::http {
class Stream;
}

namespace akwaba::jmap {

/// One client's event stream.
class EventSession : public QObject {
    Q_OBJECT
public:
    struct Wishes {
        std::optional<QStringList> types; // nothing: all
        bool closeAfterState = false;
        std::chrono::seconds ping{0}; // 0: none
        QString lastEventId;
    };

    EventSession(std::shared_ptr<http::Stream> stream, std::unique_ptr<StateWatch> watch, const Wishes &wishes,
                 std::shared_ptr<void> place, QObject *parent);
    void begin();

private:
    void sendState(const QJsonObject &stateChange, const QString &state);
    void sendPing();

    const std::shared_ptr<http::Stream> m_stream;
    const std::unique_ptr<StateWatch> m_watch;
    const Wishes m_wishes;
    const std::shared_ptr<void> m_place;
    QTimer m_ping;
};

/// GET /jmap/eventsource/ (RFC 8620 7.3). Registers itself in the router and must outlive it.
class EventSource : public QObject {
    Q_OBJECT
public:
    EventSource(http::Router &router, const StateWatch::Surroundings &around);
    ~EventSource() override;

    [[nodiscard]] std::size_t sessionCount() const { return m_sessions.size(); }

private:
    [[nodiscard]] http::Response open(const http::Request &request);

    const StateWatch::Surroundings m_around;
    const Admission m_admission;
    std::vector<EventSession *> m_sessions; // children of this
};

} // namespace akwaba::jmap
