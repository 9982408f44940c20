// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/http/router.h"
#include "app/server/jmap/door.h"
#include "core/domain/mailaccount.h"

#include <functional>

namespace akwaba::jmap {

/// Tries out a mailbox, for a minute or two at most, and tells how far it came.
using CheckMailbox =
    std::function<void(const MailAccount &, const MailPasswords &, std::function<void(const QList<MailCheck> &)>)>;

/// What the routes need of whoever fetches and sends.
struct MailAccountDesk {
    std::function<QList<MailAccount>()> configured; // of the configuration file, to be shown
    CheckMailbox check;
    std::function<void()> changed;
};

/// The company's mailboxes, for administrators: GET /admin/mail-accounts; POST /admin/mail-accounts/set with {account,
/// passwords}, .../remove with {id}, and .../test with {account, passwords}, which connects to the servers that it
/// names, one trial at a time. Passwords go in and never come out. Registers itself in the router and must outlive it.
class MailAccountRoutes {
public:
    MailAccountRoutes(http::Router &router, store::Store &store, const Door &door, MailAccountDesk desk);
    Q_DISABLE_COPY_MOVE(MailAccountRoutes)

private:
    [[nodiscard]] Result<Session> administrator(const http::Request &request) const;
    [[nodiscard]] http::Response list(const http::Request &request) const;
    [[nodiscard]] http::Response set(const http::Request &request) const;
    [[nodiscard]] http::Response remove(const http::Request &request) const;
    [[nodiscard]] Result<MailPasswords> storedPasswords(const MailAccount &wanted) const;
    void test(const http::Request &request, http::Responder responder);

    store::Store &m_store;
    const Door m_door;
    const MailAccountDesk m_desk;
    bool m_isTesting = false;
};

} // namespace akwaba::jmap
