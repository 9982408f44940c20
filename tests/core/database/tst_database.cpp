// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/database.h"
#include "core/database/statement.h"
#include "core/database/transaction.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;

namespace {

const QByteArray key(32, 'k');

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A file with a thousand rows that say "secret", checkpointed and closed.
void fill(const QString &path, const DatabaseOptions &options)
{
    auto database = Database::open(path, options);
    QVERIFY(database.has_value());
    QVERIFY(database->execute(u"CREATE TABLE notes(row INTEGER PRIMARY KEY, text TEXT)"_s));
    auto transaction = Transaction::write(*database);
    QVERIFY(transaction.has_value());
    Statement insert(*database, u"INSERT INTO notes(text) VALUES(?)"_s);
    for (int i = 0; i < 1000; ++i)
        QVERIFY(insert.bind(0, u"secret %1 "_s.arg(i).repeated(8)).run());
    QVERIFY(transaction->commit());
    QVERIFY(database->truncateWal());
}

} // namespace

class DatabaseTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }
    void cleanup() { m_dir.reset(); }
    void storagePolicy_isAppliedAtEveryOpen();
    void outboxPolicy_syncsEachCommit();
    void keyedFile_showsNeitherItsKindNorItsText();
    void plainFile_showsBoth();
    void wrongKey_isCorrupt();
    void keyedFileWithoutKey_isCorrupt();
    void flippedByteInAPage_isCorrupt();
    void fullDisk_isDiskFull_andTheTransactionRollsBackWhole();
    void missingFolder_isIo();
    void missingFile_isNotMadeByAReader();
    void reader_canNotWrite();
    void reader_seesWhatWasCommittedAfterItOpened();
    void openReader_keepsTheWalFromBeingEmptied();
    void movedDatabase_staysOpen();
    void fileThatWasMovedAway_isLostUntilItIsBack();
    void errorDetail_holdsNoSearchedWord();

private:
    [[nodiscard]] QString path(const QString &name = u"test.db"_s) const { return m_dir->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_dir;
};

void DatabaseTest::storagePolicy_isAppliedAtEveryOpen()
{
    for (int pass = 0; pass < 2; ++pass) {
        auto database = Database::open(path(), {.key = key});
        QVERIFY(database.has_value());
        QCOMPARE(database->value(u"PRAGMA journal_mode"_s)->toString(), u"wal"_s);
        QCOMPARE(database->value(u"PRAGMA synchronous"_s)->toInt(), 1);
        QCOMPARE(database->value(u"PRAGMA secure_delete"_s)->toInt(), 1);
        QCOMPARE(database->value(u"PRAGMA temp_store"_s)->toInt(), 2);
        QCOMPARE(database->value(u"PRAGMA auto_vacuum"_s)->toInt(), 0);
        QCOMPARE(database->value(u"PRAGMA journal_size_limit"_s)->toInt(), 0);
        QCOMPARE(database->value(u"PRAGMA page_size"_s)->toInt(), 8192);
        QCOMPARE(database->value(u"PRAGMA cipher"_s)->toString(), u"chacha20"_s);
    }
}

void DatabaseTest::outboxPolicy_syncsEachCommit()
{
    auto database = Database::open(path(), {.synchronous = DatabaseOptions::Synchronous::Full});
    QVERIFY(database.has_value());
    QCOMPARE(database->value(u"PRAGMA synchronous"_s)->toInt(), 2);
}

void DatabaseTest::keyedFile_showsNeitherItsKindNorItsText()
{
    fill(path(), {.key = key});
    const QByteArray bytes = contents(path());
    QVERIFY(bytes.size() > 50'000);
    QVERIFY(!bytes.contains("SQLite format 3"));
    QVERIFY(!bytes.contains("secret"));
}

void DatabaseTest::plainFile_showsBoth()
{
    fill(path(), {});
    QVERIFY(contents(path()).startsWith("SQLite format 3"));
    QVERIFY(contents(path()).contains("secret"));
}

void DatabaseTest::wrongKey_isCorrupt()
{
    fill(path(), {.key = key});
    const auto opened = Database::open(path(), {.key = QByteArray(32, 'x')});
    QVERIFY(!opened.has_value());
    QCOMPARE(opened.error().code, Code::Corrupt);
    QVERIFY(Database::open(path(), {.key = key}).has_value());
}

void DatabaseTest::keyedFileWithoutKey_isCorrupt()
{
    fill(path(), {.key = key});
    const auto opened = Database::open(path());
    QVERIFY(!opened.has_value());
    QCOMPARE(opened.error().code, Code::Corrupt);
}

void DatabaseTest::flippedByteInAPage_isCorrupt()
{
    fill(path(), {.key = key});
    QFile file(path());
    QVERIFY(file.open(QIODevice::ReadWrite));
    const qint64 middle = file.size() / 2;
    QVERIFY(file.seek(middle));
    char byte = 0;
    QVERIFY(file.getChar(&byte));
    QVERIFY(file.seek(middle));
    QVERIFY(file.putChar(static_cast<char>(byte ^ 1)));
    file.close();

    auto database = Database::open(path(), {.key = key});
    QVERIFY(database.has_value());
    const auto total = database->value(u"SELECT sum(length(text)) FROM notes"_s);
    QVERIFY(!total.has_value());
    QCOMPARE(total.error().code, Code::Corrupt);
}

void DatabaseTest::fullDisk_isDiskFull_andTheTransactionRollsBackWhole()
{
    auto database = Database::open(path());
    QVERIFY(database.has_value());
    QVERIFY(database->execute(u"CREATE TABLE notes(text TEXT)"_s));
    QVERIFY(database->execute(u"PRAGMA max_page_count = 20"_s));
    Result<void> done;
    {
        auto transaction = Transaction::write(*database);
        QVERIFY(transaction.has_value());
        Statement insert(*database, u"INSERT INTO notes VALUES(?)"_s);
        for (int i = 0; i < 1000 && done; ++i)
            done = insert.bind(0, QString(1000, u'x')).run();
    }
    QVERIFY(!done.has_value());
    QCOMPARE(done.error().code, Code::DiskFull);
    QCOMPARE(database->value(u"SELECT count(*) FROM notes"_s)->toInt(), 0);
}

void DatabaseTest::missingFolder_isIo()
{
    const auto opened = Database::open(path(u"none/test.db"_s));
    QVERIFY(!opened.has_value());
    QCOMPARE(opened.error().code, Code::Io);
}

void DatabaseTest::missingFile_isNotMadeByAReader()
{
    QVERIFY(!Database::open(path(), {.readOnly = true}).has_value());
    QVERIFY(!QFileInfo::exists(path()));
}

void DatabaseTest::reader_canNotWrite()
{
    fill(path(), {.key = key});
    auto reader = Database::open(path(), {.key = key, .readOnly = true});
    QVERIFY(reader.has_value());
    QCOMPARE(reader->value(u"SELECT count(*) FROM notes"_s)->toInt(), 1000);
    const auto done = reader->execute(u"DELETE FROM notes"_s);
    QVERIFY(!done.has_value());
    QCOMPARE(done.error().code, Code::Denied);
}

void DatabaseTest::reader_seesWhatWasCommittedAfterItOpened()
{
    fill(path(), {.key = key});
    auto writer = Database::open(path(), {.key = key});
    auto reader = Database::open(path(), {.key = key, .readOnly = true});
    QVERIFY(writer.has_value() && reader.has_value());
    QVERIFY(writer->execute(u"INSERT INTO notes(text) VALUES('more')"_s));
    QCOMPARE(reader->value(u"SELECT count(*) FROM notes"_s)->toInt(), 1001);
}

void DatabaseTest::openReader_keepsTheWalFromBeingEmptied()
{
    fill(path(), {});
    auto writer = Database::open(path());
    auto reader = Database::open(path(), {.readOnly = true});
    QVERIFY(writer.has_value() && reader.has_value());
    QVERIFY(writer->execute(u"PRAGMA busy_timeout = 0"_s));
    QVERIFY(writer->execute(u"DELETE FROM notes WHERE row = 1"_s));
    Statement all(*reader, u"SELECT text FROM notes"_s);
    QVERIFY(all.next().value_or(false));
    QVERIFY(writer->execute(u"DELETE FROM notes WHERE row = 2"_s));

    const auto busy = writer->truncateWal();
    QVERIFY(!busy.has_value());
    QCOMPARE(busy.error().code, Code::Locked);
    QVERIFY(QFileInfo(path() + u"-wal"_s).size() > 0);

    all.finish();
    QVERIFY(writer->truncateWal());
    QCOMPARE(QFileInfo(path() + u"-wal"_s).size(), 0);
    QVERIFY(!contents(path()).contains("secret 0 "));
}

void DatabaseTest::movedDatabase_staysOpen()
{
    auto first = Database::open(path());
    QVERIFY(first.has_value());
    {
        Database second = std::move(*first);
        QVERIFY(second.execute(u"CREATE TABLE a(b)"_s));
        *first = std::move(second);
    }
    QCOMPARE(first->value(u"SELECT count(*) FROM a"_s)->toInt(), 0);
}

void DatabaseTest::fileThatWasMovedAway_isLostUntilItIsBack()
{
    for (const DatabaseOptions &options : {DatabaseOptions{}, DatabaseOptions{.key = key}}) {
        const QString place = path(options.key.isEmpty() ? u"plain.db"_s : u"keyed.db"_s);
        auto database = Database::open(place, options);
        QVERIFY(database.has_value());
        QVERIFY(!database->isLost());
        QVERIFY(QFile::rename(place, path(u"away.db"_s)));
        QVERIFY(database->isLost());
        const auto again = database->reconnect();
        QVERIFY(!again);
        QCOMPARE(again.error().code, Code::Io);
        QVERIFY(QFile::rename(path(u"away.db"_s), place));
        QVERIFY(!database->isLost());
        QVERIFY(database->reconnect());
        QVERIFY(QFile::remove(place));
        QVERIFY(database->isLost());
    }
}

void DatabaseTest::errorDetail_holdsNoSearchedWord()
{
    auto database = Database::open(path());
    QVERIFY(database.has_value());
    QVERIFY(database->execute(u"CREATE VIRTUAL TABLE words USING fts5(word)"_s));
    Statement search(*database, u"SELECT word FROM words WHERE words MATCH :what"_s);
    const auto found = search.bind(u":what"_s, u"(kouassi"_s).next();
    QVERIFY(!found.has_value());
    QVERIFY(!found.error().detail.contains(u"kouassi"_s));
}

QTEST_GUILESS_MAIN(DatabaseTest)

#include "tst_database.moc"
