// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jobs/backup.h"
#include "app/server/store/mailtables.h"
#include "app/server/store/restored.h"
#include "core/database/statement.h"
#include "tests/server/intents/intentfixture.h"

#include <QDirIterator>

using namespace akwaba;
using namespace akwaba::jobs;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A company with a reply on its way and a blob.
class Company : public intents::IntentFixture {
public:
    Company()
    {
        sent = reply(u"Nous le remplaçons."_s, question.id);
        if (send(asAwa, sent).kind != OutcomeKind::Accepted) qFatal("the reply was not accepted");
        write([this](store::Writer &writer) {
            return writer.addBlob("bon de livraison", u"text/plain"_s).map([this](const BlobId &id) { blob = id; });
        });
    }

    [[nodiscard]] QString folder(const QString &name = u"backup"_s) const { return dir.filePath(name); }
    BackupManifest backUpNow() { return must(backUp(*store, folder())); }
    [[nodiscard]] QString state() { return must(store->read()).state(); }

    void reopen()
    {
        service.reset();
        store.reset();
        store = must(store::Store::open(place, clock, random));
        service = must(intents::IntentService::open(*store));
    }

    Reply sent;
    BlobId blob;
};

} // namespace

class TestBackup : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everythingComesBack_underANewLineage();
    void companyOfOneDatabase_livesInTheOther();
    void mailOnItsWay_isUnknownAndGoesOutNoMore();
    void restoreThatWasInterrupted_isSettledByTheNextOpening();
    void companyThatIsThere_isReplacedOnlyWhenTold();
    void replacedFile_isKept();
    void backupThatWasChanged_isRefusedBeforeAnythingChanges_data();
    void backupThatWasChanged_isRefusedBeforeAnythingChanges();
    void runningServer_isNotReplaced();
    void folderThatExists_isNotWrittenTo();
    void keyFiles_areNotInIt();
    void halvesOfKeys_areInNoBackup();
    void whoWasErasedSince_doesNotComeBack();
};

void TestBackup::everythingComesBack_underANewLineage()
{
    Company company;
    const BackupManifest manifest = company.backUpNow();
    const auto tickets = Company::must(Company::must(company.store->read()).all<Ticket>());
    const auto agents = Company::must(Company::must(company.store->read()).all<Agent>());
    const QString lineage = company.state().section(u'.', 0, 0);
    QCOMPARE(manifest.lineage, lineage);
    company.clock.advance(1h);
    company.put(company.team(u"Après"_s));
    company.store.reset();
    const auto restored = restore(company.folder(), company.place, true, company.clock, company.random);
    QVERIFY(restored);
    company.reopen();
    QCOMPARE(Company::must(Company::must(company.store->read()).all<Ticket>()), tickets);
    QCOMPARE(Company::must(Company::must(company.store->read()).all<Agent>()), agents);
    QVERIFY(!Company::must(Company::must(company.store->read()).teamByName(u"Après"_s)));
    QCOMPARE(Company::must(company.store->blobs().read(company.blob)), QByteArray("bon de livraison"));
    QVERIFY(company.state().section(u'.', 0, 0) != lineage);
}

void TestBackup::halvesOfKeys_areInNoBackup()
{
    Company company;
    company.write([](store::Writer &writer) {
        Statement insert(writer.sideTables(),
                         u"INSERT INTO device_keys (device, generation, half, created_at, lease_ends_at) "
                         "VALUES ('d1', 1, 'sealed', 0, 0)"_s);
        return insert.run();
    });
    QVERIFY(!company.backUpNow().tables.contains(u"device_keys"_s));
    company.store.reset();
    QVERIFY(restore(company.folder(), company.place, true, company.clock, company.random));
    company.reopen();
    const store::Snapshot snapshot = Company::must(company.store->read());
    QCOMPARE(Company::must(snapshot.database().value(u"SELECT count(*) FROM device_keys"_s)).toInt(), 0);
}

void TestBackup::whoWasErasedSince_doesNotComeBack()
{
    Company company;
    const Customer customer = company.customer(u"Adjoua"_s);
    const Ticket ticket = company.StoreFixture::ticket(company.team(u"Nord"_s).id, customer.id);
    const Message message = company.message(ticket.id, u"Ma cartouche fuit à Korhogo"_s);
    BlobId file;
    company.write([&](store::Writer &writer) {
        return writer.addBlob("sa carte d'identité", u"image/png"_s).and_then([&](const BlobId &blob) {
            file = blob;
            Attachment attachment;
            attachment.id = company.id<AttachmentId>();
            attachment.message = message.id;
            attachment.ticket = ticket.id;
            attachment.blob = blob;
            return writer.put(attachment).map([](const Attachment &) { });
        });
    });
    company.backUpNow();
    (void)Company::must(company.store->eraseCustomer(customer.id));
    company.store.reset();
    QVERIFY(restore(company.folder(), company.place, true, company.clock, company.random));
    company.reopen();
    QVERIFY(!company.find<Customer>(customer.id));
    QVERIFY(company.find<Message>(message.id)->text != message.text);
    QVERIFY(!company.store->blobs().read(file));
    QVERIFY(Company::must(Company::must(company.store->read()).attachmentsOf(ticket.id)).isEmpty());
}

void TestBackup::companyOfOneDatabase_livesInTheOther()
{
    Company company;
    company.backUpNow();
    const auto messages = Company::must(Company::must(company.store->read()).all<Message>());
    // The other of the two: a file, or tables that were made in PostgreSQL.
    const QString otherFolder = company.folder(u"other"_s);
    const store::Place other = isOnPostgresql() ? store::Place(otherFolder) : postgresqlPlace(otherFolder);
    if (other.isPostgresql()) (void)Company::must(store::Store::create(other, company.clock, company.random));
    const auto restored = restore(company.folder(), other, false, company.clock, company.random);
    QVERIFY(restored);
    const auto moved = Company::must(store::Store::open(other, company.clock, company.random));
    auto found = Company::must(Company::must(moved->read()).all<Message>());
    QCOMPARE(found.size(), messages.size());
    for (qsizetype i = 0; i < found.size(); ++i) {
        if (found.at(i).id != company.sent.id) QCOMPARE(found.at(i), messages.at(i));
    }
}

void TestBackup::mailOnItsWay_isUnknownAndGoesOutNoMore()
{
    Company company;
    company.backUpNow();
    company.store.reset();
    QVERIFY(restore(company.folder(), company.place, true, company.clock, company.random));
    company.reopen();
    const Message message = *company.find<Message>(company.sent.id);
    QCOMPARE(message.delivery, Delivery::Unknown);
    QCOMPARE(message.deliveryLog.last().result, Delivery::Unknown);
    const auto snapshot = Company::must(company.store->read());
    const QDateTime later = company.clock.now().addDays(30);
    QVERIFY(Company::must(store::dueMailJobs(snapshot.database(), later, 10)).isEmpty());
}

void TestBackup::restoreThatWasInterrupted_isSettledByTheNextOpening()
{
    Company company;
    // The tables were filled, and there it ended.
    company.write([](store::Writer &writer) { return store::markRestored(writer.database(), u"abcdefabcdef"_s); });
    QCOMPARE(company.find<Message>(company.sent.id)->delivery, Delivery::Queued);
    company.reopen();
    QCOMPARE(company.find<Message>(company.sent.id)->delivery, Delivery::Unknown);
    QVERIFY(company.state().startsWith(u"abcdefabcdef."_s));
    // Once: what is queued since then goes out.
    const Reply later = company.reply(u"Et voici la suite."_s, company.sent.id);
    QCOMPARE(company.send(company.asAwa, later).kind, OutcomeKind::Accepted);
    company.reopen();
    QCOMPARE(company.find<Message>(later.id)->delivery, Delivery::Queued);
}

void TestBackup::companyThatIsThere_isReplacedOnlyWhenTold()
{
    Company company;
    company.backUpNow();
    const Team after = company.team(u"Après"_s);
    company.store.reset();
    const auto refused = restore(company.folder(), company.place, false, company.clock, company.random);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, Code::Conflict);
    company.reopen();
    QVERIFY(company.find<Team>(after.id));
}

void TestBackup::replacedFile_isKept()
{
    if (isOnPostgresql()) QSKIP("a file of SQLite's");
    Company company;
    company.backUpNow();
    company.store.reset();
    for (int kept = 1; kept <= 3; ++kept) { // all within one second
        QVERIFY(restore(company.folder(), company.place, true, company.clock, company.random));
        QCOMPARE(QDir(company.dir.path()).entryList({u"akwaba.db.replaced-*"_s}).size(), kept);
    }
}

void TestBackup::backupThatWasChanged_isRefusedBeforeAnythingChanges_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<bool>("removed");
    QTest::addColumn<int>("code");
    QTest::newRow("a table") << u"tables/tickets.jsonl.gz"_s << false << int(Code::Corrupt);
    QTest::newRow("a table that is gone") << u"tables/tickets.jsonl.gz"_s << true << int(Code::Io);
    QTest::newRow("no manifest") << u"manifest.json"_s << true << int(Code::NotFound);
}

void TestBackup::backupThatWasChanged_isRefusedBeforeAnythingChanges()
{
    QFETCH(QString, file);
    QFETCH(bool, removed);
    QFETCH(int, code);
    Company company;
    company.backUpNow();
    const Team after = company.team(u"Après"_s);
    company.store.reset();
    QFile changed(company.folder() + u'/' + file);
    if (removed) {
        QVERIFY(changed.remove());
    } else {
        QVERIFY(changed.open(QIODevice::ReadWrite) && changed.seek(changed.size() / 2) && changed.write("x") == 1);
        changed.close();
    }
    const auto refused = restore(company.folder(), company.place, true, company.clock, company.random);
    QVERIFY(!refused);
    QCOMPARE(int(refused.error().code), code);
    company.reopen();
    QVERIFY(company.find<Team>(after.id));
}

void TestBackup::runningServer_isNotReplaced()
{
    Company company;
    company.backUpNow();
    Company::must(company.store->watchOthers());
    const auto refused = restore(company.folder(), company.place, true, company.clock, company.random);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, Code::Locked);
    QVERIFY(company.find<Ticket>(company.ticket.id));
}

void TestBackup::folderThatExists_isNotWrittenTo()
{
    Company company;
    company.backUpNow();
    const auto again = backUp(*company.store, company.folder());
    QVERIFY(!again);
    QCOMPARE(again.error().code, Code::Conflict);
    QVERIFY(checkBackup(company.folder()));
}

void TestBackup::keyFiles_areNotInIt()
{
    Company company;
    company.backUpNow();
    QFile key(company.dir.filePath(u"state.key"_s));
    QVERIFY(key.open(QIODevice::ReadOnly));
    const QByteArray secret = key.readAll().trimmed();
    QDirIterator files(company.folder(), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!file.readAll().contains(secret), qPrintable(file.fileName()));
    }
}

QTEST_GUILESS_MAIN(TestBackup)
#include "tst_backup.moc"
