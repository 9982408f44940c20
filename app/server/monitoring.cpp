// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/monitoring.h"

#include "app/server/http/figures.h"
#include "app/server/http/server.h"
#include "app/server/store/store.h"
#include "core/base/clock.h"

#include <QFile>
#include <QStorageInfo>

#include <optional>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

constexpr qint64 leastFreeBytes = 64 * 1024 * 1024; // a day of mail still fits, and SQLite's log can be folded in

QByteArray line(const char *what, bool isWell) { return QByteArray(what) + (isWell ? ": ok\n" : ": failing\n"); }

/// Of this process; nothing where the system has no such file.
std::optional<qint64> residentBytes()
{
#ifdef Q_OS_UNIX
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly)) return std::nullopt;
    return file.readAll().split(' ').value(1).toLongLong() * sysconf(_SC_PAGESIZE);
#else
    return std::nullopt;
#endif
}

} // namespace

qint64 freeBytesAt(const QString &directory) { return QStorageInfo(directory).bytesAvailable(); }

Monitoring::Monitoring(Surroundings around) : m_around(std::move(around)), m_commits(std::make_shared<quint64>(0))
{
    m_around.store.onCommitted([commits = m_commits](const store::CommitNotice &) { ++*commits; });
}

void Monitoring::addHealth(http::Router &router) const
{
    // Nothing is asked: that this is answered at all is the answer.
    router.add("GET", u"/healthz"_s, [](const http::Request &, http::Responder responder) {
        responder.answer(http::textResponse(200, "ok\n"));
    });
    router.add("GET", u"/readyz"_s,
               [this](const http::Request &, http::Responder responder) { responder.answer(readiness()); });
}

void Monitoring::addMetrics(http::Router &router) const
{
    addHealth(router);
    router.add("GET", u"/metrics"_s,
               [this](const http::Request &, http::Responder responder) { responder.answer(metrics()); });
}

bool Monitoring::isDatabaseReady() const { return m_around.store.read().has_value(); }

bool Monitoring::hasRoom() const
{
    const qint64 free = m_around.freeBytes();
    return free < 0 || free >= leastFreeBytes;
}

http::Response Monitoring::readiness() const
{
    const bool database = isDatabaseReady();
    const bool disk = hasRoom();
    const bool open = !m_around.server.isClosing();
    QByteArray text = line("database", database) + line("disk", disk) + line("open", open);
    // Told, but no reason to send consoles elsewhere: they pin it, and another server would have the same.
    if (const auto end = m_around.server.certificateEnd())
        text += line("certificate", *end > m_around.store.clock().now());
    return http::textResponse(database && disk && open ? 200 : 503, text);
}

http::Response Monitoring::metrics() const
{
    http::Figures figures;
    http::addFigures(figures, m_around.server);
    figures.single("akwaba_commits_total", "counter", "Commits that changed something, by whichever process.",
                   double(*m_commits));
    const bool isReady = isDatabaseReady() && hasRoom() && !m_around.server.isClosing();
    figures.single("akwaba_ready", "gauge", "1 where /readyz says so.", isReady ? 1 : 0);
    if (const qint64 free = m_around.freeBytes(); free >= 0)
        figures.single("akwaba_disk_free_bytes", "gauge", "Where the data are kept.", double(free));
    if (const auto end = m_around.server.certificateEnd())
        figures.single("akwaba_certificate_expires_seconds", "gauge", "The end of the certificate, Unix time.",
                       double(end->toSecsSinceEpoch()));
    if (const auto resident = residentBytes())
        figures.single("process_resident_memory_bytes", "gauge", "Memory of this process.", double(*resident));
    http::Response response = http::textResponse(200, figures.text());
    response.headers.set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
    return response;
}

} // namespace akwaba
