// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/http/router.h"
#include "app/server/jmap/admission.h"
#include "app/server/jmap/authenticator.h"
#include "app/server/mailview/picturefetcher.h"
#include "core/base/workers.h"

namespace akwaba::mailview {

/// What the console wants of a received mail beyond the message that was made of it, for those who may see that
/// message: GET /original/{message}, the mail as it is kept, and GET /picture/{message}/{picture}, a picture that lies
/// at somebody's server, of which the console knows the key alone. Registers itself in the router and must outlive it.
class MailRoutes {
public:
    MailRoutes(http::Router &router, store::Store &store, const jmap::Authenticator &authenticator,
               FetchRules rules = FetchRules::ofTheInternet(), FetchLimits limits = {});
    Q_DISABLE_COPY_MOVE(MailRoutes)

private:
    void original(const http::Request &request, http::Responder responder);
    void picture(const http::Request &request, http::Responder responder);
    [[nodiscard]] Result<BlobId> mailOf(const MessageId &message, const store::Caller &caller) const;
    void fetch(const QString &address, const std::shared_ptr<http::Responder> &later, const DeviceId &device,
               const std::shared_ptr<void> &place);
    [[nodiscard]] http::Response refusal(const Error &error) const;

    store::Store &m_store;
    const jmap::Authenticator &m_authenticator;
    PictureFetcher m_fetcher;
    const jmap::Admission m_admission;
    Workers m_disk{1}; // a mail is read and parsed there
    QObject m_context; // of what comes from there
};

} // namespace akwaba::mailview
