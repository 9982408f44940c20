// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/http/router.h"
#include "app/server/jmap/door.h"
#include "app/server/servicelevels/dryrun.h"

namespace akwaba::jmap {

/// Dry runs that were asked for over the wire, a few at a time; who comes then is told to come back.
class Trials {
public:
    using Answer = std::function<QJsonObject(const PolicyTrial &)>;

    Trials(store::Store &store, const Door &door) : m_store(store), m_door(door) { }
    Q_DISABLE_COPY_MOVE(Trials)

    /// Answers later with what `answer` makes of it, or at once where there are no rules to try.
    void begin(const Session &session, const Result<std::shared_ptr<const sla::Rules>> &rules,
               servicelevels::Reach reach, const Answer &answer, http::Responder responder);

private:
    store::Store &m_store;
    const Door m_door;
    QObject m_running; // those that go on are its children
};

/// With the name of what is wrong, where somebody can do something about it.
[[nodiscard]] http::Response ruleRefusal(const Door &door, const Error &error);

} // namespace akwaba::jmap
