// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/database.h"
#include "core/database/statement.h"
#include "core/database/transaction.h"

#include <QTemporaryDir>
#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;

class TransactionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void uncommitted_isRolledBack();
    void committed_stays();
    void movedTransaction_rollsBackOnce();
    void secondWriter_isLocked();
    void failedPart_leavesTheRest();
    void nestedParts_failAlone();
    void readTransaction_seesOneState();
    void statement_canBeRunAgainWithOtherValues();
    void statement_bindsNullTextAsEmptyAndNoInstantAsNull();
    void brokenStatement_failsWhenItIsRun();
    void uniqueViolation_isConflict();

private:
    [[nodiscard]] int count() const { return m_database->value(u"SELECT count(*) FROM a"_s)->toInt(); }
    [[nodiscard]] bool add(int value) const
    {
        return m_database->execute(u"INSERT INTO a(b) VALUES(%1)"_s.arg(value)).has_value();
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Database> m_database;
};

void TransactionTest::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    auto opened = Database::open(m_dir->filePath(u"test.db"_s));
    QVERIFY(opened.has_value());
    m_database = std::make_unique<Database>(std::move(*opened));
    QVERIFY(m_database->execute(u"CREATE TABLE a(b UNIQUE, c)"_s));
}

void TransactionTest::cleanup()
{
    m_database.reset();
    m_dir.reset();
}

void TransactionTest::uncommitted_isRolledBack()
{
    {
        auto transaction = Transaction::write(*m_database);
        QVERIFY(transaction.has_value());
        QVERIFY(add(1));
        QCOMPARE(count(), 1);
    }
    QCOMPARE(count(), 0);
}

void TransactionTest::committed_stays()
{
    {
        auto transaction = Transaction::write(*m_database);
        QVERIFY(transaction.has_value());
        QVERIFY(add(1));
        QVERIFY(transaction->commit());
    }
    QCOMPARE(count(), 1);
}

void TransactionTest::movedTransaction_rollsBackOnce()
{
    {
        auto first = Transaction::write(*m_database);
        QVERIFY(first.has_value());
        QVERIFY(add(1));
        {
            const Transaction second = std::move(*first);
        }
        QVERIFY(add(2)); // outside any transaction by now
    }
    QCOMPARE(count(), 1);
}

void TransactionTest::secondWriter_isLocked()
{
    auto other = Database::open(m_database->path());
    QVERIFY(other.has_value());
    QVERIFY(other->execute(u"PRAGMA busy_timeout = 0"_s));
    const auto held = Transaction::write(*m_database);
    QVERIFY(held.has_value());
    const auto second = Transaction::write(*other);
    QVERIFY(!second.has_value());
    QCOMPARE(second.error().code, Code::Locked);
}

void TransactionTest::failedPart_leavesTheRest()
{
    auto transaction = Transaction::write(*m_database);
    QVERIFY(transaction.has_value());
    QVERIFY(add(1));
    {
        const auto part = Savepoint::begin(*m_database);
        QVERIFY(part.has_value());
        QVERIFY(add(2));
    }
    {
        auto part = Savepoint::begin(*m_database);
        QVERIFY(part.has_value());
        QVERIFY(add(3));
        QVERIFY(part->release());
    }
    QVERIFY(transaction->commit());
    QCOMPARE(m_database->value(u"SELECT group_concat(b) FROM (SELECT b FROM a ORDER BY b)"_s)->toString(), u"1,3"_s);
}

void TransactionTest::nestedParts_failAlone()
{
    auto transaction = Transaction::write(*m_database);
    QVERIFY(transaction.has_value());
    {
        auto outer = Savepoint::begin(*m_database);
        QVERIFY(outer.has_value());
        QVERIFY(add(1));
        {
            const auto inner = Savepoint::begin(*m_database);
            QVERIFY(inner.has_value());
            QVERIFY(add(2));
        }
        QVERIFY(outer->release());
    }
    QVERIFY(transaction->commit());
    QCOMPARE(count(), 1);
}

void TransactionTest::readTransaction_seesOneState()
{
    auto reader = Database::open(m_database->path(), {.readOnly = true});
    QVERIFY(reader.has_value());
    {
        const auto snapshot = Transaction::read(*reader);
        QVERIFY(snapshot.has_value());
        QCOMPARE(reader->value(u"SELECT count(*) FROM a"_s)->toInt(), 0);
        QVERIFY(add(1));
        QCOMPARE(reader->value(u"SELECT count(*) FROM a"_s)->toInt(), 0);
    }
    QCOMPARE(reader->value(u"SELECT count(*) FROM a"_s)->toInt(), 1);
}

void TransactionTest::statement_canBeRunAgainWithOtherValues()
{
    Statement insert(*m_database, u"INSERT INTO a(b, c) VALUES(:b, :b || :c)"_s);
    for (int i = 0; i < 3; ++i)
        QVERIFY(insert.bind(u":b"_s, i).bind(u":c"_s, u"x"_s).run());
    QCOMPARE(insert.affected(), 1);
    Statement some(*m_database, u"SELECT b, c FROM a WHERE b >= ? ORDER BY b"_s);
    const auto texts = [](const Statement &row) { return row.text(1); };
    QCOMPARE(*some.bind(0, 1).rows(texts), (QStringList{u"1x"_s, u"2x"_s}));
    QCOMPARE(*some.bind(0, 2).rows(texts), (QStringList{u"2x"_s}));
    QCOMPARE(*some.bind(0, 0).first(texts), std::optional(u"0x"_s));
    QCOMPARE(*some.bind(0, 9).first(texts), std::nullopt);
}

void TransactionTest::statement_bindsNullTextAsEmptyAndNoInstantAsNull()
{
    const QDateTime instant = QDateTime::fromMSecsSinceEpoch(1'795'330'800'120, Qt::UTC);
    Statement insert(*m_database, u"INSERT INTO a(b, c) VALUES(?, ?)"_s);
    QVERIFY(insert.bind(0, QString()).bind(1, QDateTime()).run());
    QVERIFY(insert.bind(0, u"later"_s).bind(1, instant).run());
    Statement all(*m_database, u"SELECT b, c FROM a ORDER BY rowid"_s);
    QVERIFY(all.next().value_or(false));
    QVERIFY(!all.isNull(0));
    QVERIFY(!all.instant(1).isValid());
    QVERIFY(all.next().value_or(false));
    QCOMPARE(all.integer(1), 1'795'330'800'120);
    QCOMPARE(all.instant(1), instant);
}

void TransactionTest::brokenStatement_failsWhenItIsRun()
{
    Statement broken(*m_database, u"SELECT 1 FROM nowhere"_s);
    const auto row = broken.next();
    QVERIFY(!row.has_value());
    QCOMPARE(row.error().code, Code::Internal);
    QVERIFY(row.error().detail.contains(u"nowhere"_s));
}

void TransactionTest::uniqueViolation_isConflict()
{
    QVERIFY(add(1));
    const auto again = m_database->execute(u"INSERT INTO a(b) VALUES(1)"_s);
    QVERIFY(!again.has_value());
    QCOMPARE(again.error().code, Code::Conflict);
}

QTEST_GUILESS_MAIN(TransactionTest)

#include "tst_transaction.moc"
