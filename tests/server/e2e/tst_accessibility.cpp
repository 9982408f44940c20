// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/macros/firstmacros.h"
#include "app/server/servicelevels/firstpaths.h"
#include "app/server/servicelevels/firstpromises.h"
#include "app/server/store/store.h"
#include "core/actions/actions.h"
#include "core/base/clock.h"
#include "tests/server/e2e/program.h"
#include "ui/text/actionwords.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;

namespace {

/// How an action is visited: keys that bring the agent where it can be done, and keys that lead on from what it opened.
/// A key that begins with "text:" is typed.
struct Visit {
    ActionId action;
    QStringList before;
    QStringList after;
};

const QString escape = u"Escape"_s;

/// Everything that an agent can do, in an order in which each can be done once.
QList<Visit> journey()
{
    return {
        {ActionId::SchemeDark, {}, {}},
        {ActionId::SchemeLight, {}, {}},
        {ActionId::SchemeSystem, {}, {}},
        {ActionId::DensityCompact, {}, {}},
        {ActionId::DensityComfortable, {}, {}},
        {ActionId::DensityNormal, {}, {}},
        {ActionId::LanguageFrench, {}, {}},
        {ActionId::LanguageEnglish, {}, {}},
        {ActionId::NewCall, {}, {escape}},
        {ActionId::CaptureMessage, {}, {escape}},
        {ActionId::SyncNow, {}, {}},
        {ActionId::Preferences, {}, {escape}},
        {ActionId::Palette, {}, {escape}},
        {ActionId::SearchTickets, {}, {}},
        {ActionId::RefreshList, {}, {}},
        {ActionId::SelectTicket, {}, {}},
        {ActionId::ClearSelection, {}, {}},
        {ActionId::SelectAll, {}, {}},
        {ActionId::Priority, {}, {u"Down"_s, u"Return"_s}}, // of all of them
        {ActionId::ShowBulk, {}, {escape}},
        {ActionId::ToggleSideBar, {}, {u"F7"_s}},
        {ActionId::ToggleContext, {}, {u"F8"_s}},
        {ActionId::NextPane, {}, {}},
        {ActionId::PreviousPane, {}, {}},
        {ActionId::ShowOutbox, {}, {escape}},
        {ActionId::ShowNotSent, {}, {escape}},
        {ActionId::ShowNotices, {}, {escape}},
        {ActionId::OpenTicket, {}, {}},
        {ActionId::CopyNumber, {}, {}},
        {ActionId::UnfoldQuotes, {}, {}},
        {ActionId::WhyDue, {}, {escape}},
        {ActionId::NoReplyNeeded, {}, {}},
        {ActionId::PreviousTicket, {}, {}}, // what nobody waits for went to the end
        {ActionId::NextTicket, {}, {}},
        {ActionId::Reply, {}, {u"text:Good morning"_s}},
        {ActionId::Send, {}, {}},
        {ActionId::CancelSend, {}, {escape}},
        {ActionId::Reply, {}, {u"text:Good evening"_s}},
        {ActionId::InsertText, {}, {escape}},
        {ActionId::ApplyMacro, {}, {escape}},
        {ActionId::SendAndNext, {}, {}},
        {ActionId::Note, {}, {u"text:A thought"_s}},
        {ActionId::DiscardDraft, {}, {escape}},
        {ActionId::LogCall, {}, {escape}},
        {ActionId::Back, {}, {}},
        {ActionId::Take, {}, {}},
        {ActionId::Assign, {}, {escape}},
        {ActionId::Status, {}, {escape}},
        {ActionId::Priority, {}, {escape}},
        {ActionId::Category, {}, {escape}},
        {ActionId::Tags, {}, {escape}},
        {ActionId::Follow, {}, {}},
        {ActionId::ResumeMail, {}, {}},
        {ActionId::PromiseDate, {}, {escape}},
        {ActionId::Snooze, {}, {escape}},
        {ActionId::Escalate, {}, {u"text:The drum is worn"_s, u"ctrl+Return"_s}},
        {ActionId::MoveEscalation, {}, {escape}},
        {ActionId::Resolve, {}, {}},
        {ActionId::Mailboxes, {}, {escape}},
        {ActionId::Policies, {}, {escape}},
        {ActionId::Calendars, {}, {escape}},
        {ActionId::Holidays, {}, {escape}},
        {ActionId::TextModules, {}, {escape}},
        {ActionId::Macros, {}, {escape}},
        {ActionId::Shortcuts, {}, {escape}},
        {ActionId::About, {}, {escape}},
        {ActionId::WorkOffline, {}, {}},
    };
}

template <class T> Result<void> putAll(store::Writer &writer, const QList<T> &rows)
{
    for (const T &row : rows)
        if (const auto put = writer.put(row); !put) return tl::unexpected(put.error());
    return {};
}

/// What a new company promises and answers, and to whom it escalates; a word for each menu.
Result<void> furnishCompany(store::Writer &writer)
{
    const auto first =
        servicelevels::firstPromises(writer.clock(), writer.random(), writer.clock().now().addDays(-1), true);
    Team experts;
    experts.id = newId<TeamId>(writer.clock(), writer.random());
    experts.name = u"Technical"_s;
    Category category;
    category.id = newId<CategoryId>(writer.clock(), writer.random());
    category.nameFr = u"Livraison"_s;
    category.nameEn = u"Delivery"_s;
    Tag tag;
    tag.id = newId<TagId>(writer.clock(), writer.random());
    tag.name = u"toner"_s;
    const auto paths = servicelevels::firstPaths(first.calendars.last().id, {experts.id, experts.id, experts.id},
                                                 writer.clock(), writer.random());
    const auto answers = macros::firstMacros(writer.clock(), writer.random());
    return putAll(writer, first.calendars)
        .and_then([&] { return putAll(writer, first.holidays); })
        .and_then([&] { return putAll(writer, first.policies); })
        .and_then([&] { return putAll(writer, QList<Team>{experts}); })
        .and_then([&] { return putAll(writer, QList<Category>{category}); })
        .and_then([&] { return putAll(writer, QList<Tag>{tag}); })
        .and_then([&] { return putAll(writer, paths); })
        .and_then([&] { return putAll(writer, answers.modules); })
        .and_then([&] { return putAll(writer, answers.macros); });
}

/// Two tickets of one customer, whom nobody has answered; the mail of both was stopped as a loop.
Result<void> furnishTickets(store::Writer &writer)
{
    const auto team = writer.teamByName(u"Support"_s);
    if (!team || !*team) return fail(Code::NotFound, u"team"_s);
    Customer customer;
    customer.id = newId<CustomerId>(writer.clock(), writer.random());
    customer.name = u"Rosine Bamba"_s;
    customer.emails = {{u"rosine@client.test"_s, {}}};
    if (const auto put = writer.put(customer); !put) return tl::unexpected(put.error());
    int minutes = 0;
    for (const QString &subject : {u"My toner is missing"_s, u"Black lines"_s}) {
        Ticket ticket;
        ticket.id = newId<TicketId>(writer.clock(), writer.random());
        ticket.number = subject.left(1) + u"-4812"_s;
        ticket.team = (*team)->id;
        ticket.customer = customer.id;
        ticket.subject = subject;
        ticket.receivedAt = writer.clock().now().addSecs(++minutes * 60 - 3600);
        ticket.waitingSince = ticket.receivedAt;
        ticket.lastCustomerMessageAt = ticket.receivedAt;
        ticket.loopStoppedAt = ticket.receivedAt;
        Message message;
        message.id = newId<MessageId>(writer.clock(), writer.random());
        message.ticket = ticket.id;
        message.direction = Direction::Incoming;
        message.text = u"Help!\n\nOn Monday Awa Koné wrote:\n> It left on Friday.\n> It is on its way."_s;
        message.at = ticket.receivedAt;
        const auto put = writer.put(ticket).and_then([&](const Ticket &) { return writer.put(message); });
        if (!put) return tl::unexpected(put.error());
    }
    return {};
}

} // namespace

/// The console as a screen reader meets it: every action of the table done through AT-SPI, and whatever can be used on
/// the screen that each opens has a name of its own.
class AccessibilityTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theJourneyHasEveryAction();
    void whatEachActionOpens_canBeNamed();
    void logInAndEnd_canBeNamed();

private:
    [[nodiscard]] bool go(const QStringList &keys) const;
    [[nodiscard]] bool visit(const Visit &visit);
    /// What is misnamed is remembered under the words.
    void look(const QString &where);

    QTemporaryDir m_folder;
    Desktop m_desktop{m_folder.path()};
    std::unique_ptr<ServerProgram> m_server;
    std::unique_ptr<ConsoleProgram> m_console;
    QStringList m_misnamed;
};

void AccessibilityTest::initTestCase()
{
    QVERIFY(m_folder.isValid());
    QVERIFY2(m_desktop.start(), qPrintable(m_desktop.problem()));
    m_server =
        std::make_unique<ServerProgram>(m_folder.filePath(u"server"_s), ServerProgram::Mail{freePort(), freePort()});
    QVERIFY2(m_server->start(), qPrintable(m_server->report()));
    QVERIFY(m_server->messages().isEmpty()); // it serves, and so it ends as it should
    QVERIFY(m_server->stop());
    QVERIFY(m_server->change(furnishCompany));
    QVERIFY(m_server->change(furnishTickets));
    QVERIFY2(m_server->start(), qPrintable(m_server->report()));
    m_console = std::make_unique<ConsoleProgram>(m_desktop, m_folder.filePath(u"console"_s));
}

void AccessibilityTest::theJourneyHasEveryAction()
{
    QSet<ActionId> visited{ActionId::LogOut, ActionId::Quit};
    for (const Visit &visit : journey())
        visited.insert(visit.action);
    for (const ActionInfo &info : actionTable())
        QVERIFY2(visited.contains(info.id), info.name.data());
}

void AccessibilityTest::look(const QString &where)
{
    if (const QString lines = m_console->misnamed(); !lines.isEmpty()) m_misnamed.append(where + u" — "_s + lines);
}

bool AccessibilityTest::go(const QStringList &keys) const
{
    for (const QString &key : keys) {
        const bool gone = key.startsWith(u"text:") ? m_console->type(key.sliced(5)) : m_console->press(key);
        if (!gone) return false;
    }
    return true;
}

bool AccessibilityTest::visit(const Visit &visit)
{
    const QString label = actionLabel(visit.action);
    if (!go(visit.before) || !m_console->act(label)) return false;
    look(label);
    return go(visit.after);
}

void AccessibilityTest::whatEachActionOpens_canBeNamed()
{
    QFile file(m_folder.filePath(u"password"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(m_server->password().toUtf8()) > 0);
    file.close();
    QVERIFY2(m_console->start({u"--server"_s, m_server->url(), u"--email"_s, m_server->user(), u"--password-file"_s,
                               file.fileName()}),
             qPrintable(m_console->report()));
    QVERIFY(m_console->shows(u"push button"_s, u"Up to date"_s));
    look(u"the inbox"_s);
    QVERIFY2(m_console->goTo(u"Views"_s), qPrintable(m_console->report()));
    QVERIFY(m_console->press(u"Down"_s)); // from "Mine" to "Unassigned"
    QVERIFY2(m_console->goTo(u"Tickets"_s), qPrintable(m_console->report()));
    QVERIFY(m_console->press(u"Down"_s));
    for (const Visit &each : journey())
        QVERIFY2(visit(each), qPrintable(actionLabel(each.action) + u'\n' + m_console->report()));
    QCOMPARE(m_misnamed.join(u'\n'), QString());
}

void AccessibilityTest::logInAndEnd_canBeNamed()
{
    (void)m_console->act(actionLabel(ActionId::Quit)); // it may be gone before it answers
    QTRY_VERIFY_WITH_TIMEOUT(!m_console->isRunning(), 20000);
    QVERIFY2(m_console->start(), qPrintable(m_console->report()));
    QVERIFY2(m_console->act(actionLabel(ActionId::LogOut)), qPrintable(m_console->report()));
    QVERIFY2(m_console->shows(u"push button"_s, u"Log in"_s), qPrintable(m_console->report()));
    look(u"log-in"_s);
    QCOMPARE(m_misnamed.join(u'\n'), QString());
}

QTEST_GUILESS_MAIN(AccessibilityTest)

#include "tst_accessibility.moc"
