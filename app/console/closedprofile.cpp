// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/closedprofile.h"

#include "core/cache/outbox.h"
#include "core/sync/storedservers.h"

namespace akwaba {

using namespace std::chrono_literals;

namespace {

ServerAddress addressOf(const ProfileInfo &info) { return {info.server, info.pinnedCertificate}; }

} // namespace

ClosedProfile::ClosedProfile(Session::Setup setup, const Clock &clock, ClosedPage &page)
    : m_setup(std::move(setup)), m_clock(clock), m_page(page), m_servers(addressOf(m_setup.profile->info()))
{
    m_page.setReason(m_setup.secrets.lease, clock.now());
    showUnsent();
    m_timer.setInterval(30s);
    connect(&m_timer, &QTimer::timeout, this, &ClosedProfile::contact);
    connect(&m_page, &ClosedPage::tryRequested, this, &ClosedProfile::contact);
    connect(&m_page, &ClosedPage::logInRequested, this, &ClosedProfile::logInNeeded);
    m_timer.start();
}

void ClosedProfile::showUnsent()
{
    const auto outbox = Outbox::open(m_setup.profile->outboxFile(), m_setup.secrets.outboxKey, m_clock);
    if (!outbox) return m_page.showError(outbox.error().code);
    m_servers.learn(storedServers(**outbox));
    const auto work = (*outbox)->unsentWork();
    if (!work) return m_page.showError(work.error().code);
    m_page.setUnsent(*work);
}

void ClosedProfile::contact()
{
    if (std::exchange(m_asking, true)) return;
    m_page.setBusy();
    onResult(requestLease(m_servers.current(), m_setup.secrets.token, m_setup.secrets.lease.half.generation, this),
             this, [this](const Result<LeaseGrant> &grant) { answered(grant); });
}

void ClosedProfile::answered(const Result<LeaseGrant> &grant)
{
    m_asking = false;
    if (grant) {
        m_setup.secrets.lease = renewed(m_setup.secrets.lease, *grant, m_clock.now());
        return Q_EMIT reopened();
    }
    if (grant.error().code == Code::Unauthenticated) return Q_EMIT logInNeeded();
    if (grant.error().code == Code::Unreachable) (void)m_servers.moveOn();
    m_page.showError(grant.error().code);
}

} // namespace akwaba
