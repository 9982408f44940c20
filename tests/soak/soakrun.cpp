// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/soak/soakrun.h"

#include "tests/server/peers/peer.h"
#include "tests/server/peers/testplace.h"
#include "tests/soak/soakcomparison.h"

#include <QTest>

#include <algorithm>
#include <limits>

using namespace akwaba;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr double warmUp = 0.25; // of the work
constexpr int patienceMs = 600'000; // a console may wait for five minutes after many failures
constexpr auto askEvery = 250ms;
constexpr auto tellEvery = 60s;
constexpr qsizetype mostTold = 20;

store::Place placeOf(const SoakPlan &plan, const QString &folder)
{
    return plan.isOnPostgresql ? postgresqlPlace(folder) : store::Place(folder);
}

} // namespace

SoakRun::SoakRun(const SoakPlan &plan)
    : m_plan(plan), m_random(plan.seed), m_folder(peer::memoryPath() + u"/akwaba-soak-XXXXXX"_s),
      m_server(placeOf(plan, m_folder.filePath(u"server"_s)), m_sink.port()),
      m_way(quint16(m_server.url().port()), m_random)
{
    m_asking.setInterval(askEvery);
    connect(&m_asking, &QTimer::timeout, this, [this] { sample(); });
}

SoakFigures SoakRun::run()
{
    if (begin() && workOn(warmUp) && comeToRest()) {
        m_figures.server.warm = atRest(ProcessUse::of(m_server.pid()));
        m_figures.clients.warm = atRest(clientsUse());
        if (workOn(1) && comeToRest()) compare();
    }
    m_asking.stop();
    m_processes.clear();
    if (!m_server.stop()) violated(u"the server does not end: "_s + m_server.report());
    return m_figures;
}

bool SoakRun::violated(const QString &what)
{
    if (m_figures.violations.size() < mostTold) m_figures.violations.append(what);
    return false;
}

bool SoakRun::begin()
{
    if (!m_server.start()) return violated(u"the server does not begin: "_s + m_server.report());
    m_company = furnish(m_server.place(), m_plan.consoles, m_random);
    QUrl server = m_server.url();
    server.setPort(m_way.port());
    for (int first = 0; first < m_plan.consoles; first += m_plan.perProcess) {
        Assignment mine{server, m_folder.path(), m_plan.pace, m_random.next() >> 1, first, m_company, {}};
        mine.company.seats = m_company.seats.mid(first, m_plan.perProcess);
        for (const Company::Seat &seat : std::as_const(mine.company.seats))
            mine.secrets.append(newSecrets(m_random, seat.token));
        m_processes.push_back(std::make_unique<ConsolesProcess>(std::move(mine)));
    }
    m_figures.consoles = m_plan.consoles;
    m_figures.processes = int(m_processes.size());
    m_sinceStart.start();
    m_sinceTold.start();
    m_asking.start();
    return true;
}

/// Until that part of the work is done.
bool SoakRun::workOn(double part)
{
    m_way.trouble(m_plan.dice);
    QElapsedTimer timer;
    timer.start();
    const double share = part < 1 ? part : 1 - warmUp;
    const auto time = qint64(share * double(m_plan.time.count()));
    const auto enough = qint64(part * double(m_plan.deeds));
    for (const auto &process : m_processes)
        process->work();
    const auto isDone = [&] {
        return !m_figures.violations.isEmpty() || (timer.elapsed() >= time && deeds() >= enough);
    };
    if (!QTest::qWaitFor(isDone, std::numeric_limits<int>::max())) return violated(u"nobody works any more"_s);
    return m_figures.violations.isEmpty();
}

/// Nobody writes, the network is good, every outbox is empty and every reply is mailed.
bool SoakRun::comeToRest()
{
    m_way.heal();
    QElapsedTimer sinceHealed;
    sinceHealed.start();
    for (const auto &process : m_processes)
        process->rest();
    const auto isQuiet = [this] {
        return !m_figures.violations.isEmpty()
            || std::ranges::all_of(m_processes, [](const auto &process) { return process->isQuiet(); });
    };
    if (!QTest::qWaitFor(isQuiet, patienceMs)) violated(u"a console does not get rid of what it has"_s);
    if (!m_figures.violations.isEmpty()) return false;
    m_figures.quietAfterMs = sinceHealed.elapsed();
    endUndoTime(m_server.place());
    if (!waitUntilMailed(m_server.place())) return violated(u"some mail stays on its way"_s);
    return converge();
}

/// The consoles hear of what became of the mail, and what is of no use any more is closed.
bool SoakRun::converge()
{
    const SoakComparison comparison(m_server.place(), m_processes);
    for (const auto &process : m_processes) {
        for (int i = 0; i < process->assignment().company.seats.size(); ++i) {
            const auto isSame = [&] { return comparison.shownOtherwise(m_company, *process, i).isEmpty(); };
            if (QTest::qWaitFor(isSame, patienceMs)) continue;
            m_figures.violations += comparison.shownOtherwise(m_company, *process, i).mid(0, mostTold);
            return false;
        }
    }
    // What a console asks goes through one connection, and another one is its channel.
    const auto isTidy = [this] { return m_way.open() <= 2 * m_plan.consoles; };
    return QTest::qWaitFor(isTidy, patienceMs) || violated(u"%1 connections at rest"_s.arg(m_way.open()));
}

/// Without the connections through the way, of which one more or less may be kept for the next request.
ProcessUse SoakRun::atRest(ProcessUse use) const
{
    use.descriptors -= m_way.open();
    return use;
}

void SoakRun::compare()
{
    const SoakComparison comparison(m_server.place(), m_processes);
    comparison.compareWrites(m_sink, m_figures);
    comparison.compareMail(m_sink, m_figures);
    const auto isClosed = [this] {
        m_figures.server.end = atRest(ProcessUse::of(m_server.pid()));
        m_figures.clients.end = atRest(clientsUse());
        return m_figures.server.end.descriptors <= m_figures.server.warm.descriptors
            && m_figures.clients.end.descriptors <= m_figures.clients.warm.descriptors;
    };
    if (!QTest::qWaitFor(isClosed, patienceMs)) violated(u"descriptors are left over"_s);
    m_figures.way = m_way.count();
}

void SoakRun::sample()
{
    for (const auto &process : m_processes) {
        if (!process->isRunning()) violated(u"a process with consoles ended by itself"_s);
        process->ask();
        for (const QJsonValue &report : process->reports()) {
            const QString complaint = report.toObject().value(u"complaint"_s).toString();
            if (!complaint.isEmpty()) violated(complaint);
        }
    }
    if (!m_server.isRunning()) violated(u"the server ended by itself: "_s + m_server.report());
    const ProcessUse server = ProcessUse::of(m_server.pid());
    const ProcessUse clients = clientsUse();
    m_figures.server.sampled(server);
    m_figures.clients.sampled(clients);
    if (!m_sinceTold.hasExpired(std::chrono::milliseconds(tellEvery).count())) return;
    m_sinceTold.restart();
    qInfo("%lld s: %lld deeds; server %lld kB, %lld descriptors; consoles %lld kB, %lld descriptors",
          m_sinceStart.elapsed() / 1000, deeds(), server.residentKb, server.descriptors, clients.residentKb,
          clients.descriptors);
}

ProcessUse SoakRun::clientsUse() const
{
    ProcessUse use;
    for (const auto &process : m_processes)
        use += ProcessUse::of(process->pid());
    return use;
}

qint64 SoakRun::deeds() const
{
    qint64 sum = 0;
    for (const auto &process : m_processes)
        sum += process->sum("replies"_L1) + process->sum("notes"_L1) + process->sum("others"_L1);
    return sum;
}
