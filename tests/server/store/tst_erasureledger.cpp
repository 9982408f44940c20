// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/erasureledger.h"
#include "app/server/store/erasuretables.h"
#include "core/database/transaction.h"
#include "tests/server/store/storefixture.h"

#include <QFile>

using namespace akwaba;
using namespace akwaba::store;
using namespace Qt::StringLiterals;

/// What is remembered of erasures outside the database, and what it is for (sync.md 2.20).
class ErasureLedgerTest : public QObject {
    Q_OBJECT

    struct Book {
        QTemporaryDir dir;
        ErasureLedger ledger{dir.path(), QByteArray(32, 'k')};
        const QDateTime at{QDate(2026, 11, 26), QTime(9, 0), Qt::UTC};

        [[nodiscard]] QString path() const { return dir.filePath(u"erasures.ledger"_s); }
        [[nodiscard]] QByteArray content() const
        {
            QFile file(path());
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        }
        void replace(const QByteArray &content) const
        {
            QFile file(path());
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
        }
        void write(int count) const
        {
            for (int i = 0; i < count; ++i)
                StoreFixture::must(ledger.append({u"z%1"_s.arg(i), ledger.digestOf(u"c%1"_s.arg(i)), at}));
        }
        [[nodiscard]] QStringList erasures() const
        {
            QStringList ids;
            for (const LedgerLine &line : StoreFixture::must(ledger.read()))
                ids += line.erasure;
            return ids;
        }
    };

    /// The store as it was before `deed`, with the ledger as it is after it.
    static void goBackBehind(StoreFixture &fixture, const std::function<void()> &deed)
    {
        fixture.store.reset();
        const QString path = fixture.place.databaseFile();
        QVERIFY(QFile::copy(path, path + u".copy"_s));
        fixture.store = StoreFixture::must(Store::open(fixture.place, fixture.clock, fixture.random));
        deed();
        fixture.store.reset();
        for (const QString &end : {u""_s, u"-wal"_s, u"-shm"_s})
            QFile::remove(path + end);
        QVERIFY(QFile::rename(path + u".copy"_s, path));
    }

private Q_SLOTS:
    void whatIsWritten_isReadInItsOrder()
    {
        Book book;
        QCOMPARE(book.erasures(), QStringList());
        book.write(3);
        QCOMPARE(book.erasures(), (QStringList{u"z0"_s, u"z1"_s, u"z2"_s}));
        const LedgerLine first = StoreFixture::must(book.ledger.read()).constFirst();
        QCOMPARE(first.digest, book.ledger.digestOf(u"c0"_s));
        QCOMPARE(first.at, book.at);
    }

    void aChangedMissingOrForeignLine_isNoticed()
    {
        Book book;
        book.write(3);
        const QByteArray whole = book.content();
        const QByteArrayList lines = whole.trimmed().split('\n');
        QByteArray changed = whole;
        changed.replace("z1 ", "z7 ");
        const QByteArray missing = lines.at(0) + '\n' + lines.at(2) + '\n';
        const QByteArray exchanged = lines.at(1) + '\n' + lines.at(0) + '\n' + lines.at(2) + '\n';
        for (const QByteArray &content : {changed, missing, exchanged, QByteArray("nonsense\n")}) {
            book.replace(content);
            const auto read = book.ledger.read();
            QVERIFY(!read);
            QCOMPARE(read.error().code, Code::Corrupt);
            QVERIFY(!read.error().detail.isEmpty());
            QVERIFY(!book.ledger.append({u"z9"_s, {}, book.at})); // nothing is hidden behind it
        }
        book.replace(whole);
        QCOMPARE(ErasureLedger(book.dir.path(), QByteArray(32, 'x')).read().error().code, Code::Corrupt);
    }

    void aLineThatAPowerCutLeftHalf_isWrittenOver()
    {
        Book book;
        book.write(1);
        const QByteArray whole = book.content();
        book.replace(whole + "z5 half a li");
        QCOMPARE(book.erasures(), QStringList{u"z0"_s});
        StoreFixture::must(book.ledger.append({u"z6"_s, book.ledger.digestOf(u"c6"_s), book.at}));
        QCOMPARE(book.erasures(), (QStringList{u"z0"_s, u"z6"_s}));
        QVERIFY(!book.content().contains("half"));
    }

    void anOlderDatabase_isErasedAgainBeforeItIsServed()
    {
        StoreFixture fixture;
        const Team team = fixture.team(u"Nord"_s);
        const Customer customer = fixture.customer(u"Adjoua"_s);
        const Ticket ticket = fixture.ticket(team.id, customer.id);
        const Message message = fixture.message(ticket.id, u"Ma cartouche fuit"_s);
        QString erasure;
        goBackBehind(fixture, [&] { erasure = StoreFixture::must(fixture.store->eraseCustomer(customer.id)); });
        fixture.store = StoreFixture::must(Store::open(fixture.place, fixture.clock, fixture.random));
        QVERIFY(!fixture.find<Customer>(customer.id));
        QVERIFY(fixture.find<Message>(message.id)->text != message.text);
        const auto all = StoreFixture::must(erasureStatus(StoreFixture::must(fixture.store->read()).database()));
        QCOMPARE(all.size(), 1);
        QCOMPARE(all.constFirst().id, erasure); // the same one: devices that did it need not do it again
        // And once only.
        const QString state = fixture.state();
        fixture.store.reset();
        fixture.store = StoreFixture::must(Store::open(fixture.place, fixture.clock, fixture.random));
        QCOMPARE(fixture.state(), state);
    }

    void aDatabaseFromBeforeHeCame_isLookedThroughOnce()
    {
        StoreFixture fixture;
        goBackBehind(fixture, [&] {
            const Customer customer = fixture.customer(u"Adjoua"_s);
            (void)StoreFixture::must(fixture.store->eraseCustomer(customer.id));
        });
        fixture.store = StoreFixture::must(Store::open(fixture.place, fixture.clock, fixture.random));
        QCOMPARE(StoreFixture::must(erasureStatus(StoreFixture::must(fixture.store->read()).database())).size(), 1);
    }

    void aBrokenLedger_keepsTheStoreClosed()
    {
        StoreFixture fixture;
        (void)StoreFixture::must(fixture.store->eraseCustomer(fixture.customer(u"Adjoua"_s).id));
        fixture.store.reset();
        QFile ledger(fixture.place.directory + u"/erasures.ledger"_s);
        QVERIFY(ledger.open(QIODevice::ReadWrite));
        ledger.write("z");
        ledger.putChar('?');
        ledger.close();
        const auto opened = Store::open(fixture.place, fixture.clock, fixture.random);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, Code::Corrupt);
        QVERIFY(opened.error().detail.contains(u"erasures.ledger"_s));
    }

    void ofThePerson_theLedgerHoldsNothing()
    {
        StoreFixture fixture;
        const Customer customer = fixture.customer(u"Adjoua"_s);
        (void)StoreFixture::must(fixture.store->eraseCustomer(customer.id));
        QFile file(fixture.place.directory + u"/erasures.ledger"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray content = file.readAll();
        QVERIFY(!content.contains("Adjoua") && !content.contains(customer.id.value.toLatin1()));
    }
};

QTEST_GUILESS_MAIN(ErasureLedgerTest)

#include "tst_erasureledger.moc"
