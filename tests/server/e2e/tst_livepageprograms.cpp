// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/store.h"
#include "core/base/clock.h"
#include "tests/server/e2e/program.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;

namespace {

const QString password = u"correct horse battery staple"_s;

/// Two tickets that nobody has taken.
Result<void> twoTickets(store::Writer &writer)
{
    const auto team = writer.teamByName(u"Support"_s);
    if (!team || !*team) return fail(Code::NotFound, u"team"_s);
    for (const auto &subject : {u"My toner is missing"_s, u"Black lines"_s}) {
        Ticket ticket;
        ticket.id = newId<TicketId>(writer.clock(), writer.random());
        ticket.team = (*team)->id;
        ticket.subject = subject;
        ticket.receivedAt = writer.clock().now();
        ticket.waitingSince = ticket.receivedAt;
        ticket.lastCustomerMessageAt = ticket.receivedAt;
        Message message;
        message.id = newId<MessageId>(writer.clock(), writer.random());
        message.ticket = ticket.id;
        message.text = u"Help!"_s;
        message.at = ticket.receivedAt;
        const auto put = writer.put(ticket).and_then([&](const Ticket &) { return writer.put(message); });
        if (!put) return tl::unexpected(put.error());
    }
    return {};
}

} // namespace

/// What a colleague does is on the supervisor's live page soon after, through everything that is real. Each step stands
/// on the one before.
class LivePageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QVERIFY2(m_stepsBegun++ == m_stepsDone, "the step before failed"); }
    void theSupervisorSeesTheFigures();
    void whatAColleagueTakes_isOnThePage_withoutBeingAskedFor();
    void aFigureOpensItsList_byKeyboard();
    void whenTheServerIsGone_theLastFiguresStay();
    void cleanup();

private:
    [[nodiscard]] bool logIn(ConsoleProgram &console, const QString &email, const QString &secret) const;

    QTemporaryDir m_folder;
    Desktop m_desktop{m_folder.path()};
    std::unique_ptr<ServerProgram> m_server;
    std::unique_ptr<ConsoleProgram> m_supervisor;
    std::unique_ptr<ConsoleProgram> m_colleague;
    int m_stepsDone = 0;
    int m_stepsBegun = 0;
};

void LivePageTest::initTestCase()
{
    QVERIFY(m_folder.isValid());
    QVERIFY2(m_desktop.start(), qPrintable(m_desktop.problem()));
    m_server =
        std::make_unique<ServerProgram>(m_folder.filePath(u"server"_s), ServerProgram::Mail{freePort(), freePort()});
    QVERIFY2(m_server->start(), qPrintable(m_server->report()));
    QVERIFY(m_server->messages().isEmpty()); // it serves, and so it ends as it should
    QVERIFY(m_server->stop());
    QVERIFY(m_server->change(twoTickets));
    QVERIFY2(m_server->start(), qPrintable(m_server->report()));
    QFile file(m_folder.filePath(u"password"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(password.toUtf8()) > 0);
    file.close();
    QVERIFY(m_server->addAgent(u"colleague@test.invalid"_s, u"Support"_s, file.fileName()));
    m_supervisor = std::make_unique<ConsoleProgram>(m_desktop, m_folder.filePath(u"first"_s));
    m_colleague = std::make_unique<ConsoleProgram>(m_desktop, m_folder.filePath(u"second"_s));
}

void LivePageTest::cleanup()
{
    if (!QTest::currentTestFailed())
        ++m_stepsDone;
    else if (m_supervisor && m_colleague)
        qWarning().noquote() << m_supervisor->report() << '\n' << m_colleague->report() << '\n' << m_server->report();
}

bool LivePageTest::logIn(ConsoleProgram &console, const QString &email, const QString &secret) const
{
    QFile file(m_folder.filePath(u"password"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(secret.toUtf8()) < 0) return false;
    file.close();
    return console.start({u"--server"_s, m_server->url(), u"--email"_s, email, u"--password-file"_s, file.fileName()})
        && console.shows(u"push button"_s, u"Up to date"_s) && console.goTo(u"Views"_s);
}

void LivePageTest::theSupervisorSeesTheFigures()
{
    QVERIFY(logIn(*m_supervisor, m_server->user(), m_server->password()));
    QVERIFY(m_supervisor->press(u"End"_s));
    QVERIFY(m_supervisor->shows(u"push button"_s, u"Unassigned, 2"_s));
    QVERIFY(m_supervisor->shows(u"push button"_s, u"Without first response, 2"_s));
    QCOMPARE(m_supervisor->misnamed(), QString());
}

void LivePageTest::whatAColleagueTakes_isOnThePage_withoutBeingAskedFor()
{
    QVERIFY(logIn(*m_colleague, u"colleague@test.invalid"_s, password));
    QVERIFY(m_colleague->press(u"Down"_s)); // tickets of nobody
    QVERIFY(m_colleague->goTo(u"Tickets"_s));
    QVERIFY(m_colleague->press(u"Down"_s));
    QVERIFY(m_colleague->lists(u"Conversation"_s, u"Help!"_s));
    QElapsedTimer sinceTheKey;
    sinceTheKey.start();
    QVERIFY(m_colleague->press(u"m"_s));
    QVERIFY(m_supervisor->shows(u"push button"_s, u"Unassigned, 1"_s));
    qInfo("from the key to the figure: %lld ms, the look at the screen included", sinceTheKey.elapsed());
    QVERIFY(m_supervisor->shows(u"push button"_s, u"Agents online, 2 / 2"_s));
}

void LivePageTest::aFigureOpensItsList_byKeyboard()
{
    QVERIFY(m_supervisor->takeKeyboard());
    QVERIFY(m_supervisor->press(u"Right"_s)); // out of the side bar, to the first figure
    QVERIFY(m_supervisor->tabTo(u"Unassigned, 1"_s));
    QVERIFY(m_supervisor->press(u"Return"_s));
    QVERIFY(m_supervisor->lists(u"Tickets"_s, u"Black lines"_s) || m_supervisor->lists(u"Tickets"_s, u"My toner"_s));
    QVERIFY(m_supervisor->goTo(u"Views"_s));
    QVERIFY(m_supervisor->press(u"End"_s));
    QVERIFY(m_supervisor->shows(u"push button"_s, u"Unassigned, 1"_s));
}

void LivePageTest::whenTheServerIsGone_theLastFiguresStay()
{
    QVERIFY(m_server->stop());
    QVERIFY(m_supervisor->shows(u"label"_s, u"Offline. Figures of "_s));
    QVERIFY(m_supervisor->shows(u"push button"_s, u"Unassigned, 1"_s));
}

QTEST_GUILESS_MAIN(LivePageTest)
#include "tst_livepageprograms.moc"
