// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation.h"

#include <array>

namespace akwaba::world {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int fewestFaults = 20; // of a life
constexpr int fewestCrashes = 1;

/// A log line is kept by whoever runs the program, so it says nothing personal (P14). Not for several threads.
class LogWatch {
public:
    LogWatch() : m_before(qInstallMessageHandler(&LogWatch::look)) { s_leaks = 0; }
    ~LogWatch() { qInstallMessageHandler(m_before); }
    Q_DISABLE_COPY_MOVE(LogWatch)
    [[nodiscard]] static int leaks() { return s_leaks; }

private:
    static void look(QtMsgType type, const QMessageLogContext &, const QString &text)
    {
        if (text.contains(canary, Qt::CaseInsensitive)) ++s_leaks;
        if (type == QtFatalMsg) fprintf(stderr, "%s\n", qPrintable(text));
    }

    static inline int s_leaks = 0;
    QtMessageHandler m_before;
};

} // namespace

QStringList troubles()
{
    return {u"wire"_s,    u"kills"_s,  u"tears"_s,    u"disks"_s,   u"flips"_s,    u"clocks"_s, u"sleep"_s,
            u"pester"_s,  u"server"_s, u"lineage"_s,  u"restore"_s, u"versions"_s, u"people"_s, u"destroy"_s,
            u"offline"_s, u"mail"_s,   u"machines"_s, u"apart"_s,   u"days"_s};
}

Simulation::Simulation(Life life, const QString &mutant, const WorldServer::MakePlace &makePlace)
    : m_life(std::move(life)), m_world(m_life.seed, mutant, makePlace), m_ageing(m_life.seed + 1),
      m_drafting(m_life.seed + 3), m_calendar(m_life.seed + 2)
{
    const int consoles = 2 + int(m_world.random().below(5));
    m_world.populate(consoles, consoles > 2 && chance(50));
    if (m_life.seed % 2 == 0) { // who sees all teams, and may do more
        Agent supervisor = *m_world.server().find<Agent>(m_world.cast().agents.first().id);
        supervisor.roles.append(Role::Supervisor);
        m_world.server().put(supervisor);
    }
    for (int i = 0; i < 6; ++i)
        (void)m_world.addTicket(oneOf(m_world.cast().teams).id);
    chooseFaults();
    if (m_life.forgets) forgetOften();
    chooseWindows();
}

Simulation::~Simulation() = default;

/// What is left in files is looked for in whole ones: of what befalls files such a life knows nothing.
bool Simulation::knows(const char *trouble) const
{
    static const QSet<QString> damage{u"disks"_s, u"flips"_s, u"machines"_s};
    const QString name = QString::fromLatin1(trouble);
    return trouble == nullptr || (!m_life.without.contains(name) && !(m_life.forgets && damage.contains(name)));
}

void Simulation::chooseFaults()
{
    const auto maybe = [this](int percent) { return chance(60) ? percent : 0; };
    m_known.lost = maybe(8);
    m_known.duplicated = maybe(8);
    m_known.slow = maybe(5);
    m_known.cut = maybe(5);
    m_known.refused = maybe(5);
    m_known.silent = maybe(8);
    m_lineageChanges = chance(30);
    m_restores = chance(30);
    m_disksFail = chance(60);
    m_machinesAreSetBack = m_ageing.below(4) == 0;
    if (!knows("wire")) m_known = {};
    m_world.wire().setFaults(m_known);
    // Only where bits flip is there anything for the cipher to find; it takes a tenth of a life's time.
    for (int i = 0; !m_disksFail && i < m_world.consoles(); ++i)
        m_world.console(i).layOpen();
    if (!m_disksFail || !knows("disks")) return;
    m_world.server().disk().keepUnsynced();
    for (int i = 0; i < m_world.consoles(); ++i)
        m_world.console(i).disk().keepUnsynced();
}

Report Simulation::run()
{
    const LogWatch log;
    m_world.startAll();
    for (int i = 0; i < m_life.steps; ++i)
        step();
    topUp();
    Report report; // of the life: what follows is no part of it
    report.faultCount = faultsSoFar();
    report.crashes = crashesSoFar();
    judge();
    if (LogWatch::leaks() > 0) m_world.violations.append(u"P14: the log says something personal"_s);
    report.violations = m_world.violations;
    report.faults = m_world.faults();
    for (int i = 0; i < m_world.consoles(); ++i) {
        if (m_world.console(i).evicted() > 0) m_counts[u"ticket evicted"_s] += m_world.console(i).evicted();
        for (std::size_t state = 0; state < Engine::stateCount; ++state) {
            for (std::size_t event = 0; event < Engine::eventCount; ++event)
                report.pairs[state][event] += m_world.console(i).pairs()[state][event];
        }
    }
    report.deeds = m_counts;
    report.virtualTime = m_world.clock().monotonic();
    report.trace = m_world.trace();
    if (m_erasures) report.erasures = m_erasures->figures();
    return report;
}

/// Of some consoles the files are not encrypted, whether their disks may fail or not.
void Simulation::forgetOften()
{
    m_erasures.emplace(m_world);
    m_world.attachFiles();
    for (int i = 1; i < m_world.consoles(); i += 2)
        m_world.console(i).layOpen();
}

int Simulation::faultsSoFar()
{
    int all = 0;
    for (const int times : m_world.faults())
        all += times;
    return all;
}

int Simulation::crashesSoFar()
{
    int all = 0;
    for (auto fault = m_world.faults().begin(); fault != m_world.faults().end(); ++fault) {
        const bool isCrash =
            fault.key().contains(u"killed"_s) || fault.key().contains(u"power cut"_s) || fault.key() == u"torn"_s;
        if (isCrash) all += fault.value();
    }
    return all;
}

/// Dice may have given little; a life that was cut short for its failure stays as it is.
void Simulation::topUp()
{
    if (!knows("kills")) return;
    while (faultsSoFar() < fewestFaults || crashesSoFar() < fewestCrashes) {
        const int number = someNumber();
        m_world.start(number);
        for (int i = 0; i < 5; ++i)
            step();
        if (!m_world.console(number).isRunning()) continue;
        fault(u"killed"_s);
        m_world.kill(number);
    }
}

void Simulation::step()
{
    ageMachines();
    if (knows("apart") && m_drafting.below(100) == 0) writeApart();
    passDays();
    // Mostly the world goes on by itself; now and then somebody does something.
    if (!chance(30)) {
        if (!m_world.advance()) m_world.pass(1s);
        return;
    }
    if (m_life.forgets) m_world.fetchFile(int(m_ageing.below(quint64(m_world.consoles()))));
    if (m_life.forgets && chance(40))
        return chance(60) ? newTicket() : chance(75) ? eraseCustomer() : changeMembership();
    static constexpr std::array choices{
        Choice{40, &Simulation::deed},
        Choice{4, &Simulation::undo},
        Choice{4, &Simulation::goOffline, "offline"},
        Choice{3, &Simulation::syncNow},
        Choice{6, &Simulation::killOrStart, "kills"},
        Choice{10, &Simulation::startOne},
        Choice{3, &Simulation::tearApart, "tears"},
        Choice{4, &Simulation::failDisk, "disks"},
        Choice{1, &Simulation::cutPower, "disks"},
        Choice{1, &Simulation::flipBit, "flips"},
        Choice{1, &Simulation::jumpClock, "clocks"},
        Choice{2, &Simulation::suspend, "sleep"},
        Choice{6, &Simulation::pester, "pester"},
        Choice{1, &Simulation::restartServer, "server"},
        Choice{2, &Simulation::failServer, "server"},
        Choice{1, &Simulation::otherServer, "versions"},
        Choice{3, &Simulation::changeFaults, "wire"},
        Choice{10, &Simulation::customerWrites},
        Choice{5, &Simulation::newTicket},
        Choice{6, &Simulation::moveTicket},
        Choice{3, &Simulation::changeMembership, "people"},
        Choice{2, &Simulation::destroyTicket, "destroy"},
        Choice{1, &Simulation::disableOrEnable, "people"},
        Choice{1, &Simulation::newLineage, "lineage"},
        Choice{2, &Simulation::backUpServer, "restore"},
        Choice{1, &Simulation::restoreServer, "restore"},
        Choice{6, &Simulation::sendMail, "mail"},
        Choice{2, &Simulation::stopLoop},
    };
    static constexpr int total = [] {
        int all = 0;
        for (const Choice &choice : choices)
            all += choice.weight;
        return all;
    }();
    int pick = int(m_world.random().below(total));
    for (const Choice &choice : choices) {
        pick -= choice.weight;
        if (pick >= 0) continue;
        if (knows(choice.trouble)) (this->*choice.doing)();
        return;
    }
}

void Simulation::judge()
{
    bool isSettled = m_world.syncAll();
    if (isSettled && m_hasWindows) { // time enough to look for what is old
        m_world.pass(130min);
        isSettled = m_world.settle();
    }
    if (!isSettled) {
        for (int i = 0; i < m_world.consoles(); ++i) {
            if (m_world.console(i).isIdle()) continue;
            m_world.violations.append(u"P10: console %1 is in state %2 with %3 pending"_s.arg(i)
                                          .arg(int(m_world.console(i).engine().state()))
                                          .arg(m_world.console(i).outbox().pendingCount()));
        }
        return;
    }
    checkConvergence(m_world);
    checkDeeds(m_world, m_deeds);
    checkDrafts(m_world, m_deeds, {m_givenUp, m_unread});
    checkMail(m_world, m_deeds);
    checkEscalations(m_world);
    checkOrder(m_world, m_deeds);
    checkNumbers(m_world);
    checkNothingPersonal(m_world);
    checkNoResurrection(m_world, m_destroyed);
    if (m_erasures) m_erasures->check();
    // P12: from nothing, the same.
    const int rebuilt = someNumber();
    m_world.kill(rebuilt);
    m_world.console(rebuilt).destroyCache();
    if (!m_world.syncAll()) m_world.violations.append(u"P12: console %1 can't be filled again"_s.arg(rebuilt));
    checkConvergence(m_world, rebuilt);
}

} // namespace akwaba::world
