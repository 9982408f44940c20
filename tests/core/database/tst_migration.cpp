// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/database.h"
#include "core/database/migration.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace akwaba;
using namespace Qt::StringLiterals;

class MigrationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void files_areReadInOrder();
    void gapInTheNumbers_isAnError();
    void statements_areCutAtTheirLineOnly();
    void steps_areAppliedOnce();
    void failedStep_isRolledBackWholeAndEndsTheRun();
    void newerDatabase_isRefusedUntouched();

private:
    void write(const QString &name, const QByteArray &text) const;

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Database> m_database;
};

void MigrationTest::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    auto opened = Database::open(m_dir->filePath(u"test.db"_s));
    QVERIFY(opened.has_value());
    m_database = std::make_unique<Database>(std::move(*opened));
}

void MigrationTest::cleanup()
{
    m_database.reset();
    m_dir.reset();
}

void MigrationTest::write(const QString &name, const QByteArray &text) const
{
    QFile file(m_dir->filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

void MigrationTest::files_areReadInOrder()
{
    write(u"0002_more.sql"_s, "CREATE TABLE b(x)\n--;;\nCREATE TABLE c(x)\n");
    write(u"0001_first.sql"_s, "CREATE TABLE a(x)\n");
    const auto migrations = migrationsIn(m_dir->path());
    QVERIFY(migrations.has_value());
    QCOMPARE(migrations->size(), 2U);
    QCOMPARE(migrations->at(0).statements, QStringList{u"CREATE TABLE a(x)"_s});
    QCOMPARE(migrations->at(1).version, 2);
    QCOMPARE(migrations->at(1).statements.size(), 2);
}

void MigrationTest::gapInTheNumbers_isAnError()
{
    write(u"0001_first.sql"_s, "SELECT 1");
    write(u"0003_third.sql"_s, "SELECT 1");
    QVERIFY(!migrationsIn(m_dir->path()).has_value());
}

void MigrationTest::statements_areCutAtTheirLineOnly()
{
    const QString trigger =
        u"CREATE TRIGGER t AFTER INSERT ON a BEGIN\n  DELETE FROM b;\n  DELETE FROM c; --;; no cut\nEND"_s;
    QCOMPARE(splitStatements(u"SELECT 1\n--;;\n"_s + trigger + u"\n--;;  \r\n\n"_s),
             (QStringList{u"SELECT 1"_s, trigger}));
}

void MigrationTest::steps_areAppliedOnce()
{
    const std::vector<Migration> first{{1, u"0001_a.sql"_s, {u"CREATE TABLE a(x)"_s, u"INSERT INTO a VALUES(1)"_s}}};
    std::vector<Migration> both = first;
    both.push_back({2, u"0002_b.sql"_s, {u"INSERT INTO a VALUES(2)"_s}});
    QVERIFY(migrate(*m_database, first));
    QVERIFY(migrate(*m_database, first));
    QCOMPARE(schemaVersion(*m_database).value_or(-1), 1);
    QVERIFY(migrate(*m_database, both));
    QVERIFY(migrate(*m_database, both));
    QCOMPARE(schemaVersion(*m_database).value_or(-1), 2);
    QCOMPARE(m_database->value(u"SELECT group_concat(x) FROM a"_s)->toString(), u"1,2"_s);
}

void MigrationTest::failedStep_isRolledBackWholeAndEndsTheRun()
{
    const std::vector<Migration> migrations{
        {1, u"0001_a.sql"_s, {u"CREATE TABLE a(x)"_s}},
        {2, u"0002_b.sql"_s, {u"CREATE TABLE b(x)"_s, u"INSERT INTO nowhere VALUES(1)"_s}},
        {3, u"0003_c.sql"_s, {u"CREATE TABLE c(x)"_s}},
    };
    const auto done = migrate(*m_database, migrations);
    QVERIFY(!done.has_value());
    QVERIFY(done.error().detail.contains(u"0002_b.sql"_s));
    QCOMPARE(schemaVersion(*m_database).value_or(-1), 1);
    QCOMPARE(m_database->value(u"SELECT group_concat(name) FROM sqlite_schema"_s)->toString(), u"a"_s);
}

void MigrationTest::newerDatabase_isRefusedUntouched()
{
    const std::vector<Migration> migrations{{1, u"0001_a.sql"_s, {u"CREATE TABLE a(x)"_s}}};
    QVERIFY(m_database->execute(u"PRAGMA user_version = 7"_s));
    const auto done = migrate(*m_database, migrations);
    QVERIFY(!done.has_value());
    QCOMPARE(done.error().code, Code::TooNew);
    QCOMPARE(schemaVersion(*m_database).value_or(-1), 7);
    QCOMPARE(m_database->value(u"SELECT count(*) FROM sqlite_schema"_s)->toInt(), 0);
}

QTEST_GUILESS_MAIN(MigrationTest)

#include "tst_migration.moc"
