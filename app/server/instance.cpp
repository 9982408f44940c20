// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/instance.h"

#include "app/server/channels/email/lmtplistener.h"
#include "app/server/channels/email/pdftext.h"
#include "app/server/mailboxtrial.h"
#include "app/server/receiving.h"
#include "core/base/clock.h"

#include <QFile>
#include <QHostAddress>
#include <QLoggingCategory>
#include <QPointer>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

Q_LOGGING_CATEGORY(lcServer, "akwaba.server")

constexpr qsizetype largestLogIn = 64 * 1024; // strangers send it, and it is parsed before anybody knows them
constexpr int soonDays = 30;

QByteArrayList originsOf(const ServerConfig &config)
{
    QByteArrayList origins;
    for (const QString &origin : config.corsOrigins)
        origins.append(origin.toLatin1());
    return origins;
}

void tellExpiry(const QDateTime &end, const QDateTime &now)
{
    const QString day = end.date().toString(Qt::ISODate);
    if (end <= now)
        qCWarning(lcServer).noquote() << "the certificate expired on" << day;
    else if (end < now.addDays(soonDays))
        qCWarning(lcServer).noquote() << "the certificate expires on" << day;
}

jmap::Settings jmapSettings(const ServerConfig &config, bool isTest)
{
    jmap::Settings settings;
    settings.vendorCapability = jmap::vendorCapabilityOf(config.publicName);
    settings.basicAllowed = isTest;
    settings.servers = config.servers;
    settings.lease = std::chrono::days(config.leaseDays);
    settings.maxSizeRequest = config.limits.body;
    settings.maxSizeUpload = config.limits.body;
    return settings;
}

jmap::ApplyIntents applyBy(const std::unique_ptr<intents::IntentService> &service)
{
    return [&service](const store::IntentBatch &batch, std::function<void(const Result<store::Applied> &)> done) {
        if (!service) return done(fail(Code::Internal, u"not started"_s));
        service->apply(batch, std::move(done));
    };
}

} // namespace

Instance::Instance(store::Store &store, ServerConfig config, bool isTest)
    : m_store(store), m_config(std::move(config)), m_clockKeeper(store), m_alarmKeeper(store),
      m_logCollector(store, {.keep = std::chrono::days(m_config.changeLogDays)}), m_leaseWatch(store),
      m_api(m_router, store, applyBy(m_intents), jmapSettings(m_config, isTest)),
      m_mailRoutes(m_router, store, m_api.door().authenticator), m_intake(store, m_receiving, mail::textOfPdf),
      m_mailboxes(store, m_intake, m_config), m_mailAccounts(m_router, store, m_api.door(), mailAccountDesk()),
      m_holidays(m_router, store, m_api.door()), m_rules(m_router, store, m_api.door()),
      m_macros(m_router, store, m_api.door()),
      m_supervision(m_router, store, m_api.door(), [this] { return m_api.push().agents(); }),
      m_accessLog(store.clock()), m_server(m_router, store.clock(), m_config.limits),
      m_monitoring({store, m_server, [directory = store.directory()] { return freeBytesAt(directory); }})
{
    m_router.limitBody(u"/auth/login"_s, largestLogIn);
    m_monitoring.addHealth(m_router);
    m_monitoring.addMetrics(m_metricsRouter);
    m_server.allowOrigins(originsOf(m_config));
    m_server.trustProxies(http::Proxies(m_config.trustedProxies));
    connect(&m_server, &http::Server::drained, this, &Instance::stopped);
}

Instance::~Instance() = default;

Result<void> Instance::useCertificate()
{
    const bool isLoopback = QHostAddress(m_config.listenAddress).isLoopback();
    if (m_config.plainHttp) {
        if (isLoopback) return {};
        return fail(Code::InsecureAddress, u"plain_http is for loopback addresses only"_s);
    }
    const auto done = m_server.useCertificate(certificateFileOf(m_config), keyFileOf(m_config));
    if (done) tellExpiry(*m_server.certificateEnd(), m_store.clock().now());
    return done;
}

Result<void> Instance::openAccessLog()
{
    if (m_config.accessLog.isEmpty()) return {};
    m_server.onAnswered([this](const http::Exchange &exchange) { m_accessLog.write(exchange); });
    return m_accessLog.open(m_config.accessLog);
}

Result<void> Instance::startMetrics()
{
    if (!m_config.metricsPort) return {};
    m_metrics = std::make_unique<http::Server>(m_metricsRouter, m_store.clock());
    return m_metrics->listen(QHostAddress(QHostAddress::LocalHost), *m_config.metricsPort).map([](quint16) { });
}

void Instance::reload()
{
    if (const auto done = useCertificate(); !done)
        qCWarning(lcServer).noquote() << "the certificate stays the old one:" << done.error().detail;
    if (const auto done = openAccessLog(); !done) qCWarning(lcServer).noquote() << done.error().detail;
}

Result<quint16> Instance::start()
{
    auto service = intents::IntentService::open(m_store);
    if (!service) return tl::unexpected(service.error());
    m_intents = std::move(*service);
    if (const auto done = useCertificate(); !done) return tl::unexpected(done.error());
    if (const auto done = openAccessLog(); !done) return tl::unexpected(done.error());
    const auto port = m_server.listen(QHostAddress(m_config.listenAddress), m_config.port);
    if (!port) return port;
    if (const auto done = startMetrics(); !done) return tl::unexpected(done.error());
    if (const auto done = startMail(); !done) return tl::unexpected(done.error());
    return m_store.watchOthers().map([&port] { return *port; });
}

Result<void> Instance::startMail()
{
    auto receiving = receiveSettingsOf(m_config);
    if (!receiving) return tl::unexpected(receiving.error());
    m_receiving = std::move(*receiving);
    auto templates = answerTemplatesOf(m_config);
    if (!templates) return tl::unexpected(templates.error());
    m_escalationKeeper = std::make_unique<jobs::EscalationKeeper>(m_store, std::move(*templates));
    if (m_config.lmtpPort) {
        mail::LmtpOptions options;
        options.hostName = m_config.publicName;
        m_lmtp =
            std::make_unique<mail::LmtpListener>(options, [this](const QByteArray &raw, const QStringList &recipients) {
                return m_intake.take(raw, recipients);
            });
        const auto listening = m_lmtp->listen(QHostAddress(QHostAddress::LocalHost), *m_config.lmtpPort);
        if (!listening) return tl::unexpected(listening.error());
    }
    // Of several servers on one database one fetches and sends; another takes over when it dies.
    m_store.onLeading([mailboxes = QPointer(&m_mailboxes)](bool leads) {
        if (mailboxes) mailboxes->lead(leads);
    });
    const auto runWhileLeading = [this](auto &housekeeper) {
        m_store.onLeading([kept = QPointer(&housekeeper)](bool leads) {
            if (kept) leads ? kept->start() : kept->pause();
        });
    };
    runWhileLeading(m_clockKeeper);
    runWhileLeading(m_alarmKeeper);
    runWhileLeading(*m_escalationKeeper);
    runWhileLeading(m_logCollector);
    runWhileLeading(m_leaseWatch);
    return {};
}

jmap::MailAccountDesk Instance::mailAccountDesk()
{
    const auto check = [this](const MailAccount &account, const MailPasswords &passwords,
                              const std::function<void(const QList<MailCheck> &)> &done) {
        auto *trial = new MailboxTrial(account, passwords, m_config.publicName, this);
        connect(trial, &MailboxTrial::finished, this, [trial, done](const QList<MailCheck> &checks) {
            trial->deleteLater();
            done(checks);
        });
        trial->start();
    };
    return {[this] { return m_mailboxes.configured(); }, check, [this] { m_mailboxes.refresh(); }};
}

void Instance::stop()
{
    m_lmtp.reset();
    m_mailboxes.stop();
    m_server.close();
}

} // namespace akwaba
