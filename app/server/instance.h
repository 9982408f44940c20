// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/config/config.h"
#include "app/server/http/accesslog.h"
#include "app/server/http/server.h"
#include "app/server/intents/intentservice.h"
#include "app/server/jmap/api.h"
#include "app/server/jmap/holidayroutes.h"
#include "app/server/jmap/macroroutes.h"
#include "app/server/jmap/mailaccountroutes.h"
#include "app/server/jmap/ruleroutes.h"
#include "app/server/jmap/supervisionroutes.h"
#include "app/server/jobs/escalationkeeper.h"
#include "app/server/jobs/mailintake.h"
#include "app/server/mailboxes.h"
#include "app/server/mailview/mailroutes.h"
#include "app/server/monitoring.h"
#include "app/server/servicelevels/alarmkeeper.h"
#include "app/server/servicelevels/clockkeeper.h"
#include "app/server/store/leasewatch.h"
#include "app/server/store/logcollector.h"
#include "app/server/store/store.h"

namespace akwaba::mail {
class LmtpListener;
}

namespace akwaba {

/// One running server: everything that a store, a network and a configuration make together. Only composes.
class Instance : public QObject {
    Q_OBJECT

public:
    Instance(store::Store &store, ServerConfig config, bool isTest);
    ~Instance() override;

    /// Opens the ports. Gives that of HTTP.
    [[nodiscard]] Result<quint16> start();
    /// Takes in what an operator changed while we run: the certificate, and a log that was moved away. What is no good
    /// is told in the log, and what was there stays in use.
    void reload();
    [[nodiscard]] bool isSecure() const { return m_server.isSecure(); }
    /// Finishes what is in flight; then `stopped`.
    void stop();

Q_SIGNALS:
    void stopped();

private:
    [[nodiscard]] Result<void> useCertificate();
    [[nodiscard]] Result<void> openAccessLog();
    [[nodiscard]] Result<void> startMetrics();
    [[nodiscard]] Result<void> startMail();
    [[nodiscard]] jmap::MailAccountDesk mailAccountDesk();

    store::Store &m_store;
    const ServerConfig m_config;
    std::unique_ptr<intents::IntentService> m_intents;
    servicelevels::ClockKeeper m_clockKeeper;
    servicelevels::AlarmKeeper m_alarmKeeper;
    std::unique_ptr<jobs::EscalationKeeper> m_escalationKeeper;
    store::LogCollector m_logCollector;
    store::LeaseWatch m_leaseWatch;
    http::Router m_router;
    jmap::Api m_api;
    mailview::MailRoutes m_mailRoutes;
    jobs::ReceiveSettings m_receiving;
    jobs::MailIntake m_intake;
    Mailboxes m_mailboxes;
    jmap::MailAccountRoutes m_mailAccounts;
    jmap::HolidayRoutes m_holidays;
    jmap::RuleRoutes m_rules;
    jmap::MacroRoutes m_macros;
    jmap::SupervisionRoutes m_supervision;
    http::AccessLog m_accessLog;
    http::Server m_server;
    Monitoring m_monitoring;
    http::Router m_metricsRouter;
    std::unique_ptr<http::Server> m_metrics;
    std::unique_ptr<mail::LmtpListener> m_lmtp;
};

} // namespace akwaba
