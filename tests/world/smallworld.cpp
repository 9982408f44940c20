// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "smallworld.h"

#include <algorithm>

namespace akwaba::world {

using namespace Qt::StringLiterals;

namespace {

using Kind = SmallWorld::Fault::Kind;

constexpr std::size_t serversDisk = 2; // among the disks
constexpr int ordersOfAWorld = 50; // what was written makes it slow

bool isWriting(Kind kind) { return kind >= Kind::FirstDiesWriting; }
std::size_t diskOf(Kind kind) { return std::size_t(kind) - std::size_t(Kind::FirstDiesWriting); }

QString nameOf(Kind kind)
{
    switch (kind) {
    case Kind::None: return u"nothing goes wrong"_s;
    case Kind::FirstDies: return u"the first dies"_s;
    case Kind::SecondDies: return u"the second dies"_s;
    case Kind::ServerDies: return u"the server dies"_s;
    case Kind::FirstLoses: return u"a message of the first is lost"_s;
    case Kind::SecondLoses: return u"a message of the second is lost"_s;
    case Kind::FirstDiesWriting: return u"the first dies writing"_s;
    case Kind::SecondDiesWriting: return u"the second dies writing"_s;
    case Kind::ServerDiesWriting: return u"the server dies writing"_s;
    }
    return {};
}

/// What can go wrong in a word of which it is known what is written in it.
std::vector<SmallWorld::Fault> faultsOf(const std::string &word, const std::vector<SmallWorld::Changes> &changes)
{
    std::vector<SmallWorld::Fault> faults;
    for (std::size_t letter = 0; letter < word.size(); ++letter) {
        for (const Kind kind :
             {Kind::FirstDies, Kind::SecondDies, Kind::ServerDies, Kind::FirstLoses, Kind::SecondLoses})
            faults.push_back({kind, letter, 0});
        for (const Kind kind : {Kind::FirstDiesWriting, Kind::SecondDiesWriting, Kind::ServerDiesWriting}) {
            for (int change = 0; change < changes[letter][diskOf(kind)]; ++change)
                faults.push_back({kind, letter, change});
        }
    }
    return faults;
}

} // namespace

SmallWorld::SmallWorld() : m_world(3)
{
    m_world.populate(2);
    for (Agent agent : m_world.cast().agents) { // both see the ticket
        agent.teams = {m_world.cast().teams.at(0).id, m_world.cast().teams.at(1).id};
        m_world.server().put(agent);
    }
    m_world.console(0).layOpen();
    m_world.console(1).layOpen();
    m_ticket = m_world.addTicket(m_world.cast().teams.at(0).id);
    if (!m_world.syncAll()) qFatal("the small world does not begin");
}

std::optional<QStringList> SmallWorld::live(const std::string &word, const Fault &fault)
{
    m_deeds.clear();
    m_changes.clear();
    m_world.violations.clear();
    bool hasStruck = true;
    for (std::size_t letter = 0; letter < word.size(); ++letter) {
        const bool isHere = fault.letter == letter;
        if (isHere) hasStruck = strike(fault);
        const Changes before = changesSoFar();
        happen(word[letter]);
        Changes made = changesSoFar();
        for (std::size_t i = 0; i < made.size(); ++i)
            made[i] -= before[i];
        m_changes.push_back(made);
        if (isHere && isWriting(fault.kind)) hasStruck = endStrike(fault);
    }
    if (!m_world.syncAll()) m_world.violations.append(u"P10: it does not settle"_s);
    if (!hasStruck) return std::nullopt;
    for (const TypeInfo *type : {&typeInfo<Ticket>(), &typeInfo<Message>(), &typeInfo<Customer>()}) // all that changes
        checkConvergenceOf(m_world, *type);
    checkDeeds(m_world, m_deeds);
    checkOrder(m_world, m_deeds);
    return m_world.violations;
}

bool SmallWorld::strike(const Fault &fault)
{
    switch (fault.kind) {
    case Kind::None: return true;
    case Kind::FirstDies:
    case Kind::SecondDies: {
        const int number = fault.kind == Kind::FirstDies ? 0 : 1;
        m_world.kill(number);
        return m_world.start(number);
    }
    case Kind::ServerDies: m_world.server().restart(); return true;
    case Kind::FirstLoses: return m_world.loseNextOf(0);
    case Kind::SecondLoses: return m_world.loseNextOf(1);
    case Kind::FirstDiesWriting:
    case Kind::SecondDiesWriting:
    case Kind::ServerDiesWriting: disk(diskOf(fault.kind)).dieOverChange(fault.change); return true;
    }
    return false;
}

/// Whether somebody died: the same word may have written more when it was looked at.
bool SmallWorld::endStrike(const Fault &fault)
{
    FaultyDisk &struck = disk(diskOf(fault.kind));
    if (struck.isToDie()) {
        struck.calm();
        return false;
    }
    for (int number = 0; number < m_world.consoles(); ++number)
        (void)m_world.start(number);
    return true;
}

void SmallWorld::happen(char letter)
{
    switch (letter) {
    case 'a': return perform(0, SetField{m_ticket, u"subject"_s, shown(0), u"premier"_s});
    case 'b': return perform(0, note());
    case 'c': return perform(1, SetField{m_ticket, u"subject"_s, shown(1), u"second"_s});
    default: (void)m_world.advanceConsole(letter - '1');
    }
}

void SmallWorld::perform(int console, const Command &command)
{
    const auto [iid, isKept] = m_world.console(console).perform(command);
    Deed deed;
    deed.console = console;
    deed.iid = iid;
    deed.op = opOf(command);
    deed.ticket = m_ticket.value;
    deed.message = messageOf(command).value;
    deed.uncertain = !isKept;
    m_deeds.append(deed);
}

FaultyDisk &SmallWorld::disk(std::size_t number)
{
    return number == serversDisk ? m_world.server().disk() : m_world.console(int(number)).disk();
}

SmallWorld::Changes SmallWorld::changesSoFar()
{
    return {disk(0).changes(), disk(1).changes(), disk(serversDisk).changes()};
}

QString SmallWorld::shown(int console)
{
    return m_world.console(console).row(typeInfo<Ticket>(), m_ticket.value).value(u"subject"_s).toString();
}

AddNote SmallWorld::note()
{
    const MessageId id = newId<MessageId>(m_world.clock(), m_world.random());
    return {id, m_ticket, wordsOf(id.value)};
}

std::vector<std::string> smallWords()
{
    std::vector<std::string> words;
    std::string word = "1122abc";
    do {
        if (word.find('a') < word.find('b')) words.push_back(word); // the first console's order
    } while (std::ranges::next_permutation(word).found);
    return words;
}

Orders everyOrderOf(const std::string &word)
{
    Orders orders;
    auto world = std::make_unique<SmallWorld>();
    const auto live = [&](const SmallWorld::Fault &fault) {
        const auto violations = world->live(word, fault);
        if (!violations) return;
        ++orders.lived;
        for (const QString &violation : *violations) {
            orders.violations.append(
                u"%1, %2 at letter %3, change %4: %5"_s.arg(QString::fromStdString(word), nameOf(fault.kind))
                    .arg(fault.letter + 1)
                    .arg(fault.change)
                    .arg(violation));
        }
        if (orders.lived % ordersOfAWorld == 0) world = std::make_unique<SmallWorld>();
    };
    live({});
    const std::vector<SmallWorld::Fault> faults = faultsOf(word, world->changes());
    for (const SmallWorld::Fault &fault : faults)
        live(fault);
    return orders;
}

} // namespace akwaba::world
