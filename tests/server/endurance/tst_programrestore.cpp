// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/mailtables.h"
#include "app/server/store/store.h"
#include "tests/server/endurance/headlessconsole.h"
#include "tests/server/endurance/load.h"
#include "tests/server/endurance/serverprocess.h"
#include "tests/server/peers/testplace.h"

#include <QSet>
#include <QTemporaryDir>

using namespace akwaba;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 60'000;

QString line(const Message &message)
{
    return message.ticket.value + u' ' + message.id.value + u' ' + wireName(message.delivery) + u' ' + message.text;
}

QString line(const Ticket &ticket) { return ticket.id.value + u' ' + wireName(ticket.status); }

/// What the server holds.
struct Truth {
    QString lineage;
    QStringList lines; // of each ticket and message, sorted
    QHash<QString, QList<Message>> messages; // by text
    QHash<MessageId, Delivery> jobs;
};

} // namespace

/// The words of akwaba-server that save a company, make it new and start it, around two real consoles that nobody tells
/// anything. Each step stands on the one before.
class TestProgramRestore : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Random> m_random = seededRandom();
    SmtpSink m_sink;
    ServerProcess m_server{testPlace(m_folder.filePath(u"server"_s)), m_sink.port()};
    Company m_company;
    std::vector<std::unique_ptr<HeadlessConsole>> m_consoles;
    QString m_lineage; // before the restore
    QSet<QString> m_lostMails; // Message-IDs of what went out after the backup
    QSet<MessageId> m_offline; // written without a server
    int m_stepsDone = 0;
    int m_stepsBegun = 0;

    [[nodiscard]] bool workUntilEachDecided(qsizetype more);
    [[nodiscard]] bool makeDatabaseAnew();
    [[nodiscard]] Truth truth() const;
    /// The same of what the agent of a console sees.
    [[nodiscard]] QStringList shown(const HeadlessConsole &console) const;
    [[nodiscard]] static QString mailOf(const HeadlessConsole::Deed &deed)
    {
        return deed.message.value + u"@test.invalid"_s;
    }

private Q_SLOTS:
    void init() { QVERIFY2(m_stepsBegun++ == m_stepsDone, "the step before failed"); }
    void cleanup() { m_stepsDone += QTest::currentTestFailed() ? 0 : 1; }
    void consolesWork_andMailGoesOut();
    void backupIsMade_whileTheyGoOn();
    void theyWorkOn_untilTheServerIsKilled_andAfterwards();
    void companyIsRestoredInANewDatabase();
    void consolesNoticeByThemselves_andNothingIsLost();
    void noMailWentOutTwice();
};

bool TestProgramRestore::workUntilEachDecided(qsizetype more)
{
    QList<qsizetype> enough;
    for (const auto &console : m_consoles)
        enough.append(console->decided() + more);
    const auto all = [&] {
        for (std::size_t i = 0; i < m_consoles.size(); ++i) {
            if (m_consoles[i]->decided() < enough.at(qsizetype(i))) return false;
        }
        return true;
    };
    return QTest::qWaitFor(all, patience);
}

/// Everything that an operator does who stands before a new machine with PostgreSQL on it.
bool TestProgramRestore::makeDatabaseAnew()
{
    const store::Place &place = m_server.place();
    if (!place.isPostgresql()) return QFile::remove(place.databaseFile());
    QUrl server(place.databaseUrl);
    const QString name = server.path().mid(1);
    server.setPath(u"/postgres"_s);
    const auto dropped = Database::connect({server.toString(), {}, false}).and_then([&name](Database database) {
        return database.execute(u"DROP DATABASE \"%1\" WITH (FORCE)"_s.arg(name));
    });
    if (!dropped) return false;
    const auto said =
        m_server.say({u"init"_s, u"--data"_s, place.directory, u"--database"_s, place.databaseUrl, u"--yes"_s});
    const QByteArray section = "[database]\n";
    const qsizetype from = said ? said->indexOf(section) + section.size() : 0;
    if (from < section.size()) return false;
    m_server.useDatabase(QString::fromUtf8(said->mid(from, said->indexOf("\n\n", from) - from)));
    return true;
}

Truth TestProgramRestore::truth() const
{
    const SystemClock clock;
    SystemRandom random;
    Truth truth;
    const auto read = store::Store::open(m_server.place(), clock, random).and_then([&truth](const auto &store) {
        return store->read().map([&truth](const store::Snapshot &moment) {
            truth.lineage = moment.state().section(u'.', 0, 0);
            for (const Ticket &ticket : moment.all<Ticket>().value_or(QList<Ticket>()))
                truth.lines.append(line(ticket));
            for (const Message &message : moment.all<Message>().value_or(QList<Message>())) {
                truth.lines.append(line(message));
                truth.messages[message.text].append(message);
                const auto job = store::mailJob(moment.database(), message.id);
                if (job && *job) truth.jobs.insert(message.id, (*job)->state);
            }
        });
    });
    if (!read) qWarning("%s", qPrintable(read.error().detail));
    truth.lines.sort();
    return truth;
}

QStringList TestProgramRestore::shown(const HeadlessConsole &console) const
{
    QStringList lines;
    const auto reader = console.reader();
    if (!reader) return lines;
    QList<TicketId> tickets = m_company.shared;
    for (const Company::Seat &seat : m_company.seats)
        tickets.append(seat.ticket);
    for (const TicketId &ticket : std::as_const(tickets)) {
        const auto conversation = (*reader)->conversation(ticket);
        if (!conversation) continue;
        lines.append(line(conversation->ticket));
        for (const Message &message : conversation->messages)
            lines.append(line(message));
    }
    lines.sort();
    return lines;
}

void TestProgramRestore::consolesWork_andMailGoesOut()
{
    QVERIFY2(m_server.start(), qPrintable(m_server.report()));
    m_company = furnish(m_server.place(), 2, *m_random);
    for (int i = 0; i < 2; ++i) {
        m_consoles.push_back(std::make_unique<HeadlessConsole>(
            m_company, i, *m_random, m_folder.filePath(u"console%1"_s.arg(i)), m_server.url()));
        const auto opened = m_consoles.back()->open();
        QTRY_VERIFY(opened.isFinished());
        QVERIFY(opened.result());
    }
    for (const auto &console : m_consoles) {
        QTRY_VERIFY_WITH_TIMEOUT(console->isUpToDate(), patience);
        console->work();
    }
    QVERIFY(workUntilEachDecided(10));
    endUndoTime(m_server.place());
    QTRY_VERIFY_WITH_TIMEOUT(!m_sink.taken().isEmpty(), patience);
}

void TestProgramRestore::backupIsMade_whileTheyGoOn()
{
    QVERIFY2(m_server.say(QStringList{u"backup"_s, m_folder.filePath(u"backup"_s)} + m_server.company()),
             qPrintable(m_server.report()));
}

void TestProgramRestore::theyWorkOn_untilTheServerIsKilled_andAfterwards()
{
    QList<qsizetype> inBackup;
    for (const auto &console : m_consoles)
        inBackup.append(console->deeds().size());
    QVERIFY(workUntilEachDecided(10));
    endUndoTime(m_server.place());
    const auto mailedSince = [&] {
        for (std::size_t i = 0; i < m_consoles.size(); ++i) {
            for (const HeadlessConsole::Deed &deed : m_consoles[i]->deeds().mid(inBackup.at(qsizetype(i)))) {
                if (m_sink.taken().contains(mailOf(deed))) m_lostMails.insert(mailOf(deed));
            }
        }
        return !m_lostMails.isEmpty();
    };
    QTRY_VERIFY_WITH_TIMEOUT(mailedSince(), patience);
    QVERIFY(workUntilEachDecided(5));
    m_lineage = truth().lineage;
    m_server.kill();
    for (const auto &console : m_consoles) {
        QTRY_COMPARE_WITH_TIMEOUT(console->status().phase, SyncPhase::Offline, patience);
        const qsizetype there = console->deeds().size();
        QTRY_VERIFY_WITH_TIMEOUT(console->status().pending >= mostPending, patience);
        console->rest();
        for (const HeadlessConsole::Deed &deed : console->deeds().mid(there))
            m_offline.insert(deed.message);
    }
}

void TestProgramRestore::companyIsRestoredInANewDatabase()
{
    QVERIFY2(makeDatabaseAnew(), qPrintable(m_server.report()));
    QVERIFY2(m_server.say(QStringList{u"restore"_s, m_folder.filePath(u"backup"_s)} + m_server.company()),
             qPrintable(m_server.report()));
    QVERIFY2(m_server.start(), qPrintable(m_server.report()));
    QVERIFY(!m_lineage.isEmpty());
    QVERIFY(truth().lineage != m_lineage);
}

void TestProgramRestore::consolesNoticeByThemselves_andNothingIsLost()
{
    for (const auto &console : m_consoles)
        QTRY_VERIFY_WITH_TIMEOUT(console->isUpToDate(), patience);
    endUndoTime(m_server.place());
    QVERIFY(waitUntilMailed(m_server.place()));
    const Truth held = truth();
    for (const auto &console : m_consoles) {
        QCOMPARE(console->status().notSent, 0);
        for (const HeadlessConsole::Deed &deed : console->deeds()) {
            if (deed.message.isEmpty()) continue;
            QCOMPARE(held.messages.value(deed.text).size(), 1);
            QCOMPARE(held.messages.value(deed.text).constFirst().id, deed.message);
        }
        QVERIFY(held.lines.contains(console->seat().ticket.value + u' ' + wireName(console->ticketStatus())));
        QTRY_COMPARE_WITH_TIMEOUT(shown(*console), held.lines, patience);
    }
}

void TestProgramRestore::noMailWentOutTwice()
{
    for (const int times : m_sink.taken())
        QCOMPARE(times, 1);
    const Truth held = truth();
    int replayed = 0;
    int unanswered = 0;
    int givenUp = 0;
    for (const auto &console : m_consoles) {
        for (const HeadlessConsole::Deed &deed : console->deeds()) {
            if (!deed.isReply()) continue;
            const bool isMailed = m_sink.taken().contains(mailOf(deed));
            const Delivery delivery = held.messages.value(deed.text).constFirst().delivery;
            if (!held.jobs.contains(deed.message)) {
                // The lost server has had it, or died over it: it may have gone out, and does not go out now.
                ++(delivery == Delivery::Unknown ? unanswered : replayed);
                QVERIFY(delivery == Delivery::Sent || delivery == Delivery::Unknown);
                m_lostMails.remove(mailOf(deed));
            } else if (held.jobs.value(deed.message) == Delivery::Cancelled) {
                ++givenUp; // on its way when the backup was made: its author is to look
                QCOMPARE(delivery, Delivery::Unknown);
            } else {
                QCOMPARE(delivery, Delivery::Sent);
                QVERIFY(isMailed);
            }
            if (m_offline.contains(deed.message)) QCOMPARE(held.jobs.value(deed.message), Delivery::Sent);
        }
    }
    QVERIFY(m_lostMails.isEmpty());
    QVERIFY(replayed > 0);
    qInfo("%lld mails, %d replies replayed, %d without an answer, %d given up as unknown",
          qlonglong(m_sink.taken().size()), replayed, unanswered, givenUp);
}

QTEST_GUILESS_MAIN(TestProgramRestore)
#include "tst_programrestore.moc"
