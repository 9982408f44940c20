// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/http/message.h"
#include "app/server/jmap/authenticator.h"
#include "app/server/jmap/settings.h"
#include "app/server/store/caller.h"

#include <QJsonObject>
#include <QObject>

#include <chrono>
#include <optional>

namespace akwaba::store {
class Snapshot;
struct CommitNotice;
} // namespace akwaba::store

namespace akwaba::jmap {

class Herald;

/// What one client is to be told of changes in its sight: the first at once, later ones gathered. A hint says no more
/// than the new states, and one may be lost (sync.md 2.1). Who is told is asked again with every commit that may have
/// changed who he is or what he may see, so that a revoked token ends it.
class StateWatch : public QObject {
    Q_OBJECT
public:
    struct Surroundings {
        store::Store &store;
        const Authenticator &authenticator;
        const Settings &settings;
        Herald &herald;
    };

    StateWatch(const Surroundings &around, http::Headers headers, store::Caller caller);
    ~StateWatch() override;

    /// From here on, of these types, or of all; what changed since `known` is told at once. Empty: since now.
    void begin(const std::optional<QStringList> &types, const QString &known);
    void end() { m_watches = false; }
    /// Something was committed. `moment` is after it, or null where the database can't be read.
    void notice(const store::CommitNotice &notice, const store::Snapshot *moment);
    /// There is something to tell, after the pause.
    [[nodiscard]] bool isDue() const { return m_due; }
    /// Tells it, where the pause is over.
    void tellDue(const store::Snapshot *moment);

    [[nodiscard]] const store::Caller &caller() const { return m_caller; }
    /// False where he may no longer ask anything, or can't be looked up; the former is also said by refused().
    [[nodiscard]] bool renewCaller();

Q_SIGNALS:
    /// A StateChange (RFC 8620 7.1) and the state of everything, which goes with it.
    void changed(const QJsonObject &stateChange, const QString &state);
    void refused();

private:
    void hint(const store::Snapshot *moment);

    const Surroundings m_around;
    const http::Headers m_headers;
    store::Caller m_caller;
    std::optional<QStringList> m_types;
    QString m_told; // the state that he knows
    std::chrono::milliseconds m_quietUntil{0}; // by the clock's monotonic(): after a hint, until the next one may go
    bool m_watches = false;
    bool m_due = false;
    bool m_isOther = false; // the caller may be another by now
};

} // namespace akwaba::jmap
