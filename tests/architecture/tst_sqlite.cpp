// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

// What the build promises to core/database: Qt's plugin runs on our SQLite and not on the system's.
class SqliteTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void qtsPlugin_runsThePinnedLibrary();
    void fts5_deletesSecurely();
    void aKeyedFile_doesNotBeginWithTheMagic();
    void aKeyedFile_isRefusedWithAnotherKey();
    void vacuumInto_givesACopyWithAnotherKey();

private:
    [[nodiscard]] static QVariant value(const QString &sql);
    [[nodiscard]] static bool run(const QString &sql);
    [[nodiscard]] static bool open(const QString &file, const QString &key = {});
    [[nodiscard]] static QByteArray head(const QString &file);

    std::unique_ptr<QTemporaryDir> m_dir;
    const QString m_key = QString(64, u'a');
    const QByteArray m_magic = QByteArray("SQLite format 3", 16);
};

void SqliteTest::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    QSqlDatabase::addDatabase(u"QSQLITE"_s);
}

void SqliteTest::cleanup()
{
    QSqlDatabase::database().close();
    QSqlDatabase::removeDatabase(QLatin1StringView(QSqlDatabase::defaultConnection));
}

QVariant SqliteTest::value(const QString &sql)
{
    QSqlQuery query(sql);
    return query.next() ? query.value(0) : QVariant();
}

bool SqliteTest::run(const QString &sql)
{
    QSqlQuery query;
    const bool done = query.exec(sql);
    if (!done) qInfo() << query.lastError().text();
    return done;
}

bool SqliteTest::open(const QString &file, const QString &key)
{
    auto database = QSqlDatabase::database(QLatin1StringView(QSqlDatabase::defaultConnection), false);
    database.setDatabaseName(file);
    return database.open()
        && (key.isEmpty() || (run(u"PRAGMA cipher='chacha20'"_s) && run(u"PRAGMA key='raw:%1'"_s.arg(key))));
}

QByteArray SqliteTest::head(const QString &file)
{
    QFile opened(file);
    return opened.open(QIODevice::ReadOnly) ? opened.read(16) : QByteArray();
}

void SqliteTest::qtsPlugin_runsThePinnedLibrary()
{
    QVERIFY(open(u":memory:"_s));
    QCOMPARE(value(u"select sqlite_version()"_s).toString(), QString::fromLatin1(sqlite3_libversion()));
    QCOMPARE(value(u"select sqlite_version()"_s).toString(), QStringLiteral(AKWABA_SQLITE_VERSION));
    QVERIFY(!value(u"select sqlite3mc_version()"_s).toString().isEmpty());
}

void SqliteTest::fts5_deletesSecurely()
{
    QVERIFY(open(u":memory:"_s));
    QVERIFY(run(u"create virtual table words using fts5(word)"_s));
    QVERIFY(run(u"insert into words(words, rank) values('secure-delete', 1)"_s));
}

void SqliteTest::aKeyedFile_doesNotBeginWithTheMagic()
{
    const QString plain = m_dir->filePath(u"plain.db"_s);
    QVERIFY(open(plain));
    QVERIFY(run(u"create table a(b)"_s));
    QSqlDatabase::database().close();
    QCOMPARE(head(plain), m_magic);

    const QString keyed = m_dir->filePath(u"keyed.db"_s);
    QVERIFY(open(keyed, m_key));
    QCOMPARE(value(u"PRAGMA cipher"_s).toString(), u"chacha20"_s);
    QVERIFY(run(u"create table a(b)"_s));
    QSqlDatabase::database().close();
    QCOMPARE(head(keyed).size(), 16);
    QVERIFY(head(keyed) != m_magic);
}

void SqliteTest::aKeyedFile_isRefusedWithAnotherKey()
{
    const QString file = m_dir->filePath(u"keyed.db"_s);
    QVERIFY(open(file, m_key));
    QVERIFY(run(u"create table a(b)"_s));
    QSqlDatabase::database().close();

    QVERIFY(open(file, QString(64, u'b')));
    QVERIFY(!run(u"select count(*) from a"_s));
    QSqlDatabase::database().close();

    QVERIFY(open(file, m_key));
    QVERIFY(run(u"select count(*) from a"_s));
}

void SqliteTest::vacuumInto_givesACopyWithAnotherKey()
{
    const QString copy = m_dir->filePath(u"copy.db"_s);
    const QString key = QString(64, u'c');
    QVERIFY(open(m_dir->filePath(u"keyed.db"_s), m_key));
    QVERIFY(run(u"PRAGMA journal_mode=wal"_s));
    QVERIFY(run(u"create table a as select 7 as b"_s));
    QVERIFY(run(u"VACUUM INTO 'file:%1?cipher=chacha20&key=raw:%2'"_s.arg(copy, key)));
    QSqlDatabase::database().close();

    QVERIFY(head(copy) != m_magic);
    QVERIFY(open(copy, key));
    QCOMPARE(value(u"select b from a"_s).toInt(), 7);
}

QTEST_GUILESS_MAIN(SqliteTest)

#include "tst_sqlite.moc"
