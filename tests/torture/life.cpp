// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/torture/life.h"

#include "tests/server/endurance/correspondence.h"
#include "tests/server/peers/peer.h"
#include "tests/server/peers/testplace.h"
#include "tests/torture/comparison.h"

#include <QTest>

#include <algorithm>

using namespace akwaba;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int consoles = 2;
constexpr int patienceMs = 120'000;
constexpr int deathsToTell = 12;
const auto windowSubject = u"Cartouche"_s;

} // namespace

Life::Places::Places(Random &random)
    : console(u"akwaba-torture-console"_s, random), window(u"akwaba"_s, random), server(u"akwaba-server"_s, random)
{
}

Life::Life(quint64 seed, Places &places, Kind kind)
    : m_random(seed), m_places(places), m_kind(kind), m_folder(peer::memoryPath() + u"/akwaba-torture-XXXXXX"_s),
      m_server(kind.isOnPostgresql ? postgresqlPlace(serverFolder()) : store::Place(serverFolder()), m_sink.port())
{
    m_impatience.setInterval(500ms);
    connect(&m_impatience, &QTimer::timeout, this, [this] {
        if (m_isServing && m_server.isRunning()) endUndoTime(m_server.place());
    });
}

Tally Life::live(int kills)
{
    if (begin() && dieOften(kills) && comeToRest()) compare();
    for (const auto &console : m_consoles)
        m_tally.violations += console->complaints();
    if (!m_tally.violations.isEmpty()) m_tally.violations += m_deaths;
    return m_tally;
}

bool Life::violated(const QString &what)
{
    m_tally.violations.append(what);
    return false;
}

bool Life::hasComplaints() const
{
    return !m_tally.violations.isEmpty()
        || std::ranges::any_of(m_consoles, [](const auto &console) { return !console->complaints().isEmpty(); });
}

bool Life::begin()
{
    if (!m_server.start()) return violated(u"the server does not begin: "_s + m_server.report());
    const int seats = m_kind.hasWindow ? 0 : consoles;
    m_company = furnish(m_server.place(), seats, m_random);
    m_isServing = m_kind.hasWindow;
    if (!m_isServing) m_server.kill();
    for (int i = 0; i < seats; ++i) {
        m_consoles.push_back(std::make_unique<KilledConsole>(m_company, i, m_random, m_places.console,
                                                             m_folder.filePath(u"console%1"_s.arg(i)), m_server.url()));
        connect(m_consoles.back().get(), &KilledConsole::died, this, [this, i](const QString &where) {
            ++m_tally.consoleKills;
            noteDeath(u"console %1"_s.arg(i), where);
        });
        m_consoles.back()->work();
    }
    if (m_kind.hasWindow) openWindow();
    m_impatience.start();
    return true;
}

void Life::openWindow()
{
    giveSubject(m_server.place(), m_company.shared.constFirst(), windowSubject);
    m_window = std::make_unique<KilledWindow>(m_server, windowSubject, m_places.window, m_folder.filePath(u"window"_s));
    connect(m_window.get(), &KilledWindow::died, this, [this](const QString &where) {
        ++m_tally.consoleKills;
        ++m_tally.windowKills;
        noteDeath(u"the window"_s, where);
    });
    m_window->work();
}

bool Life::dieOften(int kills)
{
    const auto hasWorked = [](const auto &console) { return console->hasKeptReply(); };
    while ((m_tally.kills() < kills || !std::ranges::all_of(m_consoles, hasWorked)) && !hasComplaints()) {
        if (!m_server.isRunning()) serve();
        const int before = m_tally.kills();
        const auto somebodyDied = [&] { return !m_server.isRunning() || m_tally.kills() > before || hasComplaints(); };
        if (!QTest::qWaitFor(somebodyDied, patienceMs)) return violated(u"nobody writes any more"_s);
        if (!m_server.isRunning() && m_isServing) serverDied();
    }
    return !hasComplaints();
}

void Life::serve()
{
    if (!m_kind.hasWindow) m_server.useEnvironment(m_places.server.planned(serverFolder()));
    m_isServing = m_server.start();
    if (!m_isServing) return serverDied();
    for (const auto &console : m_consoles)
        console->wake();
}

void Life::serverDied()
{
    m_isServing = false;
    const QString where = m_places.server.death(serverFolder());
    if (where.isEmpty()) violated(u"the server ended by itself: "_s + m_server.report());
    ++m_tally.serverKills;
    noteDeath(u"the server"_s, where);
}

void Life::noteDeath(const QString &who, const QString &where)
{
    m_deaths.append(who + u" died "_s + where);
    if (m_deaths.size() > deathsToTell) m_deaths.removeFirst();
}

/// Nobody dies any more, and nobody does anything new.
bool Life::comeToRest()
{
    m_server.kill();
    (void)m_places.server.death(serverFolder());
    m_server.useEnvironment(QProcessEnvironment::systemEnvironment());
    m_isServing = m_server.start();
    if (!m_isServing) return violated(u"the server does not begin again: "_s + m_server.report());
    for (const auto &console : m_consoles)
        console->rest();
    if (m_window) m_window->rest();
    const bool isQuiet = QTest::qWaitFor(
        [this] {
            return std::ranges::all_of(m_consoles, [](const auto &console) { return console->isUpToDate(); })
                && (!m_window || m_window->isUpToDate());
        },
        patienceMs);
    if (!isQuiet) return violated(u"a console does not get rid of what it has"_s);
    endUndoTime(m_server.place());
    return waitUntilMailed(m_server.place()) || violated(u"some mail stays on its way"_s);
}

void Life::compare()
{
    const Comparison comparison(m_server.place(), m_company, m_consoles, m_sink);
    comparison.compareDeeds(m_tally);
    if (m_window) comparison.compareWindow(*m_window, m_tally);
    (void)QTest::qWaitFor([&comparison] { return comparison.shownOtherwise().isEmpty(); }, patienceMs);
    m_tally.violations += comparison.shownOtherwise();
    comparison.compareMail(m_tally, Comparison::Moment::BeforeUnknownIsSentAgain);
    if (!m_tally.violations.isEmpty()) return;
    endPauses(m_server.place());
    const Correspondence mail(m_server.place());
    if (!QTest::qWaitFor([&mail] { return mail.unknown() + mail.inTheAir() + mail.queued() == 0; }, patienceMs))
        violated(u"what is unknown is not sent again"_s);
    comparison.compareMail(m_tally, Comparison::Moment::AtTheEnd);
    for (const auto &console : m_consoles)
        console->end();
    m_window.reset();
    if (!m_server.stop()) violated(u"the server does not end: "_s + m_server.report());
}
