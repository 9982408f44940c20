// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/database.h"
#include "core/database/statement.h"
#include "core/database/transaction.h"
#include "tests/server/endurance/load.h"
#include "tests/server/endurance/serverprocess.h"
#include "tests/server/endurance/watchingdevice.h"
#include "tests/server/peers/testplace.h"

#include <QTemporaryDir>

#include <atomic>
#include <thread>

using namespace akwaba;
using namespace Qt::StringLiterals;

namespace {

constexpr int writers = 16;
constexpr int patienceMs = 3'000'000;

/// AKWABA_ORACLE_CHANGES: as many as the figure of the project wants, 1000000.
qint64 wantedChanges()
{
    bool given = false;
    const qint64 changes = qEnvironmentVariable("AKWABA_ORACLE_CHANGES").toLongLong(&given);
    return given ? changes : 20'000;
}

template <class T> T must(Result<T> result)
{
    if (!result) qFatal("oracle: %s: %s", qPrintable(codeName(result.error().code)), qPrintable(result.error().detail));
    if constexpr (!std::is_void_v<T>) return std::move(*result);
}

Database connectTo(const QString &url) { return must(Database::connect({url, {}, false})); }

/// A note makes one row; a tag changes one and makes another, the event of the time line.
QList<Command> work(const Company &company, int seat, qint64 changes, Random &random)
{
    const SystemClock clock;
    const TicketId mine = company.seats.at(seat).ticket;
    const QList<TagId> tag{company.tag};
    QList<Command> commands;
    bool isTagged = false;
    for (qint64 made = 0; made < changes; made += 3) {
        const auto shared = qsizetype(random.below(quint64(company.shared.size())));
        commands.append(AddNote{newId<MessageId>(clock, random), company.shared.at(shared), u"note"_s});
        isTagged = !isTagged;
        commands.append(isTagged ? SetTags{mine, tag, {}} : SetTags{mine, {}, tag});
    }
    return commands;
}

struct Judgement {
    qint64 changes = 0; ///< in the log since the device began, in its sight
    qint64 missed = 0; ///< that were in no answer for that stretch of the log
};

/// The log, row by row, against what was answered for the stretch in which the row stands.
Judgement judge(const QString &url, const AgentId &reader, const QList<WatchingDevice::Page> &pages)
{
    Judgement result;
    if (pages.isEmpty()) return result;
    Database database = connectTo(url);
    Statement select(database,
                     u"SELECT l.seq, l.id FROM change_log l WHERE l.seq > ? AND l.seq <= ? AND EXISTS (SELECT 1 FROM "
                     "change_scope s JOIN scope_member m ON m.scope = s.scope AND m.to_seq = 0 WHERE s.seq = l.seq AND "
                     "m.agent = ?) ORDER BY l.seq"_s);
    select.bind(0, pages.constFirst().after).bind(1, pages.constLast().through).bind(2, reader.value);
    auto page = pages.cbegin();
    must(select.forEach([&](const Statement &row) {
        while (page->through < row.integer(0))
            ++page;
        ++result.changes;
        if (!page->ids.contains(row.text(1))) ++result.missed;
    }));
    return result;
}

qint64 lastSeq(const QString &url) { return must(connectTo(url).value(u"SELECT seq FROM sync_clock"_s)).toLongLong(); }

/// Transactions of many connections that number their rows by a sequence, and take their time after it.
void writeNaively(const QString &url, int transactions)
{
    Database database = connectTo(url);
    for (int i = 0; i < transactions; ++i) {
        auto transaction = must(Transaction::write(database));
        must(database.execute(u"INSERT INTO naive DEFAULT VALUES"_s));
        must(database.value(u"SELECT pg_sleep(random() * 0.004)"_s));
        must(transaction.commit());
    }
}

/// What a reader that asks for "greater than the last" sees of them.
qint64 readNaively(Database &database, const std::atomic<int> &running)
{
    qint64 last = 0;
    qint64 seen = 0;
    for (bool isOver = false; !isOver;) {
        isOver = running == 0; // before the last look, not after it
        Statement select(database, u"SELECT seq FROM naive WHERE seq > ? ORDER BY seq"_s);
        select.bind(0, last);
        must(select.forEach([&](const Statement &row) {
            last = row.integer(0);
            ++seen;
        }));
    }
    return seen;
}

} // namespace

/// The order of changes as a device sees it, over two server processes at work, against the log itself (sync.md 2.2,
/// 6).
class TestOracle : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

private Q_SLOTS:
    void aReaderMissesNothing_whoeverWrites();
    void aReaderOfASequence_missesSomething();
};

void TestOracle::aReaderMissesNothing_whoeverWrites()
{
    SmtpSink sink;
    const auto random = seededRandom();
    ServerProcess first(postgresqlPlace(m_folder.filePath(u"first"_s)), sink.port());
    QVERIFY2(first.start(), qPrintable(first.report()));
    ServerProcess second(onAnotherMachine(first.place()), sink.port());
    QVERIFY2(second.start(), qPrintable(second.report()));
    const QList<QUrl> servers{first.url(), second.url()};
    const Company company = furnish(first.place(), writers + 1, *random);

    WatchingDevice reader(company.seats.constLast(), servers);
    reader.begin();
    QVERIFY(QTest::qWaitFor([&reader] { return reader.hasBegun(); }));
    Senders senders;
    for (int i = 0; i < writers; ++i) {
        senders.push_back(std::make_unique<Sender>(company, i, *random));
        senders.back()->useServers({servers.at(i % 2)});
        senders.back()->give(work(company, i, wantedChanges() / writers, *random));
    }
    QVERIFY(QTest::qWaitFor(
        [&senders] { return std::ranges::all_of(senders, [](const auto &one) { return one->isSettled(); }); },
        patienceMs));
    const QString url = first.place().databaseUrl;
    QVERIFY(QTest::qWaitFor([&reader, end = lastSeq(url)] { return reader.readThrough() >= end; }, patienceMs));

    const Judgement judgement = judge(url, company.seats.constLast().agent, reader.pages());
    qInfo("%lld changes by %d writers over two servers, read in %lld answers: %lld missed", judgement.changes, writers,
          reader.answers(), judgement.missed);
    QCOMPARE(reader.complaints(), QStringList());
    QVERIFY(judgement.changes >= wantedChanges());
    QCOMPARE(judgement.missed, 0);
    QVERIFY2(first.stop(), qPrintable(first.report()));
    QVERIFY2(second.stop(), qPrintable(second.report()));
}

/// The check bites: what most programs do is found to lose changes by the same kind of look.
void TestOracle::aReaderOfASequence_missesSomething()
{
    const QString url = postgresqlPlace(m_folder.filePath(u"naive"_s)).databaseUrl;
    Database database = connectTo(url);
    must(database.execute(u"CREATE TABLE naive (seq BIGSERIAL PRIMARY KEY)"_s));
    const int each = int(wantedChanges() / writers / 10);
    std::atomic<int> running = writers;
    std::vector<std::jthread> threads;
    threads.reserve(writers);
    for (int i = 0; i < writers; ++i) {
        threads.emplace_back([&] {
            writeNaively(url, each);
            --running;
        });
    }
    const qint64 seen = readNaively(database, running);
    const qint64 all = must(database.value(u"SELECT count(*) FROM naive"_s)).toLongLong();
    qInfo("a sequence as the cursor: %lld changes by %d writers, %lld missed", all, writers, all - seen);
    QCOMPARE(all, qint64(each) * writers);
    QVERIFY(seen < all);
}

QTEST_GUILESS_MAIN(TestOracle)
#include "tst_oracle.moc"
