// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/jmap/dispatcher.h"
#include "app/server/jmap/methods.h"

#include <memory>

namespace akwaba::jmap {

/// One request on its way through its calls. Keeps itself alive until it has answered.
class Run : public std::enable_shared_from_this<Run> {
public:
    struct Surroundings {
        store::Store &store;
        const ApplyIntents &apply;
        const Settings &settings;
    };

    Run(const Surroundings &around, Request request, store::Caller caller, Dispatcher::Done done);
    void advance();

private:
    /// False where the answer comes later.
    [[nodiscard]] bool perform(const Invocation &call);
    [[nodiscard]] MethodResult read(const Method &method, const QJsonObject &arguments);
    [[nodiscard]] bool apply(const Invocation &call, const QJsonObject &arguments);
    [[nodiscard]] bool acknowledge(const Invocation &call, const QJsonObject &arguments);
    [[nodiscard]] bool set(const Invocation &call, const TypeInfo &type, const QJsonObject &arguments);
    [[nodiscard]] MethodResult applied(const Result<Applied> &result);
    void answer(const Invocation &call, const MethodResult &result);
    /// Null where the database can't be read; the reason is then in m_unreadable.
    [[nodiscard]] const store::Snapshot *snapshot();

    const Surroundings m_around;
    const Request m_request;
    const store::Caller m_caller;
    Dispatcher::Done m_done;
    const bool m_vendor;
    qsizetype m_referenceBudget; // of the whole request: no more than it could have spelled out
    qsizetype m_next = 0;
    QHash<QString, QString> m_createdIds; // of the whole request (RFC 8620 5.3)
    Response m_response;
    std::optional<store::Snapshot> m_snapshot;
    Error m_unreadable;
};

} // namespace akwaba::jmap
