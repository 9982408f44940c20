// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/jmap/intentport.h"
#include "app/server/jmap/setplan.h"

#include <deque>
#include <memory>

namespace akwaba::store {
class Store;
}

namespace akwaba::jmap {

/// The arguments of Foo/set (RFC 8620 5.3).
struct SetCall {
    QString ifInState; // null: none
    QJsonObject create;
    QJsonObject update;
    QStringList destroy;
};
[[nodiscard]] tl::expected<SetCall, MethodError> setCall(const QJsonObject &arguments, const Settings &settings);

/// One Foo/set on its way: creates, then updates, then destroys, each planned on what the ones before it left, and each
/// handed to the intents as a whole. Keeps itself alive until it has answered. The server's thread.
class SetRun : public std::enable_shared_from_this<SetRun> {
public:
    using Done = std::function<void(const MethodResult &)>;
    struct Surroundings {
        store::Store &store;
        const ApplyIntents &apply;
        const Settings &settings;
        const store::Caller &caller;
        QHash<QString, QString> &createdIds;
    };

    /// What `around` refers to lives until `done` was called.
    SetRun(const Surroundings &around, const TypeInfo &type, SetCall call, Done done);
    void begin();

private:
    struct Operation {
        SetVerb verb;
        QString key; // the creation id, or the id as it was given
        QJsonObject object;
    };

    void queueAll();
    void queueCreates();
    void next();
    /// False where the answer comes later.
    [[nodiscard]] bool perform(const Operation &operation);
    [[nodiscard]] Planned plan(const Operation &operation);
    void settle(const Operation &operation, const SetPlan &plan, const Result<Applied> &result);
    void succeed(const Operation &operation, const SetPlan &plan);
    void refuse(const Operation &operation, const SetError &error);
    void finish();
    [[nodiscard]] QString idOf(const Operation &operation) const;
    [[nodiscard]] QJsonObject unsaid(const SetPlan &plan);

    const Surroundings m_around;
    const TypeInfo &m_type;
    const SetCall m_call;
    Done m_done;
    std::deque<Operation> m_waiting;
    QString m_oldState;
    QJsonObject m_created, m_updated, m_notCreated, m_notUpdated, m_notDestroyed;
    QStringList m_destroyed;
};

} // namespace akwaba::jmap
