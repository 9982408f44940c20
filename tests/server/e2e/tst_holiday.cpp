// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/store.h"
#include "core/base/clock.h"
#include "core/domain/servicelevelfields.h"
#include "tests/server/e2e/program.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QLocale>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

#include <cstdlib>
#include <ctime>

using namespace akwaba;
using namespace Qt::StringLiterals;

namespace {

const QString subject = u"My toner is missing"_s;
const QString password = u"correct horse battery staple"_s;
constexpr int patience = 60'000; // ms: a busy machine

/// From here on it is about noon, for everything that this process starts too: no day ends in the midst of the test.
void liveWhereItIsNoon()
{
    const int offset = 12 - QDateTime::currentDateTimeUtc().time().hour();
    // The names count to the west.
    qputenv("TZ", QByteArray("Etc/GMT") + (offset > 0 ? '-' : '+') + QByteArray::number(std::abs(offset)));
    tzset();
}

/// Midnight where the consoles are.
QDateTime midnight(int days) { return QDate::currentDate().addDays(days).startOfDay(); }

} // namespace

/// A holiday that is declared late, through everything that is real: the server and two consoles in their windows. A
/// ticket was due a minute after midnight, by a calendar that is always open. Each step stands on the one before.
class HolidayTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QVERIFY2(m_stepsBegun++ == m_stepsDone, "the step before failed"); }
    void aTicket_isLateOnBothConsoles();
    void whatAHolidayWouldMove_isSaidBeforeItIsDeclared();
    void bothConsoles_showTheMovedDate_onceItIsDeclared();
    void theAnnulledBreach_isExplained_withWhoAndWhy();
    void cleanup();

private:
    [[nodiscard]] static Result<void> promise(store::Writer &writer);
    [[nodiscard]] bool logIn(ConsoleProgram &console, const QString &email, const QString &secret);
    [[nodiscard]] QString fileWith(const QString &secret) const;

    QTemporaryDir m_folder;
    Desktop m_desktop{m_folder.path()};
    std::unique_ptr<ServerProgram> m_server;
    std::unique_ptr<ConsoleProgram> m_first;
    std::unique_ptr<ConsoleProgram> m_second;
    int m_stepsDone = 0;
    int m_stepsBegun = 0;
};

/// An answer within a day and a minute; one ticket, that came the midnight before.
Result<void> HolidayTest::promise(store::Writer &writer)
{
    Calendar calendar;
    calendar.id = newId<CalendarId>(writer.clock(), writer.random());
    calendar.nameFr = u"Toujours"_s;
    calendar.nameEn = u"Always"_s;
    CalendarVersion always;
    always.since = midnight(-30);
    always.zone = QString::fromLatin1(QTimeZone::systemTimeZoneId());
    for (int day = 1; day <= 7; ++day)
        always.weekly += WeeklyHours{day, {0, 24 * 60}};
    calendar.versions = {always};
    SlaPolicy policy;
    policy.id = newId<SlaPolicyId>(writer.clock(), writer.random());
    policy.nameFr = u"Tous"_s;
    policy.nameEn = u"All"_s;
    SlaPolicyVersion version;
    version.since = always.since;
    version.targets = {{Target::FirstResponse, ClockUnit::Business, 24 * 3600 + 60, calendar.id}};
    policy.versions = {version};
    const auto team = writer.teamByName(u"Support"_s);
    if (!team || !*team) return fail(Code::NotFound, u"team"_s);
    Ticket ticket;
    ticket.id = newId<TicketId>(writer.clock(), writer.random());
    ticket.team = (*team)->id;
    ticket.subject = subject;
    ticket.receivedAt = midnight(-1).toUTC();
    Message message;
    message.id = newId<MessageId>(writer.clock(), writer.random());
    message.ticket = ticket.id;
    message.text = u"Where is it?"_s;
    message.at = ticket.receivedAt;
    return writer.put(calendar)
        .and_then([&](const Calendar &) { return writer.put(policy); })
        .and_then([&](const SlaPolicy &) { return writer.put(ticket); })
        .and_then([&](const Ticket &) { return writer.put(message); })
        .map([](const Message &) {});
}

void HolidayTest::initTestCase()
{
    QVERIFY(m_folder.isValid());
    QVERIFY2(m_desktop.start(), qPrintable(m_desktop.problem()));
    m_server =
        std::make_unique<ServerProgram>(m_folder.filePath(u"server"_s), ServerProgram::Mail{freePort(), freePort()});
    QVERIFY2(m_server->start(), qPrintable(m_server->report()));
    QVERIFY(m_server->messages().isEmpty()); // it serves, and so it ends as it should
    QVERIFY(m_server->stop());
    QVERIFY(m_server->change(promise));
    QVERIFY2(m_server->start(), qPrintable(m_server->report()));
    QVERIFY(m_server->addAgent(u"colleague@test.invalid"_s, u"Support"_s, fileWith(password)));
    m_first = std::make_unique<ConsoleProgram>(m_desktop, m_folder.filePath(u"first"_s));
    m_second = std::make_unique<ConsoleProgram>(m_desktop, m_folder.filePath(u"second"_s));
}

void HolidayTest::cleanup()
{
    if (!QTest::currentTestFailed())
        ++m_stepsDone;
    else if (m_first && m_second)
        qWarning().noquote() << m_first->report() << '\n' << m_second->report() << '\n' << m_server->report();
}

QString HolidayTest::fileWith(const QString &secret) const
{
    QFile file(m_folder.filePath(u"password"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(secret.toUtf8()) < 0) return {};
    return file.fileName();
}

/// As far as the list of tickets that nobody has taken.
bool HolidayTest::logIn(ConsoleProgram &console, const QString &email, const QString &secret)
{
    return console.start({u"--server"_s, m_server->url(), u"--email"_s, email, u"--password-file"_s, fileWith(secret)})
        && console.shows(u"push button"_s, u"Up to date"_s) && console.goTo(u"Views"_s) && console.press(u"Down"_s);
}

void HolidayTest::aTicket_isLateOnBothConsoles()
{
    QVERIFY(logIn(*m_second, u"colleague@test.invalid"_s, password));
    QVERIFY(m_second->lists(u"Tickets"_s, u"late "_s));
    QVERIFY(logIn(*m_first, m_server->user(), m_server->password()));
    QVERIFY(m_first->lists(u"Tickets"_s, u"late "_s));
}

void HolidayTest::whatAHolidayWouldMove_isSaidBeforeItIsDeclared()
{
    QVERIFY(m_first->press(u"alt+a"_s));
    for (int up = 0; up < 3; ++up)
        QVERIFY(m_first->press(u"Up"_s)); // round to the last entries: macros, text modules, holidays
    QVERIFY(m_first->press(u"Return"_s));
    QVERIFY(m_first->shows(u"label"_s, u"Declare a holiday"_s));
    QCOMPARE(m_first->misnamed(), QString());
    QVERIFY(m_first->tabTo(u"Name in French"_s)); // the days are today, as they are offered
    QVERIFY(m_first->type(u"Deuil national"_s));
    QVERIFY(m_first->tabTo(u"Name in English"_s));
    QVERIFY(m_first->type(u"Day of mourning"_s));
    QVERIFY(m_first->shows(u"label"_s, u"1 due date moves, 1 is no longer late."_s));
    QVERIFY(m_second->lists(u"Tickets"_s, u"late "_s)); // nothing has happened yet
}

void HolidayTest::bothConsoles_showTheMovedDate_onceItIsDeclared()
{
    const QString moved = QLocale(QLocale::English).toString(QDate::currentDate().addDays(1), u"ddd"_s) + u" 00:01"_s;
    const auto here = m_first->watch(u"Tickets"_s, moved);
    const auto there = m_second->watch(u"Tickets"_s, moved);
    QVERIFY(here->waitForStarted() && there->waitForStarted());
    QVERIFY(m_first->tabTo(u"Declare"_s));
    QElapsedTimer sinceTheKey;
    sinceTheKey.start();
    QVERIFY(m_first->press(u"space"_s));
    qint64 firstTook = 0;
    qint64 secondTook = 0;
    connect(here.get(), &QProcess::finished, this, [&] { firstTook = sinceTheKey.elapsed(); });
    connect(there.get(), &QProcess::finished, this, [&] { secondTook = sinceTheKey.elapsed(); });
    QTRY_VERIFY_WITH_TIMEOUT(firstTook > 0 && secondTook > 0, patience);
    QCOMPARE(here->exitCode(), 0);
    QCOMPARE(there->exitCode(), 0);
    qInfo("from the key to the moved date: %lld ms on the console that declared it, %lld ms on the other", firstTook,
          secondTook);
    QVERIFY(m_first->press(u"Escape"_s));
}

void HolidayTest::theAnnulledBreach_isExplained_withWhoAndWhy()
{
    for (const auto &console : {m_second.get(), m_first.get()}) {
        QVERIFY(console->takeKeyboard());
        QVERIFY(console->goTo(u"Tickets"_s));
        QVERIFY(console->press(u"Down"_s));
        QVERIFY(console->lists(u"Conversation"_s, u"Where is it?"_s));
        QVERIFY(console->press(u"i"_s));
        QVERIFY(console->shows(u"label"_s, u"by Test: “Day of mourning” is a holiday."_s));
        QVERIFY(console->shows(u"label"_s, u"00:01, which was annulled on"_s));
    }
}

int main(int argc, char **argv)
{
    liveWhereItIsNoon();
    const QCoreApplication application(argc, argv);
    HolidayTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_holiday.moc"
