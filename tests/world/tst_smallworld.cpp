// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "properties.h"

#include <QTest>

#include <algorithm>

using namespace akwaba;
using namespace akwaba::world;
using namespace Qt::StringLiterals;

namespace {

/// Two consoles and a server without time: what a console asks for waits until it is let through.
class SmallWorld {
public:
    SmallWorld() : m_world(3)
    {
        m_world.populate(2);
        for (Agent agent : m_world.cast().agents) { // both see the ticket
            agent.teams = {m_world.cast().teams.at(0).id, m_world.cast().teams.at(1).id};
            m_world.server().put(agent);
        }
        m_ticket = m_world.addTicket(m_world.cast().teams.at(0).id);
        if (!m_world.syncAll()) qFatal("the small world does not begin");
    }

    /// What is to happen, a letter each: a, b: the first console's intents in their order; c: the second one's; 1, 2: a
    /// console and the server exchange one message; x, y: a console dies and begins again.
    QStringList troubleAfter(const std::string &word)
    {
        m_deeds.clear();
        for (const char letter : word)
            happen(letter);
        m_world.violations.clear();
        if (!m_world.syncAll()) m_world.violations.append(u"P10: it does not settle"_s);
        checkConvergence(m_world);
        checkDeeds(m_world, m_deeds);
        checkOrder(m_world, m_deeds);
        return m_world.violations;
    }

private:
    void happen(char letter)
    {
        switch (letter) {
        case 'a': return perform(0, SetField{m_ticket, u"subject"_s, shown(0), u"premier"_s});
        case 'b': return perform(0, note());
        case 'c': return perform(1, SetField{m_ticket, u"subject"_s, shown(1), u"second"_s});
        case '1':
        case '2': return (void)m_world.advanceConsole(letter - '1');
        default: m_world.kill(letter - 'x'); m_world.start(letter - 'x');
        }
    }
    void perform(int console, const Command &command)
    {
        Deed deed;
        deed.console = console;
        deed.iid = m_world.console(console).perform(command).iid;
        deed.op = opOf(command);
        deed.ticket = m_ticket.value;
        deed.message = messageOf(command).value;
        m_deeds.append(deed);
    }
    QString shown(int console)
    {
        return m_world.console(console).row(typeInfo<Ticket>(), m_ticket.value).value(u"subject"_s).toString();
    }
    AddNote note()
    {
        const MessageId id = newId<MessageId>(m_world.clock(), m_world.random());
        return {id, m_ticket, canary + u' ' + id.value};
    }

    FakeWorld m_world;
    TicketId m_ticket;
    QList<Deed> m_deeds;
};

} // namespace

/// Two consoles, one ticket, three intents: every order in which they can be written and exchanged, with one crash
/// anywhere (sync.md 4.5). Nothing is left to dice.
class TestSmallWorld : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyOrder_endsWithTheSameOnAllSides_data()
    {
        QTest::addColumn<QString>("letters");
        QTest::newRow("nobody dies") << u"abc112"_s;
        QTest::newRow("the first dies") << u"abc12x"_s;
        QTest::newRow("the second dies") << u"abc12y"_s;
    }
    void everyOrder_endsWithTheSameOnAllSides()
    {
        QFETCH(QString, letters);
        auto world = std::make_unique<SmallWorld>();
        std::string word = letters.toStdString();
        std::ranges::sort(word);
        int words = 0;
        do {
            if (word.find('a') > word.find('b')) continue; // the first console's order
            if (++words % 50 == 0) world = std::make_unique<SmallWorld>(); // or what was written makes it slow
            const QStringList trouble = world->troubleAfter(word);
            if (!trouble.isEmpty()) QFAIL(qPrintable(QString::fromStdString(word) + u": " + trouble.join(u"; ")));
        } while (std::ranges::next_permutation(word).found);
        qInfo("%d orders", words);
    }
};

QTEST_GUILESS_MAIN(TestSmallWorld)
#include "tst_smallworld.moc"
