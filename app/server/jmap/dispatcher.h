// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/jmap/admission.h"
#include "app/server/jmap/intentport.h"
#include "app/server/jmap/requesterror.h"
#include "app/server/jmap/settings.h"
#include "core/protocol/jmap.h"

#include <functional>
#include <optional>

namespace akwaba::store {
class Store;
}

namespace akwaba::jmap {

/// Runs the method calls of a request in their order and answers them all (RFC 8620 3). Reading calls that follow each
/// other see one snapshot; an Intent/apply between them is waited for. Keeps nothing between requests. The server's
/// thread.
class Dispatcher {
public:
    using Done = std::function<void(const Response &)>;

    Dispatcher(store::Store &store, ApplyIntents apply, const Settings &settings);

    /// A place among the requests of his device, to be kept until the answer; limit where there is none left.
    [[nodiscard]] tl::expected<std::shared_ptr<void>, RequestError> admit(const store::Caller &caller) const;
    /// Reads a request here and now; notJSON, notRequest, unknownCapability or limit where it is none that can be run.
    [[nodiscard]] tl::expected<Request, RequestError> read(const QByteArray &body) const;
    /// `done` is called once, at once or later.
    void run(const Request &request, const store::Caller &caller, Done done) const;

private:
    store::Store &m_store;
    ApplyIntents m_apply;
    const Settings m_settings;
    const Admission m_admission;
};

} // namespace akwaba::jmap
