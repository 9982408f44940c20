// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/http/router.h"
#include "app/server/jmap/admission.h"
#include "app/server/jmap/authenticator.h"
#include "app/server/jmap/settings.h"
#include "core/base/workers.h"

#include <QDateTime>
#include <QHash>
#include <QObject>

namespace akwaba::jmap {

/// Binary data up and down (RFC 8620 6): whole files, named by their content, downloaded, also in parts, by those who
/// may see one of the objects that use them, and as long as there may be none, for a day, by who uploaded them to this
/// process. Registers itself in the router and must outlive it.
class Blobs {
public:
    Blobs(http::Router &router, store::Store &store, const Authenticator &authenticator, const Settings &settings);
    Q_DISABLE_COPY_MOVE(Blobs)

private:
    void upload(const http::Request &request, http::Responder responder);
    [[nodiscard]] http::Response uploaded(const http::Request &request, const store::Caller &caller, const BlobId &id);
    [[nodiscard]] http::Response download(const http::Request &request) const;
    [[nodiscard]] Result<QByteArray> contentFor(const BlobId &id, const store::Caller &caller) const;

    void noteUpload(const BlobId &blob, const AgentId &agent);
    [[nodiscard]] bool hasUploaded(const BlobId &blob, const AgentId &agent) const;

    store::Store &m_store;
    const Authenticator &m_authenticator;
    const Settings &m_settings;
    QHash<std::pair<BlobId, AgentId>, QDateTime> m_uploads;
    QDateTime m_forgotAt;
    const Admission m_admission;
    Workers m_disk{1};
    QObject m_context; // of what comes from there
};

} // namespace akwaba::jmap
