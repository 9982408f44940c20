// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/store/company.h"

#include "app/server/store/unwritten.h"
#include "core/database/statement.h"

using namespace akwaba;
using namespace akwaba::store;
using namespace Qt::StringLiterals;

namespace {

/// To PostgreSQL each statement is a way there and back.
int jobsOfARun() { return isOnPostgresql() ? 80 : 200; }
quint64 seeds() { return isOnPostgresql() ? 2 : 6; }

/// As a device does it, which sends it again alone when the whole batch failed.
const Why anIntent{{u"d1"_s}, u"i1"_s};

} // namespace

/// What jobs put waits for the end of their batch: nobody may notice.
class TestBatches : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void batchesLeaveWhatOneByOneLeaves_data();
    void batchesLeaveWhatOneByOneLeaves();
    void whoeverLooksIntoTheTables_findsWhatWasPut();
    void whoeverLooksThereOnceAllIsNumbered_takesNoNumberAway();
    void aFailingJobThatLookedThere_takesNothingOfTheOthersWithIt();
    void everyUniqueColumnIsKnown();
    void aTakenAddressIsTheFailureOfWhoeverTakesIt();
    void anIdOfAnotherKind_hidesNothing();
    void whatCantBeWritten_isTheFailureOfWhoeverIsNoIntent();
    void aTransactionThatIsGone_leavesNothingOfTheBatch();
};

void TestBatches::batchesLeaveWhatOneByOneLeaves_data()
{
    QTest::addColumn<quint64>("seed");
    for (quint64 seed = 1; seed <= seeds(); ++seed)
        QTest::addRow("seed %d", int(seed)) << seed;
}

void TestBatches::batchesLeaveWhatOneByOneLeaves()
{
    QFETCH(quint64, seed);
    Company together;
    Company oneByOne;
    QList<Code> answersTogether;
    QList<Code> answersOneByOne;
    SeededRandom random(seed);
    for (const Job &job : randomJobs(seed, jobsOfARun())) {
        together.submit(job, answersTogether);
        if (random.below(16) == 0) together.store->flush();
        oneByOne.submit(job, answersOneByOne);
        oneByOne.store->flush();
    }
    together.store->flush();
    QCOMPARE(answersTogether, answersOneByOne);
    QVERIFY(answersTogether.count(Code::Unsupported) > jobsOfARun() / 3);
    const QStringList left = together.everything();
    const QStringList wanted = oneByOne.everything();
    for (qsizetype i = 0; i < std::min(left.size(), wanted.size()); ++i)
        QCOMPARE(left.at(i), wanted.at(i));
    QCOMPARE(left.size(), wanted.size());
}

void TestBatches::whoeverLooksIntoTheTables_findsWhatWasPut()
{
    StoreFixture f;
    const Ticket ticket = f.ticket(f.team(u"SAV"_s).id);
    Message message;
    message.id = f.id<MessageId>();
    message.ticket = ticket.id;
    QString found;
    f.store->submit([&](Writer &writer) { return writer.put(message).map([](const Message &) { }); }, {}, anIntent);
    f.store->submit(
        [&](Writer &writer) {
            return Statement(writer.database(), u"SELECT id FROM messages WHERE ticket = ?"_s)
                .bind(0, ticket.id.value)
                .forEach([&found](const Statement &row) { found += row.text(0); });
        },
        {}, anIntent);
    f.store->flush();
    QCOMPARE(found, message.id.value);
}

void TestBatches::whoeverLooksThereOnceAllIsNumbered_takesNoNumberAway()
{
    StoreFixture f;
    const Ticket ticket = f.ticket(f.team(u"SAV"_s).id);
    Message message;
    message.id = f.id<MessageId>();
    message.ticket = ticket.id;
    f.store->submit(
        [&](Writer &writer) {
            writer.whenNumbered([&writer](qint64) {
                return Statement(writer.database(), u"SELECT id FROM messages"_s).forEach([](const Statement &) { });
            });
            return writer.put(message).map([](const Message &) { });
        },
        {}, anIntent);
    f.store->flush();
    const auto snapshot = f.store->read();
    QVERIFY(snapshot);
    QCOMPARE(snapshot->row(typeInfo<Message>(), message.id.value)->modSeq, snapshot->seq());
}

void TestBatches::aFailingJobThatLookedThere_takesNothingOfTheOthersWithIt()
{
    StoreFixture f;
    Ticket ticket = f.ticket(f.team(u"SAV"_s).id);
    ticket.subject = u"Encre"_s;
    Message message;
    message.id = f.id<MessageId>();
    message.ticket = ticket.id;
    f.store->submit([&](Writer &writer) { return writer.put(ticket).map([](const Ticket &) { }); }, {}, anIntent);
    f.store->submit(
        [&](Writer &writer) -> Result<void> {
            if (const auto put = writer.put(message); !put) return tl::unexpected(put.error());
            if (const auto seen = writer.database().value(u"SELECT 1"_s); !seen) return tl::unexpected(seen.error());
            return fail(Code::Denied);
        },
        {}, anIntent);
    f.store->flush();
    QCOMPARE(f.find<Ticket>(ticket.id)->subject, u"Encre"_s);
    QVERIFY(!f.find<Message>(message.id));
}

void TestBatches::everyUniqueColumnIsKnown()
{
    StoreFixture f;
    const Snapshot snapshot = StoreFixture::must(f.store->read());
    Statement select(snapshot.database(),
                     isOnPostgresql() ? u"SELECT tablename FROM pg_indexes WHERE schemaname = current_schema() "
                                        "AND indexdef LIKE 'CREATE UNIQUE%' AND indexname NOT LIKE '%_pkey'"_s
                                      : u"SELECT tbl_name FROM sqlite_master WHERE type = 'index' "
                                        "AND sql LIKE 'CREATE UNIQUE%'"_s);
    const auto tables = StoreFixture::must(select.rows([](const Statement &row) { return row.text(0); }));
    for (const TypeInfo *type : syncedTypes())
        QVERIFY2(hasUniqueColumn(*type) == tables.contains(type->table), qPrintable(type->table));
}

void TestBatches::aTakenAddressIsTheFailureOfWhoeverTakesIt()
{
    StoreFixture f;
    QList<Code> answers;
    const auto answer = [&answers](const Result<void> &done) {
        answers.append(done ? Code::Unsupported : done.error().code);
    };
    for (int i = 0; i < 2; ++i) {
        Agent agent;
        agent.id = f.id<AgentId>();
        agent.email = u"awa@akwaba.test"_s;
        f.store->submit([agent](Writer &writer) { return writer.put(agent).map([](const Agent &) { }); }, answer,
                        anIntent);
    }
    f.store->flush();
    QCOMPARE(answers, (QList{Code::Unsupported, Code::Conflict}));
}

void TestBatches::anIdOfAnotherKind_hidesNothing()
{
    StoreFixture f;
    const Ticket ticket = f.ticket(f.team(u"SAV"_s).id);
    const Message message = f.message(ticket.id);
    bool isTicket = false;
    bool isMessage = false;
    f.store->submit(
        [&](Writer &writer) {
            return writer.find<Ticket>(ticket.id)
                .and_then([&](const auto &found) {
                    isTicket = bool(found); // and what is said to be a ticket was looked for with it
                    return writer.find<Message>(message.id);
                })
                .map([&isMessage](const auto &found) { isMessage = bool(found); });
        },
        {}, anIntent, {{&typeInfo<Ticket>(), message.id.value}});
    f.store->flush();
    QVERIFY(isTicket);
    QVERIFY(isMessage);
}

void TestBatches::whatCantBeWritten_isTheFailureOfWhoeverIsNoIntent()
{
    StoreFixture f;
    const Ticket ticket = f.ticket(f.team(u"SAV"_s).id);
    f.refuseMessagesThatSay(u"Poison"_s);
    QList<bool> answers;
    for (const QString &text : {u"Bonjour"_s, u"Poison"_s, u"Merci"_s}) {
        Message message;
        message.id = f.id<MessageId>();
        message.ticket = ticket.id;
        message.text = text;
        f.store->submit([message](Writer &writer) { return writer.put(message).map([](const Message &) { }); },
                        [&answers](const Result<void> &done) { answers += done.has_value(); },
                        text == u"Poison"_s ? Why() : anIntent);
    }
    f.store->flush();
    QCOMPARE(answers, (QList{true, false, true}));
    QCOMPARE(StoreFixture::must(StoreFixture::must(f.store->read()).messagesOf(ticket.id)).size(), 2);
}

void TestBatches::aTransactionThatIsGone_leavesNothingOfTheBatch()
{
    if (isOnPostgresql()) QSKIP("SQLite rolls back by itself when it is out of disk or memory");
    StoreFixture f;
    const Ticket ticket = f.ticket(f.team(u"SAV"_s).id);
    f.refuseMessagesThatSay(u"Poison"_s, u"ROLLBACK"_s);
    const QString state = f.state();
    int failed = 0;
    for (const QString &text : {u"Bonjour"_s, u"Poison"_s, u"Merci"_s}) {
        Message message;
        message.id = f.id<MessageId>();
        message.ticket = ticket.id;
        message.text = text;
        f.store->submit([message](Writer &writer) { return writer.put(message).map([](const Message &) { }); },
                        [&failed](const Result<void> &done) { failed += done ? 0 : 1; });
    }
    f.store->flush();
    QCOMPARE(failed, 3);
    QCOMPARE(f.state(), state);
    QVERIFY(StoreFixture::must(StoreFixture::must(f.store->read()).messagesOf(ticket.id)).isEmpty());
}

QTEST_GUILESS_MAIN(TestBatches)
#include "tst_batches.moc"
