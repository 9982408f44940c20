// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/scopes.h"
#include "tests/server/store/storefixture.h"

using namespace akwaba;
using namespace akwaba::store;
using namespace Qt::StringLiterals;

class TestStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSecondDatabaseIsNotMadeOverTheFirst();
    void aDirectoryWithoutDatabaseIsNotOpened();
    void anEmptiedDatabaseIsNotBegunAnew();
    void whatWasWrittenIsThereAfterOpeningAgain();
    void anOlderDatabaseInItsPlace_isTakenForARestoredOne();
    void everyChangeCountsRevAndSeq();
    void puttingTheSameAgainChangesNothing();
    void aFailingJobRollsBackAlone();
    void jobsSubmittedTogetherAreOneTransaction();
    void aLongQueueLetsOthersInBetween();
    void numbersAreGivenBackByARollback();
    void listenersHearWhoIsConcerned();
    void aCommitOfAnotherProcessIsNoticed();
    void aCommitOfAnotherProcessBetweenTwoOfOursIsToldToo();
    void aDatabaseThatWasMovedAwayTakesNothingMore();
    void aDestroyedIdDoesNotComeBack();
    void anIdOfAnotherKindIsRefused();
    void customersAreFoundByAddressWhateverItsCase();
    void ticketNumbersCountUp();
    void blobsAreKeptOnceAndChecked();
};

void TestStore::aSecondDatabaseIsNotMadeOverTheFirst()
{
    StoreFixture fixture;
    const auto again = Store::create(fixture.place, fixture.clock, fixture.random);
    QVERIFY(!again);
    QCOMPARE(again.error().code, Code::Conflict);
}

void TestStore::aDirectoryWithoutDatabaseIsNotOpened()
{
    QTemporaryDir empty;
    SystemClock clock;
    SeededRandom random(1);
    const auto store = Store::open(empty.path(), clock, random);
    QVERIFY(!store);
    QCOMPARE(store.error().code, Code::NotFound);
}

void TestStore::anEmptiedDatabaseIsNotBegunAnew()
{
    if (isOnPostgresql()) QSKIP("a file of SQLite's");
    StoreFixture fixture;
    fixture.store.reset();
    QVERIFY(QFile::resize(fixture.dir.filePath(u"akwaba.db"_s), 0));
    const auto store = Store::open(fixture.place, fixture.clock, fixture.random);
    QVERIFY(!store);
    QCOMPARE(store.error().code, Code::Corrupt);
}

void TestStore::anOlderDatabaseInItsPlace_isTakenForARestoredOne()
{
    if (isOnPostgresql()) QSKIP("a file of SQLite's");
    StoreFixture fixture;
    fixture.team(u"SAV"_s);
    const QString lineage = StoreFixture::must(fixture.store->read()).state().section(u'.', 0, 0);
    fixture.store.reset();
    const QString database = fixture.dir.filePath(u"akwaba.db"_s);
    const QString older = fixture.dir.filePath(u"older.db"_s);
    QVERIFY(QFile::copy(database, older));
    fixture.store = StoreFixture::must(Store::open(fixture.place, fixture.clock, fixture.random));
    QCOMPARE(StoreFixture::must(fixture.store->read()).state().section(u'.', 0, 0), lineage); // nothing happened yet
    fixture.team(u"Ventes"_s);
    fixture.store.reset();
    QVERIFY(QFile::remove(database) && QFile::rename(older, database));
    fixture.store = StoreFixture::must(Store::open(fixture.place, fixture.clock, fixture.random));
    QVERIFY(StoreFixture::must(fixture.store->read()).state().section(u'.', 0, 0) != lineage);
}

void TestStore::whatWasWrittenIsThereAfterOpeningAgain()
{
    StoreFixture fixture;
    const Ticket ticket = fixture.ticket(fixture.team(u"SAV"_s).id);
    const QString state = fixture.state();
    fixture.store.reset();
    fixture.store = StoreFixture::must(Store::open(fixture.place, fixture.clock, fixture.random));
    QCOMPARE(fixture.find<Ticket>(ticket.id), ticket);
    QCOMPARE(fixture.state(), state);
}

void TestStore::everyChangeCountsRevAndSeq()
{
    StoreFixture fixture;
    Ticket ticket = fixture.ticket(fixture.team(u"SAV"_s).id);
    QCOMPARE(ticket.rev, 1);
    const qint64 seq = StoreFixture::must(fixture.store->read()).seq();
    ticket.subject = u"Imprimante"_s;
    QCOMPARE(fixture.put(ticket).rev, 2);
    QCOMPARE(StoreFixture::must(fixture.store->read()).seq(), seq + 1);
}

void TestStore::puttingTheSameAgainChangesNothing()
{
    StoreFixture fixture;
    const Ticket ticket = fixture.ticket(fixture.team(u"SAV"_s).id);
    const QString state = fixture.state();
    QCOMPARE(fixture.put(ticket).rev, ticket.rev);
    QCOMPARE(fixture.state(), state);
}

void TestStore::aFailingJobRollsBackAlone()
{
    StoreFixture fixture;
    const TeamId team = fixture.team(u"SAV"_s).id;
    Ticket good;
    good.id = fixture.id<TicketId>();
    good.team = team;
    Ticket bad = good;
    bad.id = fixture.id<TicketId>();
    QList<Code> answers;
    const auto answer = [&answers](const Result<void> &done) {
        answers.append(done ? Code::Unsupported : done.error().code);
    };
    fixture.store->submit(
        [&](Writer &writer) -> Result<void> {
            if (const auto put = writer.put(bad); !put) return tl::unexpected(put.error());
            return fail(Code::Denied);
        },
        answer);
    fixture.store->submit([&](Writer &writer) { return writer.put(good).map([](const Ticket &) { }); }, answer);
    fixture.store->flush();
    QCOMPARE(answers, (QList{Code::Denied, Code::Unsupported}));
    QVERIFY(!fixture.find<Ticket>(bad.id));
    QVERIFY(fixture.find<Ticket>(good.id));
}

void TestStore::jobsSubmittedTogetherAreOneTransaction()
{
    StoreFixture fixture;
    const TeamId team = fixture.team(u"SAV"_s).id;
    int answered = 0;
    int notices = 0;
    fixture.store->onCommitted([&notices](const CommitNotice &) { ++notices; });
    for (int i = 0; i < 10; ++i) {
        Ticket ticket;
        ticket.id = fixture.id<TicketId>();
        ticket.team = team;
        fixture.store->submit([ticket](Writer &writer) { return writer.put(ticket).map([](const Ticket &) { }); },
                              [&answered](const Result<void> &done) { answered += done ? 1 : 0; });
    }
    QCOMPARE(answered, 0);
    QTRY_COMPARE(answered, 10);
    QCOMPARE(notices, 1);
}

void TestStore::aLongQueueLetsOthersInBetween()
{
    StoreFixture fixture;
    constexpr int jobs = 150; // more than two batches
    int answered = 0;
    int answeredBetween = 0;
    for (int i = 0; i < jobs; ++i) {
        fixture.store->submit([](Writer &) { return Result<void>(); },
                              [&](const Result<void> &) {
                                  if (++answered > 1) return;
                                  QMetaObject::invokeMethod(
                                      this, [&] { answeredBetween = answered; }, Qt::QueuedConnection);
                              });
    }
    QTRY_COMPARE(answered, jobs);
    QCOMPARE(answeredBetween, 64);
}

void TestStore::numbersAreGivenBackByARollback()
{
    StoreFixture fixture;
    const TeamId team = fixture.team(u"SAV"_s).id;
    const qint64 before = StoreFixture::must(fixture.store->read()).seq();
    const auto done = fixture.store->write([&](Writer &writer) -> Result<void> {
        writer.whenNumbered([](qint64) -> Result<void> { return fail(Code::DiskFull); });
        Ticket ticket;
        ticket.id = fixture.id<TicketId>();
        ticket.team = team;
        return writer.put(ticket).map([](const Ticket &) { });
    });
    QCOMPARE(done.error().code, Code::DiskFull);
    QCOMPARE(StoreFixture::must(fixture.store->read()).seq(), before);
    fixture.ticket(team);
    QCOMPARE(StoreFixture::must(fixture.store->read()).seq(), before + 1);
}

void TestStore::listenersHearWhoIsConcerned()
{
    StoreFixture fixture;
    const Team one = fixture.team(u"SAV"_s);
    const Team other = fixture.team(u"Ventes"_s);
    Ticket ticket = fixture.ticket(one.id);
    QStringList heard;
    fixture.store->onCommitted([&heard](const CommitNotice &notice) { heard = notice.scopes; });
    ticket.team = other.id;
    fixture.put(ticket);
    QStringList expected{u"team:"_s + one.id.value, u"team:"_s + other.id.value};
    expected.sort();
    QCOMPARE(heard, expected);
}

void TestStore::aCommitOfAnotherProcessIsNoticed()
{
    StoreFixture fixture;
    const TeamId team = fixture.team(u"SAV"_s).id;
    QStringList heard;
    fixture.store->onCommitted([&heard](const CommitNotice &notice) { heard = notice.scopes; });
    fixture.store->noticeOthers();
    QVERIFY(heard.isEmpty());
    const auto other = StoreFixture::must(Store::open(fixture.place, fixture.clock, fixture.random));
    Ticket ticket;
    ticket.id = fixture.id<TicketId>();
    ticket.team = team;
    StoreFixture::must(other->write([&](Writer &writer) { return writer.put(ticket).map([](const Ticket &) { }); }));
    fixture.store->noticeOthers();
    QCOMPARE(heard, QStringList{u"team:"_s + team.value});
}

void TestStore::aCommitOfAnotherProcessBetweenTwoOfOursIsToldToo()
{
    StoreFixture fixture;
    const Team team = fixture.team(u"Support"_s);
    const auto other = StoreFixture::must(Store::open(fixture.place, fixture.clock, fixture.random));
    CommitNotice heard;
    fixture.store->onCommitted([&heard](const CommitNotice &notice) { heard = notice; });
    StoreFixture::must(other->write([&](Writer &writer) {
        Ticket theirs;
        theirs.id = fixture.id<TicketId>();
        theirs.team = team.id;
        return writer.put(theirs).map([](const Ticket &) { });
    }));
    fixture.team(u"Sales"_s);
    QCOMPARE(heard.first, qint64{2});
    QCOMPARE(heard.seq, qint64{3});
    QCOMPARE(heard.scopes, (QStringList{orgKey(), teamKey(team.id)}));
}

void TestStore::aDatabaseThatWasMovedAwayTakesNothingMore()
{
    if (isOnPostgresql()) QSKIP("a file of SQLite's");
    StoreFixture fixture;
    fixture.team(u"Support"_s);
    const QString place = fixture.dir.filePath(u"akwaba.db"_s);
    QVERIFY(QFile::rename(place, place + u".away"_s));
    const auto lost = fixture.store->write([](Writer &writer) { return writer.setSetting(u"a"_s, u"b"_s); });
    QVERIFY(!lost);
    QCOMPARE(lost.error().code, Code::Io);
    QVERIFY(!fixture.store->read());
    QVERIFY(QFile::rename(place + u".away"_s, place));
    fixture.write([](Writer &writer) { return writer.setSetting(u"a"_s, u"b"_s); });
    QCOMPARE(StoreFixture::must(StoreFixture::must(fixture.store->read()).setting(u"a"_s)), u"b"_s);
}

void TestStore::aDestroyedIdDoesNotComeBack()
{
    StoreFixture fixture;
    const Agent agent = fixture.agent(u"Awa"_s, {});
    Draft draft;
    draft.id = fixture.id<DraftId>();
    draft.agent = agent.id;
    fixture.put(draft);
    fixture.write([&](Writer &writer) { return writer.destroy<Draft>(draft.id); });
    QVERIFY(!fixture.find<Draft>(draft.id));
    const auto again =
        fixture.store->write([&](Writer &writer) { return writer.put(draft).map([](const Draft &) { }); });
    QCOMPARE(again.error().code, Code::Conflict);
}

void TestStore::anIdOfAnotherKindIsRefused()
{
    StoreFixture fixture;
    Team team;
    team.id.value = fixture.id<AgentId>().value;
    const auto done = fixture.store->write([&](Writer &writer) { return writer.put(team).map([](const Team &) { }); });
    QCOMPARE(done.error().code, Code::BadInput);
}

void TestStore::customersAreFoundByAddressWhateverItsCase()
{
    StoreFixture fixture;
    Customer awa = fixture.customer(u"Awa"_s);
    const auto byAddress = [&fixture](const QString &address) {
        return StoreFixture::must(StoreFixture::must(fixture.store->read()).customerByAddress(address));
    };
    QCOMPARE(byAddress(u" AWA@Example.CI"_s), awa);
    awa.emails = {{u"Awa"_s, u"new@example.ci"_s}};
    awa = fixture.put(awa);
    QVERIFY(!byAddress(u"awa@example.ci"_s));
    QCOMPARE(byAddress(u"new@example.ci"_s), awa);
}

void TestStore::ticketNumbersCountUp()
{
    StoreFixture fixture;
    QStringList numbers;
    for (int i = 0; i < 3; ++i) {
        fixture.write([&numbers](Writer &writer) {
            return writer.nextTicketNumber().map([&numbers](const QString &number) { numbers += number; });
        });
    }
    QCOMPARE(numbers, (QStringList{u"A-10001"_s, u"A-10002"_s, u"A-10003"_s}));
}

void TestStore::blobsAreKeptOnceAndChecked()
{
    StoreFixture fixture;
    BlobFiles &blobs = fixture.store->blobs();
    const BlobId id = StoreFixture::must(blobs.put("facture"));
    QCOMPARE(StoreFixture::must(blobs.put("facture")), id);
    QCOMPARE(StoreFixture::must(blobs.read(id)), QByteArray("facture"));
    QCOMPARE(blobs.read({u"b../../state.key"_s}).error().code, Code::NotFound);
    QFile file(fixture.dir.path() + u"/blobs/"_s + id.value.mid(1, 2) + u'/' + id.value);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("facturE");
    file.close();
    QCOMPARE(blobs.read(id).error().code, Code::Corrupt);
}

QTEST_GUILESS_MAIN(TestStore)
#include "tst_store.moc"
